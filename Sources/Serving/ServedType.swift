internal import FeedValues

/// The media types that files are served with, here and by the servers that others run.
///
/// RSS and Atom are `application/xml`: browsers show that as a page, and download `application/rss+xml` and
/// `application/atom+xml` or show their source; readers take either. JSON Feed has the type that its
/// specification asks for, which browsers show as JSON. OPML is `text/x-opml`, the type that readers
/// register for: a click hands it to them, or saves it to be imported.
package enum ServedType {
  /// The type of RSS and Atom.
  package static let xml = "application/xml"
  /// The type of JSON that is no feed.
  package static let json = "application/json"
  /// The type of JSON Feed (version 1.1, "Suggestions for Publishers").
  package static let jsonFeed = "application/feed+json"
  /// The type of lists of feeds.
  package static let opml = "text/x-opml"

  /// A type with the encoding that all texts have.
  package static func withCharset(_ type: String) -> String { type + "; charset=utf-8" }

  /// The type of a file by its name, with the charset where its type has one.
  static func mediaType(of name: Substring) -> String {
    if name == "feed.json" { return jsonFeed }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return switch ending {
    case "xml", "rss", "atom": withCharset(xml)
    case "json": json
    case "opml": withCharset(opml)
    case "html", "htm": html
    case "css": withCharset("text/css")
    case "js", "mjs": withCharset("text/javascript")
    case "txt": withCharset("text/plain")
    case "ico": "image/vnd.microsoft.icon"
    default: MediaType(fileExtension: ending)?.string ?? "application/octet-stream"
    }
  }

  static let html = withCharset("text/html")

  /// Whether compressing makes bytes of the type fewer.
  static func isCompressible(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/") || mediaType.contains("xml") || mediaType.contains("json")
  }
}
