internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// Which feeds a site has and what each one shows.
struct FeedPlan {
  /// A feed and its entries.
  struct PlannedFeed {
    /// The folder of its documents below the published one: empty, or with a slash at its end.
    let folder: String
    let feed: Feed
    /// The articles that it shows, newest first, as indices.
    let articles: [Int]
  }

  let feeds: [PlannedFeed]
  let diagnostics: [Diagnostic]

  /// The articles that some feed shows, in ascending order.
  var shownArticles: [Int] {
    var isShown: Set<Int> = []
    for feed in feeds { isShown.formUnion(feed.articles) }
    return isShown.sorted()
  }

  /// Plans the feeds of a site.
  ///
  /// - Parameters:
  ///   - articles: The published articles, newest first: the order of every feed.
  ///   - terms: Their categories, keywords and authors.
  ///   - configuration: What the site wants.
  init(articles: [LoadedArticle], terms: TermIndex, configuration: Configuration) {
    let settings = configuration.feeds
    let site = configuration.site
    var feeds: [PlannedFeed] = []
    var diagnostics: [Diagnostic] = []

    func add(folders: [String], title: String, description: String, _ all: [Int], limit: Int?) {
      let shown = limit.map { Array(all.prefix($0)) } ?? all
      let updated = shown.map { articles[$0].article.updated }.max()
      let location = folders.reduce(Optional(settings.url)) { url, folder in
        url.flatMap { try? $0.appending(folder: folder) }
      }
      guard let updated, let location else { return }
      feeds.append(
        PlannedFeed(
          folder: folders.map { $0 + "/" }.joined(),
          feed: Feed(
            title: title, description: description, location: location, homePage: site.url,
            language: site.language, updated: updated, author: site.author,
            rights: site.copyright, icon: site.icon, logo: site.logo, hub: settings.hub),
          articles: shown))
    }

    add(
      folders: [], title: site.title, description: site.description ?? site.title,
      Array(articles.indices), limit: settings.limit)
    for kind in settings.by {
      for use in terms.uses[kind] ?? [] {
        add(
          folders: [kind.folder, use.term.slug], title: "\(site.title): \(use.term.label)",
          description: "\(use.term.label) – \(site.title)", use.articles, limit: settings.limit)
      }
    }
    for custom in settings.custom {
      let fitting = articles.indices.filter {
        terms.fits(articles[$0].article, custom.condition, site: site)
      }
      if fitting.isEmpty {
        diagnostics.append(
          configuration.source.diagnostic(
            PublishingRules.customFeedEmpty, at: settings.termsPosition,
            "no article fits the custom feed \"\(custom.name)\""))
      }
      add(
        folders: ["custom", custom.name], title: custom.title,
        description: "\(custom.title) – \(site.title)", fitting,
        limit: custom.limit ?? settings.limit)
    }
    self.feeds = feeds
    self.diagnostics = diagnostics
  }
}
