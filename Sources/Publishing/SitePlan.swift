internal import Content
internal import Diagnostics

/// What a site is to publish: its articles under their ids, and the feeds that show them.
struct SitePlan {
  let collection: ArticleCollection
  let ledger: LedgerChange
  let feeds: FeedPlan
  /// The id of each published article, in their order.
  private let ids: [String]
  /// Whether something was found in what the ledger says of the articles.
  private let hasLedgerFindings: Bool

  /// Reads a site from its configuration on and plans its feeds; nothing is written.
  ///
  /// - Parameters:
  ///   - options: What the run is told.
  ///   - outcome: Takes what is found, and the status of a run that can't go on.
  /// - Returns: The plan; nil where errors were found.
  static func read(
    options: Publication.Options, _ outcome: inout Outcome
  ) async -> SitePlan? {
    let (configuration, findings) = Configuration.read(siteFolder: options.siteFolder)
    outcome.add(findings, isStrict: options.isStrict)
    guard let configuration else {
      let isMissing = findings.contains { $0.rule == ContentRules.configurationMissing }
      outcome.status = isMissing ? .noSite : .findings
      return nil
    }
    return await read(configuration, options: options, &outcome)
  }

  /// Reads the articles of a site, finds their ids and plans its feeds; nothing is written.
  ///
  /// - Parameters:
  ///   - configuration: The site.
  ///   - options: What the run is told.
  ///   - outcome: Takes what is found.
  /// - Returns: The plan; nil where errors were found.
  static func read(
    _ configuration: Configuration, options: Publication.Options, _ outcome: inout Outcome
  ) async -> SitePlan? {
    let earlier: Ledger?
    do throws(Ledger.Fault) {
      earlier = try Ledger.read(siteFolder: options.siteFolder)
    } catch {
      outcome.add(error.diagnostics, isStrict: options.isStrict)
      return nil
    }

    var collection = await ArticleCollection.read(configuration, options: options)
    outcome.add(collection, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return nil }
    options.progress?.begin(.planning, of: collection.published.count)
    outcome.add(
      collection.retract(configuration.feeds.retracted, ledger: earlier, in: configuration),
      isStrict: options.isStrict)

    let entryIDs = EntryIDs(
      of: (collection.published, collection.withheld), faulty: collection.faultyFiles,
      site: configuration.site,
      archiveSize: configuration.feeds.archives?.size, earlier: earlier, options: options)
    let change = LedgerChange(from: earlier, to: entryIDs.ledger)
    outcome.add(entryIDs.diagnostics, isStrict: options.isStrict)
    let unrecognised = UnrecognisedArticles(
      collection, in: entryIDs, change: change, earlier: earlier)
    outcome.add(unrecognised.diagnostics, isStrict: options.isStrict)
    // Drafts are shown to their author: the ledger stays as it is.
    if options.isFrozen, !options.includesDrafts {
      outcome.add(change.frozenFindings(siteFolder: options.siteFolder), isStrict: false)
    }
    let feeds = FeedPlan(
      collection.published, ids: entryIDs.ids, ledger: entryIDs.ledger,
      configuration: configuration, now: options.now)
    outcome.add(feeds, isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return nil }
    return SitePlan(
      collection: collection, ledger: change, feeds: feeds, ids: entryIDs.ids,
      hasLedgerFindings: !(entryIDs.diagnostics + unrecognised.diagnostics).isEmpty)
  }

  /// Whether a run on the same articles, with the ledger that this one leaves, plans and tells the same.
  func isSettled(_ options: Publication.Options) -> Bool {
    if ledger.isEmpty { return true }
    let configuration = feeds.configuration
    // What is retracted is found by what was published before.
    guard configuration.feeds.retracted.isEmpty, !hasLedgerFindings else { return false }
    let next = EntryIDs(
      of: (collection.published, collection.withheld), faulty: collection.faultyFiles,
      site: configuration.site, archiveSize: configuration.feeds.archives?.size,
      earlier: ledger.ledger, options: options)
    return next.ids == ids && next.ledger == ledger.ledger && next.diagnostics.isEmpty
  }
}
