internal import Content
package import Diagnostics
internal import FeedFormats
package import FeedModel
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
    package let listed: ListedFeed
    package let documents: [Document]

    /// The bytes of all documents.
    package var bytes: Int { documents.reduce(0) { $0 + $1.bytes } }
  }

  /// A feed in one format.
  package struct Document: Sendable {
    package let format: FeedFormat
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
    var outcome = Outcome()
    let site = await SitePlan.read(options: options, &outcome)
    listing.status = outcome.status
    listing.diagnostics = outcome.diagnostics
    listing.upcoming = outcome.upcoming
    listing.articles = outcome.articles
    if let site { await listing.add(site.feeds, options) }
    listing.diagnostics = listing.diagnostics.inReadingOrder()
    return listing
  }

  private mutating func add(_ plan: FeedPlan, _ options: Publication.Options) async {
    let planned = await plan.documents(workers: options.workers, progress: options.progress)
    diagnostics += planned.diagnostics
    if diagnostics.hasErrors { return }
    status = .upToDate
    let bytes = Dictionary(
      planned.documents.map { ($0.path, $0.document.segments.reduce(0) { $0 + $1.count }) },
      uniquingKeysWith: { first, _ in first })
    let directory = plan.directory
    feeds = directory.feeds.map { feed in
      Feed(
        listed: feed,
        documents: directory.formats.map { format in
          let path = feed.folder + format.fileName
          return Document(
            format: format, path: path, url: feed.address(in: format), bytes: bytes[path] ?? 0)
        })
    }
  }
}
