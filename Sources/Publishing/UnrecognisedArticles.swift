internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// Articles that are new in the run in which others are gone: perhaps the same ones.
struct UnrecognisedArticles {
  /// A note for each new article that shares something with one that is gone, or one for all.
  let diagnostics: [Diagnostic]

  private static let mostNotes = 10

  /// The articles of `collection` that `earlier` knows under no id, beside those that are gone.
  init(
    _ collection: ArticleCollection, in entryIDs: EntryIDs, change: LedgerChange, earlier: Ledger?
  ) {
    guard let earlier, !change.added.isEmpty, !change.gone.isEmpty else {
      diagnostics = []
      return
    }
    diagnostics = Self.diagnostics(collection, in: entryIDs, earlier: earlier)
  }

  private static func diagnostics(
    _ collection: ArticleCollection, in entryIDs: EntryIDs, earlier: Ledger
  ) -> [Diagnostic] {
    let known = Set(earlier.records.map(\.id))
    let live = Set(earlier.records.filter { $0.gone == nil }.map(\.id))
    // An article that was withheld is no riddle: its file is there.
    let files = Set((collection.published + collection.withheld).map(\.article.path))
    let gone = entryIDs.ledger.records.filter {
      $0.gone != nil && live.contains($0.id) && !files.contains($0.trace.path)
    }
    let new = zip(collection.published, entryIDs.ids).filter { !known.contains($0.1) }.map(\.0)
    if gone.isEmpty || new.isEmpty { return [] }
    let isOnePair = gone.count == 1 && new.count == 1
    let notes = new.compactMap { loaded -> Diagnostic? in
      let trace = LedgerMatching.Candidate(loaded).trace
      let best = gone.max { likeness($0.trace, trace) < likeness($1.trace, trace) }
      guard let best, isOnePair || likeness(best.trace, trace) > 0 else { return nil }
      return loaded.source.diagnostic(
        PublishingRules.articleUnrecognised, at: loaded.idMark.position,
        length: loaded.idMark.length,
        "the article is new, and \(best.trace.path) is gone: if they are one, "
          + "subscribers see it unread again",
        help: "write id: \(best.id), and it stays the same article")
    }
    if !notes.isEmpty { return Array(notes.prefix(mostNotes)) }
    let rule = PublishingRules.articleUnrecognised
    let named = gone.map(\.trace.path).sorted().prefix(3).joined(separator: ", ")
    return [
      Diagnostic(
        rule: rule, location: SourceLocation(file: Ledger.fileName),
        message: (new.count == 1 ? "an article is new" : "\(new.count) articles are new")
          + " and \(gone.count == 1 ? "one is" : "\(gone.count) are") gone (\(named)"
          + (gone.count > 3 ? " and others)" : ")"),
        help: rule.cure)
    ]
  }

  /// How many features two articles have in common.
  private static func likeness(_ lhs: Ledger.Trace, _ rhs: Ledger.Trace) -> Int {
    [
      lhs.path == rhs.path, lhs.slug == rhs.slug, lhs.day == rhs.day, lhs.title == rhs.title,
      lhs.text == rhs.text,
    ].count { $0 }
  }
}
