internal import FeedValues

extension FeedDifference {
  /// The difference as Markdown for a pull request: the counts as a table, the items folded away.
  package func markdown(_ extent: Extent = .short) -> String {
    var text = "### What subscribers will see\n\n"
    if isEmpty {
      return text + "No change in \(Self.count(unchanged + changedOtherwise, "feed")).\n"
    }
    if counts[.resurfacing] > 0 {
      text += "**\(Self.count(counts[.resurfacing], "item")) would be shown as unread again.**\n\n"
    }
    let losing = feeds.count { $0.losesMost }
    if losing > 0 {
      text += "**\(Self.count(losing, "feed")) would lose most of the items shown.**\n\n"
    }
    let kinds = ItemChange.Kind.allCases
    text += "| feed | " + kinds.map(\.title).joined(separator: " | ") + " |\n"
    text += "|---|" + kinds.map { _ in "---:|" }.joined() + "\n"
    let shown = feeds.prefix(extent.feeds ?? feeds.count)
    for feed in shown {
      let name = Self.escaped(feed.name) + (feed.status == .changed ? "" : " (\(feed.headline))")
      text +=
        "| \(name) | " + kinds.map { number(feed.count($0)) }.joined(separator: " | ") + " |\n"
    }
    text +=
      "| **all feeds** | " + kinds.map { number(counts[$0]) }.joined(separator: " | ") + " |\n"
    if feeds.count > shown.count {
      text += "\nThe table leaves out \(Self.count(feeds.count - shown.count, "feed")).\n"
    }
    let others = unchanged + changedOtherwise
    if others > 0 { text += "\n\(Self.count(others, "feed")) without a change to be seen.\n" }
    for feed in shown where !feed.items.isEmpty || !feed.lostDocuments.isEmpty {
      text += feed.markdown(extent)
    }
    return text
  }

  private func number(_ count: Int) -> String { count == 0 ? "" : String(count) }

  /// Plain text with everything escaped that Markdown, HTML or GitHub would act on.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      // An empty comment keeps GitHub from making mentions and references to issues of them.
      case "@", "#": result += "\(scalar)<!-- -->"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "!", "|", "~", "&", "$", ":", "^",
        "=":
        result += "&#\(scalar.value);"
      // What begins an address, a list or a rule.
      case ".", "+": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension FeedChange {
  fileprivate func markdown(_ extent: FeedDifference.Extent) -> String {
    var text = "\n<details><summary>\(FeedDifference.escaped(name)): \(headline)</summary>\n\n"
    for item in items.prefix(extent.items ?? items.count) {
      let title = FeedDifference.escaped(item.title.isEmpty ? item.id : item.title)
      let day = item.date.map { " (\($0.rfc3339.prefix(10)))" } ?? ""
      text += "- \(item.kind.title): \(title)\(day)\n"
      for line in item.details { text += "  - \(FeedDifference.escaped(line))\n" }
    }
    let hidden = items.count - min(items.count, extent.items ?? items.count)
    if hidden > 0 { text += "- … and \(hidden) more\n" }
    return text + "\n</details>\n"
  }
}
