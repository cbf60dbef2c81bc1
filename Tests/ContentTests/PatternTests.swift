@testable import Content
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
    "", "/", "/:category/", "/:year/:month/:day/", "/:slugs/", "/:", "/:Slug/", "::",
  ])
  func `a pattern that knows no article apart or names what is not known is refused`(
    pattern: String
  ) {
    #expect(throws: InvalidValue.self) { try PermalinkPattern(pattern) }
  }

  private func link(_ pattern: String, category: String?) throws -> AbsoluteURL {
    try PermalinkPattern(pattern).link(
      site: try AbsoluteURL("https://harbor.example/"), slug: "my post",
      day: try CalendarDate(year: 2026, month: 2, day: 3), category: category,
      path: "notes/my post", title: "Hello C++")
  }
}
