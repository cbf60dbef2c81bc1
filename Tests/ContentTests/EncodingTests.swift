import Diagnostics
import FeedModel
import Testing

@testable import Content

/// Files that are not UTF-8, and characters that no feed can carry.
struct EncodingTests {
  @Test(arguments: [
    ([0xFF, 0xFE, 0x2D, 0x00], 1, 1, "the file is UTF-16, not UTF-8"),
    ([0xFE, 0xFF, 0x00, 0x2D], 1, 1, "the file is UTF-16, not UTF-8"),
    (
      Array("---\ntitle: Caf".utf8) + [0xE9, 0x0A], 2, 11,
      "the file is not UTF-8: the byte 0xE9 can't stand here"
    ),
    (Array("é\n".utf8) + [0xC3], 2, 1, "the file is not UTF-8: the byte 0xC3 can't stand here"),
    ([0x61, 0x80], 1, 2, "the file is not UTF-8: the byte 0x80 can't stand here"),
    ([0xC0, 0xAF], 1, 1, "the file is not UTF-8: the byte 0xC0 can't stand here"),
    ([0xED, 0xA0, 0x80], 1, 1, "the file is not UTF-8: the byte 0xED can't stand here"),
    ([0xF4, 0x90, 0x80, 0x80], 1, 1, "the file is not UTF-8: the byte 0xF4 can't stand here"),
  ])
  func `a file that is not UTF-8 is told at its first wrong byte`(
    bytes: [UInt8], line: Int, column: Int, message: String
  ) throws {
    let (article, diagnostics) = try Fixture.read(bytes: bytes)
    #expect(article == nil)
    #expect(Fixture.places(diagnostics) == ["\(line):\(column) file-not-utf8"])
    #expect(diagnostics.map(\.message) == [message])
  }

  @Test func `a raw control character is left out with a warning where it is`() throws {
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n---\nGood \u{B}morning.\n")
    let loaded = try #require(article)
    #expect(
      Fixture.rendered(diagnostics) == """
        content/hello.md:5:6: warning: U+000B can't stand in a feed and is left out \
        [character-forbidden]
          5 | Good \u{FFFD}morning.
            |      ^
          help: delete the character from the file; feeds are published without it

        """)
    #expect(try content(of: loaded) == "<p>Good morning.</p>\n")
  }

  @Test(arguments: [
    ("a\u{FFFE}b", "U+FFFE can't stand in a feed and is left out"),
    ("a\u{FFFF}b", "U+FFFF can't stand in a feed and is left out"),
    ("a\u{0}b", "U+0000 can't stand in a feed and is left out"),
    (
      "\u{1}\u{2}",
      "U+0001 can't stand in a feed and is left out, and so is another one further down"
    ),
    (
      "\u{1F}\u{2}\u{3}",
      "U+001F can't stand in a feed and is left out, and so are 2 others further down"
    ),
  ])
  func `the first such character is named and the others are counted`(
    text: String, message: String
  ) throws {
    let (article, diagnostics) = try Fixture.read("---\ntitle: A\ndate: 2026-02-10\n---\n\(text)\n")
    #expect(diagnostics.map(\.message) == [message])
    let html = try content(of: try #require(article))
    #expect(html.unicodeScalars.filter { $0.isForbiddenInXML } == [])
  }

  @Test(arguments: ["&#11;", "&#x1F;", "&#xFFFE;", "&#xFFFF;"])
  func `a reference brings no such character into title, summary and content`(
    reference: String
  ) throws {
    let (article, _) = try Fixture.read(
      """
      ---
      title: "a\(reference)b"
      date: 2026-02-10
      excerpt: "c\(reference)d"
      ---
      One \(reference) two <b title="\(reference)">three</b>.
      """)
    let loaded = try #require(article)
    let texts = try [loaded.article.title, loaded.article.excerpt ?? "", content(of: loaded)]
    #expect(texts.map { $0.unicodeScalars.filter { $0.isForbiddenInXML } } == [[], [], []])
    let (lead, _) = try Fixture.read(
      "---\ntitle: A\ndate: 2026-02-10\n---\nOne \(reference) two.\n")
    let summary = try entry(of: try #require(lead)).summary ?? ""
    #expect(summary.unicodeScalars.filter { $0.isForbiddenInXML } == [])
  }

  @Test(arguments: ["&#xFFFE;", "&#xFFFF;", "&#xD800;", "&#x110000;", "&#0;", "&#x80;"])
  func `a reference to what is no character leaves UTF-8 whole`(reference: String) throws {
    let (article, _) = try Fixture.read(
      "---\ntitle: A\ndate: 2026-02-10\n---\nOne \(reference) two.\n")
    let html = try entry(of: try #require(article)).contentHTML ?? []
    #expect(Array(String(decoding: html, as: UTF8.self).utf8) == html)
  }

  @Test(arguments: ["\\x07", "\\x1F", "\\uFFFE", "\\0", "\\e", "\\v", "\\f"])
  func `an escape of YAML brings no such character in, and a warning names it`(
    escape: String
  ) throws {
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: \"a\(escape)b\"\ndate: 2026-02-10\nkeywords: [\"c\(escape)d\"]\n---\n")
    let read = try #require(article).article
    #expect(read.title == "ab")
    #expect(read.keywords == ["cd"])
    #expect(
      Fixture.places(diagnostics) == ["2:8 character-forbidden", "4:12 character-forbidden"])
    #expect(!diagnostics.hasErrors)
  }

  @Test(arguments: ["\\n", "\\t", "\\r", "\\N", "\\L", "\\P"])
  func `white space of any kind is one space`(escape: String) throws {
    let loaded = try Fixture.whole("---\ntitle: \"a\(escape)b\"\ndate: 2026-02-10\n---\n")
    #expect(loaded.article.title == "a b")
  }

  @Test(arguments: ["a&#10;b", "a&NewLine;b", "a&Tab;b"])
  func `a reference to white space makes no second line of a title`(title: String) throws {
    let loaded = try Fixture.whole("---\ntitle: \"\(title)\"\ndate: 2026-02-10\n---\n")
    #expect(loaded.article.title == "a b")
  }

  private func entry(of loaded: LoadedArticle) throws -> Entry {
    EntryRenderer(configuration: try Fixture.configuration())
      .entry(for: loaded, id: "urn:x", categories: []).entry
  }

  private func content(of loaded: LoadedArticle) throws -> String {
    String(decoding: try entry(of: loaded).contentHTML ?? [], as: UTF8.self)
  }
}
