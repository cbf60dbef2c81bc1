import FeedValues
import Testing

@testable import Publishing

/// What authors do to their articles between two builds, and which ids they then have.
@Suite("P4 Never unread twice: what is found again")
struct LedgerMatchingTests {
  /// An article as the ledger sees it.
  private struct Piece {
    var path: String
    var slug: String
    var day = "2026-02-10"
    var title: String
    var text = ""
    var id: String?
    var isPublished = true
    var isGone = false

    init(_ name: String, _ change: (inout Piece) -> Void = { _ in }) {
      (path, slug, title) = (name + ".md", name, name)
      text = String(repeating: "The text of \(name). ", count: 20)
      change(&self)
    }

    var trace: Ledger.Trace {
      get throws {
        Ledger.Trace(
          path: path, slug: slug, day: try CalendarDate(rfc3339: day),
          title: Fingerprint(of: title), text: Fingerprint(of: text))
      }
    }
  }

  /// The index of the record that each of `after` has, of those that `before` left.
  private static func found(_ before: [Piece], _ after: [Piece]) throws -> [Int?] {
    let moment = try Timestamp(rfc3339: "2026-03-01T00:00:00Z")
    let records = try before.enumerated().map { index, piece in
      Ledger.Record(
        id: "tag:x,2026:\(index)", first: moment, gone: piece.isGone ? moment : nil,
        trace: try piece.trace)
    }
    let candidates = try after.map { piece in
      LedgerMatching.Candidate(
        id: piece.id, trace: try piece.trace, textLength: piece.text.utf8.count,
        isPublished: piece.isPublished)
    }
    let matching = LedgerMatching(candidates, in: records)
    return matching.found
  }

  private struct Story: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [Piece]
    let after: [Piece]
    let found: [Int?]

    init(_ description: String, _ before: [Piece], _ after: [Piece], _ found: [Int?]) {
      (testDescription, self.before, self.after, self.found) = (description, before, after, found)
    }
  }

  private static let review = Piece("2025/year-in-review") {
    ($0.slug, $0.title, $0.day) = ("year-in-review", "Year in review", "2025-12-30")
  }
  private static let nextReview = Piece("2026/year-in-review") {
    ($0.slug, $0.title, $0.day) = ("year-in-review", "Year in review", "2026-12-29")
  }

  private static let stories = [
    Story(
      "renamed and edited", [Piece("a")],
      [Piece("b") { ($0.title, $0.text) = ("a", "Little is left of what it was.") }], [0]),
    Story(
      "renamed, under another title, on another day, word for word", [Piece("a")],
      [Piece("b") { ($0.text, $0.day) = (Piece("a").text, "2026-05-01") }], [0]),
    Story(
      "the same words in its own file under all new names are a new article", [Piece("a")],
      [Piece("a") { ($0.slug, $0.title, $0.day) = ("b", "B", "2026-05-01") }], [nil]),
    Story(
      "a copy to begin the next one with", [Piece("a")],
      [Piece("a"), Piece("b") { ($0.title, $0.text) = ("a", Piece("a").text) }], [0, nil]),
    Story(
      "a copy that is still a draft, and the original renamed", [Piece("a")],
      [
        Piece("c") { ($0.title, $0.text) = ("a", Piece("a").text) },
        Piece("b") { ($0.title, $0.text, $0.isPublished) = ("a", Piece("a").text, false) },
      ], [0, nil]),
    Story("the next of a yearly series", [review], [review, nextReview], [0, nil]),
    Story("the next of a yearly series in the place of the last", [review], [nextReview], [nil]),
    Story(
      "the next of a yearly series when the last is long gone",
      [Piece("2025/year-in-review") { ($0, $0.isGone) = (review, true) }], [nextReview], [nil]),
    Story(
      "the next of a yearly series when the last is moved and edited", [review],
      [
        Piece("x") { ($0, $0.path, $0.text) = (review, "2025/year/index.md", "Anew.") }, nextReview,
      ], [0, nil]),
    Story(
      "a translation joins, and the original moves into a folder", [Piece("ebb")],
      [
        Piece("ebb") { $0.path = "de/ebb.md" },
        Piece("ebb") { ($0.path, $0.title, $0.text) = ("en/ebb.md", "Low tide", "Other words.") },
      ], [0, nil]),
    Story(
      "a bundle is renamed", [Piece("a") { $0.path = "a/index.md" }],
      [Piece("b") { ($0.path, $0.title, $0.text) = ("b/index.md", "a", Piece("a").text) }], [0]),
    Story(
      "a migration: other files, other syntax in every text, days a zone away",
      [Piece("a"), Piece("b")],
      [
        Piece("a") { ($0.path, $0.day, $0.text) = ("posts/a.md", "2026-02-09", "{{< a >}}") },
        Piece("b") { ($0.path, $0.day, $0.text) = ("posts/b.md", "2026-02-09", "{{< b >}}") },
      ], [0, 1]),
    Story(
      "a migration that dates all anew, with texts of a few words",
      [Piece("a") { $0.text = "A." }, Piece("b") { $0.text = "B." }],
      [
        Piece("a") { ($0.path, $0.day, $0.text) = ("posts/a.md", "2026-11-01", "A.") },
        Piece("b") { ($0.path, $0.day, $0.text) = ("posts/b.md", "2026-11-01", "B.") },
      ], [0, 1]),
    Story(
      "a draft again, in another folder", [Piece("a")],
      [Piece("a") { ($0.path, $0.isPublished) = ("drafts/a.md", false) }], [0]),
    Story(
      "another one asks for the id, and its own is there", [Piece("a")],
      [Piece("a"), Piece("b") { $0.id = "tag:x,2026:0" }], [0, 0]),
    Story(
      "another one takes over the id and the file", [Piece("a")],
      [
        Piece("a") { ($0.slug, $0.title, $0.day, $0.text) = ("n", "n", "2026-07-01", "New.") },
        Piece("b") { $0.id = "tag:x,2026:0" },
      ], [nil, 0]),
    Story(
      "posts with the same few words", [Piece("a") { $0.text = "Photo." }],
      [Piece("b") { $0.text = "Photo." }], [nil]),
    Story(
      "two that are alike take nothing of a third", [Piece("a")],
      [
        Piece("b") { ($0.title, $0.text) = ("a", Piece("a").text) },
        Piece("c") { ($0.title, $0.text) = ("a", Piece("a").text) },
      ], [nil, nil]),
  ]

  @Test(arguments: stories.indices) func `each article has the id that it had`(story: Int) throws {
    let story = Self.stories[story]
    #expect(try Self.found(story.before, story.after) == story.found, "\(story.testDescription)")
    // Whichever order files are read in.
    #expect(
      try Self.found(story.before, story.after.reversed()) == story.found.reversed(),
      "\(story.testDescription), reversed")
  }
}
