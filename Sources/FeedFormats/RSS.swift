internal import FeedModel
internal import FeedValues

/// RSS 2.0, after the RSS Advisory Board's specification and its Best Practices Profile.
///
/// <https://www.rssboard.org/rss-specification>, <https://www.rssboard.org/rss-profile>
enum RSS {
  /// What stands before the items.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - isPodcast: Whether an item of it is an episode, so that Apple's extension is in use.
  /// - Returns: The bytes.
  static func head(_ feed: Feed, isPodcast: Bool) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if let style = feed.style { xml.writeStylesheet(of: style) }
    var attributes = [
      ("version", "2.0"),
      ("xmlns:atom", "http://www.w3.org/2005/Atom"),
      ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    if feed.history != .unknown { attributes.append(HistoryElements.declaration) }
    if isPodcast { attributes.append(("xmlns:itunes", ITunes.namespace)) }
    attributes.append(("xmlns:media", "http://search.yahoo.com/mrss/"))
    xml.begin("rss", attributes)
    xml.begin("channel")
    xml.element("title", ambiguousText: feed.title)
    xml.element("link", feed.homePage.string)
    xml.element("description", ambiguousText: feed.description)
    if let language = feed.language { xml.element("language", language.string) }
    if let rights = feed.rights { xml.element("copyright", rights) }
    xml.element("lastBuildDate", feed.updated.rfc822)
    xml.element("generator", generatorName)
    xml.element("docs", "https://www.rssboard.org/rss-specification")
    if let picture = feed.logo ?? feed.icon {
      xml.begin("image")
      xml.element("url", picture.string)
      xml.element("title", ambiguousText: feed.title)
      xml.element("link", feed.homePage.string)
      xml.end("image")
    }
    xml.empty(
      "atom:link",
      [
        ("rel", "self"), ("type", FeedFormat.rss.mediaType), ("href", feed.selfLink(in: .rss)),
      ])
    if let hub = feed.hub { xml.empty("atom:link", [("rel", "hub"), ("href", hub.string)]) }
    for (relation, folder) in feed.history.links {
      xml.empty(
        "atom:link",
        [
          ("rel", relation), ("type", FeedFormat.rss.mediaType),
          ("href", folder.string + FeedFormat.rss.fileName),
        ])
    }
    xml.write(feed.history)
    if isPodcast, let podcast = feed.podcast { ITunes.write(podcast, of: feed, to: &xml) }
    if let style = feed.style { xml.writeIntroduction(of: feed, style) }
    return xml.bytes
  }

  /// What stands behind the items.
  static let tail = Array("</channel>\n</rss>\n".utf8)

  /// One item.
  ///
  /// Names of authors are in `dc:creator`, several in one, as most readers show them; `author`, which
  /// takes an e-mail address, is shown raw by many and left out.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - escapedContent: Its content, escaped for XML.
  /// - Returns: The item's bytes.
  static func item(_ entry: Entry, escapedContent: [UInt8]?) -> [UInt8] {
    var xml = XMLWriter()
    xml.reserve(2048 + (escapedContent?.count ?? 0))
    xml.begin("item")
    xml.element("title", ambiguousText: entry.title)
    xml.element("link", entry.link.string)
    // The profile wants a description wherever there is content:encoded.
    if let summary = entry.summary ?? (escapedContent == nil ? nil : entry.title) {
      xml.element("description", plainTextAsHTML: summary)
    }
    if !entry.authors.isEmpty {
      xml.element("dc:creator", entry.authors.map(\.name).joined(separator: ", "))
    }
    if let language = entry.language { xml.element("dc:language", language.string) }
    for category in entry.categories {
      xml.element("category", category.scheme.map { [("domain", $0.string)] } ?? [], category.label)
    }
    if let enclosure = entry.enclosures.first {
      xml.empty(
        "enclosure",
        [
          ("url", enclosure.url.string), ("length", String(enclosure.length)),
          ("type", enclosure.type.string),
        ])
    }
    xml.element(
      "guid", [("isPermaLink", entry.id == entry.link.string ? "true" : "false")], entry.id)
    xml.element("pubDate", entry.published.rfc822)
    if let escapedContent { xml.element("content:encoded", escaped: escapedContent) }
    if entry.isEpisode { ITunes.writeEpisode(entry, to: &xml) }
    if let image = entry.image { xml.media(image) }
    xml.end("item")
    return xml.bytes
  }
}

/// The program that feeds name as their maker.
///
/// Without a version: a new one must not change the feeds.
let generatorName = "Feedsetter"

extension XMLWriter {
  /// Writes a picture as Media RSS: <https://www.rssboard.org/media-rss>.
  mutating func media(_ image: Image) {
    let size =
      image.size.map { [("width", String($0.width)), ("height", String($0.height))] } ?? []
    var attributes = [("url", image.url.string), ("medium", "image")]
    if let type = image.type { attributes.append(("type", type.string)) }
    attributes += size
    if image.alternativeText == nil, image.credit == nil {
      empty("media:content", attributes)
    } else {
      begin("media:content", attributes)
      if let text = image.alternativeText {
        element("media:description", [("type", "plain")], text)
      }
      if let credit = image.credit { element("media:credit", credit) }
      end("media:content")
    }
    empty("media:thumbnail", [("url", image.url.string)] + size)
  }
}
