internal import Diagnostics
internal import FeedValues

/// A ledger with the ids and first publications of earlier feeds in the place of those it would have.
struct LedgerAdoption {
  let ledger: Ledger
  private(set) var diagnostics: [Diagnostic] = []

  /// Puts what was adopted into a ledger.
  ///
  /// - Parameters:
  ///   - adoption: The articles and their items.
  ///   - ids: The file and the id of each article, as the next build would publish it.
  ///   - ledger: The ledger that the next build would write.
  ///   - earlier: The ledger as it is; nil for a site that was never published.
  ///   - replaces: Whether ids that it has already are replaced.
  init(
    _ adoption: Adoption, ids: [(file: String, id: String)], ledger: Ledger, earlier: Ledger?,
    replaces: Bool
  ) {
    let idOf = Dictionary(ids.map { ($0.file, $0.id) }, uniquingKeysWith: { first, _ in first })
    let published = Set((earlier?.records ?? []).map(\.id))
    var records = Dictionary(
      ledger.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for match in adoption.matches {
      guard let current = idOf[match.file], let record = records[current] else { continue }
      if current != match.id {
        if published.contains(current), !replaces {
          diagnostics.append(Self.published(match, as: current))
          continue
        }
        if records[match.id] != nil {
          diagnostics.append(Self.taken(match))
          continue
        }
        records[current] = nil
      }
      // When it was first published is settled with the first ledger, as archives are dealt by it.
      let isSettled = published.contains(current) && current == match.id
      records[match.id] = Ledger.Record(
        id: match.id, first: isSettled ? record.first : match.published ?? record.first, gone: nil,
        trace: record.trace)
    }
    self.ledger = Ledger(records.values)
  }

  private static func published(_ match: Adoption.Match, as current: String) -> Diagnostic {
    let rule = PublishingRules.adoptionConflict
    return Diagnostic(
      rule: rule, severity: .error, location: SourceLocation(file: match.file),
      message: "the ledger has the article as \(current), and \(match.feed) as \(match.id)",
      help: "if no feed with the ledger's id was ever published, adopt with --replace")
  }

  private static func taken(_ match: Adoption.Match) -> Diagnostic {
    let rule = PublishingRules.adoptionConflict
    return Diagnostic(
      rule: rule, severity: .error, location: SourceLocation(file: match.file),
      message: "the id \(match.id) is another article's in the ledger", help: rule.cure)
  }
}

extension Adoption {
  /// What the user has to decide, as findings.
  var findings: [Diagnostic] {
    conflicts.map { conflict in
      let rule = PublishingRules.adoptionConflict
      let location = SourceLocation(file: conflict.file)
      switch conflict {
      case .twoIDs(_, let kept, let other, let feed):
        return Diagnostic(
          rule: rule, location: location,
          message: "the article keeps the id \(kept), and \(feed) knows it as \(other)",
          help: "name the feed first whose subscribers must see nothing twice")
      case .ownID(_, let own, let id):
        return Diagnostic(
          rule: rule, severity: .error, location: location,
          message: "the article asks for the id \(own), and subscribers know it as \(id)",
          help: "write id: \(id), or take the id out")
      }
    }
  }
}
