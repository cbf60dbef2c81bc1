import Diagnostics
import FeedReading
import FeedValues
import Testing

/// Reads a document in one piece.
func read(_ text: String) throws -> FeedSnapshot { try FeedReader().read([Array(text.utf8)]) }

@Suite("Feeds of any generator are read, also slightly broken ones")
struct FeedReaderTests {
  @Test func `an item of RSS`() throws {
    let feed = try read(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Tide &amp; Mud</title><link>https://tide.example/</link>
      <atom:link rel="self" href="https://tide.example/index.xml"/>
      <image><title>A picture</title><link>https://other.example/</link></image>
      <item><title>AT&amp;T &lt;b&gt;</title><link>/ebb/?a=1&amp;b=2</link>
      <guid isPermaLink="false">64f0c1</guid><pubDate>Tue, 10 Feb 2026 09:30:00 +0100</pubDate>
      <description>Low</description><content:encoded><![CDATA[<p>Mud</p>]]></content:encoded></item>
      </channel></rss>
      """)
    #expect(
      feed
        == FeedSnapshot(
          format: .rss, title: "Tide & Mud", selfAddress: "https://tide.example/index.xml",
          homePage: "https://tide.example/",
          items: [
            FeedSnapshot.Item(
              id: "64f0c1", isPermalink: false, link: "https://tide.example/ebb/?a=1&b=2",
              title: "AT&T <b>", published: try Timestamp(rfc3339: "2026-02-10T08:30:00Z"),
              digest: ContentDigest(title: "AT&T <b>", html: "<p>Mud</p>"))
          ]))
  }

  @Test func `an entry of Atom`() throws {
    let feed = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tide.example/blog/">
      <title type="html">Tide &amp;amp; &lt;em&gt;Mud&lt;/em&gt;</title>
      <link rel="self" href="atom.xml"/><link href="https://tide.example/"/>
      <entry xml:base="2026/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Low
      <i>ebb</i></div></title><link rel="enclosure" href="a.mp3"/><link href="ebb.md" type="text/markdown"/>
      <link href="ebb"/><id>tag:tide.example,2026:1</id><published>2026-02-10T09:30:00z</published>
      <updated>2026-02-11T09:30:00.25+01:00</updated><content type="html">&lt;p&gt;Mud</content></entry>
      </feed>
      """)
    #expect(
      feed
        == FeedSnapshot(
          format: .atom, title: "Tide & Mud", selfAddress: "atom.xml",
          homePage: "https://tide.example/",
          items: [
            FeedSnapshot.Item(
              id: "tag:tide.example,2026:1", link: "https://tide.example/blog/2026/ebb",
              title: "Low ebb", published: try Timestamp(rfc3339: "2026-02-10T09:30:00Z"),
              updated: try Timestamp(rfc3339: "2026-02-11T08:30:00Z"),
              digest: ContentDigest(title: "Low ebb", html: "<p>Mud"))
          ]))
  }

  @Test func `an item of JSON Feed`() throws {
    let feed = try read(
      """
      {"version": "https://jsonfeed.org/version/1", "title": "Tide", "feed_url": "https://tide.example/f.json",
      "items": [{"id": 12, "url": "ebb/", "content_text": "a < b", "date_published": "2026-02-10"}, "x"],
      "home_page_url": "https://tide.example/"}
      """)
    #expect(
      feed
        == FeedSnapshot(
          format: .json, title: "Tide", selfAddress: "https://tide.example/f.json",
          homePage: "https://tide.example/",
          items: [
            FeedSnapshot.Item(
              id: "12", link: "https://tide.example/ebb/",
              published: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"),
              digest: ContentDigest(title: "", html: "a &lt; b"))
          ]))
  }

  @Test(
    arguments: [
      (
        "RSS 0.91 without guids and dates",
        """
        <rss version="0.91"><channel><title>T</title>
        <item><title>One</title><link>https://tide.example/1</link></item></channel></rss>
        """, "https://tide.example/1", "One"
      ),
      (
        "RSS 1.0",
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://tide.example/"><title>T</title></channel>
        <item rdf:about="https://tide.example/1"><title>One</title></item></rdf:RDF>
        """, "https://tide.example/1", "One"
      ),
      (
        "RSS 0.90",
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel>
        <item><title>One</title><link>https://tide.example/1</link></item></rdf:RDF>
        """, "https://tide.example/1", "One"
      ),
      (
        "a prefix that nobody declared",
        """
        <rss version="2.0"><channel><title>T</title><item><title>One</title><guid>u:1</guid>
        <content:encoded>Mud</content:encoded></item></channel></rss>
        """, "u:1", "One"
      ),
      (
        "empty lines before the declaration",
        "\n\n <?xml version=\"1.0\"?><rss><channel><item><title>One</title></item></channel></rss>",
        "One", "One"
      ),
      (
        "items behind the channel",
        "<rss version=\"2.0\"><channel><title>T</title></channel><item><guid>u:1</guid></item></rss>",
        "u:1", ""
      ),
      (
        "a default namespace that RSS has not",
        "<rss xmlns=\"http://backend.userland.com/rss2\"><channel><item><guid>u:1</guid></item></channel></rss>",
        "u:1", ""
      ),
      (
        "an entry by itself",
        "<entry xmlns=\"http://www.w3.org/2005/Atom\"><id>u:1</id><title>One</title></entry>",
        "u:1", "One"
      ),
      (
        "a mark before JSON", "\u{FEFF}{\"items\": [{\"id\": \"u:1\", \"title\": null}]}", "u:1", ""
      ),
    ])
  func `what is nearly right is read`(
    what: String, document: String, identity: String, title: String
  ) throws {
    let item = try #require(try read(document).items.first, "\(what)")
    #expect(item.identity == identity, "\(what)")
    #expect(item.title == title, "\(what)")
  }

  @Test(
    arguments: [
      ("", 1, 1, "the document is empty"),
      ("hello", 1, 1, "the document begins like no feed"),
      ("<html><p>x</p></html>", 1, 1, "<html> begins no feed that is known here"),
      ("{\"version\": 1}", 1, 1, "the document is JSON, but has no list of items"),
      ("{\"items\": [\n  {\"id\": }]}", 2, 10, "no JSON value can begin like this"),
    ])
  func `what is no feed is told with its place`(
    document: String, line: Int, column: Int, message: String
  ) {
    #expect(
      throws: FeedFault(position: Position(line: line, column: column), message: message)
    ) { try read(document) }
  }

  @Test(
    arguments: [
      "<rss><channel><item><title>One</item></channel></rss>",
      "<rss><channel><item><title>One</title></item>",
      "<rss><channel><item><title>a &nbsp; b</title></item></channel></rss>",
      "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">"
        + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;\">]>"
        + "<rss><channel><item><title>&h;</title></item></channel></rss>",
      "{\"items\": " + String(repeating: "[", count: 100_000),
      "<rss>" + String(repeating: "<a>", count: 100_000),
    ])
  func `hostile and truncated documents are errors, not crashes`(document: String) {
    #expect(throws: FeedFault.self) { try read(document) }
  }
}

