import Testing

@Suite("A newcomer")
struct NewcomerTests {
  @Test func `the bare command says what it is and what to do next`() async throws {
    let run = try await ScratchSite(configuration: nil).feedsetter([])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Feedsetter publishes a folder of Markdown articles"))
    #expect(run.output.contains("feedsetter build"))
    #expect(run.errors == "")
  }

  @Test func `title, url and one article are enough for all of its feeds`() async throws {
    let site = try ScratchSite([
      "content/ebb.md": """
      ---
      title: "Reading the Ebb"
      slug: "reading-the-ebb"
      date: "2026-02-10"
      category: "field-work"
      author: "Tide Team"
      excerpt: "What the mud tells."
      keywords: [low water, C++, C#, tide tables]
      thumbnail: "https://tide.example/ebb.jpg?w=1200&q=80"
      ---

      Mud *remembers*.
      """
    ])
    let run = try await site.build()
    #expect(run.errors == "")
    #expect(
      run.output
        == "published 1 article in 6 feeds to feeds/: 34 files new or changed, 0 unchanged, "
        + "0 removed\nfeedsetter.lock: 1 new; commit it with the articles\n")
    #expect(run.status == 0)
    let folders = [
      "feeds", "feeds/category/field-work", "feeds/keyword/c-plus-plus", "feeds/keyword/c-sharp",
      "feeds/keyword/low-water", "feeds/keyword/tide-tables",
    ]
    let expected = folders.flatMap { folder in
      ["atom.xml", "feed.json", "rss.xml"].map { folder + "/" + $0 }
    }
    #expect(try site.feedFiles(below: "feeds") == expected.sorted())
    #expect(try site.text("feeds/keyword/c-sharp/atom.xml") == Self.atom)
  }

  /// The whole of a small feed, as subscribers get it.
  private static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <?xml-stylesheet type="text/css" href="../../feed.css"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
    <author>
    <name>Tide Notes</name>
    </author>
    <generator>Feedsetter</generator>
    <id>https://tide.example/feeds/keyword/c-sharp/</id>
    <link rel="self" type="application/atom+xml" \
    href="https://tide.example/feeds/keyword/c-sharp/atom.xml"/>
    <link rel="alternate" type="text/html" href="https://tide.example/"/>
    <subtitle>C# – Tide Notes</subtitle>
    <title>Tide Notes: C#</title>
    <updated>2026-02-10T00:00:00Z</updated>
    <div xmlns="http://www.w3.org/1999/xhtml">
    <meta name="viewport" content="width=device-width"/>
    <h1>Tide Notes: C#</h1>
    <p lang="en">This is a feed, a list of new articles for programs called feed readers. Copy its \
    address from the address bar into one, and it shows you what comes next.</p>
    <p><a href="https://tide.example/">https://tide.example/</a>
    <a lang="en" href="../../index.html">All feeds</a>
    </p>
    </div>
    <entry>
    <author>
    <name>Tide Team</name>
    </author>
    <category term="field-work" scheme="https://tide.example/feeds/category/" label="field-work"/>
    <category term="low water" scheme="https://tide.example/feeds/keyword/" label="low water"/>
    <category term="C++" scheme="https://tide.example/feeds/keyword/" label="C++"/>
    <category term="C#" scheme="https://tide.example/feeds/keyword/" label="C#"/>
    <category term="tide tables" scheme="https://tide.example/feeds/keyword/" label="tide tables"/>
    <content type="html">&lt;p>Mud &lt;em>remembers&lt;/em>.&lt;/p>
    </content>
    <id>tag:tide.example,2026-02-10:reading-the-ebb</id>
    <link rel="alternate" type="text/html" \
    href="https://tide.example/field-work/reading-the-ebb/"/>
    <published>2026-02-10T00:00:00Z</published>
    <summary>What the mud tells.</summary>
    <title>Reading the Ebb</title>
    <updated>2026-02-10T00:00:00Z</updated>
    <media:content url="https://tide.example/ebb.jpg?w=1200&amp;q=80" medium="image" \
    type="image/jpeg"/>
    <media:thumbnail url="https://tide.example/ebb.jpg?w=1200&amp;q=80"/>
    </entry>
    </feed>

    """

  @Test func `a folder without a site is told with status 66`() async throws {
    let run = try await ScratchSite(configuration: nil).build()
    #expect(run.status == 66)
    #expect(run.output == "nothing was published: 1 error, 0 warnings\n")
    #expect(
      run.errors == """
        feedsetter.yml: error: the configuration can't be read: there is no such file or folder \
        [configuration-missing]
          help: write a feedsetter.yml with site.title and site.url, or name the folder with --site

        """)
  }

  @Test func `wrong usage ends with status 64`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    #expect(try await site.feedsetter(["build", "--jobs", "0"]).status == 64)
    #expect(try await site.feedsetter(["build", "--now", "yesterday"]).status == 64)
    #expect(try await site.feedsetter(["publish"]).status == 64)
    #expect(try await site.build(environment: ["SOURCE_DATE_EPOCH": "x"]).status == 0)
    #expect(
      try await site.feedsetter(["build"], environment: ["SOURCE_DATE_EPOCH": "x"]).status == 64)
  }
}
