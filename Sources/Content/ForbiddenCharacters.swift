internal import Diagnostics
internal import FeedValues

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
func lengthOfForbiddenCharacter(in bytes: borrowing Span<UInt8>, at index: Int) -> Int {
  let byte = bytes[index]
  // cmark writes U+FFFE and U+FFFF, where references ask for them, as these bytes, which are not UTF-8.
  if byte >= 0xFE { return 1 }
  if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
  guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF else { return 0 }
  return bytes[index + 2] >= 0xBE ? 3 : 0
}

/// Bytes that can begin a character that XML forbids, line breaks and tabs among them.
private let suspects = ByteScan([0xEF, 0xFE, 0xFF], outside: 0x20...0xFF)

/// The index of the first character from `start` on that XML forbids; nil where there is none.
func firstForbiddenCharacter(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int? {
  var index = suspects.next(in: bytes, from: start)
  while index < bytes.count {
    if lengthOfForbiddenCharacter(in: bytes, at: index) > 0 { return index }
    index = suspects.next(in: bytes, from: index + 1)
  }
  return nil
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
  /// Whether the text is one line with single spaces between words, as nearly all are: `plainLine`
  /// would change nothing.
  ///
  /// Looks at bytes, since Unicode's tables are slow.
  var isFolded: Bool {
    let bytes = utf8.span
    var previous = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        guard 0x20...0x7E ~= byte, byte != previous || byte != UInt8(ascii: " ") else {
          return false
        }
      } else if byte >= 0xC2, Self.isSpaceOrForbidden(bytes, at: index) {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }

  /// Whether the scalar at `index`, one beyond ASCII, is white space that folds or is forbidden.
  private static func isSpaceOrForbidden(
    _ bytes: borrowing Span<UInt8>, at index: Int
  ) -> Bool {
    switch bytes[index] {
    case 0xC2: bytes[index + 1] == 0x85
    case 0xE1: bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80
    case 0xE2:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x81, 0x9F): true
      default: false
      }
    case 0xE3: bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    default: false
    }
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
  guard let first = firstForbiddenCharacter(in: span) else { return nil }
  var count = 1
  var next = first
  while let further = firstForbiddenCharacter(in: span, from: next + 1) {
    next = further
    count += 1
  }
  let code = source.bytes[first] == 0xEF ? 0xFF00 | UInt32(source.bytes[first + 2] | 0xC0) : 0
  let name = hexadecimal(code == 0 ? UInt32(source.bytes[first]) : code)
  let others = count == 1 ? "" : ", and so is another one further down"
  return source.diagnostic(
    ContentRules.characterForbidden, at: source.position(ofByteAt: first),
    "U+\(name) can't stand in a feed and is left out"
      + (count > 2 ? ", and so are \(count - 1) others further down" : others))
}
