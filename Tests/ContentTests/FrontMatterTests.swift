import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// Front matter that is right: names, shapes, defaults.
struct FrontMatterTests {
  @Test func `the model article is read whole`() throws {
    let loaded = try Fixture.whole(
      """
      ---
      title: "Work From Home AI Jobs That Actually Pay"
      slug: "work-from-home-ai-jobs"
      date: "2026-02-10"
      category: "gig-economy"
      author: "Harbor Team"
      excerpt: "Everything you need to know about work from home AI jobs."
      keywords: [work from home AI jobs, voice AI, data collection, AI training]
      thumbnail: "https://images.unsplash.com/photo-1677442136019-21780ecad995?auto=format&q=80"
      ---
      # Hello
      """, path: "gig/jobs.md")
    let image = try AbsoluteURL(
      "https://images.unsplash.com/photo-1677442136019-21780ecad995?auto=format&q=80")
    let published = try Timestamp(rfc3339: "2026-02-09T23:00:00Z")
    #expect(
      loaded.article
        == Article(
          path: "gig/jobs.md", title: "Work From Home AI Jobs That Actually Pay",
          slug: "work-from-home-ai-jobs", published: published, updated: published,
          day: try CalendarDate(year: 2026, month: 2, day: 10), categories: ["gig-economy"],
          keywords: ["work from home AI jobs", "voice AI", "data collection", "AI training"],
          authors: [Author(name: "Harbor Team")],
          excerpt: "Everything you need to know about work from home AI jobs.",
          image: Image(url: image), enclosures: [], episode: nil, language: nil, id: nil,
          link: try AbsoluteURL("https://harbor.example/gig-economy/work-from-home-ai-jobs/"),
          externalLink: nil))
    #expect(loaded.state == .published)
    #expect(
      loaded.slugMark == LoadedArticle.Mark(position: Position(line: 3, column: 7), length: 22))
    #expect(String(decoding: loaded.source.bytes[loaded.bodyStart...], as: UTF8.self) == "# Hello")
  }

  @Test(arguments: [
    "date", "published", "pubDate", "publishDate", "created_at", "DATE", "PubDate", "CREATED_AT",
  ])
  func `the date has many names`(name: String) throws {
    let loaded = try Fixture.whole("---\ntitle: Hello\n\(name): 2026-02-10\n---\n")
    #expect(loaded.article.published.rfc3339 == "2026-02-09T23:00:00Z")
  }

  @Test(arguments: [
    "updated", "modified", "lastmod", "last_modified_at", "Modified", "LastMod",
  ])
  func `so has the day of the last revision`(name: String) throws {
    let article = try Fixture.article("\(name): 2026-03-10T00:00:00Z").article
    #expect(article.updated.rfc3339 == "2026-03-10T00:00:00Z")
    #expect(article.published.rfc3339 == "2026-02-09T23:00:00Z")
  }

  @Test(arguments: [
    ("category: a b", ["a b"]), ("categories: [a, b]", ["a", "b"]), ("Categories: a", ["a"]),
    ("category: a, b", ["a, b"]), ("categories: [a, '', ~, a]", ["a"]), ("category:", []),
  ])
  func `an article has one category or more`(field: String, expected: [String]) throws {
    #expect(try Fixture.article(field).article.categories == expected)
  }

  @Test(arguments: [
    ("keywords: [a, b c]", ["a", "b c"]), ("tags: a, b c , ,a", ["a", "b c"]),
    ("Topics:\n  - a\n  - 2026\n  - true", ["a", "2026", "true"]), ("tags: one", ["one"]),
    ("keywords: 音声, C#", ["音声", "C#"]), ("tags: ~", []), ("tags: []", []), ("tags: ''", []),
    ("keywords: [\"a, b\"]", ["a, b"]), ("KEYWORDS: |\n  a\n  b", ["a b"]),
  ])
  func `keywords are a list or a text with commas`(field: String, expected: [String]) throws {
    #expect(try Fixture.article(field).article.keywords == expected)
  }

  @Test(arguments: [
    ("author: Ada", [Author(name: "Ada")]),
    ("Authors: [Ada, Bob]", ["Ada", "Bob"].map { Author(name: $0) }),
    ("by: Ada & Bob", [Author(name: "Ada & Bob")]), ("author:", []),
    ("author: { name: Ada }", [Author(name: "Ada")]),
    ("authors:\n  - Ada\n  - name: Bob", ["Ada", "Bob"].map { Author(name: $0) }),
  ])
  func `an author is a name, a map, or a list of either`(field: String, expected: [Author]) throws {
    #expect(try Fixture.article(field).article.authors == expected)
  }

  @Test func `an author can have email, url and avatar`() throws {
    let article = try Fixture.article(
      """
      author:
        Name: Ada
        email: ada@harbor.example
        url: https://ada.example/
        avatar: https://ada.example/me.png
        twitter: "@ada"
      """
    ).article
    #expect(
      article.authors == [
        Author(
          name: "Ada", email: try EmailAddress("ada@harbor.example"),
          url: try AbsoluteURL("https://ada.example/"),
          avatar: try AbsoluteURL("https://ada.example/me.png"))
      ])
  }

  @Test(arguments: [
    "excerpt", "description", "summary", "teaser", "subtitle", "spoiler", "Description", "SUMMARY",
  ])
  func `the excerpt has many names and is plain text`(name: String) throws {
    let article = try Fixture.article("\(name): \"The *short* `version` of AT&amp;T\"").article
    #expect(article.excerpt == "The short version of AT&T")
  }

  @Test func `language, id and links go by their names`() throws {
    for (language, id, link, external) in [
      ("language", "id", "permalink", "external_url"), ("lang", "guid", "url", "link"),
      ("Lang", "GUID", "canonical", "Link"),
    ] {
      let article = try Fixture.article(
        "\(language): de\n\(id): urn:x:1\n\(link): /old/?p=1\n\(external): https://o.example/"
      ).article
      #expect(article.language?.string == "de")
      #expect(article.id == "urn:x:1")
      #expect(article.link.string == "https://harbor.example/old/?p=1")
      #expect(article.externalLink?.string == "https://o.example/")
    }
  }

  @Test(arguments: [
    ("excerpt: a\ndescription: b", "a"), ("description: b\nexcerpt: a", "a"),
    ("excerpt:\ndescription: b", "b"), ("description: b\nexcerpt: ~", "b"),
    ("description:\nexcerpt: a", "a"), ("spoiler: c\nteaser: b", "b"),
  ])
  func `of two names the better known counts, unless it holds nothing`(
    fields: String, expected: String
  ) throws {
    #expect(try Fixture.article(fields).article.excerpt == expected)
  }

  @Test(arguments: [
    ("Svelte <3 TypeScript", "Svelte <3 TypeScript"), ("The `<T>` of *it*", "The <T> of it"),
    ("<TextMorph />", "<TextMorph />"), ("'  Two   spaces '", "Two spaces"),
    ("\"a\\nb\"", "a b"), (">\n  folded\n  text", "folded text"), ("2026", "2026"),
    ("AT&amp;T", "AT&T"),
  ])
  func `a title is one line of plain text`(written: String, title: String) throws {
    let loaded = try Fixture.whole("---\ntitle: \(written)\ndate: 2026-02-10\n---\n")
    #expect(loaded.article.title == title)
  }
}
