internal import Diagnostics
internal import YAML

/// Reads the bytes of a TOML document from the front.
struct TOMLScanner {
  private let bytes: [UInt8]
  private let firstLine: Int
  private(set) var offset = 0
  /// A place that was asked for, from where the next one is counted.
  private var known: (offset: Int, line: Int, column: Int)

  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    known = (0, firstLine, 1)
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// The byte that comes next; nil at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The byte `distance` behind the next one; nil behind the end.
  func peek(_ distance: Int) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  func slice(from start: Int) -> ArraySlice<UInt8> { bytes[start..<offset] }

  mutating func advance(_ count: Int = 1) { offset += count }

  /// Reads `byte` if it comes next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  /// Reads `text` if it comes next.
  mutating func take(all text: StaticString) -> Bool {
    let wanted = Array(text.description.utf8)
    guard bytes[offset...].starts(with: wanted) else { return false }
    offset += wanted.count
    return true
  }

  /// Reads all bytes that come next and of which `belongs` is true.
  mutating func run(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    while offset < bytes.count, belongs(bytes[offset]) { offset += 1 }
    return bytes[start..<offset]
  }

  mutating func skipBlanks() {
    while next == 0x20 || next == 0x09 { offset += 1 }
  }

  /// Reads a line break if one comes next.
  mutating func takeLineBreak() -> Bool {
    if next == 0x0D, peek(1) == 0x0A { offset += 1 }
    guard next == 0x0A else { return false }
    offset += 1
    return true
  }

  /// Reads blanks, comments and line breaks.
  mutating func skipLines() throws(SyntaxError) {
    repeat {
      skipBlanks()
      try skipComment()
    } while takeLineBreak()
  }

  /// Reads a comment up to its line's end, if one comes next.
  mutating func skipComment() throws(SyntaxError) {
    guard take("#") else { return }
    while let byte = next, byte != 0x0A {
      if byte == 0x0D, peek(1) == 0x0A { return }
      try refuseControl(byte, in: "a comment")
      offset += 1
    }
  }

  /// Throws for a control character, of which TOML takes none but the tab.
  mutating func refuseControl(_ byte: UInt8, in what: String) throws(SyntaxError) {
    guard byte < 0x20 && byte != 0x09 || byte == 0x7F else { return }
    let digits = String(byte, radix: 16, uppercase: true)
    throw error(
      "\(what) holds the control character U+00\(byte < 0x10 ? "0" : "")\(digits)")
  }

  /// The place of the byte at `offset`, in the file's lines.
  ///
  /// Asked in ascending order it walks over the text once.
  mutating func position(at offset: Int) -> Position {
    if offset < known.offset { known = (0, firstLine, 1) }
    var (index, line, column) = known
    while index < min(offset, bytes.count) {
      if bytes[index] == 0x0A {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    known = (index, line, column)
    return Position(line: line, column: column)
  }

  /// The error that `message` holds of the byte at `offset`, the next one where none is given.
  mutating func error(
    _ message: String, at offset: Int? = nil, help: String? = nil, isTooMuch: Bool = false
  ) -> SyntaxError {
    SyntaxError(
      .toml, at: position(at: offset ?? self.offset), message, help: help, isTooMuch: isTooMuch)
  }

  /// The character that comes next, as messages show it.
  var nextShown: String {
    guard let byte = next else { return "the end" }
    if byte == 0x0A || byte == 0x0D { return "the end of the line" }
    let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars
    return character.first.map { "\"\($0)\"" } ?? "the end"
  }
}
