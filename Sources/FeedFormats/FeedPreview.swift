package import FeedModel
package import FeedValues

/// A page for each feed that shows its newest entries as a reader would: `index.html` in the feed's folder.
///
/// There are no pictures on it: they come from elsewhere, and the page asks nothing of others.
package enum FeedPreview {
  /// The file's name in its folder.
  package static let fileName = "index.html"

  /// How many entries a preview shows.
  package static let limit = 10

  /// How many characters of an excerpt it shows.
  private static let excerptLength = 300

  /// The folder of a feed's preview below the published one, with a slash at its end.
  ///
  /// The site's own feed has none of its own, as the page of all feeds is where it would be.
  package static func folder(of feed: ListedFeed) -> String { folder(of: feed, way: feed.folder) }

  static func folder(of feed: ListedFeed, way: String) -> String { way.isEmpty ? "site/" : way }

  /// An entry as previews show it, made once for all of them.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - day: Its day on the clocks of the site.
  /// - Returns: The bytes.
  package static func item(_ entry: Entry, day: CalendarDate) -> [UInt8] {
    var html = HTMLWriter()
    html.reserve(768)
    html.markup("<article")
    if let language = entry.language { html.attribute("lang", language.string) }
    html.markup("><h3>")
    html.link(entry.title, to: entry.link.string)
    html.markup("</h3><p>")
    html.day(day)
    for author in entry.authors {
      html.markup(" · <bdi>")
      html.text(author.name)
      html.markup("</bdi>")
    }
    html.markup("</p>")
    if let summary = entry.summary {
      html.markup("<p>")
      html.text(opening(of: summary))
      html.markup("</p>")
    }
    if !entry.enclosures.isEmpty {
      html.markup("<p class=\"f\">")
      for (index, file) in entry.enclosures.enumerated() {
        if index > 0 { html.markup(" ") }
        html.link(file.title ?? file.type.string, to: file.url.string)
      }
      html.markup("</p>")
    }
    html.markup("</article>\n")
    return html.bytes
  }

  /// The preview of a feed.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - directory: The feeds of the site.
  ///   - items: Its newest entries, each as `item(_:day:)` made it.
  /// - Returns: The page's bytes, in slices.
  package static func segments(
    for feed: ListedFeed, in directory: FeedDirectory, items: [[UInt8]]
  ) -> [[UInt8]] {
    let depth = folder(of: feed).utf8.count { $0 == UInt8(ascii: "/") }
    let root = String(repeating: "../", count: depth)
    var html = HTMLWriter()
    html.markup("<body>\n<header>\n<nav><a")
    html.interfaceLanguage(on: directory)
    html.attribute("href", root + SubscribePage.fileName)
    html.markup(">All feeds</a> ")
    html.link(directory.title, to: directory.homePage.string)
    html.markup("</nav>\n<h1>")
    html.text(feed.title)
    html.markup("</h1>\n")
    if let description = directory.ownDescription(of: feed) {
      html.markup("<p>")
      html.text(description)
      html.markup("</p>\n")
    }
    html.markup("<p class=\"f\">")
    html.formatLinks(directory.formats, way: feed.folder.isEmpty ? root : "")
    html.markup("</p>\n</header>\n<main>\n<h2")
    html.interfaceLanguage(on: directory)
    html.markup(">")
    if items.count < feed.articles {
      html.markup("Newest ")
      html.text(items.count)
      html.markup(" of ")
    }
    html.count(feed.articles, "article")
    html.markup("</h2>\n")
    return PageFrame.head(
      feed.title, of: directory, for: feed, root: root, hasScript: false)
      + [html.bytes] + items + [Array("</main>\n</body>\n".utf8), PageFrame.tail]
  }

  /// A text, or as many of its words as an excerpt has.
  private static func opening(of text: String) -> String {
    if text.utf8.count <= excerptLength { return text }
    let opening = text.prefix(excerptLength)
    guard opening.endIndex < text.endIndex else { return text }
    let end = opening.lastIndex(where: \.isWhitespace) ?? opening.endIndex
    return opening[..<end] + "…"
  }
}
