internal import FeedValues

/// Finds the articles of a site again in its ledger.
///
/// An article is one that was published when it has the id of a record; else when enough of what the
/// record remembers is still true of it. Being in the same file is not enough: a file whose slug, day
/// and title are all new holds a new article. Of several that come into question none is taken, so that
/// no id goes astray; stronger likenesses are looked for first.
struct LedgerMatching {
  /// What is compared.
  enum Feature: Int, CaseIterable {
    case path, slug, day, title, text
  }

  /// An article that is looked for.
  struct Candidate {
    /// The id that it asks for by itself.
    let id: String?
    let trace: Ledger.Trace
    /// Whether its text is long enough to tell it from others.
    let hasTellingText: Bool
  }

  /// Texts of fewer bytes than this tell nothing: many a draft holds the same few words.
  static let tellingLength = 40

  /// The features of which one after another is asked that all are the same, the surest first.
  private static let likenesses: [[Feature]] = [
    [.path, .title], [.title, .text], [.path, .slug], [.path, .day],
    [.slug, .title], [.slug, .day], [.slug, .text], [.title, .day], [.text, .day],
  ]

  /// The same for articles that are gone: one that comes back looks as it did, and what only resembles
  /// it is another one.
  private static let likenessesOfGone: [[Feature]] = [
    [.path, .title], [.title, .text], [.slug, .title], [.path, .slug, .day],
  ]

  private let records: [Ledger.Record]
  private let candidates: [Candidate]
  /// For each candidate, the index of its record.
  private(set) var found: [Int?]
  private var isTaken: [Bool]

  /// The records of `candidates` among `records`.
  init(_ candidates: [Candidate], in records: [Ledger.Record]) {
    self.records = records
    self.candidates = candidates
    found = Array(repeating: nil, count: candidates.count)
    isTaken = Array(repeating: false, count: records.count)
    if records.isEmpty { return }
    matchIDs()
    for likeness in Self.likenesses { match(likeness, isGone: false) }
    for likeness in Self.likenessesOfGone { match(likeness, isGone: true) }
  }

  private mutating func matchIDs() {
    let byID = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, candidate) in candidates.enumerated() {
      guard let id = candidate.id, let record = byID[id], !isTaken[record] else { continue }
      take(record, for: index)
    }
  }

  private mutating func match(_ features: [Feature], isGone: Bool) {
    let open = candidates.indices.filter {
      found[$0] == nil && (candidates[$0].hasTellingText || !features.contains(.text))
    }
    if open.isEmpty { return }
    let free = records.indices.filter { !isTaken[$0] && (records[$0].gone != nil) == isGone }
    if free.isEmpty { return }
    // Where texts are compared, one that others have as well tells nothing, whoever they belong to.
    let common = features.contains(.text) ? commonTexts : []
    let recordsByKey = Dictionary(grouping: free) { Key(records[$0].trace, features) }
    let candidatesByKey = Dictionary(grouping: open) { Key(candidates[$0].trace, features) }
    for (key, indices) in candidatesByKey {
      guard indices.count == 1, let index = indices.first,
        let matching = recordsByKey[key], matching.count == 1, let record = matching.first,
        !common.contains(candidates[index].trace.text)
      else { continue }
      take(record, for: index)
    }
  }

  /// Texts that more than one article has.
  private var commonTexts: Set<Fingerprint> {
    var seen: Set<Fingerprint> = []
    var common: Set<Fingerprint> = []
    for candidate in candidates where !seen.insert(candidate.trace.text).inserted {
      common.insert(candidate.trace.text)
    }
    return common
  }

  private mutating func take(_ record: Int, for candidate: Int) {
    found[candidate] = record
    isTaken[record] = true
  }

  /// The features of a trace that are compared.
  private struct Key: Hashable {
    private var path: String?
    private var slug: String?
    private var day: Int?
    private var title: Fingerprint?
    private var text: Fingerprint?

    init(_ trace: Ledger.Trace, _ features: [Feature]) {
      for feature in features {
        switch feature {
        case .path: path = trace.path
        case .slug: slug = trace.slug
        case .day: day = trace.day.daysSince1970
        case .title: title = trace.title
        case .text: text = trace.text
        }
      }
    }
  }
}
