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
    /// How many seconds to wait for another run that is publishing to the same folder.
    package var wait = 60
    /// How many articles and documents are worked on at once.
    package var workers: Int

    /// Options for a run at `now`, with `workers` at once.
    package init(now: Timestamp, workers: Int) {
      self.now = now
      self.workers = workers
    }
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

    let path =
      options.output ?? FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    let locks: [FolderLock]
    do throws(PublishedFolder.Failure) {
      locks = try await begin(path, &outcome)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      return outcome.ended(as: error.status)
    }
    defer { withExtendedLifetime(locks) {} }

    let collection = await ArticleCollection.read(configuration, options: options)
    outcome.add(collection, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let plan = FeedPlan(collection.published, configuration: configuration)
    outcome.add(plan, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let planned = await plan.documents(workers: options.workers)
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

    return await publish(documents, to: path, isLocked: !locks.isEmpty, outcome)
  }

  /// Keeps other runs out of the published folder if it is there, and brings to an end what a stopped
  /// one began, whatever becomes of this run.
  ///
  /// - Throws: `PublishedFolder.Failure` where that can't be done.
  private func begin(
    _ path: String, _ outcome: inout Outcome
  ) async throws(PublishedFolder.Failure) -> [FolderLock] {
    outcome.folder = path
    guard !options.isCheck, FileSystem.identity(of: path) != nil else { return [] }
    let locks = try await PublishedFolder.lock(path, wait: options.wait)
    try recover(path, &outcome)
    return locks
  }

  private func recover(
    _ path: String, _ outcome: inout Outcome
  ) throws(PublishedFolder.Failure) {
    let folder = try PublishedFolder(path: path)
    guard let journal = folder.journal else { return }
    outcome.completed = try folder.recover()
    guard journal.isComplete else { return }
    outcome.add(
      [
        folder.finding(
          PublishingRules.journalCompleted, "a build was stopped here; it is completed")
      ],
      isStrict: false)
  }

  private func publish(
    _ documents: [PlannedDocument], to path: String, isLocked: Bool, _ outcome: Outcome
  ) async -> Outcome {
    var outcome = outcome
    let files = documents.map {
      PublishedFolder.File(path: $0.path, segments: $0.document.segments)
    }
    do throws(PublishedFolder.Failure) {
      var locks: [FolderLock] = []
      if !options.isCheck, !isLocked {
        locks = try await PublishedFolder.lock(path, wait: options.wait)
        try recover(path, &outcome)
      }
      defer { withExtendedLifetime(locks) {} }
      let folder = try PublishedFolder(path: path)
      let changes = try await folder.changes(to: files, workers: options.workers)
      outcome.add(changes)
      if options.isCheck {
        if folder.journal?.isComplete == true {
          outcome.add(
            [
              folder.finding(
                PublishingRules.journalPending, "a build was stopped here; the next completes it")
            ], isStrict: false)
          return outcome.ended(as: .outdated)
        }
        return outcome.ended(as: outcome.changesNothing ? .upToDate : .outdated)
      }
      try await folder.apply(changes, of: files, workers: options.workers)
      return outcome.ended(as: .published)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      outcome.keepFirst(error.replaced)
      return outcome.ended(as: error.status)
    }
  }
}
