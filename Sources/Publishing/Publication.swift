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
    /// Whether every document is judged as a whole, and not by its parts where those are clean.
    package var validatesWhole = false
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
    /// Takes how far the run has come.
    package var progress: RunProgress?
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

  let options: Options

  /// A run with `options`.
  package init(_ options: Options) { self.options = options }

  /// Reads, plans, serialises, validates and publishes; nothing is written before all is valid.
  package func run() async -> Outcome {
    switch await prepare(writes: !options.isCheck) {
    case .ended(let outcome): return outcome
    case .ready(let prepared): return await publish(prepared)
    }
  }

  /// Tells what subscribers would see if the documents of a run took the place of the feeds in `folder`,
  /// or else in the published folder; nothing is written.
  package func compare(with folder: String?) async -> Outcome {
    switch await prepare(writes: false) {
    case .ended(let outcome): return outcome
    case .ready(let prepared): return await compare(prepared, with: folder)
    }
  }

  /// The documents of a run, all of them valid.
  struct Prepared {
    let site: SitePlan
    var plan: FeedPlan { site.feeds }
    let documents: [PlannedDocument]
    /// The files beside the feeds.
    let sideFiles: [PublishedFolder.File]
    /// What becomes of the ledger; nil where it is left alone.
    let ledger: LedgerChange?
    /// The folder to publish to.
    let folder: String
    /// What keeps other runs out; nothing for a run that writes nothing.
    let locks: [FolderLock]
    /// Where is kept what the next run needs to know that it has nothing to do; nil where nothing is.
    let stateFile: BuildStateFile?
    let outcome: Outcome

    /// All that is published.
    var files: [PublishedFolder.File] {
      // Lists and pages come last: none leads to a feed that is not there yet.
      documents.map { PublishedFolder.File(path: $0.path, segments: $0.document.segments) }
        + sideFiles
    }
  }

  enum Preparation {
    case ready(Prepared)
    case ended(Outcome)
  }

  /// Everything up to the documents, which are valid then.
  func prepare(writes: Bool) async -> Preparation {
    var outcome = Outcome()
    let (configuration, findings) = Configuration.read(siteFolder: options.siteFolder)
    outcome.add(findings, isStrict: options.isStrict)
    guard let configuration else {
      let isMissing = findings.contains { $0.rule == ContentRules.configurationMissing }
      return .ended(outcome.ended(as: isMissing ? .noSite : .findings))
    }
    outcome.folder =
      options.output ?? FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    var locks: [FolderLock] = []
    if writes {
      do throws(PublishedFolder.Failure) {
        locks = try await begin(&outcome)
      } catch {
        outcome.add(error.diagnostics, isStrict: options.isStrict)
        return .ended(outcome.ended(as: error.status))
      }
    }
    // A run that brought another one to an end has that to tell.
    let stateFile =
      writes && outcome.completed.isEmpty && outcome.diagnostics.count == findings.count
      ? BuildStateFile(options, configuration, publishedTo: outcome.folder) : nil
    if let stateFile,
      let kept = await self.outcome(keptIn: stateFile, configuration, folder: outcome.folder)
    {
      withExtendedLifetime(locks) {}
      return .ended(kept)
    }

    guard let site = await SitePlan.read(configuration, options: options, &outcome) else {
      return .ended(outcome.ended(as: .findings))
    }
    let planned = await site.feeds.documents(
      workers: options.workers, listsPlaces: options.listsLosses, progress: options.progress)
    outcome.add(planned.diagnostics, isStrict: options.isStrict)
    do throws(ValidatorDefect) {
      let findings = try await DocumentValidation.findings(
        in: planned.documents, of: site.feeds, isWhole: options.validatesWhole,
        workers: options.workers, progress: options.progress)
      outcome.add(findings, isStrict: options.isStrict)
      try SideFiles.expectValid(planned.sideFiles)
      try await planned.pages.expectWhole(workers: options.workers)
    } catch {
      outcome.add([PublishingRules.defect(error.message)], isStrict: options.isStrict)
      return .ended(outcome.ended(as: .defect))
    }
    if outcome.diagnostics.hasErrors { return .ended(outcome.ended(as: .findings)) }
    // Drafts are shown to their author, not published.
    return .ready(
      Prepared(
        site: site, documents: planned.documents,
        sideFiles: planned.sideFiles + planned.pages.files,
        ledger: options.includesDrafts ? nil : site.ledger, folder: outcome.folder, locks: locks,
        stateFile: stateFile, outcome: outcome))
  }

  /// Keeps other runs out of the site, and of the published folder if it is there, and brings to an end
  /// what a stopped one began, whatever becomes of this run.
  ///
  /// - Throws: `PublishedFolder.Failure` where that can't be done.
  func begin(_ outcome: inout Outcome) async throws(PublishedFolder.Failure) -> [FolderLock] {
    guard FileSystem.identity(of: outcome.folder) != nil else {
      return try await PublishedFolder.lock(folders: [options.siteFolder], wait: options.wait)
    }
    let locks = try await PublishedFolder.lock(
      outcome.folder, and: [options.siteFolder], wait: options.wait)
    try recover(&outcome)
    return locks
  }

  private func recover(_ outcome: inout Outcome) throws(PublishedFolder.Failure) {
    let folder = try PublishedFolder(path: outcome.folder)
    guard let journal = folder.journal else { return }
    outcome.completed = try folder.recover(
      companions: [Ledger.path(siteFolder: options.siteFolder)])
    guard journal.isComplete else { return }
    outcome.add(
      [
        folder.finding(
          PublishingRules.journalCompleted, "a build was stopped here; it is completed")
      ],
      isStrict: false)
  }

  private func publish(_ prepared: Prepared) async -> Outcome {
    var outcome = prepared.outcome
    outcome.ledger = prepared.ledger
    let files = prepared.files
    do throws(PublishedFolder.Failure) {
      var locks = prepared.locks
      if !options.isCheck, FileSystem.identity(of: prepared.folder) == nil {
        locks += try await PublishedFolder.lock(prepared.folder, wait: options.wait)
      }
      defer { withExtendedLifetime(locks) {} }
      let folder = try PublishedFolder(path: prepared.folder)
      let changes = try await folder.changes(
        to: files, workers: options.workers, progress: options.progress)
      outcome.add(changes)
      // Nobody is subscribed to what was never published.
      if !folder.owned.isEmpty {
        await outcome.add(
          FeedComparison(folder), of: prepared, changed: Set(changes.written), options: options)
      }
      if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }
      if options.isCheck { return checked(folder, outcome) }
      let ledger = prepared.ledger?.companion(siteFolder: options.siteFolder)
      try await folder.apply(
        changes, of: files, alongside: [ledger].compactMap(\.self), workers: options.workers,
        progress: options.progress)
      if let stateFile = prepared.stateFile {
        await keep(prepared, files, ledger: ledger, in: stateFile)
      }
      return outcome.ended(as: .published)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      outcome.keepFirst(error.replaced)
      return outcome.ended(as: error.status)
    }
  }

  /// The outcome of a run that was to write nothing.
  private func checked(_ folder: PublishedFolder, _ outcome: Outcome) -> Outcome {
    guard folder.journal?.isComplete == true else {
      return outcome.ended(as: outcome.changesNothing ? .upToDate : .outdated)
    }
    var outcome = outcome
    outcome.add(
      [
        folder.finding(
          PublishingRules.journalPending, "a build was stopped here; the next completes it")
      ], isStrict: false)
    return outcome.ended(as: .outdated)
  }
}
