internal import Diagnostics

extension Unicode.Scalar {
  /// Whether XML 1.0 can't hold it even as a reference: <https://www.w3.org/TR/xml/#charsets>.
  var isForbiddenInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// A number in at least four hexadecimal digits, as Unicode writes code points.
func hexadecimal(_ number: UInt32) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

/// The number of bytes of a forbidden character that `bytes` hold at `index`; 0 where there is none.
func lengthOfForbiddenCharacter(in bytes: Span<UInt8>, at index: Int) -> Int {
  let byte = bytes[index]
  // cmark writes U+FFFE and U+FFFF, where references ask for them, as these bytes, which are not UTF-8.
  if byte >= 0xFE { return 1 }
  if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
  guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
  return bytes[index + 2] >= 0xBE ? 3 : 0
}

/// Whether text in UTF-8 holds a character that XML forbids.
func holdsForbiddenCharacter(_ bytes: Span<UInt8>) -> Bool {
  for index in bytes.indices where lengthOfForbiddenCharacter(in: bytes, at: index) > 0 {
    return true
  }
  return false
}

/// The text without the characters that XML forbids.
func withoutForbiddenCharacters(_ bytes: [UInt8]) -> [UInt8] {
  let span = bytes.span
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < span.count {
    let length = lengthOfForbiddenCharacter(in: span, at: index)
    if length == 0 { result.append(span[index]) }
    index += max(length, 1)
  }
  return result
}

extension String {
  /// Whether the text is ASCII with single spaces between words, as nearly all are.
  var isFolded: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard 0x20...0x7E ~= byte, byte != previous || byte != UInt8(ascii: " ") else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }
}

/// Plain text in one line: white space is folded, and the characters that XML forbids are left out.
///
/// No-break spaces stay as they are.
func plainLine(_ text: String) -> String {
  if text.isFolded { return text }
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in text.unicodeScalars where !scalar.isForbiddenInXML {
    // Of ASCII the white space is known; Unicode's tables are slow.
    let isSpace =
      scalar.isASCII
      ? scalar == " " || 0x09...0x0D ~= scalar.value
      : scalar.properties.isWhitespace && scalar.value != 0xA0 && scalar.value != 0x202F
    if isSpace {
      pendingSpace = !result.isEmpty
    } else {
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
  }
  return String(result)
}

/// One warning for the characters of a file that feeds are published without.
func forbiddenCharacterWarning(in source: SourceText) -> Diagnostic? {
  let span = source.bytes.span
  var first: Int?
  var count = 0
  for index in span.indices where lengthOfForbiddenCharacter(in: span, at: index) > 0 {
    if first == nil { first = index }
    count += 1
  }
  guard let first else { return nil }
  let code = source.bytes[first] == 0xEF ? 0xFF00 | UInt32(source.bytes[first + 2] | 0xC0) : 0
  let name = hexadecimal(code == 0 ? UInt32(source.bytes[first]) : code)
  let others = count == 1 ? "" : ", and so is another one further down"
  return source.diagnostic(
    ContentRules.characterForbidden, at: source.position(ofByteAt: first),
    "U+\(name) can't stand in a feed and is left out"
      + (count > 2 ? ", and so are \(count - 1) others further down" : others))
}
