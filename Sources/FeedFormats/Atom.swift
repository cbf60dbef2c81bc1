internal import FeedModel
internal import FeedValues

/// Atom 1.0, <https://www.rfc-editor.org/rfc/rfc4287>.
enum Atom {
  /// What stands before the entries.
  static func head(_ feed: Feed) -> [UInt8] {
    var xml = XMLWriter()
    xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if let style = feed.style { xml.writeStylesheet(of: style) }
    var attributes = [
      ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:media", "http://search.yahoo.com/mrss/"),
    ]
    if feed.history != .unknown { attributes.append(HistoryElements.declaration) }
    if !feed.deletedEntries.isEmpty {
      attributes.append(("xmlns:at", "http://purl.org/atompub/tombstones/1.0"))
    }
    if let language = feed.language { attributes.append(("xml:lang", language.string)) }
    xml.begin("feed", attributes)
    xml.write(feed.author)
    xml.element("generator", generatorName)
    if let icon = feed.icon { xml.element("icon", icon.string) }
    xml.element("id", feed.location.string)
    xml.empty(
      "link",
      [
        ("rel", "self"), ("type", FeedFormat.atom.mediaType), ("href", feed.selfLink(in: .atom)),
      ])
    xml.empty(
      "link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.homePage.string)])
    if let hub = feed.hub { xml.empty("link", [("rel", "hub"), ("href", hub.string)]) }
    for (relation, folder) in feed.history.links {
      xml.empty(
        "link",
        [
          ("rel", relation), ("type", FeedFormat.atom.mediaType),
          ("href", folder.string + FeedFormat.atom.fileName),
        ])
    }
    if let logo = feed.logo { xml.element("logo", logo.string) }
    if let rights = feed.rights { xml.element("rights", rights) }
    xml.element("subtitle", feed.description)
    xml.element("title", feed.title)
    xml.element("updated", feed.updated.rfc3339)
    xml.write(feed.history)
    for deleted in feed.deletedEntries {
      xml.empty(
        "at:deleted-entry", [("ref", AtomID.iri(for: deleted.id)), ("when", deleted.when.rfc3339)])
    }
    if let style = feed.style { xml.writeIntroduction(of: feed, style) }
    return xml.bytes
  }

  /// What stands behind the entries.
  static let tail = Array("</feed>\n".utf8)

  /// One entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - escapedContent: Its content, escaped for XML.
  /// - Returns: The entry's bytes.
  static func entry(_ entry: Entry, escapedContent: [UInt8]?) -> [UInt8] {
    var xml = XMLWriter()
    xml.reserve(2048 + (escapedContent?.count ?? 0))
    xml.begin("entry", entry.language.map { [("xml:lang", $0.string)] } ?? [])
    for author in entry.authors { xml.write(author) }
    for category in entry.categories {
      var attributes = [("term", category.label)]
      if let scheme = category.scheme { attributes.append(("scheme", scheme.string)) }
      attributes.append(("label", category.label))
      xml.empty("category", attributes)
    }
    if let escapedContent {
      xml.element("content", escaped: escapedContent, attributes: [("type", "html")])
    }
    xml.element("id", AtomID.iri(for: entry.id))
    xml.empty(
      "link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.link.string)])
    if let external = entry.externalLink {
      xml.empty("link", [("rel", "related"), ("href", external.string)])
    }
    for enclosure in entry.enclosures {
      var attributes = [
        ("rel", "enclosure"), ("type", enclosure.type.string),
        ("length", String(enclosure.length)), ("href", enclosure.url.string),
      ]
      if let title = enclosure.title { attributes.append(("title", title)) }
      xml.empty("link", attributes)
    }
    xml.element("published", entry.published.rfc3339)
    if let summary = entry.summary { xml.element("summary", summary) }
    xml.element("title", entry.title)
    xml.element("updated", entry.updated.rfc3339)
    if let image = entry.image { xml.media(image) }
    xml.end("entry")
    return xml.bytes
  }
}

extension XMLWriter {
  /// Writes a person construct (RFC 4287 section 3.2).
  fileprivate mutating func write(_ author: Author) {
    begin("author")
    element("name", author.name)
    if let url = author.url { element("uri", url.string) }
    if let email = author.email { element("email", email.string) }
    end("author")
  }
}
