internal import FeedValues

/// Every id that a site has published, and what its article is found again by: `feedsetter.lock`.
///
/// An id is minted once. It stays with its article whatever becomes of the article's file, slug, title,
/// category and site; the id of an article that is gone is kept and never given to another one.
struct Ledger: Hashable, Sendable {
  /// A published id.
  struct Record: Hashable, Sendable {
    let id: String
    /// When the article was first in a feed: archives are dealt in this order.
    let first: Timestamp
    /// Since when it is in none; nil while it is in one.
    var gone: Timestamp?
    /// What its article looked like when it was last read.
    var trace: Trace
    /// The archive that it was dealt to, from 1; nil where the site has none.
    var archive: Int? = nil
  }

  /// What an article is found again by.
  struct Trace: Hashable, Sendable {
    /// The file below the content folder.
    let path: String
    let slug: String
    let day: CalendarDate
    let title: Fingerprint
    /// Of the text behind the front matter.
    let text: Fingerprint
  }

  static let fileName = "feedsetter.lock"

  /// In the order of the file: see `order`.
  let records: [Record]

  /// A ledger of `records`, each id once.
  init(_ records: some Sequence<Record>) {
    self.records = records.map { (place: Self.order($0.id), record: $0) }
      .sorted { $0.place < $1.place }
      .map(\.record)
  }

  /// Whether `lhs` was published before `rhs`: the order in which archives are dealt.
  static func isFirst(_ lhs: Record, _ rhs: Record) -> Bool {
    lhs.first != rhs.first ? lhs.first < rhs.first : lhs.id < rhs.id
  }

  /// The ledger with every record dealt to an archive of `size`.
  ///
  /// Those that were dealt before stay where they are, whatever the ledger holds beside them: two
  /// branches that each added an article may have filled up the same archive, which then has one more.
  func dealt(size: Int) -> Ledger {
    let undealt = records.filter { $0.archive == nil }.sorted(by: Self.isFirst)
    if undealt.isEmpty { return self }
    var newest = 1
    var count = 0
    for case let archive? in records.map(\.archive) {
      if archive > newest { (newest, count) = (archive, 0) }
      if archive == newest { count += 1 }
    }
    var archives: [String: Int] = [:]
    for record in undealt {
      if count >= size { (newest, count) = (newest + 1, 0) }
      archives[record.id] = newest
      count += 1
    }
    var records = records
    for index in records.indices where records[index].archive == nil {
      records[index].archive = archives[records[index].id]
    }
    return Ledger(inOrder: records)
  }

  /// A ledger of `kept`, which are in order, and of those of `new` whose ids it has not yet.
  init(_ kept: [Record], with new: [Record]) {
    if new.isEmpty {
      self.init(inOrder: kept)
    } else {
      var known = Set(kept.map(\.id))
      self.init(kept + new.filter { known.insert($0.id).inserted })
    }
  }

  private init(inOrder records: [Record]) { self.records = records }

  /// Where an id stands in the file: in one of 256 parts, whichever its fingerprint says.
  ///
  /// Two articles that are added on two branches nearly always come to stand in different parts, where
  /// git merges them without a conflict; by date, both would be added at the end.
  static func order(_ id: String) -> (part: UInt8, id: String) {
    (UInt8(Fingerprint(of: id).bits >> 56), id)
  }
}
