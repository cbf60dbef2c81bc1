package import FeedModel

/// The lines in the head of an HTML page by which browsers and readers find its feeds.
///
/// See <https://html.spec.whatwg.org/multipage/links.html#rel-alternate>. The first line of a page is what
/// readers take by themselves, so the lines of the site's own feed come first.
package enum Autodiscovery {
  /// The folder of the fragments for templates, below the published one.
  package static let folder = "autodiscovery/"

  /// The file that holds a feed's lines, below the published folder.
  package static func path(for feed: ListedFeed) -> String {
    folder + (feed.folder.isEmpty ? "site" : String(feed.folder.dropLast())) + ".html"
  }

  /// A line for each format of each feed.
  ///
  /// - Parameters:
  ///   - feeds: The feeds, in the order of their lines.
  ///   - formats: The formats that they are published in.
  /// - Returns: HTML as it stands in a page's head, a line break at the end of each line.
  package static func links(to feeds: [ListedFeed], formats: [FeedFormat]) -> [UInt8] {
    var html = XMLWriter()
    for feed in feeds {
      for format in formats {
        // Readers offer the titles for choice: those of one feed must differ.
        let title = formats.count > 1 ? "\(feed.title) (\(format.title))" : feed.title
        // An element without an end tag: HTML has no other kind of link.
        html.begin(
          "link",
          [
            ("rel", "alternate"), ("type", format.mediaType), ("title", title),
            ("href", feed.address(in: format)),
          ])
      }
    }
    return html.bytes
  }
}
