internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// Which feeds a site has and what each one shows.
struct FeedPlan {
  /// A feed and its entries.
  struct PlannedFeed: Sendable {
    /// The folder of its documents below the published one: empty, or with a slash at its end.
    let folder: String
    let feed: Feed
    /// The articles that it shows, newest first, as indices in `articles`.
    let articles: [Int]
    /// Whether it leaves out older articles, as it may not show so many.
    let isCut: Bool
  }

  /// An article and its id.
  struct PlannedArticle: Sendable {
    let loaded: LoadedArticle
    let id: String
  }

  /// Newest date first, then by id: the order of every feed.
  let articles: [PlannedArticle]
  let terms: TermIndex
  private(set) var feeds: [PlannedFeed] = []
  private(set) var diagnostics: [Diagnostic]
  let configuration: Configuration

  /// The articles that some feed shows, in ascending order.
  var shownArticles: [Int] {
    var isShown: Set<Int> = []
    for feed in feeds { isShown.formUnion(feed.articles) }
    return isShown.sorted()
  }

  /// Plans the feeds of a site that publishes `published`.
  init(_ published: [LoadedArticle], configuration: Configuration) {
    let entryIDs = EntryIDs(of: published, site: configuration.site)
    articles = zip(published, entryIDs.ids).map { PlannedArticle(loaded: $0, id: $1) }
      .sorted { lhs, rhs in
        let (left, right) = (lhs.loaded.article.published, rhs.loaded.article.published)
        return left != right ? left > right : lhs.id < rhs.id
      }
    terms = TermIndex(of: articles.map(\.loaded), configuration: configuration)
    diagnostics = entryIDs.diagnostics + terms.diagnostics
    self.configuration = configuration
    planSiteAndTerms()
    planCustomFeeds()
  }

  private mutating func planSiteAndTerms() {
    let site = configuration.site
    let limit = configuration.feeds.limit
    add(
      folders: [], title: site.title, description: site.description ?? site.title,
      articles: Array(articles.indices), limit: limit)
    for kind in configuration.feeds.by {
      for use in terms.uses[kind] ?? [] {
        add(
          folders: [kind.folder, use.term.slug], title: "\(site.title): \(use.term.label)",
          description: "\(use.term.label) – \(site.title)", articles: use.articles, limit: limit)
      }
    }
  }

  private mutating func planCustomFeeds() {
    let site = configuration.site
    for custom in configuration.feeds.custom {
      let fitting = articles.indices.filter {
        terms.fits(articles[$0].loaded.article, custom.condition, site: site)
      }
      if fitting.isEmpty {
        diagnostics.append(
          configuration.source.diagnostic(
            PublishingRules.customFeedEmpty, at: configuration.feeds.position,
            "no article fits the custom feed \"\(custom.name)\""))
      }
      add(
        folders: ["custom", custom.name], title: custom.title,
        description: "\(custom.title) – \(site.title)", articles: fitting,
        limit: custom.limit.map { $0 == 0 ? nil : $0 } ?? configuration.feeds.limit)
    }
  }

  /// Adds a feed unless it would show nothing.
  private mutating func add(
    folders: [String], title: String, description: String, articles all: [Int], limit: Int?
  ) {
    let site = configuration.site
    let shown = limit.map { Array(all.prefix($0)) } ?? all
    let updated = shown.map { articles[$0].loaded.article.updated }.max()
    let location = folders.reduce(Optional(configuration.feeds.url)) { url, folder in
      url.flatMap { try? $0.appending(folder: folder) }
    }
    guard let updated, let location else { return }
    feeds.append(
      PlannedFeed(
        folder: folders.map { $0 + "/" }.joined(),
        feed: Feed(
          title: title, description: description, location: location, homePage: site.url,
          language: site.language, updated: updated, author: site.author,
          rights: site.copyright, icon: site.icon, logo: site.logo, hub: configuration.feeds.hub),
        articles: shown, isCut: shown.count < all.count))
  }
}
