import Content
import Testing

@testable import SiteSetup

/// Other generators' patterns of addresses in our own names.
@Suite("Permalinks of generators")
struct PatternTranslationTests {
  @Test(arguments: [
    ("date", "/:categories/:year/:month/:day/:slug.html"),
    ("pretty", "/:categories/:year/:month/:day/:slug/"),
    ("ordinal", "/:categories/:year/:y_day/:slug.html"),
    ("weekdate", "/:categories/:w_year/W:week/:short_day/:slug.html"),
    ("none", "/:categories/:slug.html"),
    ("/blog/:year_:i_month/:title:output_ext", "/blog/:year_:i_month/:slug.html"),
    ("/:title.html", "/:slug.html"),
  ])
  func `Jekyll's are known`(permalink: String, expected: String) {
    let (pattern, unknown) = Proposal.jekyllPattern(permalink, isCollection: false)
    #expect(pattern == expected)
    #expect(unknown == nil)
  }

  @Test(arguments: [
    ("/:year/:month/:title/", ["/:year/:month/:title/"]),
    ("/:slug/", ["/:{slug}/", "/:title/"]),
    ("/:sections[1:]/:slugorfilename", ["/:subfolders/:{slug}/", "/:subfolders/:name/"]),
    ("/:06/:1/:2/:contentbasename.html", ["/:short_year/:i_month/:i_day/:name.html"]),
  ])
  func `Hugo's are known`(permalink: String, expected: [String]) {
    let (patterns, unknown) = Proposal.hugoPatterns(permalink, end: "/")
    #expect(patterns == expected)
    #expect(unknown == nil)
  }

  @Test(arguments: [
    ("/blog/{{ page.fileSlug }}/index.html", "/blog/:slug/"),
    ("/{{ page.date | date: '%Y/%m/%d' }}/{{ title | slugify }}/", "/:year/:month/:day/:title/"),
    ("{{ page.filePathStem }}.html", "/:folders/:slug.html"),
  ])
  func `Eleventy's are known`(permalink: String, expected: String) {
    let (pattern, unknown) = PermalinkTemplate.pattern(of: permalink)
    #expect(pattern == expected)
    #expect(unknown == nil)
  }

  @Test func `a name without counterpart is told`() {
    #expect(Proposal.jekyllPattern("/:colour/:title", isCollection: false).unknown == ":colour")
    #expect(Proposal.hugoPatterns("/:weekday/:slug", end: "/").unknown == ":weekday")
    #expect(PermalinkTemplate.pattern(of: "/{{ colour }}/").unknown == "{{ colour }}")
  }
}
