package import FeedValues

/// What subscribers will see when new feeds take the place of old ones, feed by feed.
///
/// Made from what the documents say, old and new alike, so that it can't share a planner's mistakes.
package struct FeedDifference: Hashable, Sendable {
  /// The folder that holds the old feeds, as a person would name it.
  package let folder: String
  /// The feeds in which subscribers will see a change, the site's first, then by folder.
  package let feeds: [FeedChange]
  /// How many feeds stay as they are, byte for byte.
  package let unchanged: Int
  /// How many change in nothing that is told here, such as an author or a keyword.
  package let changedOtherwise: Int
  package let counts: Counts

  /// How many items and feeds change; an item that changes in several feeds counts once.
  package struct Counts: Hashable, Sendable {
    package let items: [ItemChange.Kind: Int]
    /// Feeds in which an item changes.
    package let changedFeeds: Int
    package let addedFeeds: Int
    package let removedFeeds: Int

    /// How many items change in the way `kind`.
    package subscript(kind: ItemChange.Kind) -> Int { items[kind] ?? 0 }
  }

  /// Whether subscribers will see nothing at all.
  package var isEmpty: Bool { feeds.isEmpty }
  /// Whether something changes in a feed that was there, so that somebody may read it.
  package var hasSubscribers: Bool { feeds.count > counts.addedFeeds }

  /// The difference that `changes` make up; those that show nothing are only counted.
  init(folder: String, changes: [FeedChange], unchanged: Int) {
    self.folder = folder
    self.unchanged = unchanged
    feeds = changes.filter(\.isVisible).sorted { $0.folder < $1.folder }
    changedOtherwise = changes.count - feeds.count
    var items: [ItemChange.Kind: Set<String>] = [:]
    for feed in feeds {
      for change in feed.items { items[change.kind, default: []].insert(change.id) }
    }
    counts = Counts(
      items: items.mapValues(\.count), changedFeeds: feeds.count { $0.status == .changed },
      addedFeeds: feeds.count { $0.status == .added },
      removedFeeds: feeds.count { $0.status == .removed })
  }
}

/// What subscribers of one feed will see.
package struct FeedChange: Hashable, Sendable {
  /// What becomes of a feed.
  package enum Status: String, Sendable {
    case changed, added, removed
  }

  /// The feed's folder below the published one, without a slash at its end; empty for the site's.
  package let folder: String
  package let title: String
  package let status: Status
  /// How many items the feed shows, before and after.
  package let before: Int
  package let after: Int
  /// What changes, the most serious first; empty for a feed that is added or removed.
  package let items: [ItemChange]
  /// Documents that are no longer published, though the feed is.
  package let lostDocuments: [String]

  var isVisible: Bool { status != .changed || !items.isEmpty || !lostDocuments.isEmpty }

  /// The feed as people name it: its folder, or `site`.
  package var name: String { folder.isEmpty ? "site" : folder }

  /// How many items it showed and won't show any more, though no newer ones pushed them out.
  package var lost: Int {
    status == .removed ? before : items.count { $0.kind == .removed }
  }

  /// Whether the feed loses most of its items: it showed four or more, and more than half of them will
  /// be gone without having been pushed out by newer ones.
  package var losesMost: Bool { before >= Self.fewest && lost * 2 > before }

  /// Of fewer items any may go: a term of one or two articles comes and goes.
  static let fewest = 4

  /// How many items change in the way `kind`.
  package func count(_ kind: ItemChange.Kind) -> Int { items.count { $0.kind == kind } }
}

/// What happens to one item of a feed.
package struct ItemChange: Hashable, Sendable {
  /// What subscribers will see of it; in the order in which it matters to them.
  package enum Kind: String, CaseIterable, Comparable, Sendable {
    /// It is shown under another id: readers take it for a new one, and for unread.
    case resurfacing
    /// It was shown, is not any more, and newer ones did not push it out.
    case removed
    case new
    /// It has the same id and says something else.
    case edited
    /// It has the same id and another date.
    case redated
    /// It was shown before the newer ones pushed it out, and has room again as others are gone.
    case returning

    /// Whether `lhs` matters more.
    package static func < (lhs: Kind, rhs: Kind) -> Bool {
      (allCases.firstIndex(of: lhs) ?? 0) < (allCases.firstIndex(of: rhs) ?? 0)
    }
  }

  /// What may not have been meant.
  package enum Note: String, Sendable {
    /// The date of the last revision changed, and nothing that readers show.
    case updatedWithoutEdit = "updated-without-edit"
    /// What readers show changed, and the date of the last revision did not.
    case editWithoutUpdated = "edit-without-updated"
  }

  package let kind: Kind
  /// What readers know it by from now on; of what is removed, until now.
  package let id: String
  /// Its id until now, where that was another.
  package let oldID: String?
  package let title: String
  package let link: String?
  package let date: Timestamp?
  /// Its date until now, where that was another.
  package let oldDate: Timestamp?
  package let note: Note?
}
