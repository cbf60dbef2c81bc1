internal import FeedModel
internal import FeedReading
internal import FeedValues

/// What is known of a feed on one side of a comparison.
struct ShownFeed: Sendable {
  let title: String
  /// How many items it shows.
  let count: Int
  /// In which formats it is published.
  let formats: Set<FeedFormat>
  /// What one of its documents shows; nil where nothing needs it.
  let snapshot: FeedSnapshot?
  /// Whether it leaves out older items for want of room; nil where nobody knows.
  var isCut: Bool?

  /// A feed whose document says `snapshot`.
  init(_ snapshot: FeedSnapshot, formats: Set<FeedFormat>, isCut: Bool? = nil) {
    title = snapshot.title
    count = snapshot.items.count
    self.formats = formats
    self.snapshot = snapshot
    self.isCut = isCut
  }

  /// A feed that stands on one side alone, of which no document was read.
  init(title: String, count: Int, formats: Set<FeedFormat>) {
    self.title = title
    self.count = count
    self.formats = formats
    snapshot = nil
  }
}

extension FeedChange {
  /// What changes in the feed in `folder`; nil where there is none on either side.
  init?(folder: String, old: ShownFeed?, new: ShownFeed?) {
    guard let shown = new ?? old else { return nil }
    self.folder = folder
    title = shown.title
    before = old?.count ?? 0
    after = new?.count ?? 0
    guard let old, let new else {
      status = new == nil ? .removed : .added
      items = []
      lostDocuments = []
      return
    }
    status = .changed
    lostDocuments = FeedFormat.allCases
      .filter { old.formats.contains($0) && !new.formats.contains($0) }.map(\.fileName)
    items =
      ItemComparison(
        old: old.snapshot?.items ?? [], new: new.snapshot?.items ?? [],
        mayPushOut: new.isCut ?? true
      ).changes
  }
}

/// The items of one feed, held against those that take their place.
private struct ItemComparison {
  typealias Item = FeedSnapshot.Item

  private(set) var changes: [ItemChange] = []
  /// Items whose id stands on one side alone, in the order of the feed.
  private var gone: [Item]
  private var fresh: [Item]

  init(old: [Item], new: [Item], mayPushOut: Bool) {
    let oldByID = Dictionary(old.map { ($0.identity, $0) }, uniquingKeysWith: { one, _ in one })
    let newIDs = Set(new.map(\.identity))
    gone = old.filter { !newIDs.contains($0.identity) }
    fresh = new.filter { oldByID[$0.identity] == nil }
    for item in new {
      if let before = oldByID[item.identity] { compare(before, item) }
    }
    takeResurfacing()
    takePassing(old: old, new: new, mayPushOut: mayPushOut)
    changes += gone.map { Self.change(.removed, $0) } + fresh.map { Self.change(.new, $0) }
    // Stable: items of a kind stay in the order of the feed.
    changes = ItemChange.Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind } }
  }

  private mutating func compare(_ old: Item, _ new: Item) {
    let isEdited = old.digest != new.digest
    let isRepublished = old.published != new.published
    // RSS tells no revisions: what one side does not say did not change.
    let revisions = old.updated.flatMap { old in new.updated.map { (old, $0) } }
    let isRevised = revisions.map { $0 != $1 } ?? false
    if isEdited {
      let isSilent = revisions.map { $0 == $1 } ?? false
      changes.append(
        Self.change(.edited, new, note: isSilent ? .editWithoutUpdated : nil))
    }
    if isRepublished || isRevised && !isEdited {
      changes.append(
        ItemChange(
          kind: .redated, id: new.identity, oldID: nil, title: new.title, link: new.link,
          date: isRepublished ? new.published : new.updated,
          oldDate: isRepublished ? old.published : old.updated,
          note: isRevised && !isEdited ? .updatedWithoutEdit : nil))
    }
  }

  /// Pairs items that are gone with those that are fresh and the same to a reader's eye: one with its
  /// link, else one that says the same, else one of its title and date.
  private mutating func takeResurfacing() {
    takePairs { $0.link }
    takePairs { $0.digest }
    takePairs { item in
      item.date.flatMap { item.title.isEmpty ? nil : TitleAndDate(title: item.title, date: $0) }
    }
  }

  private struct TitleAndDate: Hashable {
    let title: String
    let date: Timestamp
  }

  private mutating func takePairs<Key: Hashable>(_ key: (Item) -> Key?) {
    guard !gone.isEmpty, !fresh.isEmpty else { return }
    var waiting: [Key: [Int]] = [:]
    for (index, item) in gone.enumerated().reversed() {
      if let key = key(item) { waiting[key, default: []].append(index) }
    }
    var paired: Set<Int> = []
    fresh.removeAll { item in
      guard let key = key(item), let index = waiting[key]?.popLast() else { return false }
      paired.insert(index)
      changes.append(
        ItemChange(
          kind: .resurfacing, id: item.identity, oldID: gone[index].identity, title: item.title,
          link: item.link, date: item.date,
          oldDate: gone[index].date == item.date ? nil : gone[index].date, note: nil))
      return true
    }
    gone = gone.enumerated().filter { !paired.contains($0.offset) }.map(\.element)
  }

  /// Forgets items that newer ones pushed out at the end of the feed, no more than there are newer ones;
  /// and tells those that come back at its end, no more than others are gone.
  private mutating func takePassing(old: [Item], new: [Item], mayPushOut: Bool) {
    let oldestNew = new.compactMap(\.date).min()
    let oldestOld = old.compactMap(\.date).min()
    func isOlder(_ item: Item, than limit: Timestamp?) -> Bool {
      guard let limit, let date = item.date else { return false }
      return date < limit
    }
    if mayPushOut, let oldestNew {
      var room = fresh.count { !isOlder($0, than: oldestOld) }
      let kept = gone.reversed().filter { item in
        guard room > 0, let date = item.date, date <= oldestNew else { return true }
        room -= 1
        return false
      }
      gone = kept.reversed()
    }
    var room = gone.count
    fresh.removeAll { item in
      guard room > 0, isOlder(item, than: oldestOld) else { return false }
      room -= 1
      changes.append(Self.change(.returning, item))
      return true
    }
  }

  private static func change(
    _ kind: ItemChange.Kind, _ item: Item, note: ItemChange.Note? = nil
  ) -> ItemChange {
    ItemChange(
      kind: kind, id: item.identity, oldID: nil, title: item.title, link: item.link,
      date: item.date, oldDate: nil, note: note)
  }
}
