import FeedModel
import FeedReading
import FeedValues
import Testing

@testable import Publishing

/// Feeds as a comparison sees them.
enum Shown {
  /// An item whose day is `day` of February 2026.
  static func item(
    _ id: String, day: Int = 10, updated: Int? = nil, title: String? = nil, text: String? = nil,
    link: String? = nil
  ) throws -> FeedSnapshot.Item {
    let title = title ?? "Title of \(id)"
    return FeedSnapshot.Item(
      id: id, link: link ?? "https://tide.example/\(id)/", title: title,
      published: try date(day), updated: try updated.map(date),
      digest: ContentDigest(title: title, html: text ?? "Text of \(id)"))
  }

  static func date(_ day: Int) throws -> Timestamp {
    try Timestamp(seconds: 1_769_904_000 + (day - 1) * 86_400)
  }

  static func feed(
    _ items: [FeedSnapshot.Item], isCut: Bool? = nil, formats: Set<FeedFormat> = [.json]
  ) -> ShownFeed {
    ShownFeed(
      FeedSnapshot(format: .json, title: "Tide Notes", items: items), formats: formats,
      isCut: isCut)
  }

  static func change(
    _ old: [FeedSnapshot.Item], _ new: [FeedSnapshot.Item], isCut: Bool? = nil
  ) throws -> FeedChange {
    try #require(FeedChange(folder: "", old: feed(old), new: feed(new, isCut: isCut)))
  }

  /// The changes as words: kind, id, the id that was, and the note.
  static func words(_ change: FeedChange) -> [String] {
    change.items.map { item in
      ([item.kind.rawValue, item.id] + [item.oldID, item.note?.rawValue].compactMap(\.self))
        .joined(separator: " ")
    }
  }
}

@Suite("What subscribers of a feed will see")
struct FeedDifferenceTests {
  @Test func `items that stay as they are`() throws {
    let items = try [Shown.item("a"), Shown.item("b", updated: 11)]
    let change = try Shown.change(items, items.reversed())
    #expect(change.items == [])
    #expect(!change.isVisible)
  }

