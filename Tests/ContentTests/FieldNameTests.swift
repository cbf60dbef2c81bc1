import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// The names that generators and their themes have for fields, and what they leave out of feeds.
struct FieldNameTests {
  @Test(arguments: [
    "published_at", "publishedAt", "publish_date", "publishedDate", "date_published",
    "datePublished", "pubDatetime", "pub_date", "createdAt", "created", "posted", "publish",
  ])
  func `themes have further names for the date`(name: String) throws {
    let article = try Fixture.whole("---\ntitle: Hello\n\(name): 2026-02-10T00:00:00Z\n---\n")
      .article
    #expect(article.published.rfc3339 == "2026-02-10T00:00:00Z")
  }

  @Test(arguments: [
    "updated_at: 2026-03-10T00:00:00Z", "updatedAt: 2026-03-10T00:00:00Z",
    "updatedDate: 2026-03-10T00:00:00Z",
    "modDatetime: 2026-03-10T00:00:00Z", "dateModified: 2026-03-10T00:00:00Z",
    "last_modified: 2026-03-10T00:00:00Z",
    "lastUpdated: 2026-03-10T00:00:00Z",
    "last_update:\n  author: Ada\n  date: 2026-03-10T00:00:00Z",
  ])
  func `and for the last revision`(field: String) throws {
    #expect(try Fixture.article(field).article.updated.rfc3339 == "2026-03-10T00:00:00Z")
  }

  @Test(arguments: [
    ("taxonomies: { tags: [a], categories: [b], authors: [Ada] }", ["a"], ["b"], ["Ada"]),
    ("Taxonomies:\n  Tags: a, c", ["a", "c"], [], []),
    ("tags: [x]\ntaxonomies: { tags: [a] }", ["x"], [], []),
    ("tag: a\nauthor_name: Ada", ["a"], [], ["Ada"]), ("taxonomies: [a]", [], [], []),
  ])
  func `Zola's taxonomies are keywords, categories and authors`(
    fields: String, keywords: [String], categories: [String], authors: [String]
  ) throws {
    let article = try Fixture.article(fields).article
    #expect(article.keywords == keywords)
    #expect(article.categories == categories)
    #expect(article.authors.map(\.name) == authors)
  }

  @Test(arguments: [
    "heroImage: /a.png", "featured_image: /a.png", "featuredImage: /a.png", "coverImage: /a.png",
    "cover_image: /a.png",
    "ogImage: /a.png", "header:\n  teaser: /a.png", "header: { image: /a.png, overlay: x }",
    "feature_image: /a.png",
  ])
  func `pictures too have many names`(field: String) throws {
    #expect(try Fixture.article(field).article.image?.url.string == "https://harbor.example/a.png")
  }

  @Test func `names inside of maps are configured with dots`() throws {
    let keys = """
      content:
        keys: { author: extra.Author, thumbnail: [cover.image, a.b.c], keywords: params.labels }
      """
    let article = try Fixture.article(
      "extra: { author: Ada }\ncover: { image: /x.png, alt: no }\nparams: { labels: [k] }",
      configuration: keys
    ).article
    #expect(article.authors == [Author(name: "Ada")])
    #expect(article.image?.url.string == "https://harbor.example/x.png")
    #expect(article.keywords == ["k"])
    let deep = try Fixture.article("a: { B: { c: /y.png } }", configuration: keys).article
    #expect(deep.image?.url.string == "https://harbor.example/y.png")
    let plain = try Fixture.article("cover: { url: /z.png }", configuration: keys).article
    #expect(plain.image?.url.string == "https://harbor.example/z.png")
    let (_, findings) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\nextra: { author: { email: x } }\n---\n",
      configuration: keys)
    #expect(findings.map(\.message).first == "`extra.author.email` is \"x\", but it has no \"@\"")
  }

  @Test(arguments: [
    ("published: true", LoadedArticle.State.published), ("publish: false", .draft),
    ("isDraft: true", .draft),
    ("status: draft", .draft), ("Status: Hidden", .leftOut), ("status: published", .published),
    ("status: private", .leftOut), ("status: 5", .published), ("unlisted: true", .leftOut),
    ("unlisted: false", .published),
    ("hidden: yes", .leftOut), ("private: true", .leftOut), ("archive: true", .leftOut),
    ("archive: 2019", .published), ("archive: /old/", .published), ("hidden: never", .published),
    ("redirect: /other/", .leftOut), ("redirect_to: https://o.example/", .leftOut),
    ("redirect_to: [https://o.example/]", .published),
    ("redirect: false", .published), ("redirect_from: /old/", .published),
    ("eleventyExcludeFromCollections: true", .leftOut), ("build: { list: never }", .leftOut),
    ("_build:\n  list: local\n  render: always", .leftOut), ("build: { list: always }", .published),
    ("permalink: false", .leftOut), ("expiryDate: 2026-01-01", .expired),
    ("noindex: true", .published),
    ("unlisted: false\nhidden: true", .leftOut), ("hidden: true\nunlisted: false", .leftOut),
  ])
  func `what a generator keeps out of its feeds is kept out`(
    field: String, state: LoadedArticle.State
  ) throws {
    #expect(try Fixture.article(field).state == state)
  }

  @Test func `Jekyll's folder of drafts holds drafts, with a date or without`() throws {
    #expect(try Fixture.article("", path: "_drafts/a.md").state == .draft)
    let reader = ArticleReader(
      configuration: try Fixture.configuration(), now: try Timestamp(rfc3339: Fixture.now))
    let reading = reader.read(
      SourceText(path: "a.md", bytes: Array("---\ntitle: A\n---\n".utf8)), path: "_drafts/a.md")
    #expect(reading.article == nil)
    #expect(reading.isFaultyDraft)
    #expect(reading.diagnostics.hasErrors == false)
  }

  @Test func `a file without a date can be a page, and no article`() throws {
    for text in ["---\ntitle: About\nlang: '?'\n---\nText.\n", "Text.\n", "# About\n"] {
      let settings = "content: { undated: leave-out }"
      let (article, findings) = try Fixture.read(text, path: "about.md", configuration: settings)
      #expect(article == nil)
      #expect(findings == [])
      let (_, told) = try Fixture.read(text, path: "about.md")
      #expect(told.hasErrors)
    }
    let (_, findings) = try Fixture.read(
      "---\ntitle: A\ndate: tomorrow\n---\n", configuration: "content: { undated: leave-out }")
    #expect(findings.map(\.rule.id) == ["date-invalid"])
    let undated = Fixture.parse(
      "site: { title: A, url: https://a.example/ }\ncontent: { undated: perhaps }\n")
    #expect(
      undated.diagnostics.map(\.message) == [
        "`content.undated` is \"perhaps\", but it must be error or leave-out"
      ])
  }

  @Test(arguments: [
    ("author: Jane Doe <jane@harbor.example>", "Jane Doe", "jane@harbor.example"),
    ("author: <jane@harbor.example>", "jane@harbor.example", "jane@harbor.example"),
    ("author: Jane <3", "Jane <3", nil), ("author: Jane <no mail>", "Jane <no mail>", nil),
    ("author: a, b", "a, b", nil),
    ("authors: [Jane <jane@harbor.example>]", "Jane", "jane@harbor.example"),
  ])
  func `a name can have an address behind it`(field: String, name: String, email: String?) throws {
    let authors = try Fixture.article(field).article.authors
    #expect(authors == [Author(name: name, email: try email.map { try EmailAddress($0) })])
  }
}
