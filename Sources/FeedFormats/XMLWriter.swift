internal import FeedValues

/// Writes XML 1.0 in UTF-8: the one place where text is escaped for it.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes markup as it is.
  mutating func markup(_ text: StaticString) {
    bytes.append(contentsOf: "\(text)".utf8)
  }

  /// Writes an element that holds text, on a line of its own.
  mutating func element(_ name: String, _ text: String) {
    open(name)
    write(escaping: text)
    close(name)
  }

  /// Writes an element that holds text which is HTML: readers unescape it twice.
  mutating func element(_ name: String, plainTextAsHTML text: String) {
    open(name)
    write(escapedTwice: text)
    close(name)
  }

  /// Writes an element that holds text which was escaped before.
  mutating func element(_ name: String, escaped text: [UInt8], attributes: [(String, String)] = [])
  {
    open(name, attributes)
    bytes.append(contentsOf: text)
    close(name)
  }

  /// Writes an element that holds text, with attributes.
  mutating func element(_ name: String, _ attributes: [(String, String)], _ text: String) {
    open(name, attributes)
    write(escaping: text)
    close(name)
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    write(attributes)
    bytes.append(contentsOf: "/>\n".utf8)
  }

  /// Writes a start tag and a line break.
  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an end tag and a line break.
  mutating func end(_ name: String) { close(name) }

  /// Text as element content holds it: `&`, `<` and `>` as references, a carriage return too, and
  /// without the characters that XML forbids.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    appendEscaped(text, to: &result)
    return result
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    write(attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ attributes: [(String, String)]) {
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      for byte in value.utf8 {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
        case 0x09, 0x0A: bytes.append(contentsOf: "&#\(byte);".utf8)
        default: Self.appendEscaped(byte, to: &bytes)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func write(escaping text: String) {
    Self.appendEscaped(Array(text.utf8), to: &bytes)
  }

  private mutating func write(escapedTwice text: String) {
    let once = Self.escaped(Array(text.utf8))
    Self.appendEscaped(once, to: &bytes)
  }

  /// Copies runs that need nothing, and looks at single bytes only where one begins that may.
  private static func appendEscaped(_ text: [UInt8], to result: inout [UInt8]) {
    let span = text.span
    var runStart = 0
    for index in span.indices where needsCare(span[index]) {
      let byte = span[index]
      if byte == 0xEF {
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        guard index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE else {
          continue
        }
        if runStart < index { result.append(contentsOf: text[runStart..<index]) }
        runStart = index + 3
        continue
      }
      if runStart < index { result.append(contentsOf: text[runStart..<index]) }
      appendEscaped(byte, to: &result)
      runStart = index + 1
    }
    if runStart < text.count { result.append(contentsOf: text[runStart...]) }
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xEF: true
    case 0x09, 0x0A: false
    default: byte < 0x20
    }
  }

  private static func appendEscaped(_ byte: UInt8, to result: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
    case 0x0D: result.append(contentsOf: "&#13;".utf8)
    case 0x09, 0x0A, 0x20...: result.append(byte)
    default: break
    }
  }
}

extension XMLWriter {
  /// Writes an element whose plain text readers take for HTML or for text, as they please: `&` and `<`
  /// are hexadecimal references, which both read alike (RSS Best Practices Profile, "title").
  mutating func element(_ name: String, ambiguousText text: String) {
    open(name)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&#x26;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&#x3C;".utf8)
      default: Self.appendEscaped(byte, to: &bytes)
      }
    }
    close(name)
  }
}
