package import Diagnostics
package import FeedValues

/// What came of a run.
package struct Outcome: Sendable {
  /// How a run ended.
  package enum Status: String, Sendable {
    /// The published folder holds what the articles say.
    case published
    /// A check found that publishing would change nothing, or something.
    case upToDate = "up-to-date"
    case outdated
    /// Errors were found: nothing was published.
    case findings
    /// There is no site in the folder.
    case noSite = "no-site"
    /// The published folder can't be written.
    case cannotWrite = "cannot-write"
    /// Another run is publishing to the same folder.
    case busy
    /// Feedsetter itself is at fault.
    case defect
  }

  package internal(set) var status = Status.findings
  package internal(set) var diagnostics: [Diagnostic] = []
  /// How many articles are in feeds.
  package internal(set) var articles = 0
  package internal(set) var drafts = 0
  /// How many articles have a later date, and the next of these dates.
  package var due: Int { upcoming.count }
  package var nextDue: Timestamp? { upcoming.first?.date }
  /// The articles of a later date, the next one first.
  package internal(set) var upcoming: [UpcomingArticle] = []
  /// How many articles have expired or ask to be left out.
  package internal(set) var leftOut = 0
  /// How many files have no date and are no articles for that.
  package internal(set) var undated = 0
  /// How many files have no title and are in no feed for that.
  package internal(set) var untitled = 0
  /// How many can't be published, where the others are published without them.
  package internal(set) var faulty = 0
  package internal(set) var feeds = 0
  /// The published folder.
  package internal(set) var folder = ""
  /// The files that were written, or would be, below the folder.
  package internal(set) var written: [String] = []
  package internal(set) var unchanged = 0
  package internal(set) var removed: [String] = []
  /// What becomes of the ledger; nil where it is left alone.
  package internal(set) var ledger: LedgerChange?

  /// What subscribers will see; nil where it was not come to.
  package internal(set) var difference: FeedDifference?
  /// The files of a run that was stopped which this one wrote or removed in its stead.
  package internal(set) var completed: [String] = []

  /// Whether publishing changes no file.
  package var changesNothing: Bool {
    written.isEmpty && removed.isEmpty && ledger?.isEmpty != false
  }

  mutating func add(_ findings: some Sequence<Diagnostic>, isStrict: Bool) {
    diagnostics += findings.map {
      isStrict && $0.severity == .warning ? $0.with(severity: .error) : $0
    }
  }

  mutating func add(_ collection: ArticleCollection, isStrict: Bool) {
    add(collection.diagnostics, isStrict: isStrict)
    articles = collection.published.count
    drafts = collection.drafts
    upcoming = collection.upcoming
    leftOut = collection.leftOut
    undated = collection.undated
    untitled = collection.untitled
    faulty = collection.faulty
  }

  mutating func add(_ plan: FeedPlan, isStrict: Bool) {
    add(plan.diagnostics, isStrict: isStrict)
    feeds = plan.feeds.count { !$0.isArchive }
  }

  mutating func add(_ changes: PublishedFolder.Changes) {
    written = changes.written
    unchanged = changes.unchanged
    removed = changes.removed
  }

  /// Takes back what was not done: of the files only the first `count` were written.
  mutating func keepFirst(_ count: Int) {
    written = Array(written.prefix(count))
    removed = []
  }

  /// The outcome with its findings in reading order.
  func ended(as status: Status) -> Outcome {
    var outcome = self
    outcome.status = status
    outcome.diagnostics = diagnostics.inReadingOrder()
    return outcome
  }
}
