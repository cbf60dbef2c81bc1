package import FeedModel
internal import FeedValues

/// A site's feeds as a subscription list, which readers import whole: OPML 2.0.
///
/// See <http://opml.org/spec2.opml>. A feed is named once, in the first of its formats: readers would
/// subscribe to each one that they are told of, and show every article as often.
package enum OPML {
  /// The name of the list in the published folder.
  package static let fileName = "feeds.opml"

  /// The list of the feeds in `directory`: the site's own, then one outline a kind of subject.
  ///
  /// The specification asks for at least one outline: there is no list of no feeds.
  package static func document(_ directory: FeedDirectory) -> [UInt8] {
    var xml = XMLWriter()
    xml.reserve(512 + 512 * directory.feeds.count)
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.begin("opml", [("version", "2.0")])
    xml.begin("head")
    xml.element("title", directory.title)
    if let updated = directory.updated { xml.element("dateModified", updated.rfc822) }
    xml.element("docs", "http://opml.org/spec2.opml")
    xml.end("head")
    xml.begin("body")
    for (kind, feeds) in directory.groups {
      let name = groupName(of: kind)
      if let name {
        // Readers make a folder of it, which stands among those of other sites.
        xml.begin("outline", [("text", "\(directory.title): \(name)")])
      }
      for feed in feeds { outline(feed, in: directory, to: &xml) }
      if name != nil { xml.end("outline") }
    }
    xml.end("body")
    xml.end("opml")
    return xml.bytes
  }

  private static func outline(
    _ feed: ListedFeed, in directory: FeedDirectory, to xml: inout XMLWriter
  ) {
    guard let format = directory.formats.first else { return }
    xml.empty(
      "outline",
      [
        // `rss` stands for every format of feeds.
        ("type", "rss"), ("text", feed.title), ("title", feed.title),
        ("xmlUrl", feed.address(in: format)), ("htmlUrl", directory.homePage.string),
        ("description", feed.description),
      ])
  }

  private static func groupName(of kind: FeedSubject.Kind) -> String? {
    switch kind {
    case .site: nil
    case .category: "categories"
    case .keyword: "keywords"
    case .author: "authors"
    case .custom: "selections"
    }
  }
}
