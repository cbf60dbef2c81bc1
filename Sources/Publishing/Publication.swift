internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedModel
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
    guard let configuration else { return outcome.ended(as: noSiteOrFindings(findings)) }

    let articles = await read(configuration, into: &outcome)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let entryIDs = EntryIDs(of: articles, site: configuration.site)
    let ordered = Self.newestFirst(articles, ids: entryIDs.ids)
    let terms = TermIndex(of: ordered.map(\.article), configuration: configuration)
    let plan = FeedPlan(
      articles: ordered.map(\.article), terms: terms, configuration: configuration)
    outcome.add(
      entryIDs.diagnostics + terms.diagnostics + plan.diagnostics, isStrict: options.isStrict)
    outcome.feeds = plan.feeds.count
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let fragments = await serialise(plan, ordered, terms: terms, configuration)
    let documents = Self.documents(of: plan, fragments, formats: configuration.feeds.formats)
    outcome.add(
      await validate(documents, ordered.map(\.article)), isStrict: options.isStrict)
    if outcome.diagnostics.hasErrors { return outcome.ended(as: .findings) }

    let folder =
      options.output
      ?? FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    return await publish(documents, to: folder, outcome)
  }

  /// An article that is published, with its id.
  private struct Identified: Sendable {
    let article: LoadedArticle
    let id: String
  }

  private func noSiteOrFindings(_ findings: [Diagnostic]) -> Outcome.Status {
    findings.contains { $0.rule.id == "configuration-missing" } ? .noSite : .findings
  }

  /// The articles that feeds may show.
  private func read(
    _ configuration: Configuration, into outcome: inout Outcome
  ) async -> [LoadedArticle] {
    let (files, findings) = configuration.content.articleFiles(siteFolder: options.siteFolder)
    outcome.add(findings, isStrict: options.isStrict)
    let reader = ArticleReader(configuration: configuration, now: options.now)
    let results = await Parallel.map(files, workers: options.workers, reader.read)
    var articles: [LoadedArticle] = []
    for result in results {
      outcome.add(result.diagnostics, isStrict: options.isStrict)
      guard let article = result.article else { continue }
      switch article.state {
      case .published: articles.append(article)
      case .draft where options.includesDrafts: articles.append(article)
      case .draft: outcome.drafts += 1
      case .due(let date):
        outcome.due += 1
        outcome.nextDue = min(outcome.nextDue ?? date, date)
      case .expired, .leftOut: outcome.leftOut += 1
      }
    }
    outcome.articles = articles.count
    if articles.isEmpty, !outcome.diagnostics.hasErrors {
      outcome.add([Self.noArticles(files.count, outcome, configuration)], isStrict: false)
    }
    return articles
  }

  private static func noArticles(
    _ fileCount: Int, _ outcome: Outcome, _ configuration: Configuration
  ) -> Diagnostic {
    let rule = PublishingRules.noArticles
    return Diagnostic(
      rule: rule, location: SourceLocation(file: configuration.content.path),
      message: "there is nothing to publish: of \(fileCount) files \(outcome.drafts) are drafts, "
        + "\(outcome.due) are due later and \(outcome.leftOut) are left out or expired",
      help: rule.cure)
  }

  /// The order of every feed: newest date first, then by id.
  private static func newestFirst(_ articles: [LoadedArticle], ids: [String]) -> [Identified] {
    zip(articles, ids).map { Identified(article: $0, id: $1) }.sorted { lhs, rhs in
      let (left, right) = (lhs.article.article.published, rhs.article.article.published)
      return left != right ? left > right : lhs.id < rhs.id
    }
  }

  /// Each article that some feed shows, once a format.
  private func serialise(
    _ plan: FeedPlan, _ articles: [Identified], terms: TermIndex, _ configuration: Configuration
  ) async -> [Int: EntryFragments] {
    let renderer = EntryRenderer(configuration: configuration)
    let formats = configuration.feeds.formats
    let shown = plan.shownArticles
    let fragments = await Parallel.map(shown, workers: options.workers) { index in
      let identified = articles[index]
      let entry = renderer.entry(
        for: identified.article, id: identified.id,
        categories: terms.categories(of: identified.article.article))
      return EntryFragments(entry, formats: formats)
    }
    return Dictionary(uniqueKeysWithValues: zip(shown, fragments))
  }

  private static func documents(
    of plan: FeedPlan, _ fragments: [Int: EntryFragments], formats: [FeedFormat]
  ) -> [DocumentValidation.Subject] {
    plan.feeds.flatMap { planned in
      formats.map { format in
        DocumentValidation.Subject(
          path: planned.folder + format.fileName,
          document: FeedDocument(
            planned.feed, entries: planned.articles.compactMap { fragments[$0] }, format: format),
          articles: planned.articles)
      }
    }
  }

  private func validate(
    _ documents: [DocumentValidation.Subject], _ articles: [LoadedArticle]
  ) async -> [Diagnostic] {
    let validator: FeedValidator
    do {
      validator = try FeedValidator()
    } catch {
      preconditionFailure("a grammar of ours does not compile: \(error.message)")
    }
    let findings = await Parallel.map(documents, workers: options.workers) { document in
      DocumentValidation.findings(in: document, articles: articles, by: validator)
    }
    // The same entry in several feeds breaks the same rule in each.
    var seen: Set<Seen> = []
    return findings.joined().filter {
      seen.insert(Seen(file: $0.location.file, rule: $0.rule.id, message: $0.message)).inserted
    }
  }

  private struct Seen: Hashable {
    let file: String
    let rule: String
    let message: String
  }

  private func publish(
    _ documents: [DocumentValidation.Subject], to path: String, _ outcome: Outcome
  ) async -> Outcome {
    var outcome = outcome
    outcome.folder = path
    let files = documents.map {
      PublishedFolder.File(path: $0.path, segments: $0.document.segments)
    }
    do throws(PublishedFolder.Failure) {
      let folder = try PublishedFolder(path: path)
      return try await publish(files, to: folder, outcome)
    } catch {
      switch error {
      case .broken(let finding):
        outcome.add([finding], isStrict: false)
        return outcome.ended(as: .findings)
      case .unwritable(let error):
        let rule = PublishingRules.fileUnwritable
        outcome.add(
          [
            Diagnostic(
              rule: rule, location: SourceLocation(file: error.path),
              message: "feeds can't be published: \(error.reason)", help: rule.cure)
          ], isStrict: false)
        return outcome.ended(as: .cannotWrite)
      }
    }
  }

  private func publish(
    _ files: [PublishedFolder.File], to folder: PublishedFolder, _ outcome: Outcome
  ) async throws(PublishedFolder.Failure) -> Outcome {
    var outcome = outcome
    do throws(FileError) {
      let (changes, foreign) = try await folder.compare(with: files, workers: options.workers)
      outcome.written = changes.written
      outcome.unchanged = changes.unchanged
      outcome.removed = changes.removed
      if !foreign.isEmpty {
        let rule = PublishingRules.fileForeign
        outcome.add(
          foreign.map {
            Diagnostic(
              rule: rule, location: SourceLocation(file: folder.path + "/" + $0),
              message: "the file is there already, and Feedsetter did not write it",
              help: rule.cure)
          }, isStrict: false)
        return outcome.ended(as: .findings)
      }
      if options.isCheck {
        return outcome.ended(as: outcome.changesNothing ? .upToDate : .outdated)
      }
      try await folder.apply(changes, of: files, workers: options.workers)
    } catch {
      throw .unwritable(error)
    }
    return outcome.ended(as: .published)
  }
}
