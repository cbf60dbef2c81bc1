internal import Diagnostics
internal import XML

/// Things that a channel or item says twice, by an element of RSS and by one of an extension.
///
/// Readers take one of the two, and not all the same. Advice only: many feeds do so on purpose.
/// See <https://www.rssboard.org/rss-profile#namespace-elements>.
enum RSSOverlapRules {
  private struct Pair {
    let core: (KnownNamespace, String)
    let other: (KnownNamespace, String)
  }

  static let all: [Check] = [
    Check(
      Rule(
        "rss-said-twice", .info,
        "what an element of RSS says is not said again by one of an extension",
        cure: "keep the element of RSS alone",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements"),
      on: .rss("channel", "item")
    ) { element, report in
      let pairs = element.localName == "item" ? items : channels
      for other in element.children {
        let namespace = other.namespace
        guard namespace != .none, namespaces.contains(namespace) else { continue }
        for pair in pairs where other.isNamed(pair.other.1, in: pair.other.0.namespace) {
          guard let core = element.child(pair.core.1, in: pair.core.0.namespace) else { continue }
          let later = core.index > other.index ? core : other
          report.found(
            "<\(core.writtenName)> and <\(other.writtenName)> say the same", at: later.position,
            length: later.writtenName.unicodeScalars.count + 1)
        }
      }
    },

    Check(
      Rule(
        "rss-content-twice", .warning,
        "an item has one full text: readers take one of several, and not all the same",
        cure: "keep <description> with a summary and <content:encoded> with the full text",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded"),
      on: .rss("item")
    ) { item, report in
      var texts: [Element] = []
      for child in item.children where child.namespace != .none {
        let isText =
          child.isNamed("encoded", in: KnownNamespace.content.namespace)
          || child.isNamed("body", in: .xhtml) || child.isNamed("div", in: .xhtml)
          || (child.isNamed("content", in: .atom) && child.attribute("src") == nil)
        if isText { texts.append(child) }
      }
      let hasSummary = item.child("description") != nil
      for extra in texts.dropFirst(1) {
        report.found(
          "<\(extra.writtenName)> is another full text of the item", at: extra.position,
          length: extra.writtenName.unicodeScalars.count + 1)
      }
      if let only = texts.first, only.namespace == .atom || only.namespace == .xhtml {
        report.found(
          hasSummary
            ? "<\(only.writtenName)> stands beside <description>, which most readers show"
            : "<\(only.writtenName)> is not read by most readers", at: only.position,
          length: only.writtenName.unicodeScalars.count + 1)
      }
    },
  ]

  private static let namespaces = Set((channels + items).map(\.other.0.namespace))

  private static let channels = [
    pair("managingEditor", .dc, "creator"), pair("copyright", .dc, "rights"),
    pair("title", .dc, "title"), pair("description", .dc, "description"),
    pair("language", .dc, "language"), pair("pubDate", .dc, "date"),
    pair("webMaster", .dc, "publisher"), pair("category", .dc, "subject"),
    pair("lastBuildDate", .dcterms, "modified"), pair("pubDate", .dcterms, "issued"),
    pair("copyright", .dcterms, "rights"), pair("generator", .admin, "generatorAgent"),
    pair("webMaster", .admin, "errorReportsTo"), pair("lastBuildDate", .atom, "updated"),
    pair("copyright", .atom, "rights"), pair("title", .atom, "title"),
    Pair(core: (.creativeCommons, "license"), other: (.cc, "license")),
  ]

  private static let items = [
    pair("author", .dc, "creator"), pair("title", .dc, "title"),
    pair("description", .dc, "description"), pair("pubDate", .dc, "date"),
    pair("category", .dc, "subject"), pair("source", .dc, "source"),
    pair("guid", .dc, "identifier"), pair("pubDate", .dcterms, "issued"),
    pair("pubDate", .atom, "published"), pair("author", .atom, "author"),
    pair("guid", .atom, "id"), pair("title", .atom, "title"), pair("source", .atom, "source"),
    Pair(core: (.creativeCommons, "license"), other: (.cc, "license")),
  ]

  private static func pair(_ core: String, _ namespace: KnownNamespace, _ name: String) -> Pair {
    Pair(core: (.none, core), other: (namespace, name))
  }
}
