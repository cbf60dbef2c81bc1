@testable import Content
import FeedModel
import FeedValues
import Testing

/// Patterns for paths and for addresses.
struct PatternTests {
  @Test(arguments: [
    ("**/*.md", "a.md", true), ("**/*.md", "x/y/a.md", true), ("**/*.md", "a.mdx", false),
    ("*.md", "a.md", true), ("*.md", "x/a.md", true), ("/*.md", "x/a.md", false),
    ("/*.md", "a.md", true), ("README.md", "x/README.md", true), ("README.md", "readme.md", false),
    ("x/*.md", "x/a.md", true), ("x/*.md", "x/y/a.md", false), ("x/**", "x/y/a.md", true),
    ("x/**", "xy/a.md", false), ("x/**/a.md", "x/a.md", true), ("x/**/a.md", "x/y/z/a.md", true),
    ("x/**/a.md", "x/yz/b.md", false), ("**", "x/y", true), ("**/x/**", "a/x/b", true),
    ("**/x/**", "a/xx/b", false), ("?.md", "a.md", true), ("?.md", "ab.md", false),
    ("?.md", "é.md", true), ("x/?/a", "x///a", false), ("[a-c].md", "b.md", true),
    ("[a-c].md", "d.md", false), ("[!a-c].md", "d.md", true), ("[^a].md", "a.md", false),
    ("[]].md", "].md", true), ("[a-].md", "-.md", true), ("[a.md", "[a.md", true),
    ("x/a[!b]c", "x/a/c", false), ("*.{md,markdown}", "a.markdown", true),
    ("*.{md,markdown}", "a.mdx", false), ("{a,b}/{c,d}.md", "b/c.md", true),
    ("{a,b}/{c,d}.md", "b/e.md", false), ("a{,b}.md", "a.md", true), ("a{b.md", "a{b.md", true),
    ("*", ".hidden", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false),
    ("", "a", false), ("drafts/", "drafts/a.md", true), ("drafts/", "x/drafts/y/a.md", true),
    ("drafts/", "drafts.md", false), ("/drafts/", "x/drafts/a.md", false),
    ("x/drafts/", "x/drafts/a.md", true), ("x/drafts/", "y/x/drafts/a.md", false),
    ("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func `a path fits a pattern or doesn't`(pattern: String, path: String, fits: Bool) {
    #expect(Glob(pattern).matches(path) == fits)
  }

  @Test(arguments: [
    ("/:category/:slug/", "https://harbor.example/voice-ai/my%20post/"),
    ("/:category/:slug", "https://harbor.example/voice-ai/my%20post"),
    (":slug", "https://harbor.example/my%20post"),
    ("/:year/:month/:day/:slug.html", "https://harbor.example/2026/02/03/my%20post.html"),
    ("/:path/", "https://harbor.example/notes/my%20post/"),
    ("/:title", "https://harbor.example/hello-c-plus-plus"),
    ("/blog posts/:slug", "https://harbor.example/blog%20posts/my%20post"),
    ("/:category-:slug/", "https://harbor.example/voice-ai-my%20post/"),
    ("//:slug//", "https://harbor.example/my%20post/"),
  ])
  func `an address is made by its pattern`(pattern: String, expected: String) throws {
    #expect(try link(pattern, category: "Voice AI").string == expected)
  }

  @Test func `the part of a category that an article doesn't have is left out`() throws {
    #expect(
      try link("/:category/:slug/", category: nil).string == "https://harbor.example/my%20post/")
    #expect(try PermalinkPattern("/:category/:slug/") == .standard)
  }

  @Test func `a category of another script is escaped`() throws {
    #expect(
      try link("/:category/:slug/", category: "音声").string
        == "https://harbor.example/%E9%9F%B3%E5%A3%B0/my%20post/")
  }

  @Test(arguments: [
    "", "/", "/:category/", "/:year/:month/:day/", "/:slugs/", "/:", "/:Slug/", "::", "/:{slug",
    "/:{}/",
  ])
  func `a pattern that knows no article apart or names what is not known is refused`(
    pattern: String
  ) {
    #expect(throws: InvalidValue.self) { try PermalinkPattern(pattern) }
  }

  @Test(arguments: [
    ("/:short_year-:i_month-:i_day/:slug", "26-2-3/my%20post"),
    ("/:y_day/:w_year/W:week/:w_day/:name", "034/2026/W06/2/my%20post"),
    (
      "/:short_month/:long_month/:short_day/:long_day/:name/", "Feb/February/Tue/Tuesday/my%20post/"
    ),
    ("/:hour:minute:second/:slug.html", "070809/my%20post.html"),
    ("/:folders/:slug/", "notes/old/my%20post/"),
    ("/:section/:slug/", "notes/my%20post/"), ("/:subfolders/:slug/", "old/my%20post/"),
    ("/:categories/:slug/", "voice-ai/c-sharp/my%20post/"),
    ("/:{path}/", "by/hand/"), ("/x/:{PATH}", "x/by/hand"), ("/:{nothing}/:slug/", "my%20post/"),
  ])
  func `an address tells what its pattern names`(pattern: String, expected: String) throws {
    let link = try PermalinkPattern(pattern).link(
      site: try AbsoluteURL("https://harbor.example/"),
      to: PermalinkSubject(
        slug: "my post", title: "Hello C++", categories: ["Voice AI", "C#"],
        path: ["notes", "old", "my post"], day: try CalendarDate(year: 2026, month: 2, day: 3),
        time: try TimeOfDay(hour: 7, minute: 8, second: 9), fields: ["path": "/by/hand"]),
      style: .plain)
    #expect(link.string == "https://harbor.example/" + expected)
  }

