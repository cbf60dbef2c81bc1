import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// What names of files and folders tell, as the generators have them.
struct ArticlePathTests {
  @Test(arguments: [
    ("2026-02-10-slug.md", "slug", "2026-02-10"),
    ("2026-02-10-slug/index.md", "slug", "2026-02-10"),
    ("_posts/2026-2-1-slug.md", "slug", "2026-02-01"), ("2026-02-10_slug.md", "slug", "2026-02-10"),
    ("2026-02-10 my note.md", "my note", "2026-02-10"),
    ("2026-02-10.md", "2026-02-10", "2026-02-10"),
    ("2026/02/10/slug.md", "slug", "2026-02-10"),
    ("blog/2026/2/1/slug/index.md", "slug", "2026-02-01"),
    ("2026/02-10-slug.md", "slug", "2026-02-10"), ("2026-02/10-slug.md", "slug", "2026-02-10"),
    ("2026-02-10/slug.md", "slug", "2026-02-10"),
    ("2026-02-10/slug/index.md", "slug", "2026-02-10"),
    ("20260210-slug.md", "20260210-slug", "2026-02-10"), ("20260210.md", "20260210", "2026-02-10"),
    ("2017-02-29-slug.md", "slug", "2017-02-29"),
    ("2026-02-10-v8.0.0-beta.1.md", "v8.0.0-beta.1", "2026-02-10"),
    ("2026/02/slug.md", "slug", nil), ("2026/slug.md", "slug", nil), ("slug.md", "slug", nil),
    ("2026-02-slug.md", "2026-02-slug", nil), ("99999999-slug.md", "99999999-slug", nil),
    ("20261310-slug.md", "20261310-slug", nil), ("12345678.md", "12345678", nil),
    ("2026/02/10/a/slug.md", "slug", nil), ("2026-02-10-trip/day-1.md", "day-1", nil),
    ("2026/02/10.md", "10", nil), ("2026-02-10-.md", "2026-02-10-", nil), ("1.md", "1", nil),
    ("index.md", "index", nil), ("notes/INDEX.MD", "notes", nil),
    ("v8.0.0-beta.1.md", "v8.0.0-beta.1", nil),
    ("20260210120000-slug.md", "20260210120000-slug", nil), ("a/.md", "", nil), ("x", "x", nil),
  ])
  func `a path tells slug and day`(path: String, slug: String, day: String?) {
    let read = ArticlePath(path)
    #expect(read.slug == slug)
    #expect(read.date?.text == day)
  }

  /// Hugo's suffixes; other dots belong to the name.
  @Test(arguments: [
    ("post.en.md", "post", "en"), ("post.EN.md", "post", "en"), ("post.zh-cn.md", "post", "zh-cn"),
    ("post.fr.md", "post.fr", nil), ("v1.io.md", "v1.io", nil), ("next.js.md", "next.js", nil),
    ("post/index.fr.md", "post", "fr"), ("post/index.pt-br.md", "post", "pt-br"),
    ("post/index.draft.md", "index.draft", nil), ("2026-02-10-x.en.md", "x", "en"),
    (".en.md", ".en", nil),
  ])
  func `a language that the site has is no part of the name`(
    path: String, slug: String, language: String?
  ) {
    let read = ArticlePath(path, languages: ["en", "zh-cn"])
    #expect(read.slug == slug)
    #expect(read.language == language)
  }

  @Test func `a suffix for a language is the article's language`() throws {
    let configured = "content: { languages: [de] }"
    let german = try Fixture.article("", path: "a.de.md", configuration: configured).article
    #expect(german.slug == "a")
    #expect(german.language?.string == "de")
    let own = try Fixture.article("", path: "a.en.md").article
    #expect(own.slug == "a")
    #expect(try Fixture.article("", path: "a.de.md").article.slug == "a.de")
    let told = try Fixture.article("lang: fr", path: "a.de.md", configuration: configured).article
    #expect(told.language?.string == "fr")
  }

  @Test(arguments: [
    (
      "path: 2026/03/04/from-path", "2026-03-04", "from-path",
      "https://harbor.example/2026/03/04/from-path/"
    ),
    (
      "path: /2026/03/04/from-path", "2026-03-04", "from-path",
      "https://harbor.example/2026/03/04/from-path"
    ),
    (
      "path: /blog/from-path/\ndate: 2026-03-05", "2026-03-05", "from-path",
      "https://harbor.example/blog/from-path/"
    ),
    ("path: 2026/03/04/x.html", "2026-03-04", "x", "https://harbor.example/2026/03/04/x.html"),
    (
      "slug: /2026/03/04/from-slug/", "2026-03-04", "from-slug", "https://harbor.example/from-slug/"
    ),
    (
      "permalink: /2026/03/04/from-link/", "2026-03-04", "name",
      "https://harbor.example/2026/03/04/from-link/"
    ),
    (
      "permalink: /:year/:month/:slug.html", "2026-02-10", "name",
      "https://harbor.example/2026/02/name.html"
    ),
    ("permalink: /:year/:title/\nslug: s", "2026-02-10", "s", "https://harbor.example/2026/hello/"),
    ("url: https://o.example/a:b/", "2026-02-10", "name", "https://o.example/a:b/"),
    ("permalink: /a.html\npath: /b/", "2026-02-10", "b", "https://harbor.example/a.html"),
    ("path: /", "2026-02-10", "name", "https://harbor.example/"),
  ])
  func `fields with a path tell day, slug and link`(
    fields: String, day: String, slug: String, link: String
  ) throws {
    let loaded = try Fixture.whole(
      "---\ntitle: Hello\n\(fields)\n---\n", path: "2026-02-10-name.md")
    let article = loaded.article
    #expect(article.day == (try Timestamp(rfc3339: day + "T00:00:00Z").utc.date))
    #expect(article.slug == slug)
    #expect(article.link.string == link)
  }

