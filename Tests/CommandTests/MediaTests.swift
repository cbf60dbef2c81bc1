import FoundationEssentials
import Testing

@Suite("What stands beside an article is in its feeds")
struct MediaTests {
  private static let configuration = """
    site:
      title: Tide Notes
      url: https://tide.example/
      language: en
      podcast:
        image: /cover.png
        category: [Education > Courses, Science]
        owner: { name: Ada, email: ada@tide.example }
    feeds: { pages: false }
    """

  /// A GIF file of 11 by 7 pixels.
  private static let picture: [UInt8] = Array("GIF89a".utf8) + [11, 0, 7, 0, 0, 0, 0, 0x3B]

  private static func podcast() throws -> ScratchSite {
    let site = try ScratchSite(
      configuration: configuration,
      [
        "content/ebb/index.md": ScratchSite.article(
          "Ebb",
          """
          category: talks
          image: { src: ebb.gif, alt: Low water, credit: Ada }
          audio: /audio/ebb
          duration: 1:02:03
          episode: 3
          season: 1
          episode_type: full
          explicit: false
          """),
        "content/flood.md": ScratchSite.article(
          "Flood", date: "2026-02-09",
          """
          category: notes
          image: /img/flood.jpg
          enclosure:
            - { url: tables.pdf, title: Tide tables }
            - { url: https://cdn.example/flood.mp3, length: 99 }
          """),
      ])
    try site.write("content/ebb/ebb.gif", bytes: picture)
    try site.write("static/audio/ebb", bytes: Array("ID3\u{4}".utf8) + [0, 0, 0, 0])
    try site.write("public/tables.pdf", bytes: Array("%PDF-1.7".utf8))
    return site
  }

