internal import FeedValues

/// What may make more than text of a line behind a word.
enum LineMarks {
  private static let marks = ByteScan("*_`[~\\&<")

  /// Whether the line is its own plain text.
  ///
  /// A bracket alone is text: behind a word nothing can be defined that it would refer to, and the text
  /// of a link is followed by its address. `!` means something before a bracket alone.
  static func areAbsent(from line: borrowing Span<UInt8>) -> Bool {
    let bracket = UInt8(ascii: "[")
    var index = marks.next(in: line)
    if index == line.count { return true }
    while index < line.count {
      if line[index] != bracket { return false }
      index = marks.next(in: line, from: index + 1)
    }
    return !holdsAddress(line) && isOneLine(line)
  }

  /// Whether what closes a link's text and opens its address stands in the line.
  private static func holdsAddress(_ line: borrowing Span<UInt8>) -> Bool {
    for index in line.indices.dropLast()
    where line[index] == UInt8(ascii: "]") && line[index + 1] == UInt8(ascii: "(") {
      return true
    }
    return false
  }

  /// Whether no character ends the line or is left out of it.
  private static func isOneLine(_ line: borrowing Span<UInt8>) -> Bool {
    let space = UInt8(ascii: " ")
    if line[0] == space || line[line.count - 1] == space { return false }
    for index in line.indices {
      switch line[index] {
      case 0..<0x20: return false
      // U+0085, U+2028 and U+2029.
      case 0xC2: if line[index + 1] == 0x85 { return false }
      case 0xE2: if line[index + 1] == 0x80, line[index + 2] & 0xFE == 0xA8 { return false }
      default: break
      }
    }
    return true
  }
}
