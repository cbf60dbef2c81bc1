internal import FeedModel
internal import FeedValues

/// Which archive (RFC 5005 section 4) each published article is in.
///
/// Articles are dealt in the order of first publication, a fixed number to each archive, those that are
/// gone counted as well: a full archive never gains an article, and loses one only when that is taken
/// out. The next archive is begun as soon as one is full, with nothing in it yet, so that a full one
/// need not be written again to lead on to it.
struct ArchiveDealing: Sendable {
  /// An archive and what is in it.
  struct Page: Sendable {
    /// From 1, the oldest.
    let number: Int
    /// The articles as indices in the list that was asked about, in its order.
    let members: [Int]
  }

  private let numbers: [String: Int]
  /// How many archives there are of the whole site.
  private let count: Int

  /// Deals the articles of `ledger`, `size` to an archive.
  init(of ledger: Ledger, size: Int) {
    var numbers: [String: Int] = [:]
    for (index, record) in ledger.byFirstPublication.enumerated() {
      numbers[record.id] = index / size + 1
    }
    self.numbers = numbers
    count = ledger.records.count / size + 1
  }

  /// The archives of a feed of `ids`.
  ///
  /// A feed of a part of the site has those of the whole site in which something of it is, under the
  /// same numbers: where an article is depends on no other one's category.
  ///
  /// - Parameters:
  ///   - ids: The articles of the feed.
  ///   - isWhole: Whether they are all of the site's.
  /// - Returns: The archives, oldest first.
  func pages(of ids: [String], isWhole: Bool) -> [Page] {
    var members: [Int: [Int]] = [:]
    for (index, id) in ids.enumerated() {
      if let number = numbers[id] { members[number, default: []].append(index) }
    }
    let shown = isWhole ? Array(1...count) : members.keys.sorted()
    return shown.map { Page(number: $0, members: members[$0] ?? []) }
  }
}

extension Ledger {
  /// How many entries that are gone a feed tells of at most.
  private static let mostDeletedEntries = 100

  /// The entries that were taken out in the last `days`, the latest first.
  func deletedEntries(at now: Timestamp, days: Int) -> [DeletedEntry] {
    let gone = records.compactMap { record in
      record.gone.map { DeletedEntry(id: record.id, when: $0) }
    }
    .filter { $0.when.seconds > now.seconds - days * 86_400 }
    .sorted { ($1.when, $0.id) < ($0.when, $1.id) }
    return Array(gone.prefix(Self.mostDeletedEntries))
  }
}
