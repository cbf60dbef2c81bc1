internal import FeedValues
internal import XML

/// An entry of Atom: <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2>.
struct AtomEntry {
  private let element: Element

  /// The entry in `element`.
  init(_ element: Element) { self.element = element }

  var item: RawItem {
    let title = element.child("title", in: .atom).map(AtomText.plain) ?? ""
    let link = element.links.first { $0.relation == "alternate" }
    let read = FeedSnapshot.Item(
      id: text(of: "id"), link: link?.address, title: title,
      published: text(of: "published").flatMap(LenientDate.parse),
      updated: text(of: "updated").flatMap(LenientDate.parse),
      digest: ContentDigest(
        title: FoldedText.plain(Array(title.utf8)[...]), text: content))
    let bases = [element.attribute("base", in: .xml)?.value, link?.base].compactMap(\.self)
    return RawItem(item: read, base: bases.last)
  }

  /// What readers show: the content, else the summary.
  private var content: [UInt8] {
    for name in ["content", "summary"] {
      guard let part = element.child(name, in: .atom) else { continue }
      if let source = part.attribute("src")?.value { return Array(source.utf8) }
      let folded = AtomText.folded(part)
      if !folded.isEmpty { return folded }
    }
    return []
  }

  private func text(of name: String) -> String? {
    element.child(name, in: .atom)?.trimmedText.trimmed
  }
}

/// A text of Atom, which says by its type what it is: <https://www.rfc-editor.org/rfc/rfc4287#section-3.1>.
enum AtomText {
  /// The plain text that it stands for.
  static func plain(_ element: Element) -> String {
    if type(of: element) == "html" { return FoldedText.plainText(ofHTML: element.trimmedText) }
    return String(decoding: FoldedText.plain(element.trimmedTextBytes), as: UTF8.self)
  }

  /// What readers show of it, folded.
  static func folded(_ element: Element) -> [UInt8] {
    switch type(of: element) {
    case "html": return FoldedText.html(element.trimmedTextBytes)
    case "text": return FoldedText.plain(element.trimmedTextBytes)
    default:
      // Elements as such: the text, then the elements by name and attributes. Where in the text one
      // begins is not minded.
      var folded = FoldedText.plain(element.trimmedTextBytes)
      for child in element.children { append(child, to: &folded) }
      return folded
    }
  }

  private static func append(_ element: Element, to folded: inout [UInt8]) {
    folded.append(0xFF)
    folded += element.localName.utf8
    for attribute in element.attributes {
      folded.append(0x20)
      folded += attribute.writtenName.utf8
      folded.append(UInt8(ascii: "="))
      folded += attribute.valueBytes
    }
    for child in element.children { append(child, to: &folded) }
    folded.append(0xFE)
  }

  private static func type(of element: Element) -> String {
    let written = element.attribute("type")?.value.lowercased() ?? "text"
    switch written {
    case "text/html": return "html"
    case "text/plain": return "text"
    default: return written
    }
  }
}

/// A link of Atom, in whatever feed it stands.
struct AtomLink {
  let relation: String
  let address: String
  /// The `xml:base` that it names itself.
  let base: String?
}

extension Element {
  /// Its links of Atom; those to pages before those to other things.
  var links: [AtomLink] {
    let links = children.filter { $0.isNamed("link", in: .atom) }
    let pages = links.filter { $0.attribute("type")?.value ?? "text/html" == "text/html" }
    let others = links.filter { $0.attribute("type")?.value ?? "text/html" != "text/html" }
    return (pages + others).compactMap { link in
      guard let address = link.attribute("href")?.value.trimmed else { return nil }
      let relation = link.attribute("rel")?.value.trimmed ?? "alternate"
      return AtomLink(
        relation: relation, address: address, base: link.attribute("base", in: .xml)?.value)
    }
  }
}
