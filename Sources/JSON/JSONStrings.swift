internal import Diagnostics

extension JSONCursor {
  /// A string longer than this is refused.
  static let longest = 16 << 20

  /// Reads a string from its quotation mark on, and appends what it stands for to `text`.
  mutating func takeString(into text: inout [UInt8]) throws(JSONFault) -> Range<Int> {
    let opening = position
    let start = text.count
    advance()
    while true {
      takePlainText(into: &text, most: start + Self.longest)
      if text.count - start > Self.longest {
        throw JSONFault(
          position: opening,
          message: "a string is longer than \(Self.longest >> 20) MB", isLimit: true)
      }
      guard let byte else {
        throw JSONFault(position: opening, message: "the string is not closed")
      }
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        return start..<text.count
      case UInt8(ascii: "\\"): try takeEscape(into: &text)
      case 0..<0x20:
        throw fault(
          byte == 0x0A || byte == 0x0D
            ? "a line break stands in a string" : "a control character stands in a string")
      default: try takeMultibyte(byte, into: &text)
      }
    }
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(JSONFault) {
    let place = position
    advance()
    guard let byte else { throw fault("the document ends in a string") }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      advance()
      text.append(contentsOf: String(Character(try takeUnicodeEscape(from: place))).utf8)
      return
    default: throw JSONFault(position: place, message: "JSON has no such escape")
    }
    text.append(plain)
    advance()
  }

  /// The character of `uXXXX`, or of two of them that are a pair of surrogates.
  private mutating func takeUnicodeEscape(
    from place: Position
  ) throws(JSONFault) -> Unicode.Scalar {
    let unit = try takeFourDigits(place)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard 0xD800...0xDBFF ~= unit, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw JSONFault(position: place, message: "half a character is escaped here")
    }
    let low = try takeFourDigits(place)
    guard 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
    else { throw JSONFault(position: place, message: "half a character is escaped here") }
    return scalar
  }

  private mutating func takeFourDigits(_ place: Position) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw JSONFault(position: place, message: "four hexadecimal digits must follow \\u")
      }
      unit = unit << 4 | UInt32(digit)
      advance()
    }
    return unit
  }

  /// Copies a character of two to four bytes that is valid UTF-8.
  private mutating func takeMultibyte(
    _ lead: UInt8, into text: inout [UInt8]
  ) throws(JSONFault) {
    let place = position
    let (count, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: throw fault("the bytes here are not \(encoding)")
    }
    text.append(lead)
    advance()
    for number in 1..<count {
      guard let byte, (number == 1 ? second : 0x80...0xBF).contains(byte) else {
        throw JSONFault(position: place, message: "the bytes here are not \(encoding)")
      }
      text.append(byte)
      advance()
    }
  }
}