  @Test func `a day in a name that does not exist is told`() throws {
    let (article, findings) = try Fixture.read(
      "---\ntitle: Hello\n---\n", path: "2017-02-29-hello.md")
    #expect(article == nil)
    #expect(
      findings.map(\.message)
        == ["the file's path has the date 2017-02-29, but February 2017 has no day 29"])
    let told = try Fixture.article("", path: "2017-02-29-hello.md").article
    #expect(told.slug == "hello")
  }

  @Test(arguments: [
    ("url: ¦/:foo/:slug/", "`url` is \"/:foo/:slug/\", but \":foo\" is none of")
  ])
  func `an address that needs another program is told`(marked: String, message: String) throws {
    let column = marked.prefix { $0 != "¦" }.count + 1
    let (article, findings) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\n\(marked.replacing("¦", with: ""))\n---\n")
    #expect(article == nil)
    #expect(Fixture.places(findings) == ["4:\(column) field-value"])
    #expect(findings.first?.message.hasPrefix(message) == true)
  }

  @Test
  func `an address that is a template without a counterpart is the pattern's, with a warning`()
    throws
  {
    let (article, findings) = try Fixture.read(
      "---\ntitle: Hello\ndate: 2026-02-10\npermalink: /{{ page.colour }}/{{ title }}/\n---\n")
    #expect(article?.article.link.string == "https://harbor.example/hello/")
    #expect(Fixture.places(findings) == ["4:12 permalink-template"])
    #expect(findings.hasErrors == false)
    let known = try Fixture.article("permalink: '/x/{{ title | slugify }}/index.html'").article
    #expect(known.link.string == "https://harbor.example/x/hello/")
  }

  @Test(arguments: [
    ("2026-02-10-trip/day-1", "2026/02/10", "", "trip/day-1"),
    ("news/2026/2/1/hello", "2026/2/1", "news/", "hello"),
    ("2026-02-10/2026-02-11-b", "2026/02/11", "2026-02-10/", "b"),
    ("a-2026-02-10", "2026/02/10", "a-", ""),
  ])
  func `the last day in a path counts for Docusaurus`(
    path: String, day: String, before: String, behind: String
  ) throws {
    let dated = try #require(DatedPath(in: path))
    #expect([dated.day, dated.before, dated.behind] == [day, before, behind])
    #expect(DatedPath(in: "news/202-02-10-x/2026-02") == nil)
  }

  @Test(arguments: [
    ("/x/y", "https://harbor.example/base/x/y"), ("/base/x", "https://harbor.example/base/x"),
    ("/base", "https://harbor.example/base"), ("/based", "https://harbor.example/base/based"),
    ("x", "https://harbor.example/base/x"), ("//b.example/x", "https://b.example/x"),
    ("https://b.example/x", "https://b.example/x"),
  ])
  func `a path that an article gives is below the site's home page`(
    permalink: String, link: String
  ) throws {
    let (configuration, _) = Fixture.parse(
      "site: { title: A, url: https://harbor.example/base }\n")
    let reader = ArticleReader(
      configuration: try #require(configuration), now: try Timestamp(rfc3339: Fixture.now))
    let text = "---\ntitle: A\ndate: 2026-02-10\npermalink: \(permalink)\n---\n"
    let reading = reader.read(SourceText(path: "a.md", bytes: Array(text.utf8)), path: "a.md")
    #expect(reading.article?.article.link.string == link)
  }

  @Test func `a slug may be a path where addresses are made of it`() throws {
    let pattern = "content: { permalink: ['/blog/:{slug}', '/blog/:slug'] }"
    let article = try Fixture.article("slug: /a/b", configuration: pattern).article
    #expect(article.link.string == "https://harbor.example/blog/a/b")
    #expect(article.slug == "b")
    let (refused, findings) = try Fixture.read(
      "---\ntitle: A\ndate: 2026-02-10\nslug: a/../../b\n---\n", configuration: pattern)
    #expect(refused == nil)
    #expect(Fixture.places(findings) == ["4:7 slug-unsafe"])
  }
}