  @Test(arguments: [
    (AddressStyle.plain, "v8.0 Über C++ & you!", "v8.0 Über C++ & you!"),
    (.jekyll, "v8.0 Über C++ & you!", "v8.0-Über-C++-&-you!"), (.jekyll, "-a---b_c-", "a-b_c"),
    (.hugo, "v8.0 Über C++ & you!", "v8.0-über-c++-you"), (.hugo, "a - b--c", "a-b--c"),
    (.ascii, "v8.0 Über C++ & you!", "v8-0-uber-c-you"), (.ascii, "_a_", "a"),
    (.github, "v8.0 Über C++ & you!", "v80-über-c--you"), (.github, "a_b", "a_b"),
    (.words, "v8.0 Über C++ & you!", "v80-über-c-you"),
    (.pelican, "v8.0 Über C++ & you!", "v80-uber-c-you"),
    (.hexo, "v8.0 Über", "v8.0 Über"),
  ])
  func `a slug is written as generators write it`(
    style: AddressStyle, text: String, expected: String
  ) {
    #expect(style.segment(text, .slug) == expected)
  }

  @Test(arguments: [
    (2026, 1, 1, "2026/01"), (2027, 1, 1, "2026/53"), (2024, 12, 30, "2025/01"),
    (2026, 12, 31, "2026/53"),
  ])
  func `a week belongs to the year of its Thursday`(
    year: Int, month: Int, day: Int, expected: String
  ) throws {
    let link = try PermalinkPattern("/:w_year/:week/:slug").link(
      site: try AbsoluteURL("https://harbor.example/"),
      to: PermalinkSubject(
        slug: "a", title: "A", categories: [], path: ["a"],
        day: try CalendarDate(year: year, month: month, day: day), time: .midnight, fields: [:]),
      style: .plain)
    #expect(link.string == "https://harbor.example/\(expected)/a")
  }

  @Test(arguments: [
    ("blog/a.md", "slug: own", "https://harbor.example/own"),
    ("blog/a.md", "", "https://harbor.example/2026/a"),
    ("notes/old/a.md", "", "https://harbor.example/n/notes/old/a/"),
    ("a.md", "", "https://harbor.example/a/"),
  ])
  func `patterns hold for a folder, and the first that an article fills counts`(
    path: String, fields: String, expected: String
  ) throws {
    let loaded = try Fixture.article(
      fields, path: path,
      configuration: """
        content:
          permalink:
            "blog/**": ["/:{slug}", "/:year/:slug"]
            "notes/**": /n/:path/
        """)
    #expect(loaded.article.link.string == expected)
  }

  @Test(arguments: [
    ("x/_posts/2026-02-03-a.md", "categories: b c", "x/b/c/2026/02/10/a.html"),
    ("_posts/y/2026-02-03-a.md", "category: b c", "b%20c/2026/02/10/a.html"),
    ("_posts/2026-02-03-A.b.md", "date: 2026-02-10 23:30:00", "2026/02/11/A.b.html"),
    ("_posts/2026-02-03-a.md", "date: 2026-02-10 23:30", "2026/02/10/a.html"),
    ("_posts/2026-02-03-a.md", "date: 2026-02-10 23:30:00 -0500", "2026/02/11/a.html"),
  ])
  func `Jekyll's habits are kept`(path: String, fields: String, expected: String) throws {
    let loaded = try Fixture.whole(
      "---\ntitle: Hello\n\(fields.contains("date") ? "" : "date: 2026-02-10\n")\(fields)\n---\nText.\n",
      path: path,
      configuration: """
        content:
          conventions: jekyll
          permalink: /:categories/:year/:month/:day/:slug.html
        """)
    #expect(loaded.article.link.string == "https://harbor.example/" + expected)
  }

  private func link(_ pattern: String, category: String?) throws -> AbsoluteURL {
    try PermalinkPattern(pattern).link(
      site: try AbsoluteURL("https://harbor.example/"),
      to: PermalinkSubject(
        slug: "my post", title: "Hello C++", categories: category.map { [$0] } ?? [],
        path: ["notes", "my post"], day: try CalendarDate(year: 2026, month: 2, day: 3),
        time: .midnight, fields: [:]), style: .plain)
  }
}
