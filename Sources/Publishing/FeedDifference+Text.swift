internal import Diagnostics
internal import FeedValues

extension FeedDifference {
  /// How much of a difference is written out.
  package struct Extent: Sendable {
    /// The most items of a feed, and the most feeds; nil for all.
    let items: Int?
    let feeds: Int?

    /// As much as one reads: ten items a feed, and thirty feeds.
    package static let short = Extent(items: 10, feeds: 30)
    /// Everything.
    package static let whole = Extent(items: nil, feeds: nil)
  }

  /// What a build says of its subscribers when it has published: two lines, or one where they see nothing.
  package var summary: String {
    if isEmpty { return "subscribers will see no change" }
    let resurfacing = counts[.resurfacing]
    return "subscribers will see " + countsText + "\n"
      + (resurfacing == 0
        ? "nothing resurfaces" : "\(Self.count(resurfacing, "item")) shown as unread again")
  }

  /// The counts in words, such as `2 new, 1 edited in 14 feeds; 1 feed added`.
  var countsText: String {
    var parts: [String] = []
    let kinds = Self.list(ItemChange.Kind.allCases.map { ($0, counts[$0]) })
    if !kinds.isEmpty { parts.append("\(kinds) in \(Self.count(counts.changedFeeds, "feed"))") }
    if counts.addedFeeds > 0 { parts.append("\(Self.count(counts.addedFeeds, "feed")) added") }
    if counts.removedFeeds > 0 {
      parts.append("\(Self.count(counts.removedFeeds, "feed")) removed")
    }
    let fewer = feeds.count { !$0.lostDocuments.isEmpty }
    if fewer > 0 { parts.append("\(Self.count(fewer, "feed")) in fewer formats") }
    return parts.joined(separator: "; ")
  }

  /// The difference for people, for a terminal of 80 columns.
  package func text(_ extent: Extent = .short) -> String {
    let start = "against \(Self.folderText(folder)): "
    let others = Self.count(unchanged + changedOtherwise, "feed")
    if isEmpty { return start + "subscribers will see no change in \(others)\n" }
    var text = TerminalText.wrapped(start + countsText, columns: Self.columns) + "\n"
    if unchanged + changedOtherwise > 0 { text += "\(others) without a change to be seen\n" }
    for feed in feeds.prefix(extent.feeds ?? feeds.count) { text += "\n" + feed.text(extent) }
    let hidden = feeds.count - min(feeds.count, extent.feeds ?? feeds.count)
    if hidden > 0 { text += "\nand \(Self.count(hidden, "feed")) more: --verbose\n" }
    return text
  }

  /// How wide the text is; ids and addresses in it may be wider, for they are copied.
  static let columns = 80

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// Counts of kinds, those that are none left out.
  static func list(_ kinds: [(ItemChange.Kind, Int)]) -> String {
    kinds.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.title)" }.joined(separator: ", ")
  }

  static func folderText(_ folder: String) -> String {
    folder.hasSuffix("/") ? folder : folder + "/"
  }
}

extension ItemChange.Kind {
  /// The kind as people call it.
  var title: String { self == .redated ? "re-dated" : rawValue }
}

extension ItemChange.Note {
  /// What may not have been meant, in words.
  var title: String {
    switch self {
    case .updatedWithoutEdit: "\"updated\" changed, the text did not"
    case .editWithoutUpdated: "the text changed, \"updated\" did not"
    }
  }
}

extension FeedChange {
  /// What happens to the feed, in a line: counts of items, or that it comes or goes.
  var headline: String {
    switch status {
    case .added: return "new feed of \(FeedDifference.count(after, "item"))"
    case .removed: return "removed, with \(FeedDifference.count(before, "item"))"
    case .changed:
      var parts = [FeedDifference.list(ItemChange.Kind.allCases.map { ($0, count($0)) })]
      if losesMost { parts.append("loses most of its \(before) items") }
      if !lostDocuments.isEmpty {
        parts.append("no longer published: " + lostDocuments.joined(separator: ", "))
      }
      return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
  }

  fileprivate func text(_ extent: FeedDifference.Extent) -> String {
    var text =
      TerminalText.wrapped("\(name): \(headline)", columns: FeedDifference.columns) + "\n"
    for item in items.prefix(extent.items ?? items.count) { text += item.text }
    let hidden = items.count - min(items.count, extent.items ?? items.count)
    if hidden > 0 { text += "  … and \(hidden) more\n" }
    return text
  }
}

extension ItemChange {
  fileprivate var text: String {
    let label = kind.title + String(repeating: " ", count: 12 - kind.title.count)
    let day = date.map { String($0.rfc3339.prefix(10)) } ?? "          "
    let shown = title.isEmpty ? id : title
    var text =
      "  \(label)\(day)  \(TerminalText.fitted(shown, columns: FeedDifference.columns - 26))\n"
    for line in details {
      text += "  " + String(repeating: " ", count: 12) + TerminalText.printable(line) + "\n"
    }
    return text
  }

  /// What else there is to say, a line each.
  var details: [String] {
    var lines: [String] = []
    if let oldID { lines += ["was \(oldID)", "is  \(id)"] }
    if let oldDate, let date { lines.append("from \(oldDate.rfc3339) to \(date.rfc3339)") }
    if let note { lines.append("note: \(note.title)") }
    return lines
  }
}
