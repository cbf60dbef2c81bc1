internal import Diagnostics
internal import FeedValues
internal import FoundationEssentials
internal import Publishing

/// The result of a build in words or as JSON.
enum Summary {
  /// A few lines for people.
  ///
  /// - Parameters:
  ///   - outcome: What came of the build.
  ///   - names: Whether each file that changed is named.
  ///   - inColor: Whether the words that tell success from failure are coloured.
  /// - Returns: The lines, without a line break at the end.
  static func text(_ outcome: Outcome, names: Bool, inColor: Bool = false) -> String {
    func mark(_ words: String, _ color: Int) -> String {
      inColor ? "\u{1B}[\(color)m\(words)\u{1B}[0m" : words
    }
    let (green, yellow, red) = (32, 33, 31)
    var lines: [String] = []
    if names {
      lines += outcome.written.map { "write \(outcome.folder)/\($0)" }
      lines += outcome.removed.map { "remove \(outcome.folder)/\($0)" }
    }
    let content = "\(count(outcome.articles, "article")) in \(count(outcome.feeds, "feed"))"
    switch outcome.status {
    case .published:
      lines.append(
        "\(mark("published", green)) \(content) to \(outcome.folder)/: \(files(outcome))")
    case .upToDate: lines.append("\(outcome.folder)/ \(mark("is current", green)): \(content)")
    case .outdated:
      lines.append(
        "\(outcome.folder)/ \(mark("is not current", yellow)): \(content), \(files(outcome))")
    case .cannotWrite where !outcome.written.isEmpty:
      lines.append(
        "\(mark("published in part", red)): \(count(outcome.written.count, "file")) of \(outcome.folder)/ "
          + "are new, the others as they were; the next build completes them")
      return lines.joined(separator: "\n")
    case .findings, .noSite, .cannotWrite, .busy, .defect:
      let errors = outcome.diagnostics.count { $0.severity == .error }
      let warnings = outcome.diagnostics.count { $0.severity == .warning }
      lines.append(
        "\(mark("nothing was published", red)): \(count(errors, "error")), \(count(warnings, "warning"))"
      )
      return lines.joined(separator: "\n")
    }
    if let difference = outcome.difference, difference.hasSubscribers {
      lines.append(difference.summary)
    }
    if let ids = ids(outcome) { lines.append(ids) }
    if let withheld = withheld(outcome) { lines.append(withheld) }
    return lines.joined(separator: "\n")
  }

  private static func files(_ outcome: Outcome) -> String {
    "\(count(outcome.written.count, "file")) new or changed, \(outcome.unchanged) unchanged, "
      + "\(outcome.removed.count) removed"
  }

  private static func ids(_ outcome: Outcome) -> String? {
    guard let ledger = outcome.ledger, !ledger.isEmpty else { return nil }
    var parts: [String] = []
    if !ledger.added.isEmpty { parts.append("\(ledger.added.count) new") }
    if !ledger.gone.isEmpty { parts.append("\(ledger.gone.count) gone") }
    if parts.isEmpty { parts.append("articles changed") }
    return "feedsetter.lock: \(parts.joined(separator: ", ")); commit it with the articles"
  }

  private static func withheld(_ outcome: Outcome) -> String? {
    var parts: [String] = []
    if outcome.drafts > 0 { parts.append(count(outcome.drafts, "draft")) }
    if outcome.due > 0 {
      let next = outcome.nextDue.map { ", the next on \($0.rfc3339)" } ?? ""
      parts.append("\(outcome.due) due later\(next)")
    }
    if outcome.leftOut > 0 { parts.append("\(outcome.leftOut) left out or expired") }
    if outcome.undated > 0 { parts.append("\(outcome.undated) without a date") }
    if outcome.untitled > 0 { parts.append("\(outcome.untitled) without a title") }
    if outcome.faulty > 0 { parts.append("\(outcome.faulty) with faults") }
    return parts.isEmpty ? nil : "withheld: " + parts.joined(separator: "; ")
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// One object for other programs.
  static func json(_ outcome: Outcome) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Object(outcome)), as: UTF8.self)
  }

  private struct Object: Encodable {
    let status: String
    let folder: String
    let articles, feeds, drafts, due, leftOut, undated, untitled, faulty: Int
    let unchanged, errors, warnings: Int
    let nextDue: String?
    let written, removed, completed: [String]

    init(_ outcome: Outcome) {
      status = outcome.status.rawValue
      folder = outcome.folder
      articles = outcome.articles
      feeds = outcome.feeds
      drafts = outcome.drafts
      due = outcome.due
      leftOut = outcome.leftOut
      undated = outcome.undated
      untitled = outcome.untitled
      faulty = outcome.faulty
      unchanged = outcome.unchanged
      errors = outcome.diagnostics.count { $0.severity == .error }
      warnings = outcome.diagnostics.count { $0.severity == .warning }
      nextDue = outcome.nextDue?.rfc3339
      written = outcome.written
      removed = outcome.removed
      completed = outcome.completed
    }
  }
}
