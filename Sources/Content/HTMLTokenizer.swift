internal import FeedValues

/// Finds tags and what is no text in HTML, as browsers do, without a copy of anything.
///
/// It stops at each construct; what stands between two of them is text. Every byte is looked at a
/// bounded number of times, whatever the HTML is. See
/// <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>.
struct HTMLTokenizer {
  /// What was found from `start` up to `next`.
  enum Token {
    /// `name`, `attributes` and `isSelfClosing` tell of it.
    case startTag
    case endTag
    /// A comment, or what browsers take for one.
    case comment
    /// A comment that is never closed; it goes on to the end.
    case openComment
    case characterData
    case processingInstruction
    /// A `<` that must be escaped so that it stays text when what follows is taken out.
    case looseBracket
    /// A tag or a declaration that is cut off by the end of the text.
    case unfinished
  }

  struct Attribute {
    let name: Range<Int>
    /// The name as `HTMLNames.key` has it.
    let key: UInt128
    /// Without its quotes; nil for an attribute without value.
    let value: Range<Int>?
    /// The quotation mark around the value; 0 where there is none.
    let quote: UInt8
    /// Behind the value and its quote.
    let end: Int
    /// Whether the name holds a character that no name may hold, such as a quote.
    let isMalformed: Bool
    let holdsBracket: Bool
  }

  let html: [UInt8]
  private(set) var start = 0
  private(set) var next = 0
  private(set) var name = 0..<0
  private(set) var nameKey: UInt128 = 0
  private(set) var attributes: [Attribute] = []
  private(set) var isSelfClosing = false
  /// Ends that were looked for in vain: they need not be looked for again.
  private var isCDataEndMissing = false
  private var isInstructionEndMissing = false

  private static let brackets = ByteScan("<")

  init(_ html: [UInt8]) { self.html = html }

  /// The next construct; nil behind the last one.
  mutating func nextToken() -> Token? {
    while true {
      next = Self.brackets.next(in: html.span, from: next)
      guard next < html.count else { return nil }
      start = next
      next += 1
      guard next < html.count else { return .looseBracket }
      switch html[next] {
      case 0x41...0x5A, 0x61...0x7A:
        return readName() ? readTag() ? .startTag : .unfinished : .looseBracket
      case UInt8(ascii: "/"): return readEndTag()
      case UInt8(ascii: "!"): return readDeclaration()
      case UInt8(ascii: "?"):
        return skipBogus(to: "?>", isMissing: \.isInstructionEndMissing)
          ? .processingInstruction : .unfinished
      case UInt8(ascii: "<"): return .looseBracket
      default: break
      }
    }
  }

  /// Goes on behind the end tag `name`; nowhere and false where there is none.
  ///
  /// Looks for its letters alone: an element whose content is dropped needs no tokens.
  mutating func skip(pastEndTagOf name: Range<Int>) -> Bool {
    let length = name.count
    var index = next
    while index + length + 2 <= html.count {
      if html[index] == UInt8(ascii: "<"), html[index + 1] == UInt8(ascii: "/"),
        HTMLNames.areEqual(html, name, index + 2..<index + 2 + length)
      {
        var end = index + 2 + length
        if end == html.count || HTMLNames.endsName(html[end]) {
          while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
          next = min(end + 1, html.count)
          return true
        }
      }
      index += 1
    }
    return false
  }

  private mutating func readEndTag() -> Token {
    next += 1
    guard next < html.count else { return .unfinished }
    guard 0x41...0x5A ~= html[next] & 0xDF else { return skip(to: ">") ? .comment : .unfinished }
    return readName() ? readTag() ? .endTag : .unfinished : .looseBracket
  }

