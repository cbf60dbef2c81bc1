internal import FeedModel
internal import Serving

extension ServedType {
  /// The type that a feed's document is served with.
  static func type(of format: FeedFormat) -> String {
    switch format {
    case .rss, .atom: xml
    case .json: jsonFeed
    }
  }

  /// What is compressed on its way.
  static let compressed = [
    xml, jsonFeed, json, opml, "text/html", "text/css", "text/javascript", "image/svg+xml",
  ]
}
