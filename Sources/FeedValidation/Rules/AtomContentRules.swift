internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of Atom's text constructs and of content.
///
/// See <https://www.rfc-editor.org/rfc/rfc4287#section-3.1> and
/// <https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3>.
enum AtomContentRules {
  private static let rfc = "https://www.rfc-editor.org/rfc/rfc4287"

  static let all: [Check] = [
    Check(
      Rule(
        "atom-text-type", .error, "the type of a text is text, html or xhtml",
        cure: "write type=\"html\"",
        specification: rfc + "#section-3.1.1"),
      on: .atom("title", "subtitle", "summary", "rights")
    ) { text, report in
      guard let type = text.attribute("type"), !["text", "html", "xhtml"].contains(type.value)
      else { return }
      report.found(
        "\(quoted(type.value)) is no type of <\(text.writtenName)>", at: type.valuePosition,
        length: max(1, type.value.unicodeScalars.count), isStructural: true)
    },

    Check(
      Rule(
        "atom-markup-in-text", .error, "text and html hold no elements: markup in html is escaped",
        cure: "escape < as &lt;, or write type=\"xhtml\" and a div around it",
        specification: rfc + "#section-3.1.1"),
      on: .atom("title", "subtitle", "summary", "rights", "content")
    ) { text, report in
      guard ["text", "html"].contains(text.attribute("type")?.value ?? "text"),
        let child = text.firstChild, text.attribute("src") == nil
      else { return }
      report.found(
        "<\(child.writtenName)> stands in <\(text.writtenName)>, which holds only text",
        at: child.position, length: child.writtenName.unicodeScalars.count + 1, isStructural: true)
    },

    Check(
      Rule(
        "atom-xhtml-div", .error, "text of the type xhtml is one div of XHTML",
        cure: "put <div xmlns=\"http://www.w3.org/1999/xhtml\"> around it, and nothing beside it",
        specification: rfc + "#section-3.1.1.3"),
      on: .atom("title", "subtitle", "summary", "rights", "content")
    ) { text, report in
      guard text.attribute("type")?.value == "xhtml" else { return }
      let children = Array(text.children)
      let isDivision =
        children.count == 1 && children[0].isNamed("div", in: .xhtml)
        && text.ownTextPosition == nil
      guard !isDivision else { return }
      let place = children.first { !$0.isNamed("div", in: .xhtml) } ?? text
      report.found(
        "<\(text.writtenName)> is not one div of XHTML",
        at: text.ownTextPosition ?? place.position, isStructural: true)
    },

    Check(
      Rule(
        "atom-content-type", .error, "the type of content is text, html, xhtml or a media type",
        cure: "write it like html or image/svg+xml", specification: rfc + "#section-4.1.3.1"),
      on: .atom("content")
    ) { content, report in
      guard let type = content.attribute("type") else { return }
      let value = type.value
      let isConstruct = ["text", "html", "xhtml"].contains(value)
      if isConstruct && content.attribute("src") == nil { return }
      do throws(InvalidValue) {
        if isConstruct { throw InvalidValue("content that has a src has a media type") }
        try ValueParsers.mediaType(value)
        if value.lowercased().hasPrefix("multipart/") || value.lowercased().hasPrefix("message/") {
          throw InvalidValue("Atom forbids composite types")
        }
      } catch {
        report.found(
          "\(quoted(value)) is no type for content: \(error.reason)", at: type.valuePosition,
          length: max(1, value.unicodeScalars.count))
      }
    },

    .attribute(
      Rule(
        "atom-content-src", .error, "the src of content is a URI reference",
        cure: "percent-escape what a URI can't hold", specification: rfc + "#section-4.1.3.2"),
      "src", of: .atom("content"), is: "a URI reference", parse: ValueParsers.reference),

    Check(
      Rule(
        "atom-content-twice", .error, "content that has a src is empty",
        cure: "remove the text or the src",
        specification: rfc + "#section-4.1.3.2"),
      on: .atom("content")
    ) { content, report in
      guard content.attribute("src") != nil, !content.isLeaf || !content.isBlank else { return }
      report.found(
        "the content has a src and something inside",
        at: content.firstChild?.position ?? content.textPosition, isStructural: true)
    },

    Check(
      Rule(
        "atom-summary", .error, "an entry whose content can't be read in the feed has a summary",
        cure: "add <summary>", specification: rfc + "#section-4.1.2"),
      on: .atom("entry")
    ) { entry, report in
      guard let content = entry.child("content"), entry.child("summary") == nil else { return }
      let type = content.attribute("type")?.value ?? "text"
      guard content.attribute("src") != nil || AtomContent.isBase64(type) else { return }
      report.found("the entry has no summary beside its content", at: entry.gapPosition, length: 6)
    },

    Check(
      Rule(
        "atom-content-base64", .error,
        "content of a media type that is neither text nor XML is Base64",
        cure: "encode the content as Base64, or point to it with src",
        specification: rfc + "#section-4.1.3.3"),
      on: .atom("content")
    ) { content, report in
      guard let type = content.attribute("type")?.value, AtomContent.isBase64(type),
        content.attribute("src") == nil
      else { return }
      guard !content.isLeaf || !AtomContent.isBase64Text(content.trimmedTextBytes) else { return }
      report.found("the content is not Base64", at: content.textPosition)
    },
  ]
}

/// How Atom reads content of a media type.
enum AtomContent {
  static func isBase64(_ type: String) -> Bool {
    let type = type.lowercased()
    if ["text", "html", "xhtml"].contains(type) || !type.contains("/") { return false }
    let name = type.split(separator: ";").first.map(String.init) ?? type
    return !name.hasPrefix("text/") && !name.hasSuffix("+xml") && !name.hasSuffix("/xml")
      && !name.hasPrefix("multipart/") && !name.hasPrefix("message/")
  }

  static func isBase64Text(_ bytes: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var padding = 0
    for byte in bytes where !byte.isXMLSpace {
      digits += 1
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else if padding > 0
        || !(byte.isASCIILetter || 0x30...0x39 ~= byte || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: "/"))
      {
        return false
      }
    }
    return digits % 4 == 0 && padding <= 2
  }
}
