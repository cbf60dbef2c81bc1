internal import FeedValues

/// Writes XML 1.0 in UTF-8: the one place where text is escaped for it.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes markup as it is.
  mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

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

  /// Text as element content holds it: `&` and `<` as references, `>` where it would end a CDATA
  /// section (XML section 2.4), a carriage return too, and without the characters that XML forbids.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 8)
    append(text.span, as: .text, to: &result)
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
    Self.append(text.utf8.span, as: place, to: &bytes)
  }

  /// Where text stands, which decides how it is escaped.
  enum Place {
    case text
    /// Between quotation marks: line breaks and tabs would become spaces.
    case attribute
    /// In an element whose text readers take for HTML or for text, as they please.
    case ambiguousText

    /// The bytes that something may have to be done about.
    var suspects: ByteScan {
      switch self {
      case .text: Self.textSuspects
      case .attribute, .ambiguousText: Self.attributeSuspects
      }
    }

    // U+FFFE and U+FFFF begin with EF, and all control characters are below the space.
    private static let textSuspects = ByteScan(Array("&<]".utf8) + [0xEF], outside: 0x20...0xFF)
    private static let attributeSuspects = ByteScan(
      Array("&<>\"".utf8) + [0xEF], outside: 0x20...0xFF)
  }

  /// Copies runs that need nothing, and looks at single bytes only where one begins that may.
  ///
  /// Characters that XML forbids are left out; a carriage return is a reference, or parsers would
  /// make a line feed of it.
  private static func append(
    _ text: borrowing Span<UInt8>, as place: Place, to result: inout [UInt8]
  ) {
    let suspects = place.suspects
    let start = result.count
    var runStart = 0
    var index = suspects.next(in: text)
    while index < text.count {
      if isForbidden(at: index, of: text) {
        // What stands around it may make markup when it is gone: all is looked at again.
        result.removeLast(result.count - start)
        return append(withoutForbidden(text).span, as: place, to: &result)
      }
      if let change = change(at: index, of: text, in: place) {
        result.append(text, runStart..<index + change.kept)
        result.append(contentsOf: change.replacement.utf8)
        runStart = index + change.length
        index = suspects.next(in: text, from: runStart)
      } else {
        index = suspects.next(in: text, from: index + 1)
      }
    }
    result.append(text, runStart..<text.count)
  }

  /// Whether a character begins at `index` that XML forbids (XML section 2.2).
  private static func isForbidden(at index: Int, of text: borrowing Span<UInt8>) -> Bool {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: false
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    case 0xEF: index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    default: text[index] < 0x20
    }
  }

  private static func withoutForbidden(_ text: borrowing Span<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if isForbidden(at: index, of: text) {
        index += text[index] == 0xEF ? 3 : 1
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return kept
  }

  /// What is written instead of some bytes.
  private struct Change {
    var replacement: String
    /// How many bytes of the text are behind then, and how many of them are written as they are.
    var length = 1
    var kept = 0
  }

  private static func change(
    at index: Int, of text: borrowing Span<UInt8>, in place: Place
  ) -> Change? {
    switch text[index] {
    case UInt8(ascii: "&"):
      Change(replacement: place == .ambiguousText ? "&#x26;" : "&amp;")
    case UInt8(ascii: "<"):
      Change(replacement: place == .ambiguousText ? "&#x3C;" : "&lt;")
    case UInt8(ascii: ">"): Change(replacement: "&gt;")
    case UInt8(ascii: "]"):
      index + 2 < text.count && text[index + 1] == UInt8(ascii: "]")
        && text[index + 2] == UInt8(ascii: ">")
        ? Change(replacement: "&gt;", length: 3, kept: 2) : nil
    case 0x0D: Change(replacement: "&#13;")
    case UInt8(ascii: "\""): place == .attribute ? Change(replacement: "&quot;") : nil
    case 0x09: place == .attribute ? Change(replacement: "&#9;") : nil
    case 0x0A: place == .attribute ? Change(replacement: "&#10;") : nil
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of `span` in `range`.
  mutating func append(_ span: borrowing Span<UInt8>, _ range: Range<Int>) {
    append(addingCapacity: range.count) { output in
      for index in range { output.append(span[index]) }
    }
  }
}
