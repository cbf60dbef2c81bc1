package import Diagnostics

/// What of a difference the user has said is meant: the names that `--accept` was given.
package struct Acceptance: Sendable {
  private let names: Set<String>

  /// Accepts what is named: `resurfacing`, `losses`, a feed or a folder of feeds, or an item's id.
  package init(_ names: some Sequence<String> = []) {
    self.names = Set(names.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
  }

  /// Whether the item may be shown as unread again.
  func accepts(_ change: ItemChange) -> Bool {
    names.contains("resurfacing") || names.contains(change.id)
      || change.oldID.map(names.contains) == true
  }

  /// Whether the feed may change as it likes: it is named, or one of the folders that it is in.
  func accepts(_ feed: FeedChange) -> Bool {
    if names.contains(feed.name) { return true }
    var folder = feed.folder[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if names.contains(String(folder)) { return true }
    }
    return false
  }

  var acceptsLosses: Bool { names.contains("losses") }
}

extension FeedDifference {
  /// Why the new feeds should not be published as they are: items that subscribers would see as unread
  /// again, and feeds that would lose most of what they show.
  ///
  /// - Parameters:
  ///   - accepted: What is meant.
  ///   - sources: The article's file by id, for the places of findings.
  /// - Returns: An error for each item, however many feeds show it, and for each feed.
  package func refusals(
    accepting accepted: Acceptance, sources: [String: String] = [:]
  ) -> [Diagnostic] {
    resurfacing(accepted, sources) + losses(accepted)
  }

  private func resurfacing(_ accepted: Acceptance, _ sources: [String: String]) -> [Diagnostic] {
    struct Pair: Hashable {
      let old: String?
      let new: String
    }
    var order: [ItemChange] = []
    var feedsOf: [Pair: [FeedChange]] = [:]
    for feed in feeds where !accepted.accepts(feed) {
      for item in feed.items where item.kind == .resurfacing && !accepted.accepts(item) {
        let pair = Pair(old: item.oldID, new: item.id)
        if feedsOf[pair] == nil { order.append(item) }
        feedsOf[pair, default: []].append(feed)
      }
    }
    return order.map { item in
      let shown = feedsOf[Pair(old: item.oldID, new: item.id)] ?? []
      let places = shown.prefix(3).map {
        Diagnostic.Note(at: SourceLocation(file: path(of: $0)), "shown in this feed")
      }
      let more = shown.count > places.count ? ", \(shown.count) feeds in all" : ""
      return Diagnostic(
        rule: PublishingRules.itemResurfaces,
        location: SourceLocation(file: sources[item.id] ?? path(of: shown[0])),
        message: "\"\(item.title)\" would be shown as unread again: "
          + "its id was \(item.oldID ?? "none") and would be \(item.id)\(more)",
        help: "give the article the id \(item.oldID ?? ""), or build with --accept resurfacing",
        notes: places)
    }
  }

  private func losses(_ accepted: Acceptance) -> [Diagnostic] {
    if accepted.acceptsLosses { return [] }
    return feeds.filter { $0.losesMost && !accepted.accepts($0) }.map { feed in
      Diagnostic(
        rule: PublishingRules.feedLosesItems, location: SourceLocation(file: path(of: feed)),
        message: feed.status == .removed
          ? "the feed would be gone, and with it the \(feed.before) items that it shows"
          : "\(feed.lost) of the \(feed.before) items that the feed shows would be gone",
        help: "bring the articles back, or build with --accept \(feed.name)")
    }
  }

  private func path(of feed: FeedChange) -> String {
    feed.folder.isEmpty ? folder + "/" : "\(folder)/\(feed.folder)/"
  }
}
