internal import FeedValues

/// Finds the articles of a site again in its ledger.
///
/// An article is one that was published when it has the id of a record; else when enough of what the
/// record remembers is still true of it. Being in the same file is not enough: a file whose slug, day
/// and title are all new holds a new article. Of several that come into question none is taken, so that
/// no id goes astray; stronger likenesses are looked for first, and among those that are published
/// before those that are not.
struct LedgerMatching {
  /// An article that is looked for.
  struct Candidate {
    /// The id that it asks for by itself.
    let id: String?
    let trace: Ledger.Trace
    /// How many bytes its text has: a short one does not tell it from others.
    let textLength: Int
    /// Whether feeds may show it now.
    var isPublished = true
  }

  private let records: [Ledger.Record]
  private let candidates: [Candidate]
  /// For each candidate, the index of its record.
  ///
  /// Two have the same one where one asks for the id that the other was published under.
  private(set) var found: [Int?]
  private var isTaken: [Bool]
  private let recordMarks: [Marks]
  private let candidateMarks: [Marks]

  /// The records of `candidates` among `records`.
  init(_ candidates: [Candidate], in records: [Ledger.Record]) {
    self.records = records
    self.candidates = candidates
    found = Array(repeating: nil, count: candidates.count)
    isTaken = Array(repeating: false, count: records.count)
    recordMarks = records.isEmpty ? [] : records.map { Marks($0.trace) }
    candidateMarks = records.isEmpty ? [] : candidates.map { Marks($0.trace) }
    if records.isEmpty { return }
    matchIDs()
    for likeness in Likeness.ofPublished { match(likeness, isGone: false) }
    for likeness in Likeness.ofGone { match(likeness, isGone: true) }
  }

  private mutating func matchIDs() {
    let asking = candidates.indices.filter { candidates[$0].id != nil }
    if asking.isEmpty { return }
    let byID = Dictionary(
      records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byPath = Dictionary(
      candidates.enumerated().map { ($1.trace.path, $0) }, uniquingKeysWith: { first, _ in first })
    for index in asking {
      guard let id = candidates[index].id, let record = byID[id], !isTaken[record] else { continue }
      take(record, for: index)
      // The article that was published under the id may be there as well: both can't have it.
      guard records[record].gone == nil, let other = byPath[records[record].trace.path],
        other != index, candidates[other].id == nil,
        recordMarks[record].showSameArticle(as: candidateMarks[other])
      else { continue }
      take(record, for: other)
    }
  }

  private mutating func match(_ likeness: Likeness, isGone: Bool) {
    // Most are found at once.
    if !found.contains(nil) { return }
    let free = records.indices.filter { !isTaken[$0] && (records[$0].gone != nil) == isGone }
    if free.isEmpty { return }
    for isPublished in [true, false] {
      let open = candidates.indices.filter {
        found[$0] == nil && candidates[$0].isPublished == isPublished
          && candidates[$0].textLength >= likeness.leastText
      }
      if !open.isEmpty { match(likeness, open, with: free.filter { !isTaken[$0] }) }
    }
  }

  private mutating func match(_ likeness: Likeness, _ open: [Int], with free: [Int]) {
    let recordByKey = Self.unique(free) { recordMarks[$0].key(likeness.features) }
    let candidateByKey = Self.unique(open) { candidateMarks[$0].key(likeness.features) }
    let common = likeness.leastText > 0 ? commonTexts(isPublished: open) : []
    let files = likeness.condition == .fileIsGone ? Set(candidateMarks.map(\.path)) : []
    for (key, candidate) in candidateByKey {
      guard candidate != Self.several, let record = recordByKey[key], record != Self.several,
        !common.contains(candidateMarks[candidate].text)
      else { continue }
      let isMet =
        switch likeness.condition {
        case .none: true
        case .nearDay: recordMarks[record].isNear(candidateMarks[candidate])
        case .fileIsGone: !files.contains(recordMarks[record].path)
        }
      if isMet { take(record, for: candidate) }
    }
  }

  /// In the place of an index: more than one has the key.
  private static let several = -1

  /// The index that has each key.
  private static func unique(_ indices: [Int], key: (Int) -> Marks.Key) -> [Marks.Key: Int] {
    var found: [Marks.Key: Int] = [:]
    found.reserveCapacity(indices.count)
    for index in indices {
      if found.updateValue(index, forKey: key(index)) != nil { found[key(index)] = several }
    }
    return found
  }

  /// Texts that others have as well, whoever they belong to: they tell nothing.
  private func commonTexts(isPublished open: [Int]) -> Set<UInt64> {
    guard let first = open.first else { return [] }
    var seen: Set<UInt64> = []
    var common: Set<UInt64> = []
    for (candidate, marks) in zip(candidates, candidateMarks)
    where candidate.isPublished == candidates[first].isPublished
      && !seen.insert(marks.text).inserted
    {
      common.insert(marks.text)
    }
    return common
  }

  private mutating func take(_ record: Int, for candidate: Int) {
    found[candidate] = record
    isTaken[record] = true
  }
}

/// What must be the same of an article and a record for one to be the other.
private struct Likeness {
  /// What is asked beside equal features.
  enum Condition {
    case none
    /// Their days are close, as where the zone of a site or the syntax of its dates was changed.
    case nearDay
    /// The record's file is no more: it was renamed.
    case fileIsGone
  }

