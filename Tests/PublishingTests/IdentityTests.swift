import FeedModel
import FeedValues
import Testing

@testable import Content
@testable import Publishing

struct IdentityTests {
  @Test func `translations of one day and slug have ids of their own`() throws {
    let text = "---\ntitle: Ebb\ndate: 2026-02-10\n---\nText.\n"
    let articles = try ["de/ebb.md", "en/ebb.md", "x/2026-02-10-ebb.md"].map { path in
      try Fixture.article(text: text, path: path)
    }
    let ids = try Fixture.ids(of: articles)
    #expect(
      ids.ids == [
        "tag:tide.example,2026-02-10:ebb", "tag:tide.example,2026-02-10:en/ebb",
        "tag:tide.example,2026-02-10:x/2026-02-10-ebb",
      ])
  }

  @Test func `a date in a file's name is the article's, and no part of its slug`() throws {
    let article = try Fixture.article(text: "---\ntitle: Ebb\n---\n", path: "2026-2-09-low-ebb.md")
    #expect(article.article.slug == "low-ebb")
    #expect(article.article.published.rfc3339 == "2026-02-09T00:00:00Z")
  }
}
