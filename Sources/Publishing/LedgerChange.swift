internal import Diagnostics
internal import FileSystem

/// What a run makes of the ledger.
package struct LedgerChange: Sendable {
  /// The files of the articles that are published for the first time.
  package let added: [String]
  /// The files of the articles that are in no feed any more.
  package let gone: [String]
  /// The files of the articles of which something is written anew.
  package let updated: [String]

  private let earlier: Ledger?
  let ledger: Ledger

  /// How `ledger` differs from `earlier`, which is nil for a site without one.
  init(from earlier: Ledger?, to ledger: Ledger) {
    self.earlier = earlier
    self.ledger = ledger
    let records = earlier?.records ?? []
    let before = Dictionary(
      records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (added, gone, updated): ([String], [String], [String]) = ([], [], [])
    for record in ledger.records where before[record.id] != record {
      let wasPublished = before[record.id].map { $0.gone == nil }
      if wasPublished == nil {
        added.append(record.trace.path)
      } else if record.gone != nil, wasPublished == true {
        gone.append(record.trace.path)
      } else {
        updated.append(record.trace.path)
      }
    }
    (self.added, self.gone, self.updated) = (added.sorted(), gone.sorted(), updated.sorted())
  }

  /// Whether the ledger stays as it is.
  package var isEmpty: Bool { earlier == ledger }

  /// The findings of a run that may not change the ledger.
  func frozenFindings(siteFolder: String) -> [Diagnostic] {
    if isEmpty { return [] }
    let parts = [("new", added), ("gone", gone), ("changed", updated)].filter { !$0.1.isEmpty }
    let counts = parts.map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")
    let files = parts.flatMap(\.1)
    let named = files.prefix(3).joined(separator: ", ") + (files.count > 3 ? " and others" : "")
    let rule = PublishingRules.ledgerFrozen
    return [
      Diagnostic(
        rule: rule, location: SourceLocation(file: Ledger.path(siteFolder: siteFolder)),
        message: earlier == nil
          ? "there is no ledger yet, and it may not be written"
          : "the ledger would change: \(counts) (\(named))",
        help: rule.cure)
    ]
  }

  /// The ledger's file as part of a transaction.
  func companion(siteFolder: String) -> PublishedFolder.Companion {
    PublishedFolder.Companion(path: Ledger.path(siteFolder: siteFolder), bytes: ledger.bytes)
  }

  /// Writes the ledger where it changes.
  ///
  /// - Throws: `PublishedFolder.Failure.system` where the system refuses.
  func write(siteFolder: String) throws(PublishedFolder.Failure) {
    if isEmpty { return }
    do throws(FileError) {
      try FileSystem.replace(Ledger.path(siteFolder: siteFolder), with: [ledger.bytes])
    } catch {
      throw .system(error, replaced: 0)
    }
  }
}
