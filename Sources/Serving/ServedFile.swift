package import FeedValues

/// A file as clients get it.
package struct ServedFile: Sendable {
  /// The bytes, one after another.
  package let segments: [[UInt8]]
  /// Since when the bytes have been these.
  package let modified: Timestamp
  /// Stands for the bytes.
  let digest: String

  /// A file of `segments` that are as they are since `modified`.
  package init(_ segments: [[UInt8]], modified: Timestamp) {
    self.segments = segments
    self.modified = modified
    digest = Digest(pieces: segments).hexadecimal
  }
}

/// What clients are told that a file is.
enum ServedType {
  /// The media type of a file by its name, with the charset where there is one.
  ///
  /// Feeds are said to be `application/xml`: browsers show their styled page then, and readers take them
  /// as they take `application/rss+xml`, which browsers show as source or put away as a download.
  static func mediaType(of name: Substring) -> String {
    if name == "feed.json" { return "application/feed+json" }
    let ending = name.split(separator: ".").last?.lowercased()
    return switch ending {
    case "xml", "rss", "atom": "application/xml; charset=utf-8"
    case "json": "application/json"
    case "opml": "text/x-opml; charset=utf-8"
    case "html", "htm": html
    case "css": "text/css; charset=utf-8"
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "txt": "text/plain; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "ico": "image/vnd.microsoft.icon"
    case "mp3": "audio/mpeg"
    case "m4a": "audio/mp4"
    default: "application/octet-stream"
    }
  }

  static let html = "text/html; charset=utf-8"

  /// Whether compressing makes bytes of the type fewer.
  static func isCompressible(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/") || mediaType.contains("xml") || mediaType.contains("json")
  }
}