@Suite("Feeds that end anywhere, or are damaged anywhere")
struct DamagedFeedTests {
  private static let feeds = [
    """
    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>T</title><item><title>&#x26; &lt;b</title><link>/é?a=1&amp;b</link>
    <guid>u:1</guid><pubDate>Tue, 10 Feb 2026 09:30:00 +0100</pubDate>
    <content:encoded><![CDATA[<p a="x>y">M&nbsp;ud<!-- x --></p>]]></content:encoded></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><title type="xhtml"><div>T</div></title>
    <entry xml:base=".."><link href="x"/><id>u:1</id><updated>2026-02-10T09:30:00Z</updated>
    <content type="html">&lt;p&gt;&amp;amp;</content></entry></feed>
    """,
    #"{"title": "T", "items": [{"id": 1, "url": "//x", "content_html": "<p \u00e9\ud83d\ude00", "date_published": "2026-02-10"}]}"#,
  ]

  @Test(arguments: feeds)
  func `are read or refused, and only the whole one is whole`(feed: String) throws {
    let bytes = Array(feed.utf8)
    #expect(try FeedReader().read([bytes]).items.count == 1)
    for end in 0..<bytes.count - 1 {
      #expect(throws: FeedFault.self) { try FeedReader().read([Array(bytes[..<end])]) }
    }
    for index in bytes.indices {
      for byte: UInt8 in [0x00, 0x22, 0x26, 0x3C, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] = byte
        // Whatever comes of it, it comes without a crash.
        _ = try? FeedReader().read([damaged])
      }
    }
    let pieces = bytes.map { [$0] }
    #expect(
      try FeedReader().read(pieces) == FeedReader().read([bytes]), "chunks make no difference")
  }
}

@Suite("Dates are read as feeds write them")
struct LenientDateTests {
  @Test(
    arguments: [
      ("Tue, 10 Feb 2026 09:30:00 +0100", "2026-02-10T08:30:00Z"),
      ("10 Feb 2026 09:30 EST", "2026-02-10T14:30:00Z"),
      ("Tuesday, 10 February 2026 09:30:00 UTC", "2026-02-10T09:30:00Z"),
      ("Tue 10-Feb-26 9:30:00 GMT", "2026-02-10T09:30:00Z"),
      ("Tue Feb 10 2026 09:30:00 GMT+0100 (CET)", "2026-02-10T08:30:00Z"),
      ("February 10, 2026", "2026-02-10T00:00:00Z"),
      ("2026-02-10", "2026-02-10T00:00:00Z"),
      ("2026-02-10 09:30:00 -0800", "2026-02-10T17:30:00Z"),
      ("2026-02-10T09:30:00.123+01:00", "2026-02-10T08:30:00Z"),
      ("2026-2-9t9:30", "2026-02-09T09:30:00Z"),
      ("2026-02-10T09:30:00Z", "2026-02-10T09:30:00Z"),
      ("", nil), ("yesterday", nil), ("2026-02-30", nil), ("Tue, 10 Foo 2026", nil),
      ("99999999999999999999 Feb 2026", nil), ("2026-02-10T25:00:00Z", nil),
    ] as [(String, String?)])
  func `a date`(text: String, expected: String?) throws {
    let feed = try read(
      "<rss><channel><item><guid>1</guid><pubDate>\(text)</pubDate></item></channel></rss>")
    #expect(feed.items.first?.published?.rfc3339 == expected)
  }
}
