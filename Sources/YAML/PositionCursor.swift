internal import Diagnostics

/// Turns counts of Unicode scalars into lines and columns.
///
/// It remembers where it was: asked in ascending order, as events come, it walks over the text once.
struct PositionCursor {
  /// The buffer must outlive the cursor.
  private let buffer: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private var offset = 0
  private var scalar = 0
  private var line: Int
  private var column = 1

  init(_ buffer: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.buffer = buffer
    self.firstLine = firstLine
    line = firstLine
  }

  /// The place of the scalar with `index` others before it.
  mutating func position(ofScalar index: Int) -> Position {
    if index < scalar { (offset, scalar, line, column) = (0, 0, firstLine, 1) }
    while scalar < index, offset < buffer.count {
      if buffer[offset] == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
      offset += 1
      while offset < buffer.count, buffer[offset] & 0xC0 == 0x80 { offset += 1 }
      scalar += 1
    }
    return Position(line: line, column: column)
  }
}
