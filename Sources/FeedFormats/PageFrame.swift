internal import FeedModel
internal import FeedValues

/// What the pages for people have in common: a head, a look, and a policy by which nothing is loaded and nothing
/// runs but what stands in the page itself.
///
/// The words of pages are English on every site; what they show is in the site's language, and so marked.
enum PageFrame {
  /// Everything up to the body, the parts that are the same in all pages as slices of their own.
  ///
  /// - Parameters:
  ///   - title: The page's title.
  ///   - directory: The feeds of the site.
  ///   - feed: The feed that browsers and readers are to find from the page.
  ///   - root: The way from the page to the published folder: empty, or with a slash at its end.
  ///   - hasScript: Whether the page may run `PageScript`.
  /// - Returns: The slices.
  static func head(
    _ title: String, of directory: FeedDirectory, for feed: ListedFeed?, root: String,
    hasScript: Bool
  ) -> [[UInt8]] {
    var html = HTMLWriter()
    html.markup("<!DOCTYPE html>\n<html")
    html.attribute("lang", directory.language?.string ?? "en")
    html.markup(
      """
      >
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width"/>
      <meta http-equiv="Content-Security-Policy"
      """)
    html.attribute(
      "content",
      "default-src 'none'; img-src data:; style-src \(PageStylesheet.hash)"
        + (hasScript ? "; script-src \(PageScript.hash)" : "")
        + "; base-uri 'none'; form-action 'none'")
    html.markup("/>\n<title>")
    html.text(title)
    // An empty icon keeps browsers from asking the server for one.
    html.markup("</title>\n<link rel=\"icon\" href=\"data:,\"/>\n")
    if let feed {
      for format in directory.formats {
        html.markup("<link rel=\"alternate\"")
        html.attribute("type", format.mediaType)
        html.attribute("title", feed.title)
        html.attribute("href", root + directory.way(to: feed) + format.fileName)
        html.markup("/>\n")
      }
    }
    return [html.bytes, PageStylesheet.element]
  }

  /// Everything behind the body.
  static let tail = Array("</html>\n".utf8)
}

extension HTMLWriter {
  /// Says which language follows, in a tag that is being written, where it is not the page's.
  mutating func interfaceLanguage(on directory: FeedDirectory) {
    guard let language = directory.language?.string.lowercased() else { return }
    if language != "en", !language.hasPrefix("en-") { attribute("lang", "en") }
  }

  /// Writes a link to a feed in each of its formats, the folder of which is at `way`.
  mutating func formatLinks(_ formats: [FeedFormat], way: String) {
    for (index, format) in formats.enumerated() {
      if index > 0 { markup(" ") }
      link(format.shortTitle, to: way + format.fileName)
    }
  }
}

extension FeedFormat {
  /// The format in one word.
  fileprivate var shortTitle: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON"
    }
  }
}

extension FeedDirectory {
  /// The way from the published folder to that of a feed: empty, or with a slash at its end.
  ///
  /// Characters of all scripts may stand in addresses of HTML, so they do where nothing else speaks against it:
  /// percent-encoding takes three times the room.
  func way(to feed: ListedFeed) -> String {
    let isPlain = feed.folder.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), 0x80...:
        true
      default: false
      }
    }
    if isPlain { return feed.folder }
    let (root, own) = (location.string, feed.location.string)
    return own.hasPrefix(root) ? String(own.dropFirst(root.count)) : own
  }
}
