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
    write(text, as: .text)
    close(name)
  }

  /// Writes an element that holds text which is HTML: readers unescape it twice.
  mutating func element(_ name: String, plainTextAsHTML text: String) {
    open(name)
    bytes.append(contentsOf: Self.escaped(Self.escaped(Array(text.utf8))))
    close(name)
  }

  /// Writes an element whose plain text readers take for HTML or for text, as they please: `&` and
  /// `<` are hexadecimal references, which both read alike (RSS Best Practices Profile, "title").
  mutating func element(_ name: String, ambiguousText text: String) {
    open(name)
    write(text, as: .ambiguousText)
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
    write(text, as: .text)
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
    append(text, as: .text, to: &result)
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
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Writes an attribute, with the space before it, inside a tag that is being written.
  mutating func attribute(_ name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    write(value, as: .attribute)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes text, escaped for where it stands.
  mutating func write(_ text: String, as place: Place) {
    Self.append(Array(text.utf8), as: place, to: &bytes)
  }

  /// Where text stands, which decides how it is escaped.
  enum Place {
    case text
    /// Between quotation marks: line breaks and tabs would become spaces.
    case attribute
    /// In an element whose text readers take for HTML or for text, as they please.
    case ambiguousText
  }

  /// Copies runs that need nothing, and looks at single bytes only where one begins that may.
  ///
  /// Characters that XML forbids are left out; a carriage return is a reference, or parsers would
  /// make a line feed of it.
  private static func append(_ text: [UInt8], as place: Place, to result: inout [UInt8]) {
    let span = text.span
    var runStart = 0
    for index in span.indices where needsCare(span[index]) {
      let byte = span[index]
      var length = 1
      var replacement: StaticString = ""
      switch byte {
      case UInt8(ascii: "&"): replacement = place == .ambiguousText ? "&#x26;" : "&amp;"
      case UInt8(ascii: "<"): replacement = place == .ambiguousText ? "&#x3C;" : "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case 0x0D: replacement = "&#13;"
      case UInt8(ascii: "\""), 0x09, 0x0A:
        guard place == .attribute else { continue }
        replacement = byte == 0x09 ? "&#9;" : byte == 0x0A ? "&#10;" : "&quot;"
      case 0xEF:
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        guard index + 2 < span.count, span[index + 1] == 0xBF, span[index + 2] >= 0xBE else {
          continue
        }
        length = 3
      default: break
      }
      if runStart < index { result.append(contentsOf: text[runStart..<index]) }
      result.append(contentsOf: "\(replacement)".utf8)
      runStart = index + length
    }
    if runStart < text.count { result.append(contentsOf: text[runStart...]) }
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: true
    default: byte < 0x20
    }
  }
}
