import Diagnostics
import FeedModel
import FeedReading
import FeedValues
import Testing

@testable import Publishing

@Suite("What subscribers will see, in words")
struct DifferenceRenderingTests {
  private static func difference() throws -> FeedDifference {
    let wide = String(repeating: "音声", count: 30)
    let site = FeedChange(
      folder: "",
      old: Shown.feed(
        try [
          Shown.item("a"), Shown.item("b", day: 9, updated: 9), Shown.item("c", day: 8),
          Shown.item("d", day: 7),
        ]),
      new: Shown.feed(
        try [
          Shown.item("n", day: 11, title: wide),
          Shown.item("x", link: "https://tide.example/a/"),
          Shown.item("b", day: 9, updated: 9, title: "<b>@you</b> \u{1B}[31m #1"),
          Shown.item("c", day: 6), Shown.item("d", day: 7),
        ]))
    let news = FeedChange(
      folder: "category/news", old: Shown.feed(try (1...4).map { try Shown.item("\($0)") }),
      new: nil)
    let new = FeedChange(
      folder: "keyword/ebb", old: nil, new: ShownFeed(title: "Ebb", count: 1, formats: [.rss]))
    let quiet = FeedChange(folder: "keyword/mud", old: Shown.feed([]), new: Shown.feed([]))
    return FeedDifference(
      folder: "feeds", changes: [new, news, site, quiet].compactMap(\.self), unchanged: 3)
  }

  @Test func `as text in eighty columns`() throws {
    #expect(
      try Self.difference().text() == """
        against feeds/: 1 resurfacing, 1 new, 1 edited, 1 re-dated in 1 feed; 1 feed
          added; 1 feed removed
        4 feeds without a change to be seen

        site: 1 resurfacing, 1 new, 1 edited, 1 re-dated
          resurfacing 2026-02-10  Title of x
                      was a
                      is  x
          new         2026-02-11  音声音声音声音声音声音声音声音声音声音声音声音声音声…
          edited      2026-02-09  <b>@you</b> �[31m #1
                      note: the text changed, "updated" did not
          re-dated    2026-02-06  Title of c
                      from 2026-02-08T00:00:00Z to 2026-02-06T00:00:00Z

        category/news: removed, with 4 items

        keyword/ebb: new feed of 1 item

        """)
  }

  @Test func `as Markdown, in which nothing of a title acts`() throws {
    #expect(
      try Self.difference().markdown() == """
        ### What subscribers will see

        **1 item would be shown as unread again.**

        **1 feed would lose most of the items shown.**

        | feed | resurfacing | removed | new | edited | re-dated | returning |
        |---|---:|---:|---:|---:|---:|---:|
        | site | 1 |  | 1 | 1 | 1 |  |
        | category/news (removed, with 4 items) |  |  |  |  |  |  |
        | keyword/ebb (new feed of 1 item) |  |  |  |  |  |  |
        | **all feeds** | 1 |  | 1 | 1 | 1 |  |

        4 feeds without a change to be seen.

        <details><summary>site: 1 resurfacing, 1 new, 1 edited, 1 re-dated</summary>

        - resurfacing: Title of x (2026-02-10)
          - was a
          - is  x
        - new: \(String(repeating: "音声", count: 30)) (2026-02-11)
        - edited: &#60;b&#62;@<!-- -->you&#60;/b&#62; \u{1B}&#91;31m #<!-- -->1 (2026-02-09)
          - note&#58; the text changed, "updated" did not
        - re-dated: Title of c (2026-02-06)
          - from 2026-02-08T00&#58;00&#58;00Z to 2026-02-06T00&#58;00&#58;00Z

        </details>

        """)
  }

  @Test func `as JSON`() throws {
    let difference = FeedDifference(
      folder: "feeds",
      changes: [
        try Shown.change([Shown.item("a")], [Shown.item("b", link: "https://tide.example/a/")])
      ],
      unchanged: 3)
    #expect(
      try difference.json()
        == #"{"against":"feeds","counts":{"edited":0,"feedsAdded":0,"feedsChanged":1,"#
        + #""feedsRemoved":0,"feedsUnchanged":3,"new":0,"redated":0,"removed":0,"resurfacing":1,"#
        + #""returning":0},"feeds":[{"after":1,"before":1,"feed":"site","folder":"","items":["#
        + #"{"change":"resurfacing","date":"2026-02-10T00:00:00Z","id":"b","#
        + #""link":"https://tide.example/a/","oldID":"a","title":"Title of b"}],"losesMost":false,"#
        + #""lostDocuments":[],"status":"changed","title":"Tide Notes"}]}"#)
  }

  @Test func `in the two lines of a build`() throws {
    #expect(
      try Self.difference().summary == """
        subscribers will see 1 resurfacing, 1 new, 1 edited, 1 re-dated in 1 feed; 1 feed added; \
        1 feed removed
        1 item shown as unread again
        """)
    let new = FeedDifference(
      folder: "feeds", changes: [try Shown.change([], [Shown.item("a")])], unchanged: 3)
    #expect(new.summary == "subscribers will see 1 new in 1 feed\nnothing resurfaces")
    #expect(
      FeedDifference(folder: "feeds", changes: [], unchanged: 3).summary
        == "subscribers will see no change")
  }

  @Test func `an item that changes in two feeds counts once`() throws {
    let change = FeedChange(
      folder: "x", old: Shown.feed([]), new: Shown.feed([try Shown.item("a")]))
    let other = FeedChange(
      folder: "y", old: Shown.feed([]), new: Shown.feed([try Shown.item("a")]))
    let difference = FeedDifference(
      folder: "feeds", changes: [change, other].compactMap(\.self), unchanged: 0)
    #expect(difference.countsText == "1 new in 2 feeds")
  }

  @Test func `long lists end in a count unless all is asked for`() throws {
    let change = try Shown.change([], (1...12).map { try Shown.item("\($0)") })
    let difference = FeedDifference(folder: "feeds", changes: [change], unchanged: 0)
    #expect(difference.text().hasSuffix("Title of 10\n  … and 2 more\n"))
    #expect(difference.text(.whole).hasSuffix("Title of 12\n"))
    let many = (1...31).compactMap {
      FeedChange(folder: "f\($0)", old: nil, new: Shown.feed([]))
    }
    #expect(
      FeedDifference(folder: "feeds", changes: many, unchanged: 0).text()
        .hasSuffix("\nand 1 feed more: --verbose\n"))
  }
}

