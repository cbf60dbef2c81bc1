import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

struct PodcastConfigurationTests {
  private static func read(_ podcast: String, _ more: String = "language: en") -> (
    podcast: Podcast?, findings: [String]
  ) {
    let (configuration, diagnostics) = Fixture.parse(
      "site:\n  title: A\n  url: https://a.example/\n  podcast: \(podcast)\n  \(more)\n")
    return (configuration?.site.podcast, Fixture.places(diagnostics))
  }

  @Test func `every key is read`() throws {
    let (podcast, findings) = Self.read(
      """
      { image: /cover.jpg, explicit: yes, author: Ada & Bob, type: Serial,
          category: [education > language learning, Science],
          owner: { name: Ada, email: ada@a.example } }
      """)
    #expect(findings == [])
    #expect(
      podcast
        == Podcast(
          image: try AbsoluteURL("https://a.example/cover.jpg"),
          categories: [
            try PodcastCategory("Education", subcategory: "Language Learning"),
            try PodcastCategory("Science"),
          ], isExplicit: true, author: "Ada & Bob",
          owner: Author(name: "Ada", email: try EmailAddress("ada@a.example")), kind: .serial))
  }

  @Test func `a category is enough where the site has a logo`() throws {
    let (podcast, findings) = Self.read("{ category: News }", "language: en\n  logo: /logo.png")
    #expect(findings == [])
    #expect(
      podcast
        == Podcast(
          image: try AbsoluteURL("https://a.example/logo.png"),
          categories: [try PodcastCategory("News")]))
  }

  @Test func `nothing is no podcast`() {
    let (podcast, findings) = Self.read("")
    #expect(podcast == nil)
    #expect(findings == [])
  }

  @Test(arguments: [
    ("{ category: News }", "4:12 configuration-required"),
    ("{ image: /a.png }", "4:12 configuration-required"),
    ("{ image: /a.png, category: [] }", "4:12 configuration-required"),
    ("{ image: /a.webp, category: News }", "4:21 configuration-value"),
    ("{ image: /a.png, category: Tides }", "4:39 configuration-value"),
    ("{ image: /a.png, category: News > Tides }", "4:39 configuration-value"),
    ("{ image: /a.png, category: [News, Weather] }", "4:46 configuration-value"),
    ("{ image: /a.png, category: News, type: weekly }", "4:51 configuration-value"),
    ("{ image: /a.png, category: News, explicit: some }", "4:55 configuration-value"),
    ("{ image: /a.png, category: News, owner: { email: x } }", "4:61 configuration-value"),
    ("{ image: /a.png, category: News, funding: x }", "4:45 configuration-key-unknown"),
    ("yes", "4:12 configuration-value"),
  ])
  func `what directories would refuse is told where it is`(podcast: String, place: String) {
    let (_, findings) = Self.read(podcast)
    #expect(findings == [place])
  }

  @Test func `a podcast has a language`() {
    let (_, findings) = Self.read("{ image: /a.png, category: News }", "copyright: A")
    #expect(findings == ["4:12 configuration-required"])
  }

  @Test func `a category that is nearly one of the list gets the right one`() {
    let (_, diagnostics) = Fixture.parse(
      "site: { title: A, url: https://a.example/, podcast: { category: Education > Course } }")
    #expect(diagnostics.map(\.help) == [#"did you mean "Education > Courses"?"#])
  }
}
