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
    self.records = records.sorted { Self.order($0.id) < Self.order($1.id) }
  }

  /// The records in the order of first publication, which archives are dealt in.
  var byFirstPublication: [Record] {
    records.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
  }

  /// Where an id stands in the file: in one of 256 parts, whichever its fingerprint says.
  ///
  /// Two articles that are added on two branches nearly always come to stand in different parts, where
  /// git merges them without a conflict; by date, both would be added at the end.
  static func order(_ id: String) -> (part: UInt8, id: String) {
    (UInt8(Fingerprint(of: Array(id.utf8)[...]).bits >> 56), id)
  }
}
