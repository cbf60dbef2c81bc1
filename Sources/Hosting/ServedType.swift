internal import FeedModel

/// The media types that files are served with, all of them in UTF-8.
///
/// RSS and Atom are `application/xml`: browsers show that, and download `application/rss+xml` and
/// `application/atom+xml` or show their source; readers take either. JSON Feed has the type that its
/// specification asks for, which browsers show as JSON. OPML is `text/x-opml`, the type that readers
/// register for: a click hands it to them, or saves it to be imported.
enum ServedType {
  static let xml = "application/xml"
  static let json = "application/json"
  static let opml = "text/x-opml"
  static let jsonFeed = FeedFormat.json.mediaType

  /// The type that a feed's document is served with.
  static func type(of format: FeedFormat) -> String {
    switch format {
    case .rss, .atom: xml
    case .json: jsonFeed
    }
  }

  /// A type with the encoding that all files have.
  static func withCharset(_ type: String) -> String { type + "; charset=utf-8" }

  /// What is compressed on its way.
  static let compressed = [
    xml, jsonFeed, json, opml, "text/html", "text/css", "text/javascript", "image/svg+xml",
  ]
}
