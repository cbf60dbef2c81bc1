internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of HTML in feeds: content stands alone in a reader, which runs nothing.
///
/// All are advice: readers clean what they show. The W3C validator asks for well-formed HTML of
/// known elements, which HTML never was; here only what is left open or never opened is told.
enum HTMLRules {
  private static let html = "https://html.spec.whatwg.org/multipage/"
  private static let security = "https://www.rfc-editor.org/rfc/rfc4287#section-8.1"

  private static let activeElement = Rule(
    "html-active-element", .warning,
    "content holds no element that readers remove: scripts, embeds, frames and what changes the page",
    cure: "replace the element by text and a link to what it shows", specification: security)
  private static let activeAttribute = Rule(
    "html-active-attribute", .warning,
    "content has no attribute that runs a script: readers remove it",
    cure: "remove the attribute", specification: security)
  private static let style = Rule(
    "html-style", .warning,
    "styles neither move content about the reader's page nor load anything: readers remove those",
    cure: "remove the declaration", specification: security)
  private static let relative = Rule(
    "html-relative-url", .warning,
    "URLs in content are absolute: readers don't know what they are relative to",
    cure: "write the whole URL",
    specification: "https://www.rssboard.org/rss-profile#data-types-url")
  // RFC 4287 section 3.1.1.2 leaves it to xml:base; readers that keep to it are few.
  private static let relativeInAtom = Rule(
    "html-relative-url-atom", .info,
    "URLs in content are absolute: not all readers look for xml:base",
    cure: "write the whole URL", specification: "https://www.rfc-editor.org/rfc/rfc4287#section-2")
  private static let unbalanced = Rule(
    "html-unbalanced", .info, "what is opened in content is closed in it, in the same order",
    cure: "close the element where it ends", specification: html + "syntax.html#elements-2")
  private static let undecoded = Rule(
    "text-mojibake", .warning,
    "text has no signs of having been decoded wrongly: U+FFFD, control characters, UTF-8 read as Latin-1",
    cure: "find where the text is read in another encoding than it was written in",
    specification: "https://www.w3.org/International/questions/qa-forms-utf-8")

  static let rules = [
    activeElement, activeAttribute, style, relative, relativeInAtom, unbalanced, undecoded,
  ]

  static let rssChecks: [Check] =
    [
      Check(
        activeElement,
        on: .of(.none, "description"), .of(.content, "encoded")
      ) { element, report in
        scan(element, isAtom: false, report)
      },
      Check(activeElement, on: .of(.xhtml, "body", "div", inRSS: "item")) { element, report in
        inspectInline(element, report)
      },
    ] + textChecks

  static let atomChecks: [Check] =
    [
      Check(
        activeElement, on: .atom("content", "summary", "title", "subtitle", "rights")
      ) { element, report in
        switch element.attribute("type")?.value {
        case "html", "text/html": scan(element, isAtom: true, report)
        case "xhtml", "application/xhtml+xml": inspectInline(element, report)
        default: break
        }
      }
    ] + textChecks

  private static let textChecks: [Check] = [
    Check(
      undecoded, on: .rss("title", "description"), .of(.content, "encoded"),
      .atom("title", "summary", "content", "name")
    ) { element, report in
      if let sign = Mojibake.sign(in: element.trimmedTextBytes) {
        report.found("the text of <\(element.writtenName)> holds \(sign)", at: element.textPosition)
      }
    }
  ]

  /// Judges escaped HTML.
  private static func scan(_ element: Element, isAtom: Bool, _ report: Reporter) {
    let bytes = element.trimmedTextBytes
    guard bytes.contains(UInt8(ascii: "<")) else { return }
    let digest = Digest(bytes)
    if report.log.known.holdsCleanHTML(digest) { return }
    let found = HTMLScan(bytes)
    if found.isClean { return report.log.known.insertCleanHTML(digest) }
    let place = element.textPosition
    if let name = found.activeElement {
      report.log.add(activeElement, "the content holds <\(name)>", at: place)
    }
    if let name = found.activeAttribute {
      report.log.add(activeAttribute, "the content has \(name)", at: place)
    }
    if let text = found.dangerousStyle {
      report.log.add(style, "the content has the style \(quoted(text))", at: place)
    }
    if let url = found.relativeURL {
      report.log.add(
        isAtom ? relativeInAtom : relative, "the content has the URL \(quoted(url))", at: place)
    }
    if let name = found.unbalanced {
      let message =
        name.hasPrefix("/")
        ? "the content has <\(name)> without a start tag" : "the content leaves <\(name)> open"
      report.log.add(unbalanced, message, at: place)
    }
  }

  /// Judges markup that stands in the feed as elements.
  private static func inspectInline(_ element: Element, _ report: Reporter) {
    let tree = element.tree
    var index = element.index
    while index < tree.count, index == element.index || tree.parent(of: index) >= element.index {
      let inner = tree[index]
      if index != element.index, HTMLElement.isActive(inner.localName) {
        report.log.add(
          activeElement, "the content holds <\(inner.writtenName)>", at: inner.position,
          length: inner.writtenName.unicodeScalars.count + 1)
      }
      for attribute in inner.attributes { judge(attribute, report) }
      index += 1
    }
  }

  private static func judge(_ attribute: Attribute, _ report: Reporter) {
    let name = attribute.name.local
    if name.utf8.count > 4, name.hasPrefix("on") {
      report.log.add(
        activeAttribute, "the content has \(name)", at: attribute.position,
        length: name.unicodeScalars.count)
    } else if name == "style", let danger = HTMLStyle.danger(in: attribute.value) {
      report.log.add(
        style, "the content has the style \(quoted(danger))", at: attribute.valuePosition)
    } else if name == "href" || name == "src",
      attribute.value.lowercased().hasPrefix("javascript:")
    {
      report.log.add(
        activeAttribute, "the content has a javascript: address", at: attribute.valuePosition)
    }
  }
}

/// Signs that a text has been read in another encoding than it was written in.
private enum Mojibake {
  static func sign(in bytes: ArraySlice<UInt8>) -> String? {
    let span = bytes.span
    var index = suspects.next(in: span)
    while index < span.count {
      let byte = span[index]
      let second = index + 1 < span.count ? span[index + 1] : 0
      let third = index + 2 < span.count ? span[index + 2] : 0
      // NEL, U+0085, is white space.
      if byte == 0xC2, 0x80...0x9F ~= second, second != 0x85 {
        return "a control character, U+00\(String(second, radix: 16, uppercase: true))"
      }
      if byte == 0xEF, second == 0xBF, third == 0xBD { return "the replacement character, U+FFFD" }
      if byte == 0xC3, second == 0x83 || second == 0xA2, third == 0xC2 || third == 0xE2 {
        return "UTF-8 that was read as Latin-1"
      }
      index = suspects.next(in: span, from: index + 1)
    }
    return nil
  }

  /// What the signs begin with.
  private static let suspects = ByteScan([0xC2, 0xC3, 0xEF])
}