  private mutating func readDeclaration() -> Token {
    if html[next...].starts(with: "!--".utf8) {
      next += 3
      if html[next...].starts(with: ">".utf8) {
        next += 1
        return .comment
      }
      if html[next...].starts(with: "->".utf8) {
        next += 2
        return .comment
      }
      while next < html.count {
        if html[next] == UInt8(ascii: "-") {
          let rest = html[next...]
          if rest.starts(with: "-->".utf8) || rest.starts(with: "--!>".utf8) {
            next += rest[next + 2] == UInt8(ascii: "!") ? 4 : 3
            return .comment
          }
        }
        next += 1
      }
      return .openComment
    }
    if html[next...].starts(with: "![CDATA[".utf8) {
      return skipBogus(to: "]]>", isMissing: \.isCDataEndMissing) ? .characterData : .unfinished
    }
    return skip(to: ">") ? .comment : .unfinished
  }

  /// Reads a name; false, and back behind the bracket, where it is none.
  private mutating func readName() -> Bool {
    let first = next
    while next < html.count, !HTMLNames.endsName(html[next]) {
      guard HTMLNames.isNameByte(html[next]) else {
        next = start + 1
        return false
      }
      next += 1
    }
    // An address in angle brackets is no tag.
    if html[next - 1] == UInt8(ascii: ":") {
      next = start + 1
      return false
    }
    name = first..<next
    nameKey = HTMLNames.key(html, name)
    return true
  }

  /// Reads a tag from behind its name; false where it never ends.
  private mutating func readTag() -> Bool {
    attributes.removeAll(keepingCapacity: true)
    isSelfClosing = false
    while next < html.count {
      let byte = html[next]
      if byte == UInt8(ascii: ">") {
        isSelfClosing = html[next - 1] == UInt8(ascii: "/") && attributes.last?.end != next
        next += 1
        return true
      }
      if HTMLNames.isSpace(byte) || byte == UInt8(ascii: "/") {
        next += 1
      } else {
        readAttribute()
      }
    }
    return false
  }

  private mutating func readAttribute() {
    let first = next
    var isMalformed = false
    repeat {
      switch html[next] {
      // The standard lets a name begin with "=".
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: "="),
        UInt8(ascii: "`"):
        isMalformed = true
      default: break
      }
      next += 1
    } while next < html.count && !HTMLNames.endsName(html[next]) && html[next] != UInt8(ascii: "=")
    let name = first..<next
    var value: Range<Int>?
    var quote: UInt8 = 0
    var holdsBracket = false
    var behind = next
    while behind < html.count, HTMLNames.isSpace(html[behind]) { behind += 1 }
    if behind < html.count, html[behind] == UInt8(ascii: "=") {
      behind += 1
      while behind < html.count, HTMLNames.isSpace(html[behind]) { behind += 1 }
      next = behind
      if next < html.count, html[next] == UInt8(ascii: "\"") || html[next] == UInt8(ascii: "'") {
        quote = html[next]
        next += 1
      }
      let begin = next
      while next < html.count {
        let byte = html[next]
        if quote != 0 ? byte == quote : HTMLNames.isSpace(byte) || byte == UInt8(ascii: ">") {
          break
        }
        if byte == UInt8(ascii: "<") { holdsBracket = true }
        next += 1
      }
      value = begin..<next
      if quote != 0 { next = min(next + 1, html.count) }
    }
    attributes.append(
      Attribute(
        name: name, key: HTMLNames.key(html, name), value: value, quote: quote, end: next,
        isMalformed: isMalformed, holdsBracket: holdsBracket))
  }

  /// Skips what cmark takes up to `end`, and browsers up to `>`: the longer of the two, where it ends.
  private mutating func skipBogus(
    to end: String, isMissing: WritableKeyPath<HTMLTokenizer, Bool>
  ) -> Bool {
    if !self[keyPath: isMissing] {
      if skip(to: end) { return true }
      self[keyPath: isMissing] = true
    }
    return skip(to: ">")
  }

  /// Goes on behind `end`; nowhere and false where there is none.
  private mutating func skip(to end: String) -> Bool {
    guard let first = end.utf8.first else { return false }
    var index = next
    while index < html.count {
      if html[index] == first, html[index...].starts(with: end.utf8) {
        next = index + end.utf8.count
        return true
      }
      index += 1
    }
    return false
  }
}