  @Test func `a new item, an edited one, one with another date, and one that is gone`() throws {
    let change = try Shown.change(
      [
        Shown.item("edited", day: 9, updated: 9), Shown.item("silent", day: 8, updated: 8),
        Shown.item("dated", day: 7), Shown.item("touched", day: 6, updated: 6),
        Shown.item("gone", day: 5), Shown.item("last", day: 1),
      ],
      [
        Shown.item("new", day: 10),
        Shown.item("edited", day: 9, updated: 12, text: "Anew"),
        Shown.item("silent", day: 8, updated: 8, text: "Anew"),
        Shown.item("dated", day: 4), Shown.item("touched", day: 6, updated: 12),
        Shown.item("last", day: 1),
      ])
    #expect(
      Shown.words(change) == [
        "removed gone", "new new", "edited edited", "edited silent edit-without-updated",
        "redated dated", "redated touched updated-without-edit",
      ])
    #expect(change.items.last?.oldDate == (try Shown.date(6)))
    #expect(change.items.last?.date == (try Shown.date(12)))
  }

  @Test func `without a date of revision on both sides there is no note`() throws {
    let change = try Shown.change(
      [Shown.item("a"), Shown.item("b")],
      [Shown.item("a", updated: 11), Shown.item("b", updated: 10, text: "Anew")])
    #expect(Shown.words(change) == ["edited b"])
  }

  @Test(
    arguments: [
      ("its link", "https://tide.example/a/", "Other", 3, "Other text"),
      ("what it says", "https://new.example/x/", nil, 3, nil),
      ("its title and date", "https://new.example/x/", nil, 10, "Other text"),
    ] as [(String, String, String?, Int, String?)])
  func `an item under another id is known by`(
    what: String, link: String, title: String?, day: Int, text: String?
  ) throws {
    let change = try Shown.change(
      [Shown.item("a"), Shown.item("z", day: 1)],
      [
        Shown.item(
          "b", day: day, title: title ?? "Title of a", text: text ?? "Text of a", link: link),
        Shown.item("z", day: 1),
      ])
    #expect(Shown.words(change) == ["resurfacing b a"], "\(what)")
  }

  @Test func `an item is no other's while its id is shown`() throws {
    let change = try Shown.change(
      [Shown.item("a")], [Shown.item("b", link: "https://tide.example/a/"), Shown.item("a")])
    #expect(Shown.words(change) == ["new b"])
  }

  @Test func `of two items that look alike each is paired once`() throws {
    let change = try Shown.change(
      [Shown.item("a", link: "x:1"), Shown.item("b", link: "x:1")],
      [
        Shown.item("c", link: "x:1"), Shown.item("d", link: "x:1"),
        Shown.item("e", link: "x:1"),
      ])
    #expect(Shown.words(change) == ["resurfacing c a", "resurfacing d b", "new e"])
  }

  @Test func `items that newer ones push out of a full feed are not removed`() throws {
    let old = try (1...5).reversed().map { try Shown.item("\($0)", day: $0) }
    let new = try [7, 6, 5, 4, 3].map { try Shown.item("\($0)", day: $0) }
    #expect(Shown.words(try Shown.change(old, new, isCut: true)) == ["new 7", "new 6"])
    #expect(
      Shown.words(try Shown.change(old, new, isCut: false))
        == ["removed 2", "removed 1", "new 7", "new 6"], "the feed had room for them")
  }

  @Test func `no more items are pushed out than there are newer ones`() throws {
    let old = try (1...5).reversed().map { try Shown.item("\($0)", day: $0) }
    let new = try [6, 5, 4].map { try Shown.item("\($0)", day: $0) }
    let change = try Shown.change(old, new, isCut: true)
    #expect(Shown.words(change) == ["removed 3", "removed 2", "new 6"])
  }

  @Test func `an older item that fills the room of one that is gone was there before`() throws {
    let change = try Shown.change(
      [Shown.item("c", day: 9), Shown.item("b", day: 8)],
      [Shown.item("c", day: 9), Shown.item("a", day: 7)], isCut: true)
    #expect(Shown.words(change) == ["removed b", "returning a"])
    let added = try Shown.change(
      [Shown.item("c", day: 9)], [Shown.item("c", day: 9), Shown.item("a", day: 7)])
    #expect(Shown.words(added) == ["new a"], "nothing made room for it")
  }

  @Test(
    arguments: [
      (3, 0, false), (4, 2, false), (4, 1, true), (5, 3, false), (5, 2, true), (20, 10, false),
      (20, 9, true),
    ])
  func `a feed loses most of its items when more than half of four or more are gone`(
    before: Int, after: Int, expected: Bool
  ) throws {
    let items = try (1...before).reversed().map { try Shown.item("\($0)", day: $0) }
    let change = try Shown.change(items, Array(items.prefix(after)))
    #expect(change.losesMost == expected)
  }

  @Test func `feeds come and go, and a feed that goes loses all its items`() throws {
    let items = try (1...4).map { try Shown.item("\($0)") }
    let removed = try #require(FeedChange(folder: "x", old: Shown.feed(items), new: nil))
    #expect(removed.status == .removed)
    #expect(removed.losesMost)
    let added = try #require(FeedChange(folder: "x", old: nil, new: Shown.feed(items)))
    #expect(added.status == .added)
    #expect(!added.losesMost)
    #expect(added.after == 4)
  }

  @Test func `a format that is given up is told`() throws {
    let change = try #require(
      FeedChange(
        folder: "", old: Shown.feed([], formats: [.rss, .atom, .json]),
        new: Shown.feed([], formats: [.json])))
    #expect(change.lostDocuments == ["rss.xml", "atom.xml"])
    #expect(change.isVisible)
  }
}
