internal import FeedValues

extension AdoptionRun.Result {
  /// What was taken over, for people.
  ///
  /// - Parameters:
  ///   - isDryRun: Whether nothing was written.
  ///   - names: Whether everything is named, and not only the first few.
  /// - Returns: The lines; nothing where the run did not come so far.
  package func text(isDryRun: Bool, names: Bool) -> String {
    guard let adoption, status == .published else { return "" }
    let most = names ? Int.max : 10
    var text = Self.count(adoption.matches.count, "article", "keeps", "keep")
    text += " the ids that subscribers know" + Self.evidence(of: adoption.matches) + "\n"
    if names {
      for match in adoption.matches { text += "  \(match.file): \(match.id)\n" }
    }
    text += Self.list(
      adoption.newer, most, "article is new to the feeds", "articles are new to the feeds")
    text += Self.list(
      adoption.older, most, "article is older than the feeds reach back",
      "articles are older than the feeds reach back")
    text += Self.list(
      adoption.orphans.map { orphan in
        "\"\(orphan.title)\" \(orphan.link ?? orphan.id)"
      }, most, "item has no article here", "items have no article here")
    text +=
      changesLedger
      ? "\(ledger) \(isDryRun ? "would be" : "is") written: commit it with the articles\n"
      : "\(ledger) has all of this already\n"
    if !moves.isEmpty {
      text += "subscribers' addresses must lead to the new ones:\n"
      for move in moves { text += "  \(move.from) -> \(move.to)\n" }
    }
    return text + verdict
  }

  /// Whether subscribers will see anything as unread again.
  private var verdict: String {
    if flooding.isEmpty { return "nothing becomes unread\n" }
    return Self.list(
      flooding, 10, "older article would be shown as new", "older articles would be shown as new")
      + "publish with feeds.limit: \(quietLimit), or adopt a feed that reaches further back\n"
  }

  private static func evidence(of matches: [Adoption.Match]) -> String {
    let parts = Adoption.Evidence.allCases.compactMap { evidence -> String? in
      let count = matches.count { $0.evidence == evidence }
      return count == 0 ? nil : "\(count) by \(evidence.title)"
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String, _ one: String, _ many: String) -> String
  {
    number == 1 ? "1 \(noun) \(one)" : "\(number) \(noun)s \(many)"
  }

  private static func list(_ names: [String], _ most: Int, _ one: String, _ many: String) -> String
  {
    if names.isEmpty { return "" }
    var text = "\(names.count) \(names.count == 1 ? one : many)\n"
    for name in names.prefix(most) { text += "  \(name)\n" }
    if names.count > most { text += "  … and \(names.count - most) more\n" }
    return text
  }
}

extension Adoption.Evidence {
  /// What it is, in words.
  fileprivate var title: String {
    switch self {
    case .link: "address"
    case .path: "path on another host"
    case .titleAndDate: "title and day"
    case .title: "title"
    }
  }
}
