internal import YAML

/// Strings of TOML, [section "String"](https://toml.io/en/v1.0.0#string).
extension TOMLScanner {
  /// Reads the string that begins with the next byte, a quotation mark of either kind.
  mutating func string() throws(SyntaxError) -> String {
    if take(all: "\"\"\"") { return try multiline(UInt8(ascii: "\"")) }
    if take(all: "'''") { return try multiline(UInt8(ascii: "'")) }
    return try lineString()
  }

  /// Reads a string that ends in its line.
  mutating func lineString() throws(SyntaxError) -> String {
    let start = offset
    let mark = next ?? 0
    advance()
    var text: [UInt8] = []
    while let byte = next, byte != 0x0A, byte != 0x0D {
      if byte == mark {
        advance()
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        try escape(into: &text)
        continue
      }
      try refuseControl(byte, in: "a text")
      text.append(byte)
      advance()
    }
    if next == 0x0D, peek(1) != 0x0A { try refuseControl(0x0D, in: "a text") }
    throw error(
      "the quotation mark that opens here is not closed in its line", at: start,
      help: "write the mark that closes it, or three marks around a text of several lines")
  }

  /// Reads what follows three quotation marks.
  private mutating func multiline(_ mark: UInt8) throws(SyntaxError) -> String {
    let start = offset - 3
    var text: [UInt8] = []
    _ = takeLineBreak()
    while let byte = next {
      if byte == mark, peek(1) == mark, peek(2) == mark {
        // One or two marks before the three that close are part of the text.
        var extra = 0
        while extra < 2, peek(3 + extra) == mark { extra += 1 }
        text += Array(repeating: mark, count: extra)
        advance(3 + extra)
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        if try !skipFoldedLineEnd() { try escape(into: &text) }
        continue
      }
      if takeLineBreak() {
        text.append(0x0A)
        continue
      }
      try refuseControl(byte, in: "a text")
      text.append(byte)
      advance()
    }
    throw error(
      "the three quotation marks that open here are never closed", at: start,
      help: "write the three marks that close the text")
  }

  /// Reads a backslash at the end of a line with all white space behind it, if that comes next.
  private mutating func skipFoldedLineEnd() throws(SyntaxError) -> Bool {
    var distance = 1
    while peek(distance) == 0x20 || peek(distance) == 0x09 { distance += 1 }
    guard peek(distance) == 0x0A || peek(distance) == 0x0D && peek(distance + 1) == 0x0A else {
      return false
    }
    advance(distance)
    repeat { skipBlanks() } while takeLineBreak()
    return true
  }

  private mutating func escape(into text: inout [UInt8]) throws(SyntaxError) {
    let start = offset
    advance()
    let letter = next
    if letter != nil { advance() }
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(letter ?? 0)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let width = letter == UInt8(ascii: "u") ? 4 : 8
      let first = offset
      while offset < first + width, isHexDigit(next) { advance() }
      let digits = String(decoding: slice(from: first), as: UTF8.self)
      guard digits.utf8.count == width, let number = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(number)
      else {
        throw error(
          "this escape is no character of Unicode in \(width) hexadecimal digits", at: start)
      }
      text += String(Character(scalar)).utf8
    default:
      throw error(
        "this is not an escape of TOML", at: start,
        help: "write \\\\ for a backslash, or single quotation marks around the text")
    }
  }
}

/// Whether a byte is a digit of a hexadecimal number.
func isHexDigit(_ byte: UInt8?) -> Bool {
  guard let byte else { return false }
  return 0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
}
