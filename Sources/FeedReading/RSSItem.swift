internal import FeedValues
internal import XML

/// An item of RSS: <https://www.rssboard.org/rss-specification>, <https://web.resource.org/rss/1.0/spec>.
struct RSSItem {
  private let element: Element
  private let namespace: Namespace

  /// The item in `element`, whose own elements are in `namespace`.
  init(_ element: Element, namespace: Namespace) {
    self.element = element
    self.namespace = namespace
  }

  var item: RawItem {
    let guid = element.child("guid", in: namespace)
    let id = guid?.trimmedText.trimmed ?? element.attribute("about", in: .rdf)?.value.trimmed
    let isPermalink =
      guid != nil && guid?.attribute("isPermaLink")?.value.trimmed?.lowercased() != "false"
    let title = text(of: "title", in: namespace) ?? text(of: "title", in: .dc) ?? ""
    let published = text(of: "pubDate", in: namespace) ?? text(of: "date", in: .dc)
    let updated = text(of: "updated", in: .atom) ?? text(of: "modified", in: .dcterms)
    let read = FeedSnapshot.Item(
      id: id, isPermalink: isPermalink, link: link ?? (isPermalink ? id : nil), title: title,
      published: published.flatMap(LenientDate.parse), updated: updated.flatMap(LenientDate.parse),
      digest: ContentDigest(
        title: FoldedText.plain(Array(title.utf8)[...]), text: FoldedText.html(content)))
    return RawItem(item: read, base: element.attribute("base", in: .xml)?.value)
  }

  private var link: String? {
    text(of: "link", in: namespace) ?? element.links.first { $0.relation == "alternate" }?.address
  }

  /// What readers show: the whole text, else the description.
  private var content: ArraySlice<UInt8> {
    // Without a declaration of its prefix the element is in no namespace.
    let whole = element.child("encoded", in: .content) ?? element.child("encoded", in: .none)
    if let bytes = whole?.trimmedTextBytes, !bytes.isEmpty { return bytes }
    return element.child("description", in: namespace)?.trimmedTextBytes ?? []
  }

  private func text(of name: String, in namespace: Namespace) -> String? {
    element.child(name, in: namespace)?.trimmedText.trimmed
  }
}
