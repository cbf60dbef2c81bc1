internal import FeedModel
internal import FeedValues

/// Which archive (RFC 5005 section 4) each published article is in.
///
/// Articles are dealt in the order of first publication, a fixed number to each archive, those that are
/// gone counted as well, and the ledger keeps which archive each one is in: a full archive never gains an
/// article, and loses one only when that is taken out. The next archive is begun as soon as one is full,
/// with nothing in it yet, so that a full one need not be written again to lead on to it.
struct ArchiveDealing: Sendable {
  /// An archive and what is in it.
  struct Page: Sendable {
    /// From 1, the oldest.
    let number: Int
    /// The articles as indices in the list that was asked about, in its order.
    let members: [Int]
    /// As what an archive with nothing in it is dated: it then stays as it is.
    let latest: Timestamp
  }

  private let numbers: [String: Int]
  /// The latest first publication in each archive.
  private let latest: [Int: Timestamp]
  /// How many archives there are of the whole site.
  private let count: Int
  /// Those that no article is dealt to any more: all but the newest.
  private var full: Range<Int> { 1..<count }

  /// The archives of `ledger`; what it has not dealt yet is dealt, `size` to an archive.
  init(of ledger: Ledger, size: Int) {
    var numbers: [String: Int] = [:]
    var counts: [Int: Int] = [:]
    var latest: [Int: Timestamp] = [:]
    for record in ledger.dealt(size: size).records {
      guard let archive = record.archive else { continue }
      numbers[record.id] = archive
      counts[archive, default: 0] += 1
      latest[archive] = max(latest[archive] ?? record.first, record.first)
    }
    self.numbers = numbers
    self.latest = latest
    let newest = counts.keys.max() ?? 1
    count = counts[newest, default: 0] < size ? newest : newest + 1
  }

  /// The archives of a feed of `ids`.
  ///
  /// A feed of a part of the site has those of the whole site in which something of it is, under the
  /// same numbers: where an article is depends on no other one's category. Behind a full one follows
  /// the next, with or without something in it.
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
    let shown =
      isWhole
      ? Set(1...count)
      : Set(members.keys).union(members.keys.filter(full.contains).map { $0 + 1 })
    return shown.sorted().compactMap { number in
      // The newest may have nothing in it yet, and is as old as the one before it.
      (latest[number] ?? latest[number - 1]).map {
        Page(number: number, members: members[number] ?? [], latest: $0)
      }
    }
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
    .filter { now.seconds - $0.when.seconds < Self.seconds(ofDays: days) }
    .sorted { ($1.when, $0.id) < ($0.when, $1.id) }
    return Array(gone.prefix(Self.mostDeletedEntries))
  }

  /// When feeds stop to tell of each entry that was taken out, in seconds since 1970.
  func tombstoneEnds(days: Int) -> [Int] {
    records.compactMap { record in
      record.gone.flatMap { gone in
        let end = gone.seconds.addingReportingOverflow(Self.seconds(ofDays: days))
        return end.overflow ? nil : end.partialValue
      }
    }
  }

  private static func seconds(ofDays days: Int) -> Int {
    let (seconds, isTooMany) = days.multipliedReportingOverflow(by: 86_400)
    return isTooMany ? .max : seconds
  }
}
