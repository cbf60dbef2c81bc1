internal import FeedValues

/// One pass over HTML for what readers take out of it or can't show, at token level.
///
/// Comments and the insides of raw elements are passed over. Nothing is copied but the first of
/// each kind that is found.
struct HTMLScan {
  /// The first element that readers remove, such as `script`.
  private(set) var activeElement: String?
  /// The first attribute that runs a script, such as `onclick`, or a `javascript:` address.
  private(set) var activeAttribute: String?
  /// The first URL that is not absolute.
  private(set) var relativeURL: String?
  /// The first style that lays things over the reader or loads something.
  private(set) var dangerousStyle: String?
  /// The first element that is closed without having been opened, or left open.
  private(set) var unbalanced: String?

  /// Whether nothing of all that was found.
  var isClean: Bool {
    activeElement == nil && activeAttribute == nil && relativeURL == nil && dangerousStyle == nil
      && unbalanced == nil
  }

  private var next = 0
  private var open: [Range<Int>] = []
  /// More elements in each other than any text has; what is open is not followed further.
  private static let deepest = 256

  /// Looks through `html`, in UTF-8.
  init(_ html: ArraySlice<UInt8>) {
    run(html.span)
  }

  private static let tagOpen = ByteScan("<")
  private static let tagClose = ByteScan(">")

  private mutating func run(_ html: Span<UInt8>) {
    while true {
      next = Self.tagOpen.next(in: html, from: next) + 1
      guard next < html.count else { break }
      switch html[next] {
      case 0x41...0x5A, 0x61...0x7A: readStartTag(html)
      case UInt8(ascii: "/"): readEndTag(html)
      case UInt8(ascii: "!"): skipDeclaration(html)
      default: break
      }
    }
    if unbalanced == nil, let left = open.last(where: { !Self.mayStayOpen(Self.name(html, $0)) }) {
      unbalanced = Self.name(html, left)
    }
  }

  private mutating func readStartTag(_ html: Span<UInt8>) {
    let start = next
    skipName(html)
    let range = start..<next
    let kind = HTMLElement.kind(html, range)
    if kind.isActive, activeElement == nil { activeElement = Self.name(html, range) }
    var isSelfClosing = false
    while next < html.count, html[next] != UInt8(ascii: ">") {
      let byte = html[next]
      isSelfClosing = byte == UInt8(ascii: "/")
      if byte.isHTMLSpace || isSelfClosing { next += 1 } else { readAttribute(html) }
    }
    if next < html.count { next += 1 }
    if kind.isRaw {
      skipRaw(html, range)
    } else if !kind.isVoid, !isSelfClosing, open.count < Self.deepest {
      open.append(range)
    }
  }

  private mutating func readEndTag(_ html: Span<UInt8>) {
    let start = next + 1
    next = start
    skipName(html)
    let range = start..<next
    next = Self.tagClose.next(in: html, from: next)
    guard unbalanced == nil, !range.isEmpty, open.count < Self.deepest,
      !HTMLElement.kind(html, range).isVoid
    else { return }
    while let last = open.popLast() {
      if Self.equals(html, last, range) { return }
      let name = Self.name(html, last)
      guard Self.mayStayOpen(name) else {
        unbalanced = name
        return
      }
    }
    let name = Self.name(html, range)
    // </p> and </br> without a start mean something in HTML.
    if name != "p", name != "br" { unbalanced = "/" + name }
  }

