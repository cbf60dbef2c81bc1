internal import Diagnostics
internal import FeedValues
internal import XML

/// What RFC 4287 advises, and what readers of Atom stumble over.
///
/// Severity: a warning where the RFC says SHOULD or readers show something wrong; else info.
enum AtomPracticeRules {
  static let all = texts + ids + contents + places + [linkText]

  private static let rfc = "https://www.rfc-editor.org/rfc/rfc4287"

  /// A rule that holds for Atom's links in RSS as well.
  static let linkText = Check(
    Rule(
      "atom-link-not-empty", .warning, "a link is an empty element: its text is shown nowhere",
      cure: "move the text into title=\"…\"", specification: rfc + "#section-4.2.7"),
    on: .atom("link")
  ) { link, report in
    if let place = link.ownTextPosition {
      report.found("<\(link.writtenName)> holds text", at: place)
    }
  }

  private static let texts: [Check] = [
    Check(
      Rule(
        "atom-plain-markup", .warning,
        "text without a type is plain: readers show its tags and entities as they stand",
        cure: "write type=\"html\", or remove the markup", specification: rfc + "#section-3.1.1.1"),
      on: .atom("title", "subtitle", "summary", "rights", "content")
    ) { element, report in
      guard element.isLeaf, (element.attribute("type")?.value ?? "text") == "text" else { return }
      PlainText.report(element, report)
    },

    Check(
      Rule(
        "atom-name-markup", .warning, "names are plain text",
        cure: "remove the tags, and write characters instead of entities",
        specification: rfc + "#section-3.2.1"),
      on: .atom("name")
    ) { element, report in
      PlainText.report(element, report)
    },

    Check(
      Rule(
        "atom-label-markup", .warning, "the title of a link and the label of a category are plain",
        cure: "remove the tags, and write characters instead of entities",
        specification: rfc + "#section-4.2.7.5"),
      on: .atom("link", "category")
    ) { element, report in
      for name in ["title", "label"] {
        guard let attribute = element.attribute(name),
          let found = PlainText.markup(in: attribute.valueBytes)
        else { continue }
        report.found(
          "the attribute \(name) holds \(quoted(found))", at: attribute.valuePosition,
          length: attribute.value.unicodeScalars.count)
      }
    },

    Check(
      Rule(
        "atom-name-address", .warning, "a name is no e-mail address",
        cure: "write the address into <email>", specification: rfc + "#section-3.2.1"),
      on: .atom("name")
    ) { name, report in
      guard name.trimmedTextBytes.contains(UInt8(ascii: "@")) else { return }
      let words = name.trimmedText.split { " <>()".contains($0) }
      guard let address = words.first(where: { (try? EmailAddress(String($0))) != nil }) else {
        return
      }
      report.found("the name holds the address \(quoted(address))", at: name.textPosition)
    },

    Check(
      Rule(
        "atom-blank", .warning, "an element says something: readers show nothing in its place",
        cure: "fill the element, or leave it out", specification: rfc + "#section-4.2"),
      on: .atom("title", "subtitle", "summary", "rights", "generator"),
      .atom("content", in: "entry")
    ) { element, report in
      guard element.isLeaf, element.isBlank, element.attribute("src") == nil else { return }
      report.found(
        "<\(element.writtenName)> is empty", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
    },

    Check(
      Rule(
        "atom-attribute-blank", .warning, "an attribute says something",
        cure: "fill the attribute, or leave it out", specification: rfc + "#section-4.2.7"),
      on: .atom("link", "category", "content", "title", "summary", "generator")
    ) { element, report in
      for attribute in element.attributes
      where attribute.valueBytes.isEmpty
        && ["title", "type", "term", "hreflang", "uri", "version", "rel"].contains(
          attribute.name.local)
      {
        report.found(
          "the attribute \(attribute.writtenName) of <\(element.writtenName)> is empty",
          at: attribute.position, length: attribute.writtenName.unicodeScalars.count)
      }
    },
  ]

  private static let ids: [Check] = [
    Check(
      Rule(
        "atom-id-form", .warning,
        "an id is written in its normal form: readers compare it letter for letter",
        cure: "write scheme and host in small letters, no default port, no needless escapes",
        specification: rfc + "#section-4.2.6.1"),
      on: .atom("id")
    ) { id, report in
      let text = id.trimmedText
      // The rarer first: nearly all ids are in their normal form.
      guard let reason = NormalForm.fault(of: text), (try? AtomIdentifier.check(text)) != nil
      else { return }
      report.found(
        "the id \(quoted(text)) \(reason)", at: id.textPosition, length: text.unicodeScalars.count)
    },

    Check(
      Rule(
        "atom-self-relative", .warning, "the link to the feed itself is a whole URL",
        cure: "write the address that the feed is published at",
        specification: rfc + "#section-4.2.7.2"),
      on: .atom("link", in: "feed")
    ) { link, report in
      guard AtomLink.relation(of: link) == "self", let href = link.attribute("href"),
        !href.value.isEmpty, (try? ValueParsers.absoluteURL(href.value)) == nil,
        (try? ValueParsers.reference(href.value)) != nil
      else { return }
      report.found(
        "\(quoted(href.value)) is not the feed's whole address", at: href.valuePosition,
        length: href.value.unicodeScalars.count)
    },

    Check(
      Rule(
        "atom-self-type", .warning, "a self link leads to Atom",
        cure: "write rel=\"alternate\" for a page, or type=\"application/atom+xml\"",
        specification: rfc + "#section-4.2.7.2"),
      on: .atom("link")
    ) { link, report in
      guard AtomLink.relation(of: link) == "self", let type = link.attribute("type"),
        !type.value.lowercased().contains("xml")
      else { return }
      report.found(
        "the self link leads to \(quoted(type.value))", at: type.valuePosition,
        length: max(1, type.value.unicodeScalars.count))
    },
  ]

  private static let contents: [Check] = [
    Check(
      Rule(
        "atom-xhtml-escaped", .warning, "markup in xhtml is elements, not escaped text",
        cure: "write type=\"html\", or unescape the markup", specification: rfc + "#section-3.1.1.3"
      ),
      on: .atom("title", "subtitle", "summary", "rights", "content")
    ) { element, report in
      guard element.attribute("type")?.value == "xhtml" else { return }
      let holder = element.firstChild ?? element
      guard holder.isLeaf, let found = PlainText.markup(in: holder.trimmedTextBytes),
        found.hasPrefix("<")
      else { return }
      report.found("the xhtml holds \(quoted(found)) as text", at: holder.textPosition)
    },

    Check(
      Rule(
        "atom-entry-textless", .info, "an entry has a summary or content for readers to show",
        cure: "add <summary> or <content>", specification: rfc + "#section-4.1.1.1"),
      on: .atom("entry")
    ) { entry, report in
      guard entry.child("content") == nil, entry.child("summary") == nil else { return }
      report.found("the entry has neither content nor summary", at: entry.gapPosition, length: 6)
    },

    Check(
      Rule(
        "atom-content-untyped", .warning, "content that is elsewhere says of what type it is",
        cure: "add type=\"…\" with the media type", specification: rfc + "#section-4.1.3.2"),
      on: .atom("content")
    ) { content, report in
      guard content.attribute("src") != nil, content.attribute("type") == nil else { return }
      report.found("the content has a src and no type", at: content.position, length: 8)
    },

    Check(
      Rule(
        "atom-content-fragment", .info,
        "content of a media type is a whole document; parts of pages are html or xhtml",
        cure: "write type=\"html\"", specification: rfc + "#section-4.1.3.3"),
      on: .atom("content")
    ) { content, report in
      guard let type = content.attribute("type"), content.attribute("src") == nil,
        ["text/html", "application/xhtml+xml"].contains(type.value.lowercased()),
        content.firstChild?.isNamed("html", in: .xhtml) != true,
        !(content.isLeaf && content.trimmedText.lowercased().contains("<html"))
      else { return }
      report.found(
        "\(quoted(type.value)) is a whole page, which this is not", at: type.valuePosition,
        length: type.value.unicodeScalars.count)
    },

    Check(
      Rule(
        "atom-source-incomplete", .warning,
        "the source of an entry says from which feed it comes: id, title and updated",
        cure: "copy the elements from the feed", specification: rfc + "#section-4.2.11"),
      on: .atom("source")
    ) { source, report in
      let missing = ["id", "title", "updated"].filter { source.child($0) == nil }
      guard !missing.isEmpty else { return }
      report.found(
        "the source has no \(missing.joined(separator: ", no "))", at: source.position, length: 7)
    },
  ]

  private static let places: [Check] = [
    // The W3C validator takes it for an error; section 4.1.1 gives the order no meaning.
    Check(
      Rule(
        "atom-metadata-misplaced", .warning,
        "what is said of the feed stands before its entries: readers may have stopped there",
        cure: "move the element in front of the first entry", specification: rfc + "#section-4.1.1"),
      on: .atom(
        "title", "id", "updated", "subtitle", "link", "author", "contributor", "category", "icon",
        "logo", "rights", "generator", in: "feed")
    ) { element, report in
      guard let first = report.log.memory.firstRecord, first < element.position else { return }
      report.found(
        "<\(element.writtenName)> stands behind an entry", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
    },

    Check(
      Rule(
        "atom-child-unknown", .warning,
        "elements in a feed are Atom's or of a namespace: others mean nothing",
        cure: "put the element into a namespace of its own", specification: rfc + "#section-6.4"),
      on: .atom("feed", "entry", "source", "author", "contributor")
    ) { element, report in
      if element.localName == "entry", !report.log.memory.isSingleEntry,
        report.log.memory.firstRecord == nil
      {
        report.log.memory.firstRecord = element.position
      }
      for child in element.children
      where child.namespace == .none || (child.namespace == .xhtml && element.localName != "author")
      {
        // What a feed says to people who open it in a browser: readers pass over it.
        if child.namespace == .xhtml, child.localName == "div", element.localName == "feed" {
          continue
        }
        report.found(
          child.namespace == .none
            ? "<\(child.writtenName)> is in no namespace"
            : "<\(child.writtenName)> stands in <\(element.writtenName)> instead of its content",
          at: child.position, length: child.writtenName.unicodeScalars.count + 1)
      }
    },
  ]
}

/// The form of URIs that RFC 4287 section 4.2.6.1 asks for.
private enum NormalForm {
  /// What is not normal in `text`; nil where nothing is.
  static func fault(of text: String) -> String? {
    // Only capitals and escapes can be wrong in what has no authority, such as tag: URIs.
    let isPlain = !text.utf8.contains { 0x41...0x5A ~= $0 || $0 == UInt8(ascii: "%") }
    if isPlain, text.utf8.starts(with: "tag:".utf8) { return nil }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    if scheme != scheme.lowercased() { return "has a scheme in capital letters" }
    if let fault = escapeFault(text) { return fault }
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//") else { return nil }
    let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
    let path = rest.dropFirst(2 + authority.count).prefix { !"?#".contains($0) }
    if authority != authority.lowercased() { return "has a host in capital letters" }
    if authority.hasSuffix(":") { return "has an empty port" }
    if scheme == "http" && authority.hasSuffix(":80")
      || scheme == "https" && authority.hasSuffix(":443")
    {
      return "has the default port of its scheme"
    }
    if scheme.hasPrefix("http"), path.isEmpty { return "has no path: a \"/\" is missing" }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    if segments.contains(".") || segments.contains("..") { return "has dots as segments" }
    if rest.hasSuffix("?") || rest.hasSuffix("#") { return "ends in an empty query or fragment" }
    return nil
  }

  private static func escapeFault(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count {
      let digits = String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self)
      if digits != digits.uppercased() { return "has an escape in small letters" }
      guard let value = UInt8(digits, radix: 16) else { return nil }
      if value.isASCIILetter || 0x30...0x39 ~= value || "-._~".utf8.contains(value) {
        return "has an escape that is not needed"
      }
    }
    return nil
  }
}
