import FeedFormats
import FeedModel
import Testing

/// Whole documents: what leads people and programs to feeds.
@Suite("Lists of a site's feeds")
struct ListTests {
  @Test func `OPML names each feed once, in an outline for each kind`() throws {
    #expect(
      String(decoding: OPML.document(try DirectorySamples.directory()), as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <opml version="2.0">
        <head>
        <title>Voices &amp; "Ports"</title>
        <dateModified>Mon, 02 Mar 2026 12:00:00 +0000</dateModified>
        <docs>http://opml.org/spec2.opml</docs>
        </head>
        <body>
        <outline type="rss" text="Voices &amp; &quot;Ports&quot;" title="Voices &amp; &quot;Ports&quot;" \
        xmlUrl="https://harbor.example/feeds/rss.xml" htmlUrl="https://harbor.example/?a=1&amp;b=2" \
        description="About Voices &amp; &quot;Ports&quot;"/>
        <outline text="Voices &amp; &quot;Ports&quot;: categories">
        <outline type="rss" text="Voices &amp; &quot;Ports&quot;: R&amp;D" \
        title="Voices &amp; &quot;Ports&quot;: R&amp;D" \
        xmlUrl="https://harbor.example/feeds/category/r-d/rss.xml" \
        htmlUrl="https://harbor.example/?a=1&amp;b=2" \
        description="About Voices &amp; &quot;Ports&quot;: R&amp;D"/>
        </outline>
        <outline text="Voices &amp; &quot;Ports&quot;: keywords">
        <outline type="rss" text="Voices &amp; &quot;Ports&quot;: 音声認識" \
        title="Voices &amp; &quot;Ports&quot;: 音声認識" \
        xmlUrl="https://harbor.example/feeds/keyword/%E9%9F%B3%E5%A3%B0%E8%AA%8D%E8%AD%98/rss.xml" \
        htmlUrl="https://harbor.example/?a=1&amp;b=2" \
        description="About Voices &amp; &quot;Ports&quot;: 音声認識"/>
        </outline>
        <outline text="Voices &amp; &quot;Ports&quot;: authors">
        <outline type="rss" text="Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt;" \
        title="Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt;" \
        xmlUrl="https://harbor.example/feeds/author/ada-a/rss.xml" \
        htmlUrl="https://harbor.example/?a=1&amp;b=2" \
        description="About Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt;"/>
        </outline>
        <outline text="Voices &amp; &quot;Ports&quot;: selections">
        <outline type="rss" text="Tabs&#9;and&#10;lines" title="Tabs&#9;and&#10;lines" \
        xmlUrl="https://harbor.example/feeds/custom/work/rss.xml" \
        htmlUrl="https://harbor.example/?a=1&amp;b=2" description="About Tabs&#9;and&#10;lines"/>
        </outline>
        </body>
        </opml>

        """)
  }

  @Test(arguments: [
    ([FeedFormat.atom, .json], "atom.xml"), ([.json], "feed.json"), ([.rss, .json], "rss.xml"),
  ])
  func `OPML names the first format that there is`(formats: [FeedFormat], name: String) throws {
    let text = String(
      decoding: OPML.document(try DirectorySamples.directory(formats: formats)), as: UTF8.self)
    let addresses = text.split(separator: "\"").filter {
      $0.hasPrefix("https://harbor.example/feeds/")
    }
    #expect(addresses.count == 5)
    #expect(addresses.allSatisfy { $0.hasSuffix("/" + name) })
  }

  @Test func `JSON tells programs everything`() throws {
    let directory = try DirectorySamples.directory(formats: [.rss, .json])
    let two = FeedDirectory(
      title: directory.title, description: directory.description, homePage: directory.homePage,
      location: directory.location, language: directory.language, formats: directory.formats,
      feeds: Array(directory.feeds.prefix(2)))
    #expect(
      String(decoding: FeedList.document(two), as: UTF8.self) == #"""
        {
          "version": 1,
          "title": "Voices & \"Ports\"",
          "description": "Notes <b>",
          "homePage": "https://harbor.example/?a=1&b=2",
          "location": "https://harbor.example/feeds/",
          "language": "en",
          "updated": "2026-03-02T12:00:00Z",
          "feeds": [
            {
              "kind": "site",
              "title": "Voices & \"Ports\"",
              "description": "About Voices & \"Ports\"",
              "folder": "",
              "urls": {
                "rss": "https://harbor.example/feeds/rss.xml",
                "json": "https://harbor.example/feeds/feed.json"
              },
              "items": 20,
              "articles": 142,
              "updated": "2026-03-01T12:00:00Z",
              "newest": {
                "title": "Newest & <best>",
                "url": "https://harbor.example/newest/?a&b",
                "date": "2026-02-10T00:00:00Z"
              }
            },
            {
              "kind": "category",
              "term": "R&D",
              "title": "Voices & \"Ports\": R&D",
              "description": "About Voices & \"Ports\": R&D",
              "folder": "category/r-d/",
              "urls": {
                "rss": "https://harbor.example/feeds/category/r-d/rss.xml",
                "json": "https://harbor.example/feeds/category/r-d/feed.json"
              },
              "items": 1,
              "articles": 1,
              "updated": "2026-03-02T12:00:00Z",
              "newest": {
                "title": "Newest & <best>",
                "url": "https://harbor.example/newest/?a&b",
                "date": "2026-02-10T00:00:00Z"
              }
            }
          ]
        }

        """#)
  }

  @Test func `links for autodiscovery tell the formats of a feed apart`() throws {
    let directory = try DirectorySamples.directory()
    let html = Autodiscovery.links(to: [directory.feeds[3]], formats: directory.formats)
    #expect(
      String(decoding: html, as: UTF8.self) == """
        <link rel="alternate" type="application/rss+xml" \
        title="Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt; (RSS 2.0)" \
        href="https://harbor.example/feeds/author/ada-a/rss.xml">
        <link rel="alternate" type="application/atom+xml" \
        title="Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt; (Atom 1.0)" \
        href="https://harbor.example/feeds/author/ada-a/atom.xml">
        <link rel="alternate" type="application/feed+json" \
        title="Voices &amp; &quot;Ports&quot;: Ada &lt;A&gt; (JSON Feed 1.1)" \
        href="https://harbor.example/feeds/author/ada-a/feed.json">

        """)
    let one = Autodiscovery.links(to: [directory.feeds[4]], formats: [.atom])
    #expect(
      String(decoding: one, as: UTF8.self) == """
        <link rel="alternate" type="application/atom+xml" title="Tabs&#9;and&#10;lines" \
        href="https://harbor.example/feeds/custom/work/atom.xml">

        """)
  }

  @Test func `each feed has a fragment of its own for templates`() throws {
    #expect(
      try DirectorySamples.directory().feeds.map { Autodiscovery.path(for: $0) } == [
        "autodiscovery/site.html", "autodiscovery/category/r-d.html",
        "autodiscovery/keyword/音声認識.html", "autodiscovery/author/ada-a.html",
        "autodiscovery/custom/work.html",
      ])
  }
}
