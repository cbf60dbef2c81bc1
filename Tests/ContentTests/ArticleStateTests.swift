import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// Whether an article is in feeds, and what it takes from the configuration, its path and its file.
struct ArticleStateTests {
  @Test(arguments: [
    ("", LoadedArticle.State.published), ("draft: false", .published), ("draft: true", .draft),
    ("Draft: yes", .draft), ("draft: 'true'", .draft), ("draft:", .published),
    ("published: true", .published), ("published: false", .draft), ("Published: No", .draft),
    ("published: \"false\"", .draft), ("published: 2026-01-01", .published),
    ("feed: false", .leftOut), ("feed: true", .published), ("expires: 2026-05-31", .expired),
    ("expires: 2026-06-01T00:00:00Z", .expired), ("expires: 2026-06-02", .published),
    ("draft: true\nfeed: false", .draft),
  ])
  func `the front matter tells whether an article is in feeds`(
    field: String, state: LoadedArticle.State
  ) throws {
    #expect(try Fixture.article(field).state == state)
  }

  @Test(arguments: [
    ("2026-06-01T00:00:00Z", nil), ("2026-06-01T00:00:01Z", "2026-06-01T00:00:01Z"),
    ("2026-06-01", nil), ("2026-06-02", "2026-06-01T22:00:00Z"),
  ])
  func `an article of the future is due on its date`(date: String, due: String?) throws {
    let loaded = try Fixture.whole("---\ntitle: Hello\ndate: \(date)\n---\n")
    let expected = try due.map { try Timestamp(rfc3339: $0) }
    #expect(loaded.state == expected.map { .due($0) } ?? .published)
  }

  @Test func `a date by the name "published" is the article's date`() throws {
    let loaded = try Fixture.whole("---\ntitle: Hello\npublished: 2026-01-01T00:00:00Z\n---\n")
    #expect(loaded.article.published.rfc3339 == "2026-01-01T00:00:00Z")
    #expect(loaded.state == .published)
  }

  @Test(arguments: [
    ("draft: maybe", "4:8 field-value"),
    ("feed: 'never'", "4:7 field-value"), ("expires: 2026-02-30", "4:10 date-invalid"),
    ("draft: [true]", "4:8 field-value"),
  ])
  func `a state that is neither yes nor no is an error`(field: String, place: String) throws {
    let text = "---\ntitle: Hello\ndate: 2026-02-10\n\(field)\n---\n"
    let (article, diagnostics) = try Fixture.read(text)
    #expect(article == nil)
    #expect(Fixture.places(diagnostics) == [place])
  }

  @Test func `what an article leaves out is taken from the configuration`() throws {
    let defaults = "content: { defaults: { author: Ada, category: [notes], language: de } }"
    let article = try Fixture.article("author: Bob", configuration: defaults).article
    #expect(article.authors == [Author(name: "Bob")])
    #expect(article.categories == ["notes"])
    #expect(article.language?.string == "de")
    let empty = try Fixture.article("author:", configuration: defaults).article
    #expect(empty.authors == [Author(name: "Ada")])
  }

  @Test func `a title and a date can be defaults too`() throws {
    let loaded = try Fixture.whole(
      "---\ncategory: a\n---\n",
      configuration: "content: { defaults: { title: Untitled, date: 2026-01-01T00:00:00Z } }")
    #expect(loaded.article.title == "Untitled")
    #expect(loaded.article.published.rfc3339 == "2026-01-01T00:00:00Z")
  }

  @Test func `a default that is wrong is told in the configuration`() throws {
    let (article, diagnostics) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n---\n",
      configuration: "content: { defaults: { language: '?' } }")
    #expect(article == nil)
    #expect(diagnostics.map(\.location.file) == ["feedsetter.yml"])
    #expect(Fixture.places(diagnostics) == ["7:34 configuration-value"])
  }

  @Test func `the configuration adds names of fields`() throws {
    let keys = "content: { keys: { keywords: [Labels], date: day, author: title2 } }"
    let loaded = try Fixture.whole(
      "---\ntitle: Hello\nDAY: 2026-02-10\nlabels: a, b\ntitle2: Ada\n---\n", configuration: keys)
    #expect(loaded.article.keywords == ["a", "b"])
    #expect(loaded.article.authors == [Author(name: "Ada")])
    let both = try Fixture.article("labels: a\ntags: b", configuration: keys).article
    #expect(both.keywords == ["b"])
  }

  @Test(arguments: [
    ("hello.md", "hello"), ("notes/hello.md", "hello"), ("notes/hello/index.md", "hello"),
    ("index.md", "index"), ("v8.0.0-beta.1.md", "v8.0.0-beta.1"), ("été.markdown", "été"),
  ])
  func `without a slug the file's or folder's name is it`(path: String, slug: String) throws {
    #expect(try Fixture.article("category: a", path: path).article.slug == slug)
  }

  @Test func `a byte-order mark and CRLF make no difference`() throws {
    let text =
      "---\ntitle: Hello\ndate: 2026-02-10\nkeywords: [a, b]\n---\nFirst *one*.\n\nSecond.\n"
    let plain = try Fixture.whole(text)
    let settings = try Fixture.configuration().content
    for variant in [
      "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"),
      "\u{FEFF}" + text.replacing("\n", with: "\r\n"), text.replacing("---\n", with: "--- \t\n"),
    ] {
      let loaded = try Fixture.whole(variant)
      #expect(loaded.article == plain.article)
      let body = String(decoding: loaded.source.bytes[loaded.bodyStart...], as: UTF8.self)
      #expect(body.replacing("\r\n", with: "\n") == "First *one*.\n\nSecond.\n")
      #expect(
        loaded.position(of: "b", as: .keyword, settings: settings) == Position(line: 4, column: 15))
    }
  }

  @Test func `a term is found where it is written`() throws {
    let loaded = try Fixture.whole(
      """
      ---
      title: news
      date: 2026-02-10
      categories: [notes, news]
      tags: a, voice AI , c
      author: { name: Ada }
      ---
      """)
    let settings = try Fixture.configuration().content
    #expect(
      loaded.position(of: "news", as: .category, settings: settings)
        == Position(line: 4, column: 21))
    #expect(
      loaded.position(of: "voice AI", as: .keyword, settings: settings)
        == Position(line: 5, column: 10))
    #expect(
      loaded.position(of: "Ada", as: .author, settings: settings) == Position(line: 6, column: 17))
    #expect(loaded.position(of: "nowhere", as: .keyword, settings: settings) == .start)
  }
}
