import FeedModel
import FeedValues
import Testing

@testable import FeedFormats

struct FeedDocumentTests {
  @Test(arguments: FeedFormat.allCases)
  func `the segments of entries are the fragments that they were made of`(
    format: FeedFormat
  ) throws {
    let fragments = try [Samples.richEntry(), Samples.bareEntry(), Samples.richEntry()]
      .map { EntryFragments($0, formats: FeedFormat.allCases) }
    let document = FeedDocument(try Samples.feed(), entries: fragments, format: format)
    #expect(document.format == format)
    #expect(document.entrySegments.map { document.segments[$0] } == fragments.map { $0[format] })
    #expect(document.bytes == Array(document.segments.joined()))
  }

  @Test func `an entry has bytes in the formats alone that it was made for`() throws {
    let fragments = EntryFragments(try Samples.bareEntry(), formats: [.json])
    #expect(fragments[.rss] == [])
    #expect(fragments[.atom] == [])
    #expect(!fragments[.json].isEmpty)
  }

  /// Control characters, U+FFFE and U+FFFF have no place in XML, in whatever element they stand.
  @Test(arguments: [FeedFormat.rss, .atom])
  func `a character that XML forbids is nowhere in a document`(format: FeedFormat) throws {
    let bad = "x\u{0}\u{8}\u{B}\u{1F}\u{FFFE}\u{FFFF}y"
    let site = try AbsoluteURL("https://harbor.example/")
    let feed = Feed(
      title: bad, description: bad, location: site, homePage: site,
      updated: try Timestamp(seconds: 0), author: Author(name: bad), rights: bad)
    let entry = Entry(
      id: "urn:\(bad)", link: site, title: bad, summary: bad, contentHTML: Array(bad.utf8),
      authors: [Author(name: bad), Author(name: bad)],
      categories: [Category(label: bad, scheme: site)], published: try Timestamp(seconds: 0),
      image: Image(url: site, alternativeText: bad))
    let document = FeedDocument(
      feed, entries: [EntryFragments(entry, formats: [format])], format: format)
    let text = String(decoding: document.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { line in
      line.unicodeScalars.contains { $0.value < 0x20 || $0.value >= 0xFFFE && $0.value <= 0xFFFF }
    }
    #expect(lines == [])
    #expect(text.contains("xy"))
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("&", "&amp;"), ("a<b>c&d", "a&lt;b>c&amp;d"),
    ("]]>", "]]&gt;"), ("]]]>]>]", "]]]&gt;]>]"), ("]\u{1}]\u{FFFE}><", "]]&gt;&lt;"),
    ("]]", "]]"), ("\"'", "\"'"), ("\t\n", "\t\n"), ("\r\n", "&#13;\n"),
    ("\u{FFFD}\u{FF00}\u{FFFE}", "\u{FFFD}\u{FF00}"), ("\u{7F}\u{85}", "\u{7F}\u{85}"),
    ("\u{1F680}", "\u{1F680}"), ("&amp;", "&amp;amp;"),
  ])
  func `text is escaped once`(text: String, expected: String) {
    #expect(XMLWriter.escaped(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func `bytes that end in the middle of a character stay without a crash`() {
    for bytes: [UInt8] in [[0xEF], [0xEF, 0xBF], [0x61, 0xEF, 0xBF], [0xEF, 0xEF, 0xBF, 0xBE]] {
      let escaped = XMLWriter.escaped(bytes)
      #expect(escaped == (bytes.count == 4 ? [0xEF] : bytes))
    }
  }

  @Test(arguments: [
    ("a\"b\\c/d", #"a\"b\\c/d"#),
    ("\u{0}\u{1}\u{8}\u{C}\u{1F}", #"\u0000\u0001\u0008\u000c\u001f"#),
    ("\t\n\r", #"\t\n\r"#), ("\u{7F}é🎙\u{2028}", "\u{7F}é🎙\u{2028}"), ("", ""),
  ])
  func `a JSON string escapes what RFC 8259 asks for`(text: String, expected: String) {
    var json = JSONWriter()
    json.beginObject()
    json.member("a", text)
    json.endObject()
    #expect(json.bytes == Array("{\n  \"a\": \"\(expected)\"\n}".utf8))
  }
}