@Suite("A build refuses what floods or empties readers")
struct RefusalTests {
  private static func difference() throws -> FeedDifference {
    let old = try (1...4).reversed().map { try Shown.item("\($0)", day: $0) }
    let anew = try Shown.item("tag:new", day: 4, link: "https://tide.example/4/")
    let changes = ["", "category/news"].map { folder in
      FeedChange(folder: folder, old: Shown.feed(old), new: Shown.feed([anew]))
    }
    return FeedDifference(folder: "feeds", changes: changes.compactMap(\.self), unchanged: 0)
  }

  private static func words(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.location.file): \($0.message) [\($0.rule.id)]" }
  }

  private static let resurfacing =
    "content/four.md: \"Title of tag:new\" would be shown as unread again: "
    + "its id was 4 and would be tag:new [item-resurfaces]"
  private static let losses = ["feeds/", "feeds/category/news/"].map {
    "\($0): 3 of the 4 items that the feed shows would be gone [feed-loses-items]"
  }

  @Test func `an item under another id is told once, at its article`() throws {
    let findings = try Self.difference().refusals(
      accepting: Acceptance(), sources: ["tag:new": "content/four.md"])
    #expect(Self.words(findings) == [Self.resurfacing] + Self.losses)
    #expect(findings.allSatisfy { $0.severity == .error })
    #expect(findings[0].notes.map(\.location.file) == ["feeds/", "feeds/category/news/"])
    #expect(findings[2].help == "bring the articles back, or build with --accept category/news")
  }

  @Test(
    arguments: [
      (["resurfacing"], false, [0, 1]), (["4"], false, [0, 1]), (["tag:new"], false, [0, 1]),
      (["losses"], true, []), (["site"], true, [1]), (["category/news"], true, [0]),
      (["category/"], true, [0]), (["site", "category"], false, []), (["nothing"], true, [0, 1]),
    ] as [([String], Bool, [Int])])
  func `what is named is accepted, and nothing else`(
    accepted: [String], resurfaces: Bool, lost: [Int]
  ) throws {
    let findings = try Self.difference().refusals(
      accepting: Acceptance(accepted), sources: ["tag:new": "content/four.md"])
    #expect(
      Self.words(findings) == (resurfaces ? [Self.resurfacing] : []) + lost.map { Self.losses[$0] })
  }
}
