import FeedFormats
import FeedModel
import FeedReading
import FeedValues
import Testing

@Suite("P5 One story: an item has one digest, whatever format it is read from")
struct ContentDigestTests {
  private static func snapshot(
    _ format: FeedFormat, title: String, summary: String?, content: String?
  ) throws -> FeedSnapshot {
    let entry = Entry(
      id: "tag:tide.example,2026:1", link: try AbsoluteURL("https://tide.example/1/"), title: title,
      summary: summary, contentHTML: content.map { Array($0.utf8) },
      authors: [Author(name: "Tide Team")],
      published: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"))
    let feed = Feed(
      title: "Tide Notes", description: "Mud",
      location: try AbsoluteURL("https://tide.example/feeds/"),
      homePage: try AbsoluteURL("https://tide.example/"), language: try LanguageTag("en"),
      updated: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"), author: Author(name: "Tide Team"))
    let document = FeedDocument(
      feed, entries: [EntryFragments(entry, formats: [format])], format: format)
    return try FeedReader().read(document.segments)
  }

  @Test(
    arguments: [
      ("Ebb", "Low", "<p>Mud &amp; <b>sand</b>\r\n</p>\n<pre>a\u{09}b</pre>"),
      ("AT&T <Element> \u{1F680}", "a < b & c &amp; d", nil),
      ("Ebb", nil, nil), ("Ebb", nil, "<p>x</p>"), ("Ebb", "Low", ""),
      ("  Ebb \n tide ", "Ebb tide", nil), ("Ebb", "He said \"a > b\"", nil),
    ] as [(String, String?, String?)])
  func `one item in three formats`(title: String, summary: String?, content: String?) throws {
    let snapshots = try FeedFormat.allCases.map {
      try Self.snapshot($0, title: title, summary: summary, content: content)
    }
    let digests = snapshots.map { $0.items.first?.digest }
    #expect(digests[0] != nil)
    #expect(digests == [digests[0], digests[0], digests[0]], "RSS, Atom, JSON")
    #expect(Set(snapshots.map { $0.items.first?.identity }) == ["tag:tide.example,2026:1"])
    #expect(Set(snapshots.map { $0.items.first?.link }) == ["https://tide.example/1/"])
    #expect(Set(snapshots.map { $0.items.first?.published?.rfc3339 }) == ["2026-02-10T00:00:00Z"])
    #expect(
      snapshots.map(\.selfAddress)
        == ["rss.xml", "atom.xml", "feed.json"].map { "https://tide.example/feeds/\($0)" })
  }

  @Test(
    arguments: [
      ("a b", "a\n\t b", true), ("a &#38; b", "a &amp; b", true), ("a<!-- x > y -->b", "ab", true),
      ("&eacute;&nbsp;", "é\u{A0}", true), ("<b>a</b>", "<i>a</i>", false), ("a b", "ab", false),
      ("&lt;b>a&lt;/b>", "<b>a</b>", false), ("a", "A", false),
      ("<a href=\"/x>y\">z</a>", "<a href=\"/x>w\">z</a>", false), ("a < b", "a &lt; b", true),
      ("a &unknown; b", "a &amp;unknown; b", true), ("<p>a<", "<p>a&lt;", true),
    ])
  func `what readers show alike has one digest`(one: String, other: String, isSame: Bool) {
    let digests = [one, other].map { ContentDigest(title: "Ebb", html: $0) }
    #expect((digests[0] == digests[1]) == isSame)
  }

  @Test func `a title is not taken for text`() {
    #expect(ContentDigest(title: "a", html: "b") != ContentDigest(title: "", html: "ab"))
    #expect(ContentDigest(title: " ", html: "\n") == nil)
  }
}
