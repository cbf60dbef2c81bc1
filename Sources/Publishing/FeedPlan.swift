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
    /// What the feed shows; of an archive, what the feed shows that it belongs to.
    let subject: FeedSubject
    let feed: Feed
    /// The articles that it shows, newest first, as indices in `articles`.
    let articles: [Int]
    /// How many articles there are that it could show.
    let available: Int

    /// Whether it leaves out older articles, as it may not show so many.
    var isCut: Bool { articles.count < available }

    /// Whether it is a part of another feed's history.
    var isArchive: Bool {
      if case .archive = feed.history { true } else { false }
    }
  }

  /// An article and its id.
  struct PlannedArticle: Sendable {
    let loaded: LoadedArticle
    let id: String
  }

  /// Newest date first, then by id: the order of every feed.
  let articles: [PlannedArticle]
  let terms: TermIndex
  /// Which archive each article is in; nil where there are none.
  let archives: ArchiveDealing?
  /// What Atom tells of entries that are gone.
  let deletedEntries: [DeletedEntry]
  /// Finds articles for links between them.
  let index: ArticleIndex
  private(set) var feeds: [PlannedFeed] = []
  private(set) var diagnostics: [Diagnostic]
  let configuration: Configuration

  /// The articles that some feed shows, in ascending order.
  var shownArticles: [Int] {
    var isShown: Set<Int> = []
    for feed in feeds { isShown.formUnion(feed.articles) }
    return isShown.sorted()
  }

  /// Plans the feeds of a site.
  ///
  /// - Parameters:
  ///   - published: Its articles.
  ///   - ids: Their ids.
  ///   - ledger: Every id, with those of the articles.
  ///   - configuration: What the site is to publish.
  ///   - now: The moment of the run.
  init(
    _ published: [LoadedArticle], ids: [String], ledger: Ledger, configuration: Configuration,
    now: Timestamp
  ) {
    index = ArticleIndex(published)
    articles = zip(published, ids).map { PlannedArticle(loaded: $0, id: $1) }
      .sorted { lhs, rhs in
        let (left, right) = (lhs.loaded.article.published, rhs.loaded.article.published)
        return left != right ? left > right : lhs.id < rhs.id
      }
    terms = TermIndex(of: articles.map(\.loaded), configuration: configuration)
    diagnostics = terms.diagnostics
    archives = configuration.feeds.archives.map { ArchiveDealing(of: ledger, size: $0.size) }
    deletedEntries = ledger.deletedEntries(
      at: now, days: configuration.feeds.tombstoneDays)
    self.configuration = configuration
    planSiteAndTerms()
    planCustomFeeds()
  }

  private mutating func planSiteAndTerms() {
    let site = configuration.site
    let limit = configuration.feeds.limit
    add(
      .site, folders: [], title: site.title, description: site.description ?? site.title,
      articles: Array(articles.indices), limit: limit, hasArchives: archives != nil)
    for kind in configuration.feeds.by {
      for use in terms.uses[kind] ?? [] {
        add(
          .term(use.term), folders: [kind.folder, use.term.slug],
          title: "\(site.title): \(use.term.label)",
          description: "\(use.term.label) – \(site.title)", articles: use.articles, limit: limit,
          hasArchives: configuration.feeds.archives?.by.contains(kind) == true)
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
        .custom(name: custom.name), folders: ["custom", custom.name], title: custom.title,
        description: "\(custom.title) – \(site.title)", articles: fitting,
        limit: custom.limit.map { $0 == 0 ? nil : $0 } ?? configuration.feeds.limit)
    }
  }

  /// Adds a feed unless it would show nothing, and the archives of what it does not show.
  private mutating func add(
    _ subject: FeedSubject, folders: [String], title: String, description: String,
    articles all: [Int], limit: Int?, hasArchives: Bool = false
  ) {
    let shown = limit.map { Array(all.prefix($0)) } ?? all
    guard !shown.isEmpty, let location = location(of: folders) else { return }
    func add(
      _ shown: [Int], to folder: String, history: FeedHistory, updatedIfEmpty: Timestamp? = nil
    ) {
      let updated = shown.map { articles[$0].loaded.article.updated }.max() ?? updatedIfEmpty
      guard let updated else { return }
      let site = configuration.site
      var deleted = deletedEntries
      if case .archive = history { deleted = [] }
      feeds.append(
        PlannedFeed(
          folder: folder, subject: subject,
          feed: Feed(
            title: title, description: description, location: location, homePage: site.url,
            language: site.language, updated: updated, author: site.author,
            rights: site.copyright, icon: site.icon, logo: site.logo, hub: configuration.feeds.hub,
            podcast: site.podcast, history: history, deletedEntries: deleted,
            style: FeedPages.style(of: folder, configuration.feeds)),
          articles: shown, available: all.count))
    }
    let folder = folders.map { $0 + "/" }.joined()
    guard hasArchives, let archives else {
      return add(shown, to: folder, history: .unknown)
    }
    if shown.count == all.count { return add(shown, to: folder, history: .complete) }

    let pages = archives.pages(of: all.map { articles[$0].id }, isWhole: folders.isEmpty)
    let addresses = pages.map { self.location(of: folders + ["archive", String($0.number)]) }
    guard let newest = addresses.last ?? nil else { return }
    add(shown, to: folder, history: .subscription(newestArchive: newest))
    for (index, page) in pages.enumerated() {
      guard let own = addresses[index] else { return }
      add(
        page.members.map { all[$0] }, to: folder + "archive/\(page.number)/",
        history: .archive(
          FeedHistory.Archive(
            location: own, current: location, previous: index > 0 ? addresses[index - 1] : nil,
            next: index + 1 < pages.count ? addresses[index + 1] : nil)),
        updatedIfEmpty: page.latest)
    }
  }

  /// Where the documents in a folder below the published one are served.
  private func location(of folders: [String]) -> AbsoluteURL? {
    folders.reduce(Optional(configuration.feeds.url)) { url, folder in
      url.flatMap { try? $0.appending(folder: folder) }
    }
  }
}
