internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedValidation
package import FeedValues
internal import FileSystem

/// A run: from a folder of articles to published feeds.
package struct Publication: Sendable {
  /// What a run is told.
  package struct Options: Sendable {
    /// The folder of `feedsetter.yml`.
    package var siteFolder = "."
    /// The folder that is published, instead of `feeds.path`.
    package var output: String?
    /// The moment of the run: articles of a later date are not published yet.
    package var now: Timestamp
    /// Whether drafts are published as well.
    package var includesDrafts = false
    /// Whether warnings keep feeds from being published, as errors do.
    package var isStrict = false
    /// Whether nothing is written: the run tells what it would change.
    package var isCheck = false
    /// Whether the ledger must be as it is: a new article is an error.
    package var isFrozen = false
    /// What may happen although it disturbs subscribers: ids and the names of feeds.
    package var accepted: Set<String> = []
    /// Whether each place is told at which feeds lose something of an article, or one a kind.
    package var listsLosses = false
    /// How many seconds to wait for another run that is publishing to the same folder.
    package var wait = 60
    /// How many articles and documents are worked on at once.
    package var workers: Int

    /// Options for a run at `now`, with `workers` at once.
    package init(now: Timestamp, workers: Int) {
      self.now = now
      self.workers = workers
    }

    /// Whether the user knows what is to happen to `name`.
    func accepts(_ name: String) -> Bool { accepted.contains(name) }
  }

  private let options: Options

  /// A run with `options`.
  package init(_ options: Options) { self.options = options }

  /// Reads, plans, serialises, validates and publishes; nothing is written before all is valid.
  package func run() async -> Outcome {
    var outcome = Outcome()
    let (configuration, findings) = Configuration.read(siteFolder: options.siteFolder)
    outcome.add(findings, isStrict: options.isStrict)
    guard let configuration else {
      let isMissing = findings.contains { $0.rule == ContentRules.configurationMissing }
      return outcome.ended(as: isMissing ? .noSite : .findings)
    }

    let earlier: Ledger?
    do throws(Ledger.Fault) {
      earlier = try Ledger.read(siteFolder: options.siteFolder)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      return outcome.ended(as: .findings)
    }

    var collection = await ArticleCollection.read(configuration, options: options)
    outcome.add(collection, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    outcome.add(
      collection.retract(configuration.feeds.retracted, ledger: earlier, in: configuration),
      isStrict: options.isStrict)
    let entryIDs = EntryIDs(
      of: (collection.published, collection.withheld), site: configuration.site,
      archiveSize: configuration.feeds.archives?.size, earlier: earlier, options: options)
    let change = LedgerChange(from: earlier, to: entryIDs.ledger)
    outcome.add(entryIDs.diagnostics, isStrict: options.isStrict)
    outcome.add(
      UnrecognisedArticles(collection, in: entryIDs, change: change, earlier: earlier).diagnostics,
      isStrict: options.isStrict)
    // Drafts are shown to their author: the ledger stays as it is.
    if options.isFrozen, !options.includesDrafts {
      outcome.add(change.frozenFindings(siteFolder: options.siteFolder), isStrict: false)
    }
    let plan = FeedPlan(
      collection.published, ids: entryIDs.ids, ledger: entryIDs.ledger,
      configuration: configuration, now: options.now)
    outcome.add(plan, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let planned = await plan.documents(
      workers: options.workers, listsPlaces: options.listsLosses)
    let documents = planned.documents
    outcome.add(planned.diagnostics, isStrict: options.isStrict)
    do throws(ValidatorDefect) {
      let findings = try await DocumentValidation.findings(
        in: documents, of: plan, workers: options.workers)
      outcome.add(findings, isStrict: options.isStrict)
    } catch {
      outcome.add([PublishingRules.defect(error.message)], isStrict: options.isStrict)
      return outcome.ended(as: .defect)
    }
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let folder =
      options.output ?? FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    // Drafts are shown to their author, not published.
    return await publish(
      documents, options.includesDrafts ? nil : change, to: folder, outcome)
  }

  private func publish(
    _ documents: [PlannedDocument], _ ledger: LedgerChange?, to path: String, _ outcome: Outcome
  ) async -> Outcome {
    var outcome = outcome
    outcome.folder = path
    outcome.ledger = ledger
    let files = documents.map {
      PublishedFolder.File(path: $0.path, segments: $0.document.segments)
    }
    do throws(PublishedFolder.Failure) {
      let lock = options.isCheck ? nil : try await PublishedFolder.lock(path, wait: options.wait)
      defer { withExtendedLifetime(lock) {} }
      let folder = try PublishedFolder(path: path)
      let changes = try await folder.changes(to: files, workers: options.workers)
      outcome.add(changes)
      if options.isCheck {
        return outcome.ended(as: outcome.changesNothing ? .upToDate : .outdated)
      }
      try ledger?.write(siteFolder: options.siteFolder)
      try await folder.apply(changes, of: files, workers: options.workers)
      return outcome.ended(as: .published)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      outcome.keepFirst(error.replaced)
      return outcome.ended(as: error.status)
    }
  }
}
