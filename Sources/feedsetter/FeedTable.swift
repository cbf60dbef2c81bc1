internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import Publishing

/// The site's feeds as a table for people.
struct FeedTable {
  /// How wide a line may be.
  let columns: Int
  /// Whether the address of each document stands below its feed.
  var namesAddresses = false

  /// The table and what is due next.
  func text(_ listing: SiteListing) -> String {
    // A term's feed is called after the site's: what they have in common need not stand in each line.
    let prefix = (listing.feeds.first?.listed.title ?? "") + ": "
    let rows = listing.feeds.map { shown in
      let feed = shown.listed
      return [
        feed.folder.isEmpty ? "./" : feed.folder, String(feed.items), Self.size(shown.bytes),
        String(feed.newest.date.rfc3339.prefix(10)),
        feed.title.hasPrefix(prefix) ? String(feed.title.dropFirst(prefix.count)) : feed.title,
      ]
    }
    let table = [["feed", "items", "bytes", "newest", "title"]] + rows
    var widths = (0..<5).map { column in table.map { Self.width($0[column]) }.max() ?? 0 }
    // Names of feeds take at most half of the line, titles what is left of it.
    widths[0] = min(widths[0], columns / 2)
    widths[4] = max(8, columns - widths[..<4].reduce(0, +) - 8)
    var text = ""
    for (index, row) in table.enumerated() {
      let cells = [
        Self.padded(row[0], widths[0]), Self.padded(row[1], widths[1], onTheLeft: true),
        Self.padded(row[2], widths[2], onTheLeft: true), Self.padded(row[3], widths[3]),
        Self.shortened(row[4], widths[4]),
      ]
      text += cells.joined(separator: "  ") + "\n"
      if namesAddresses, index > 0 {
        text += listing.feeds[index - 1].documents.map { "  \($0.url)\n" }.joined()
      }
    }
    let documents = listing.feeds.reduce(0) { $0 + $1.documents.count }
    let bytes = listing.feeds.reduce(0) { $0 + $1.bytes }
    text += "\n\(Summary.count(listing.feeds.count, "feed")) in "
    text += "\(Summary.count(documents, "file")), \(Self.size(bytes)), "
    text += "of \(Summary.count(listing.articles, "article"))\n"
    if let next = listing.upcoming.first {
      let title = Self.shortened(next.title, columns)
      text += "\(listing.upcoming.count) due later, the next on \(next.date.rfc3339):\n"
      text += "\(title)\n\(next.file)\n"
    }
    return text
  }

  /// Bytes with three digits at most.
  private static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    var value = bytes
    for unit in ["kB", "MB", "GB"] {
      if value < 9_950 {
        let tenths = (value + 50) / 100
        return "\(tenths / 10).\(tenths % 10) \(unit)"
      }
      if value < 999_500 || unit == "GB" { return "\((value + 500) / 1000) \(unit)" }
      value /= 1000
    }
    return "\(bytes) B"
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.terminalColumns }
  }

  private static func padded(_ text: String, _ width: Int, onTheLeft: Bool = false) -> String {
    let shown = shortened(text, width)
    let space = String(repeating: " ", count: max(0, width - self.width(shown)))
    return onTheLeft ? space + shown : shown + space
  }

  /// The text in at most `width` columns, without what a terminal would act on.
  private static func shortened(_ text: String, _ width: Int) -> String {
    var shown = ""
    var used = 0
    let fits = self.width(text) <= width
    for scalar in text.unicodeScalars {
      if !fits, used + scalar.terminalColumns > width - 1 { return shown + "…" }
      shown.unicodeScalars.append(scalar.isTerminalControl || scalar == "\t" ? "\u{FFFD}" : scalar)
      used += scalar.terminalColumns
    }
    return shown
  }
}