  let features: [Marks.Feature]
  var condition = Condition.none
  /// How long a text must be to tell an article from others; 0 where that doesn't matter.
  var leastText = 0

  /// Many a draft holds the same few words.
  private static let tellingText = 40
  /// What no two articles have by chance.
  private static let ownText = 200

  /// One after another, the surest first.
  ///
  /// Slug and title alone are no proof: the slug is mostly made from the title, and some come back every
  /// year.
  static let ofPublished = [
    Likeness(features: [.path, .title]),
    Likeness(features: [.title, .text], leastText: tellingText),
    Likeness(features: [.path, .slug]),
    Likeness(features: [.path, .day]),
    Likeness(features: [.slug, .title, .text]),
    Likeness(features: [.slug, .title], condition: .nearDay),
    Likeness(features: [.slug, .day]),
    Likeness(features: [.slug, .text], leastText: tellingText),
    Likeness(features: [.title, .day]),
    Likeness(features: [.text, .day], leastText: tellingText),
    Likeness(features: [.text], condition: .fileIsGone, leastText: ownText),
  ]

  /// The same for articles that are gone: one that comes back looks as it did, and what only resembles
  /// it is another one.
  static let ofGone = [
    Likeness(features: [.path, .title]),
    Likeness(features: [.title, .text], leastText: tellingText),
    Likeness(features: [.slug, .title], condition: .nearDay),
    Likeness(features: [.path, .slug, .day]),
  ]
}

/// What is compared of a trace, as numbers.
private struct Marks {
  enum Feature {
    case path, slug, day, title, text
  }

  /// The values of up to three features.
  struct Key: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
  }

  let path: UInt64
  let slug: UInt64
  let day: UInt64
  let title: UInt64
  let text: UInt64

  init(_ trace: Ledger.Trace) {
    path = Fingerprint(of: trace.path).bits
    slug = Fingerprint(of: trace.slug).bits
    day = UInt64(bitPattern: Int64(trace.day.daysSince1970))
    title = trace.title.bits
    text = trace.text.bits
  }

  func key(_ features: [Feature]) -> Key {
    var key = Key()
    for (place, feature) in features.enumerated() {
      let value =
        switch feature {
        case .path: path
        case .slug: slug
        case .day: day
        case .title: title
        case .text: text
        }
      switch place {
      case 0: key.first = value
      case 1: key.second = value
      default: key.third = value
      }
    }
    return key
  }

  /// Whether there are at most two days between two articles.
  func isNear(_ other: Marks) -> Bool {
    abs(Int64(bitPattern: day) - Int64(bitPattern: other.day)) <= 2
  }

  /// Whether what is in the same file is the same article.
  func showSameArticle(as other: Marks) -> Bool {
    path == other.path && (slug == other.slug || day == other.day || title == other.title)
  }
}
