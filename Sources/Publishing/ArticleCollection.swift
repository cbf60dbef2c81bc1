internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem

/// The articles of a site, sorted into those that are published and those that are not.
struct ArticleCollection {
  /// Those that feeds may show, in the order of their paths.
  private(set) var published: [LoadedArticle] = []
  private(set) var drafts = 0
  /// Those that have a later date, the next one first.
  private(set) var upcoming: [UpcomingArticle] = []
  var due: Int { upcoming.count }
  var nextDue: Timestamp? { upcoming.first?.date }
  /// How many have expired or ask to be left out.
  private(set) var leftOut = 0
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
    switch article.state {
    case .published: published.append(article)
    case .draft where includesDrafts: published.append(article)
    case .draft: drafts += 1
    case .due(let date):
      upcoming.append(
        UpcomingArticle(date: date, title: article.article.title, file: article.source.path))
    case .expired, .leftOut: leftOut += 1
    }
  }

  private func nothingToPublish(of fileCount: Int, in folder: String) -> Diagnostic {
    let rule = PublishingRules.noArticles
    return Diagnostic(
      rule: rule, location: SourceLocation(file: folder),
      message: "there is nothing to publish: of \(fileCount) files \(drafts) are drafts, "
        + "\(due) are due later and \(leftOut) are left out or expired",
      help: rule.cure)
  }
}
