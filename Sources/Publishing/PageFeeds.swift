internal import Content
package import Diagnostics
internal import FeedFormats
package import FeedModel
internal import FeedValues
internal import FileSystem

/// The feeds that a page of the site leads to: the site's own, then those of its terms.
package struct PageFeeds: Sendable {
  /// What is known of a page.
  package struct Page: Sendable {
    /// An article's file or its address, or the address of the home page; nil for any other page.
    package var article: String?
    /// Terms that the page is about, by kind and name or slug.
    package var terms: [(kind: TermKind, name: String)] = []

    /// A page of which nothing is known.
    package init() {}
  }

  /// The status that a build would end with; `upToDate` where the site can be published.
  package private(set) var status = Outcome.Status.findings
  package private(set) var diagnostics: [Diagnostic] = []
  /// What the site has not got, as a sentence; nil where it has all that was asked for.
  package private(set) var unknown: String?
  /// The lines for the page's head.
  package private(set) var html = ""

  /// Reads a site and finds the feeds of a page; nothing is rendered or written.
  package static func read(_ page: Page, _ options: Publication.Options) async -> PageFeeds {
    var found = PageFeeds()
    var outcome = Outcome()
    let site = await SitePlan.read(options: options, &outcome)
    found.diagnostics = outcome.diagnostics.inReadingOrder()
    found.status = site == nil ? outcome.status : .upToDate
    if let plan = site?.feeds { found.find(page, in: plan, options) }
    return found
  }

  private mutating func find(_ page: Page, in plan: FeedPlan, _ options: Publication.Options) {
    let directory = plan.directory
    var wanted: Set<Term> = []
    if let name = page.article, !isHome(name, of: directory) {
      guard let index = article(name, in: plan, options) else {
        unknown = "There is no published article \"\(name)\"."
        return
      }
      for use in plan.terms.uses.values.joined() where use.articles.contains(index) {
        wanted.insert(use.term)
      }
    }
    for (kind, name) in page.terms {
      let terms = directory.feeds.compactMap(\.subject.term).filter { $0.kind == kind }
      let key = plan.configuration.feeds.key(of: name)
      guard
        let term = terms.first(where: {
          $0.slug == name || plan.configuration.feeds.key(of: $0.label) == key
        })
      else {
        let nearest = nearestName(to: name, in: terms.map(\.label))
        unknown =
          "There is no feed of the \(kind.rawValue) \"\(name)\"."
          + (nearest.map { " Did you mean \"\($0)\"?" } ?? "")
        return
      }
      wanted.insert(term)
    }
    let feeds = directory.feeds.filter { feed in
      feed.subject == .site || feed.subject.term.map(wanted.contains) == true
    }
    html = String(
      decoding: Autodiscovery.links(to: feeds, formats: directory.formats), as: UTF8.self)
  }

  private func isHome(_ name: String, of directory: FeedDirectory) -> Bool {
    LinkKey(name).map { $0 == LinkKey(directory.homePage.string) } ?? false
  }

  /// The article at an address, or in a file: as seen from the current folder, the site's or the articles'.
  private func article(
    _ name: String, in plan: FeedPlan, _ options: Publication.Options
  ) -> Int? {
    if let key = LinkKey(name) {
      return plan.articles.firstIndex { LinkKey($0.loaded.article.link.string) == key }
    }
    let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    if let index = plan.articles.firstIndex(where: {
      [$0.loaded.source.path, $0.loaded.article.path].contains(path)
    }) {
      return index
    }
    let places = [path, FileSystem.path(path, in: options.siteFolder)]
    guard let identity = places.lazy.compactMap({ FileSystem.identity(of: $0) }).first else {
      return nil
    }
    return plan.articles.firstIndex {
      FileSystem.identity(of: $0.loaded.source.path) == identity
    }
  }
}
