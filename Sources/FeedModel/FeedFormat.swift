/// A format that feeds are published in.
public enum FeedFormat: String, CaseIterable, Hashable, Sendable {
  /// RSS 2.0, <https://www.rssboard.org/rss-specification>.
  case rss
  /// Atom 1.0, <https://www.rfc-editor.org/rfc/rfc4287>.
  case atom
  /// JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.
  case json

  /// The name of a feed's document in its folder.
  public var fileName: String {
    switch self {
    case .rss: "rss.xml"
    case .atom: "atom.xml"
    case .json: "feed.json"
    }
  }

  /// The media type that links to the document announce.
  public var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }

  /// The format as people call it.
  public var title: String {
    switch self {
    case .rss: "RSS 2.0"
    case .atom: "Atom 1.0"
    case .json: "JSON Feed 1.1"
    }
  }
}
