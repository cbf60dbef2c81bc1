import FeedModel
import Testing

@testable import Content
@testable import Diagnostics

/// What becomes of articles without a title, and of those with faults.
@Suite("Articles that lack something")
struct LenienceTests {
  @Test(arguments: [
    ("excerpt", "---\ndate: 2026-02-10\n---\n\nA *note* on\nthis.\n\nMore.\n", "A note on this."),
    ("excerpt", "---\ndate: 2026-02-10\nsummary: In `short`\n---\nText.\n", "In short"),
    ("excerpt", "---\ndate: 2026-02-10\n---\n```\n\n- [ ] First\n- second\n", "[ ] First second"),
    ("excerpt", "---\ndate: 2026-02-10\n---\n![](/a.png)\n", "low water"),
    ("excerpt", "---\ndate: 2026-02-10\n---\n", "low water"),
    ("name", "---\ndate: 2026-02-10\n---\nText.\n", "low water"),
    ("name", "---\ntitle: Said\ndate: 2026-02-10\n---\nText.\n", "Said"),
    ("name", "---\ntitle:\ndate: 2026-02-10\n---\n# Heading\n", "Heading"),
  ])
  func `an article without a title is called by its first words or its name`(
    untitled: String, text: String, title: String
  ) throws {
    let read = try Fixture.whole(
      text, path: "low-water.md", configuration: "content: { untitled: \(untitled) }")
    #expect(read.article.title == title)
  }

  @Test func `first words that are many are cut at a word`() throws {
    let text = "---\ndate: 2026-02-10\n---\n" + String(repeating: "tides ", count: 40)
    let read = try Fixture.whole(text, configuration: "content: { untitled: excerpt }")
    #expect(read.article.title.count <= 80)
    #expect(read.article.title.hasSuffix("tides…"))
  }

  @Test func `an article without a title can be left out, and is not where it is wrong otherwise`()
    throws
  {
    let settings = "content: { untitled: leave-out }"
    let left = try Fixture.read("---\ndate: 2026-02-10\n---\nText.\n", configuration: settings)
    #expect(left.article == nil)
    #expect(left.diagnostics == [])
    let wrong = try Fixture.read("---\ndate: soon\n---\nText.\n", configuration: settings)
    #expect(wrong.diagnostics.map(\.rule.id) == ["date-invalid"])
  }

  @Test func `Jekyll makes a title of the file's name`() throws {
    let read = try Fixture.whole(
      "---\n---\nText.\n", path: "_posts/2026-02-10-On-low-WATER.md",
      configuration: "content: { conventions: jekyll }")
    #expect(read.article.title == "On Low Water")
  }

  @Test(arguments: [
    "---\ntitle: a: b\ndate: 2026-02-10\n---\n", "---\ntitle: A\ndate: 2017-02-29\n---\n",
    "---\ntitle: A\n", "", "\u{0}\u{1}",
  ])
  func `an article with faults can be left out, with its faults as warnings`(text: String) throws {
    let strict = try Fixture.read(text)
    let read = try Fixture.read(text, configuration: "content: { faulty: leave-out }")
    #expect(strict.diagnostics.hasErrors)
    #expect(read.article == nil)
    #expect(read.diagnostics.hasErrors == false)
    #expect(read.diagnostics.map(\.message) == strict.diagnostics.map(\.message))
  }

  @Test func `a fault of the configuration stays an error`() throws {
    let read = try Fixture.read(
      "---\ntitle: A\ndate: 2026-02-10\n---\n",
      configuration: "content: { faulty: leave-out, defaults: { author: { email: none } } }")
    #expect(read.diagnostics.hasErrors)
  }

  @Test func `words that are none of the choices are told`() {
    let read = Fixture.parse(
      "site: { title: A, url: https://a.example/ }\ncontent: { untitled: guess, faulty: fix }\n")
    #expect(
      read.diagnostics.map(\.message) == [
        "`content.untitled` is \"guess\", but it must be error, leave-out, excerpt or name",
        "`content.faulty` is \"fix\", but it must be error or leave-out",
      ])
  }
}
