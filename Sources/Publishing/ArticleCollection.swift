internal import Content
internal import Diagnostics
internal import FeedValues
internal import FileSystem

/// The articles of a site, sorted into those that are published and those that are not.
struct ArticleCollection {
  /// Those that feeds may show, in the order of their paths.
  private(set) var published: [LoadedArticle] = []
  private(set) var drafts = 0
  /// How many have a later date, and the next of these dates.
  private(set) var due = 0
  private(set) var nextDue: Timestamp?
  /// How many have expired or ask to be left out.
  private(set) var leftOut = 0
  /// How many files have no date and are no articles for that.
  private(set) var undated = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads every article of a site.
  static func read(
    _ configuration: Configuration, options: Publication.Options
  ) async -> ArticleCollection {
    let (files, findings) = configuration.content.articleFiles(siteFolder: options.siteFolder)
    let reader = ArticleReader(
      configuration: configuration, now: options.now, includesDrafts: options.includesDrafts)
    let results = await Parallel.map(files, workers: options.workers, reader.read)
    var collection = ArticleCollection()
    collection.diagnostics = findings
    for result in results {
      collection.diagnostics += result.diagnostics
      if result.isFaultyDraft { collection.drafts += 1 }
      if result.isUndated { collection.undated += 1 }
      if let article = result.article {
        collection.add(article, includesDrafts: options.includesDrafts)
      }
    }
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
    switch article.state {
    case .published: published.append(article)
    case .draft where includesDrafts: published.append(article)
    case .draft: drafts += 1
    case .due(let date):
      due += 1
      nextDue = min(nextDue ?? date, date)
    case .expired, .leftOut: leftOut += 1
    }
  }

  private func nothingToPublish(of fileCount: Int, in folder: String) -> Diagnostic {
    let rule = PublishingRules.noArticles
    return Diagnostic(
      rule: rule, location: SourceLocation(file: folder),
      message: "there is nothing to publish: of \(fileCount) files \(drafts) are drafts, "
        + "\(due) are due later and \(leftOut) are left out or expired"
        + (undated > 0 ? "; \(undated) have no date" : ""),
      help: rule.cure)
  }
}