  @Test func `an episode of a podcast, from files that are beside it and served`() async throws {
    let site = try Self.podcast()
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      try site.text("feeds/category/talks/rss.xml") == """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
        xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>Tide Notes: talks</title>
        <link>https://tide.example/</link>
        <description>talks – Tide Notes</description>
        <language>en</language>
        <lastBuildDate>Tue, 10 Feb 2026 00:00:00 +0000</lastBuildDate>
        <generator>Feedsetter</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <atom:link rel="self" type="application/rss+xml" \
        href="https://tide.example/feeds/category/talks/rss.xml"/>
        <itunes:author>Tide Notes</itunes:author>
        <itunes:category text="Education">
        <itunes:category text="Courses"/>
        </itunes:category>
        <itunes:category text="Science"/>
        <itunes:explicit>false</itunes:explicit>
        <itunes:image href="https://tide.example/cover.png"/>
        <itunes:owner>
        <itunes:name>Ada</itunes:name>
        <itunes:email>ada@tide.example</itunes:email>
        </itunes:owner>
        <item>
        <title>Ebb</title>
        <link>https://tide.example/talks/ebb/</link>
        <description>Text.</description>
        <dc:creator>Tide Notes</dc:creator>
        <category domain="https://tide.example/feeds/category/">talks</category>
        <enclosure url="https://tide.example/audio/ebb" length="8" type="audio/mpeg"/>
        <guid isPermaLink="false">tag:tide.example,2026-02-10:ebb</guid>
        <pubDate>Tue, 10 Feb 2026 00:00:00 +0000</pubDate>
        <content:encoded>&lt;p>Text.&lt;/p>
        </content:encoded>
        <itunes:author>Tide Notes</itunes:author>
        <itunes:duration>3723</itunes:duration>
        <itunes:episode>3</itunes:episode>
        <itunes:episodeType>full</itunes:episodeType>
        <itunes:explicit>false</itunes:explicit>
        <itunes:season>1</itunes:season>
        <media:content url="https://tide.example/talks/ebb/ebb.gif" medium="image" \
        type="image/gif" width="11" height="7">
        <media:description type="plain">Low water</media:description>
        <media:credit>Ada</media:credit>
        </media:content>
        <media:thumbnail url="https://tide.example/talks/ebb/ebb.gif" width="11" height="7"/>
        </item>
        </channel>
        </rss>

        """)
  }

  @Test func `a feed without sound is no podcast, and carries files all the same`() async throws {
    let site = try Self.podcast()
    #expect(try await site.build().status == 0)
    let rss = try site.text("feeds/category/notes/rss.xml")
    #expect(!rss.contains("itunes"))
    #expect(
      rss.contains(
        """
        <enclosure url="https://tide.example/tables.pdf" length="8" type="application/pdf"/>

        """))
    #expect(rss.components(separatedBy: "<enclosure").count == 2)
    #expect(
      try site.text("feeds/category/notes/atom.xml").contains(
        """
        <link rel="enclosure" type="application/pdf" length="8" \
        href="https://tide.example/tables.pdf" title="Tide tables"/>
        <link rel="enclosure" type="audio/mpeg" length="99" \
        href="https://cdn.example/flood.mp3"/>

        """))
    #expect(
      try site.text("feeds/category/notes/feed.json").contains(
        """
              "attachments": [
                {
                  "url": "https://tide.example/tables.pdf",
                  "mime_type": "application/pdf",
                  "title": "Tide tables",
                  "size_in_bytes": 8
                },
                {
                  "url": "https://cdn.example/flood.mp3",
                  "mime_type": "audio/mpeg",
                  "size_in_bytes": 99
                }
              ]

        """))
  }

  @Test func `one article with sound makes no podcast of a site that is none`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "audio: { url: /a.mp3, length: 9, duration: 61 }")
    ])
    let run = try await site.build()
    #expect(run.errors == "")
    let lines = try site.text("feeds/rss.xml").split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("<itunes:") } == [
        "<itunes:author>Tide Notes</itunes:author>", "<itunes:duration>61</itunes:duration>",
      ])
  }

  @Test func `a length that is not the file's is told, and feeds carry the file's`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "enclosure: { url: /a.mp3, length: 7 }")
    ])
    try site.write("static/a.mp3", "ID3.....")
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(
      run.errors == """
        content/a.md:4:35: warning: `enclosure` has the length 7, but static/a.mp3 has 8 bytes \
        [enclosure-length-wrong]
          4 | enclosure: { url: /a.mp3, length: 7 }
            |                                   ^
          help: write 8, or leave the length out

        """)
    #expect(
      try site.text("feeds/rss.xml").contains(
        #"<enclosure url="https://tide.example/a.mp3" length="8" type="audio/mpeg"/>"#))
  }

  @Test func `a file that is empty or without a known type is an error`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A", "enclosure: /a.mp3"),
      "content/b.md": ScratchSite.article("B", "enclosure: /b.bin"), "static/a.mp3": "",
      "static/b.bin": "what is this",
    ])
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.contains("a.md:4:12: error: `enclosure` is the file static/a.mp3, which is empty"))
    #expect(run.errors.contains("b.md:4:12: error: `enclosure` has no type"))
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/feedparser"),
      "python3-feedparser is not installed"))
  func `feedparser sees what an episode says`() async throws {
    let site = try Self.podcast()
    #expect(try await site.build().status == 0)
    let script = """
      import feedparser, sys
      feed = feedparser.parse(sys.argv[1])
      item = feed.entries[0]
      print(feed.bozo, feed.feed.image.href, feed.feed.publisher_detail.email)
      print([(tag.scheme, tag.term) for tag in feed.feed.tags])
      print(item.itunes_duration, item.itunes_episode, item.itunes_season)
      print(item.enclosures[0].href, item.enclosures[0].length, item.enclosures[0].type)
      print(item.media_thumbnail[0]["url"], item.media_content[0]["width"])
      """
    let run = try await runProgram(
      "/usr/bin/python3", ["-c", script, site.path("feeds/category/talks/rss.xml")])
    #expect(
      run.output == """
        False https://tide.example/cover.png ada@tide.example
        [('http://www.itunes.com/', 'Education'), ('http://www.itunes.com/', 'Courses'), \
        ('http://www.itunes.com/', 'Science')]
        3723 3 1
        https://tide.example/audio/ebb 8 audio/mpeg
        https://tide.example/talks/ebb/ebb.gif 11

        """, "\(run.errors)")
  }
}
