import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// Titles of articles whose front matter has none.
struct TitleHeadingTests {
  /// `rest` is what is left of the text; nil where the heading stays in it.
  @Test(arguments: [
    ("# Title\n\nText.", "Title", "\nText."), ("\n\n#  Title  \nText.", "Title", "Text."),
    ("   # Title ##\nText.", "Title", "Text."), ("# C#\nText.", "C#", "Text."),
    ("#\tTitle\n", "Title", ""), ("# Title", "Title", ""), ("# *A* `b` {#id}\nx", "*A* `b`", "x"),
    ("# A {: .b}\nx", "A", "x"), ("# {x}\ny", "{x}", "y"), ("Title\n===\nText.", "Title", "Text."),
    ("Title\nof two\n=\nText.", "Title\nof two", "Text."),
    ("<!-- # no -->\n# Title\nText.", "Title", "Text."),
    ("<!--\n# no\n-->\n\n# Title\r\nText.", "Title", "Text."),
    ("Text.\n\n# Title\n", "Title", nil), ("Text.\n# Title\n", "Title", nil),
    ("```\n# no\n```\n# Title\n", "Title", nil),
    ("~~~~ x\n# no\n~~~\n# no\n~~~~~\n# Title", "Title", nil),
    ("    # no\n\n# Title", "Title", nil), ("\t# no\n\n# Title", "Title", nil),
    ("## Two\n\n# Title", "Title", nil), ("Text.\n\nTitle\n===", "Title", nil),
    ("- item\n===\n\n# Title", "Title", nil), ("import X from 'x'\n\n# Title", "Title", nil),
    ("#no\n# Title", "Title", nil), ("> # no\n\n# Title", "Title", nil),
  ])
  func `the first heading of level 1 is the title`(text: String, title: String, rest: String?)
    throws
  {
    let bytes = Array(text.utf8)
    let heading = try #require(TitleHeading(in: bytes, from: 0))
    #expect(heading.text == title)
    #expect(heading.bodyStart.map { String(decoding: bytes[$0...], as: UTF8.self) } == rest)
  }

  @Test(arguments: [
    "", "Text.", "## Two", "#", "# ", "# #", "#no", "```\n# no", "<!-- # no", "<!--\n# no\n", "===",
    "\n===", "    # no", "- a\n===", "`# no`", "Text #1", "~~~\n# no\n~~", "####### no",
  ])
  func `other lines are no title`(text: String) {
    #expect(TitleHeading(in: Array(text.utf8), from: 0)?.text == nil)
  }

  @Test func `a file without front matter is an article by its heading and name`() throws {
    let loaded = try Fixture.whole(
      "# The *first* `one`\n\nText.\n", path: "2026-02-10-first.md")
    #expect(loaded.article.title == "The first one")
    #expect(loaded.article.slug == "first")
    #expect(loaded.article.published.rfc3339 == "2026-02-09T23:00:00Z")
    let body = String(decoding: loaded.source.bytes[loaded.bodyStart...], as: UTF8.self)
    #expect(body == "\nText.\n")
  }

  @Test func `the front matter's title wins, and the heading stays`() throws {
    let loaded = try Fixture.whole("---\ntitle: A\ndate: 2026-02-10\n---\n# B\n")
    #expect(loaded.article.title == "A")
    let body = String(decoding: loaded.source.bytes[loaded.bodyStart...], as: UTF8.self)
    #expect(body == "# B\n")
  }

  @Test func `a heading wins over the configuration's default`() throws {
    let settings = "content: { defaults: { title: Untitled } }"
    let heading = try Fixture.whole("---\ndate: 2026-02-10\n---\n# B\n", configuration: settings)
    #expect(heading.article.title == "B")
    let plain = try Fixture.whole("---\ndate: 2026-02-10\n---\nB\n", configuration: settings)
    #expect(plain.article.title == "Untitled")
  }

  @Test(arguments: [
    ("Text.\n", "a.md", "the article has no front matter"),
    ("# A\n", "a.md", "the article has no front matter, and its file's name gives no date"),
    (
      "Text.\n", "2026-02-10-a.md",
      "the article has no front matter, and no heading that gives its title"
    ),
  ])
  func `what neither heading nor name tell is one finding`(
    text: String, path: String, message: String
  ) throws {
    let (article, findings) = try Fixture.read(text, path: path)
    #expect(article == nil)
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.rule.id) == ["front-matter-missing"])
  }
}
