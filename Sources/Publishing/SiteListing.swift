internal import Content
package import Diagnostics
internal import FeedFormats
internal import FeedModel
package import FeedValues
internal import FileSystem

/// An article that is withheld until its date.
package struct UpcomingArticle: Hashable, Sendable {
  package let date: Timestamp
  package let title: String
  /// The article's file.
  package let file: String
}

/// The feeds that a site has, as they would be published; nothing is written.
package struct SiteListing: Sendable {
  /// A feed and its documents.
  package struct Feed: Sendable {
    /// Below the published folder: empty, or with a slash at its end.
    package let folder: String
    package let title: String
    /// How many entries it shows.
    package let items: Int
    /// The date of the newest entry.
    package let newest: Timestamp
    package let documents: [Document]

    /// The bytes of all documents.
    package var bytes: Int { documents.reduce(0) { $0 + $1.bytes } }
  }

  /// A feed in one format.
  package struct Document: Sendable {
    package let format: String
    /// The file below the published folder.
    package let path: String
    /// Where it is served.
    package let url: String
    package let bytes: Int
  }

  /// The status that a build would end with; `upToDate` for a site that can be published.
  package private(set) var status = Outcome.Status.findings
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var feeds: [Feed] = []
  /// How many articles are in feeds.
  package private(set) var articles = 0
  /// The next one first.
  package private(set) var upcoming: [UpcomingArticle] = []

  /// Reads a site and plans its feeds.
  package static func read(_ options: Publication.Options) async -> SiteListing {
    var listing = SiteListing()
    let (configuration, findings) = Configuration.read(siteFolder: options.siteFolder)
    listing.diagnostics = findings
    guard let configuration else {
      if findings.contains(where: { $0.rule == ContentRules.configurationMissing }) {
        listing.status = .noSite
      }
      return listing
    }
    var outcome = Outcome()
    let site = await SitePlan.read(configuration, options: options, &outcome)
    listing.diagnostics += outcome.diagnostics
    listing.upcoming = outcome.upcoming
    listing.articles = outcome.articles
    if let site { await listing.add(site.feeds, workers: options.workers) }
    listing.diagnostics = listing.diagnostics.inReadingOrder()
    return listing
  }

  private mutating func add(_ plan: FeedPlan, workers: Int) async {
    let planned = await plan.documents(workers: workers)
    diagnostics += planned.diagnostics
    if diagnostics.hasErrors { return }
    status = .upToDate
    let formats = plan.configuration.feeds.formats
    var documents = planned.documents[...]
    for feed in plan.feeds {
      let own = documents.prefix(formats.count)
      documents = documents.dropFirst(formats.count)
      guard let newest = feed.articles.map({ plan.articles[$0].loaded.article.published }).max()
      else { continue }
      feeds.append(
        Feed(
          folder: feed.folder, title: feed.feed.title, items: feed.articles.count, newest: newest,
          documents: zip(formats, own).map { format, document in
            Document(
              format: format.rawValue, path: document.path, url: feed.feed.selfLink(in: format),
              bytes: document.document.segments.reduce(0) { $0 + $1.count })
          }))
    }
  }
}
