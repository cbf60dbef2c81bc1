import Diagnostics
import FeedModel
import Testing

@testable import Content

/// Which values of fields are taken, and where the others are told.
struct FieldErrorTests {
  /// The line stands behind a title and a date; the mark `¦` where the finding is expected.
  @Test(arguments: [
    ("slug: ¦..", "slug-unsafe"), ("slug: ¦.", "slug-unsafe"), ("slug: ¦a/b", "slug-unsafe"),
    ("slug: ¦'a\\b'", "slug-unsafe"), ("slug: ¦\"a\\x07b\"", "slug-unsafe"),
    ("slug: ¦\"a\\x80b\"", "slug-unsafe"),
    ("slug: ¦\(String(repeating: "a", count: 201))", "slug-unsafe"),
    ("slug: ¦[a]", "field-value"), ("category: ¦{ a: b }", "field-value"),
    ("categories: [a, ¦[b]]", "field-value"), ("excerpt: ¦[a]", "field-value"),
    ("author: ¦{ email: a@b.example }", "field-value"),
    ("author: { name: A, email: ¦nobody }", "field-value"),
    ("author: { name: A, url: ¦ftp://a.example/ }", "field-value"),
    ("thumbnail: ¦{ alt: A }", "field-value"), ("image: ¦ftp://a.example/a.png", "field-value"),
    ("enclosure: ¦/1.mp3", "field-value"), ("enclosure: ¦{ length: 1 }", "field-value"),
    ("enclosure: ¦{ url: /1.mp3 }", "field-value"),
    ("enclosure: { url: /1.mp3, length: ¦0 }", "field-value"),
    ("enclosure: ¦{ url: /1.xyz, length: 1 }", "field-value"),
    ("enclosure: { url: /1.mp3, length: 1, type: ¦mp3 }", "field-value"),
    ("lang: ¦english language", "field-value"), ("id: ¦post-1", "field-value"),
    ("updated: ¦2026-02-30", "date-invalid"), ("updated: ¦[a]", "field-value"),
    ("expires: ¦never", "date-invalid"), ("permalink: ¦mailto:a@b.example", "field-value"),
    ("link: ¦'http://'", "field-value"),
  ])
  func `a value of the wrong kind is told where it is`(marked: String, rule: String) throws {
    let column = marked.prefix { $0 != "¦" }.unicodeScalars.count + 1
    let line = marked.replacing("¦", with: "")
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n\(line)\n---\n")
    #expect(article == nil)
    #expect(Fixture.places(diagnostics) == ["4:\(column) \(rule)"])
  }

  @Test(arguments: [
    ("title: ''\ndate: 2026-02-10", "title-missing"), ("title: Hello\ndate: ''", "date-missing"),
    ("title: '  '\ndate: 2026-02-10", "title-missing"),
    ("title:\ndate: 2026-02-10", "title-missing"),
    ("title: '<!-- todo -->'\ndate: 2026-02-10", "title-missing"),
    ("title: '![](a.png)'\ndate: 2026-02-10", "title-missing"),
    ("title: Hello\ndate: ~", "date-missing"), ("title: Hello\ndate: ' '", "date-missing"),
    ("title: [a]\ndate: 2026-02-10", "field-value"), ("title: Hello\ndate: [a]", "field-value"),
  ])
  func `a title or date that holds nothing is not passed over`(fields: String, rule: String) throws
  {
    let (article, diagnostics) = try Fixture.read("---\n\(fields)\n---\nText.\n")
    #expect(article == nil)
    #expect(diagnostics.map(\.rule.id) == [rule])
  }

  @Test func `all findings of an article come in one run`() throws {
    let (article, diagnostics) = try Fixture.read(
      """
      ---
      title: Hello
      title: Hello again
      slug: a/b
      date: 2026-02-30
      keywords: { a: b }
      author: []
      id: nothing
      draft: perhaps
      ---
      """)
    #expect(article == nil)
    #expect(
      Fixture.places(diagnostics) == [
        "3:1 field-repeated", "4:7 slug-unsafe", "5:7 date-invalid", "6:11 field-value",
        "8:5 field-value", "9:8 field-value",
      ])
  }

  @Test(arguments: [
    ("updated: 2026-02-09", "4:10 updated-before-date"), ("Title: Again", "4:1 field-repeated"),
    ("tags: a\nTAGS: b", "5:1 field-repeated"),
  ])
  func `a warning leaves the article in the feeds`(fields: String, place: String) throws {
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n\(fields)\n---\n")
    #expect(Fixture.places(diagnostics) == [place])
    let read = try #require(article).article
    #expect(read.updated >= read.published)
  }

  @Test func `an article revised on its day of publication needs no warning`() throws {
    let loaded = try Fixture.whole(
      "---\ntitle: Hello\ndate: 2026-02-10 18:30\nupdated: 2026-02-10\n---\n")
    #expect(loaded.article.updated == loaded.article.published)
  }
}
