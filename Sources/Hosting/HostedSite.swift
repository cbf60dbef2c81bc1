package import Content
internal import FeedModel
package import FeedValues

/// What a host must know of a site: where its feeds are served, and which there can be.
package struct HostedSite: Sendable {
  /// An address that feeds had, and where they are now.
  struct Redirect: Hashable, Sendable {
    let old: ServedPath
    let new: AbsoluteURL
    /// The new address's path.
    let newPath: ServedPath

    /// The new address so that no configuration finds a variable in it.
    var target: String { new.string.replacing("$", with: "%24") }
  }

  /// Where the published folder is served.
  let address: AbsoluteURL
  /// The path of that, with a slash at its end.
  let path: ServedPath
  /// The path of the home page, with a slash at its end; nil for one that is no `ServedPath`.
  let root: String?
  let formats: [FeedFormat]
  /// The folders that hold a folder for each feed, such as `category`.
  let folders: [String]
  /// Those of them whose feeds have archives; nil where not even the site's feed has.
  let archivedFolders: [String]?
  /// Whether a hub tells subscribers of changes.
  let hasHub: Bool
  private(set) var redirects: [Redirect] = []

  /// The site that `configuration` describes.
  ///
  /// - Throws: `InvalidValue` where the path of `feeds.url` can't stand in configurations.
  package init(_ configuration: Configuration) throws(InvalidValue) {
    let feeds = configuration.feeds
    address = feeds.url
    path = try ServedPath(of: feeds.url)
    root = try? ServedPath(of: configuration.site.url).plain
    formats = feeds.formats
    folders = feeds.by.map(\.folder) + (feeds.custom.isEmpty ? [] : ["custom"])
    archivedFolders = feeds.archives.map { archives in
      feeds.by.filter(archives.by.contains).map(\.folder)
    }
    hasHub = feeds.hub != nil
  }

  /// Adds a redirection: `/feed/=rss.xml`, with the new address as seen from the published folder.
  ///
  /// - Throws: `InvalidValue` with what is wrong with it.
  package mutating func redirect(_ text: String) throws(InvalidValue) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw InvalidValue("it is not OLD=NEW, such as /index.xml=rss.xml")
    }
    let old = try address.resolving(String(parts[0]))
    let new = try address.resolving(String(parts[1]))
    guard !(old.string + new.string).contains(where: { $0 == "?" || $0 == "#" }) else {
      throw InvalidValue("it has a query or fragment, and servers compare paths alone")
    }
    guard new.isWeb, old.isWeb else { throw InvalidValue("it is not of the web") }
    let redirect = Redirect(
      old: try ServedPath(of: old), new: new, newPath: try ServedPath(of: new))
    guard old.string != new.string else { throw InvalidValue("it leads to itself") }
    guard !redirects.contains(where: { $0.old == redirect.old }) else {
      throw InvalidValue("the old address is redirected already")
    }
    redirects.append(redirect)
  }

  /// How long what changes with every article may be shown from caches.
  ///
  /// A hub fetches a feed as soon as it is told of it, and must not be given the one before.
  var cacheControl: String { hasHub ? "public, no-cache" : "public, max-age=300" }

  /// How long archives may be shown from caches.
  ///
  /// Those that are full change only when an old article does; the newest is still being filled, and new
  /// articles are in the feed besides.
  let archiveCacheControl = "public, max-age=86400"

  /// Why files are cached as they are, a line each.
  var cacheReasons: [String] {
    [
      hasHub
        ? "Feeds are asked for anew each time (304 where nothing changed): the hub must see the new one."
        : "Feeds are kept for five minutes, then asked for anew (304 where nothing changed).",
      "Archives are kept for a day; the newest is still being filled, so none is immutable.",
    ]
  }

  /// The paths of feeds' documents with `:names` for what varies, the site's feed first.
  ///
  /// - Parameter format: The format of the documents.
  /// - Returns: Patterns of which no two match one path.
  func patterns(_ format: FeedFormat) -> (recent: [String], archives: [String]) {
    let root = path.escaped
    let recent = [root] + folders.map { root + $0 + "/:name/" }
    let archives = archivedFolders.map { folders in
      [root + "archive/:number/"] + folders.map { root + $0 + "/:name/archive/:number/" }
    }
    return (recent.map { $0 + format.fileName }, (archives ?? []).map { $0 + format.fileName })
  }
}