  private mutating func readAttribute(_ html: Span<UInt8>) {
    let start = next
    next += 1
    while next < html.count, !html[next].isHTMLSpace, html[next] != UInt8(ascii: "="),
      html[next] != UInt8(ascii: ">"), html[next] != UInt8(ascii: "/")
    {
      next += 1
    }
    let name = start..<next
    while next < html.count, html[next].isHTMLSpace { next += 1 }
    guard next < html.count, html[next] == UInt8(ascii: "=") else { return }
    next += 1
    while next < html.count, html[next].isHTMLSpace { next += 1 }
    guard next < html.count else { return }
    let quote = html[next]
    let valueStart: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      valueStart = next + 1
      next = valueStart
      while next < html.count, html[next] != quote { next += 1 }
      judge(html, name, valueStart..<next)
      if next < html.count { next += 1 }
    } else {
      valueStart = next
      while next < html.count, !html[next].isHTMLSpace, html[next] != UInt8(ascii: ">") {
        next += 1
      }
      judge(html, name, valueStart..<next)
    }
  }

  private mutating func judge(_ html: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) {
    switch html[name.lowerBound] | 0x20 {
    case UInt8(ascii: "o"):
      guard name.count > 4, html[name.lowerBound + 1] | 0x20 == UInt8(ascii: "n"),
        activeAttribute == nil
      else { return }
      activeAttribute = Self.name(html, name)
    case UInt8(ascii: "h"), UInt8(ascii: "s"), UInt8(ascii: "p"), UInt8(ascii: "c"):
      if Self.urlNames.contains(where: { Self.equals(html, name, $0) }) {
        judgeURL(html, value)
      } else if dangerousStyle == nil, Self.equals(html, name, Self.styleName) {
        dangerousStyle = HTMLStyle.danger(in: Self.text(html, value))
      }
    default: break
    }
  }

  private static let urlNames = ["href", "src", "poster", "cite"].map { Array($0.utf8) }
  private static let styleName = Array("style".utf8)
  private static let scriptScheme = Array("javascript".utf8)

  private mutating func judgeURL(_ html: Span<UInt8>, _ value: Range<Int>) {
    var index = value.lowerBound
    while index < value.upperBound, html[index].isHTMLSpace { index += 1 }
    // An empty URL and one to a place in the same text are right wherever the text stands.
    guard index < value.upperBound, html[index] != UInt8(ascii: "#") else { return }
    let start = index
    while index < value.upperBound {
      let byte = html[index]
      if byte == UInt8(ascii: ":"), index > start {
        guard activeAttribute == nil, Self.equals(html, start..<index, Self.scriptScheme)
        else { return }
        activeAttribute = "javascript:"
        return
      }
      let isSchemeByte =
        byte.isASCIILetter || 0x30...0x39 ~= byte || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      if !isSchemeByte { break }
      index += 1
    }
    if relativeURL == nil { relativeURL = Self.text(html, value) }
  }

  private mutating func skipDeclaration(_ html: Span<UInt8>) {
    let isComment =
      next + 2 < html.count && html[next + 1] == UInt8(ascii: "-")
      && html[next + 2] == UInt8(ascii: "-")
    next += isComment ? 3 : 1
    while next < html.count {
      if html[next] == UInt8(ascii: ">"),
        !isComment
          || (html[next - 1] == UInt8(ascii: "-") && html[next - 2] == UInt8(ascii: "-"))
      {
        next += 1
        return
      }
      next += 1
    }
  }

  /// Goes on behind the end tag of a raw element, whose inside is text.
  private mutating func skipRaw(_ html: Span<UInt8>, _ name: Range<Int>) {
    while next + name.count + 2 <= html.count {
      if html[next] == UInt8(ascii: "<"), html[next + 1] == UInt8(ascii: "/"),
        Self.equals(html, name, (next + 2)..<(next + 2 + name.count))
      {
        while next < html.count, html[next] != UInt8(ascii: ">") { next += 1 }
        return
      }
      next += 1
    }
    next = html.count
  }

  private mutating func skipName(_ html: Span<UInt8>) {
    while next < html.count, !html[next].isHTMLSpace, html[next] != UInt8(ascii: ">"),
      html[next] != UInt8(ascii: "/")
    {
      next += 1
    }
  }

  /// Elements whose end tag HTML lets one leave out.
  private static func mayStayOpen(_ name: String) -> Bool {
    [
      "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup",
      "colgroup", "rt", "rp", "html", "body", "head",
    ].contains(name)
  }

  private static func equals(_ html: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count == word.count else { return false }
    for offset in 0..<word.count where html[range.lowerBound + offset] | 0x20 != word[offset] {
      return false
    }
    return true
  }

  private static func equals(_ html: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where html[one.lowerBound + offset] | 0x20 != html[other.lowerBound + offset] | 0x20 {
      return false
    }
    return true
  }

  private static func name(_ html: Span<UInt8>, _ range: Range<Int>) -> String {
    text(html, range).lowercased()
  }

  private static func text(_ html: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(html[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
