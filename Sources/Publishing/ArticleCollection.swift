internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem

/// The articles of a site, sorted into those that are published and those that are not.
struct ArticleCollection {
  /// Those that feeds may show, in the order of their paths.
  private(set) var published: [LoadedArticle] = []
  /// Those that no feed shows now, in the order of their paths: what was published of them keeps its id.
  private(set) var withheld: [LoadedArticle] = []
  private(set) var drafts = 0
  /// Those that have a later date, the next one first.
  private(set) var upcoming: [UpcomingArticle] = []
  var due: Int { upcoming.count }
  var nextDue: Timestamp? { upcoming.first?.date }
  /// How many have expired or ask to be left out.
  private(set) var leftOut = 0
  /// How many files have no date and are no articles for that.
  private(set) var undated = 0
  /// How many files have no title and are in no feed for that.
  private(set) var untitled = 0
  /// The files below the content folder that can't be published, where the others are published
  /// without them.
  private(set) var faultyFiles: Set<String> = []
  var faulty: Int { faultyFiles.count }
  private(set) var diagnostics: [Diagnostic] = []
  /// What was read.
  private(set) var sources = ArticleSources()

  /// Reads every article of a site.
  static func read(
    _ configuration: Configuration, options: Publication.Options
  ) async -> ArticleCollection {
    let (files, findings) = configuration.content.articleFiles(siteFolder: options.siteFolder)
    options.progress?.begin(.reading, of: files.count)
    let reader = ArticleReader(
      configuration: configuration, now: options.now, includesDrafts: options.includesDrafts)
    let results = await Parallel.map(
      files, workers: options.workers, progress: options.progress, reader.read)
    var collection = ArticleCollection()
    collection.diagnostics = findings
    if findings.isEmpty {
      collection.sources.digest = ArticleSources.digest(of: results.map(\.digest))
    }
    collection.sources.inquiry = reader.inquiry
    for (file, result) in zip(files, results) {
      collection.diagnostics += result.diagnostics
      collection.sources.span.add(result.span)
      if result.isFaultyDraft { collection.drafts += 1 }
      if result.isUndated { collection.undated += 1 }
      if result.isUntitled { collection.untitled += 1 }
      if result.isFaulty { collection.faultyFiles.insert(file.pathInContent) }
      if let article = result.article {
        collection.add(article, includesDrafts: options.includesDrafts)
      }
    }
    collection.upcoming.sort { ($0.date, $0.file) < ($1.date, $1.file) }
    // A wrong default of the configuration is found again with each article.
    var seen: Set<Diagnostic> = []
    collection.diagnostics.removeAll { !seen.insert($0).inserted }
    if collection.published.isEmpty, !collection.diagnostics.hasErrors {
      collection.diagnostics.append(
        collection.nothingToPublish(
          of: files.count,
          in: FileSystem.path(configuration.content.path, in: options.siteFolder)))
    }
    return collection
  }

  private mutating func add(_ article: LoadedArticle, includesDrafts: Bool) {
    if article.state == .published || (article.state == .draft && includesDrafts) {
      published.append(article)
    } else {
      withheld.append(article)
    }
    switch article.state {
    case .published: break
    case .draft: drafts += includesDrafts ? 0 : 1
    case .due(let date):
      upcoming.append(
        UpcomingArticle(date: date, title: article.article.title, file: article.source.path))
    case .expired, .leftOut: leftOut += 1
    }
  }

  /// Takes out the articles that the configuration retracts.
  ///
  /// - Parameters:
  ///   - list: Their paths, ids or addresses.
  ///   - ledger: The ids that were published.
  ///   - configuration: Where the list stands.
  /// - Returns: A warning for each that is of no article, now or before.
  mutating func retract(
    _ list: [RetractedArticle], ledger: Ledger?, in configuration: Configuration
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if list.isEmpty { return [] }
    let records = ledger?.records ?? []
    // The file that each id is in now, which need not be the one that it was published from.
    let paths = Self.paths(of: records, among: (published, withheld))
    for retracted in list {
      let record = records.first { $0.id == retracted.name || $0.trace.path == retracted.name }
      func isMeant(_ loaded: LoadedArticle) -> Bool {
        let article = loaded.article
        return [article.path, loaded.source.path].contains(retracted.name)
          || paths[retracted.name] == article.path || article.id == retracted.name
          || article.link.string == retracted.name
      }
      let meant = published.filter(isMeant)
      if meant.isEmpty, record == nil, !withheld.contains(where: isMeant) {
        diagnostics.append(
          configuration.source.diagnostic(
            PublishingRules.retractedUnknown, at: retracted.position,
            length: retracted.name.unicodeScalars.count,
            "there is no article \"\(retracted.name)\", and none was published"))
      }
      published.removeAll(where: isMeant)
      withheld += meant
      leftOut += meant.count
      if published.isEmpty, !meant.isEmpty {
        diagnostics.append(
          configuration.source.diagnostic(
            PublishingRules.noArticles, at: retracted.position,
            length: retracted.name.unicodeScalars.count,
            "with this one every article is retracted, and there is nothing to publish"))
      }
    }
    return diagnostics
  }

  private static func paths(
    of records: [Ledger.Record],
    among articles: (published: [LoadedArticle], withheld: [LoadedArticle])
  ) -> [String: String] {
    let candidates = LedgerMatching.Candidate.all(of: articles)
    let matching = LedgerMatching(candidates, in: records)
    var paths: [String: String] = [:]
    for (candidate, record) in zip(candidates, matching.found) {
      if let record { paths[records[record].id] = candidate.trace.path }
    }
    return paths
  }

  private func nothingToPublish(of fileCount: Int, in folder: String) -> Diagnostic {
    let rule = PublishingRules.noArticles
    return Diagnostic(
      rule: rule, location: SourceLocation(file: folder),
      message: "there is nothing to publish: of \(fileCount) files \(drafts) are drafts, "
        + "\(due) are due later and \(leftOut) are left out or expired"
        + (undated > 0 ? "; \(undated) have no date" : "")
        + (untitled > 0 ? "; \(untitled) have no title" : "")
        + (faulty > 0 ? "; \(faulty) have faults" : ""),
      help: rule.cure)
  }
}
