internal import FeedValues
internal import FoundationEssentials

extension FeedDifference {
  /// The difference as one JSON object, described in docs/diff.md; every item is in it.
  ///
  /// - Throws: `EncodingError` where Foundation can't encode a text, which no text is known for.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Object(self)), as: UTF8.self)
  }

  private struct Object: Encodable {
    let against: String
    let counts: [String: Int]
    let feeds: [Feed]

    init(_ difference: FeedDifference) {
      against = difference.folder
      var counts: [String: Int] = [:]
      for kind in ItemChange.Kind.allCases { counts[kind.rawValue] = difference.counts[kind] }
      counts["feedsChanged"] = difference.counts.changedFeeds
      counts["feedsAdded"] = difference.counts.addedFeeds
      counts["feedsRemoved"] = difference.counts.removedFeeds
      counts["feedsUnchanged"] = difference.unchanged + difference.changedOtherwise
      self.counts = counts
      feeds = difference.feeds.map(Feed.init)
    }
  }

  private struct Feed: Encodable {
    let feed, folder, title, status: String
    let before, after: Int
    let losesMost: Bool
    let lostDocuments: [String]
    let items: [Item]

    init(_ change: FeedChange) {
      feed = change.name
      folder = change.folder
      title = change.title
      status = change.status.rawValue
      before = change.before
      after = change.after
      losesMost = change.losesMost
      lostDocuments = change.lostDocuments
      items = change.items.map(Item.init)
    }
  }

  private struct Item: Encodable {
    let change, id, title: String
    let oldID, link, date, oldDate, note: String?

    init(_ item: ItemChange) {
      change = item.kind.rawValue
      id = item.id
      title = item.title
      oldID = item.oldID
      link = item.link
      date = item.date?.rfc3339
      oldDate = item.oldDate?.rfc3339
      note = item.note?.rawValue
    }
  }
}
