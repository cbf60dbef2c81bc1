package import Diagnostics
internal import FeedValues

/// A reason why a document is no JSON.
package struct JSONFault: Error {
  package let position: Position
  /// What is wrong, as a lower-case clause without full stop.
  package let message: String
  /// Whether it is more than is taken.
  package var isLimit = false
}

/// A place in bytes that come chunk by chunk, with its line and column.
struct JSONCursor {
  /// The encoding of the document, for messages.
  let encoding: String
  private let nextChunk: () -> [UInt8]?
  private var current: [UInt8] = []
  private var index = 0
  private var line = 1
  private var column = 1

  /// How many bytes were in the chunks before this one.
  private var passed = 0

  init(encoding: String, nextChunk: @escaping () -> [UInt8]?) {
    self.encoding = encoding
    self.nextChunk = nextChunk
    refill()
  }

  /// How many bytes are behind.
  var offset: Int { passed + index }

  var position: Position { Position(line: line, column: column) }

  /// The byte here; nil at the end.
  var byte: UInt8? { index < current.count ? current[index] : nil }

  /// Passes the byte here.
  mutating func advance() {
    let byte = current[index]
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
    if index == current.count { refill() }
  }

  /// Passes the byte here where it is `expected`.
  mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    advance()
    return true
  }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { advance() }
  }

  /// Passes bytes of a string that stand for themselves and appends them to `text`, until that has
  /// more bytes than `most`.
  mutating func takePlainText(into text: inout [UInt8], most: Int) {
    while text.count <= most {
      let end = Self.special.next(in: current.span, from: index)
      guard end > index else { return }
      text.append(contentsOf: current[index..<end])
      column += end - index
      index = end
      if index < current.count { return }
      refill()
    }
  }

  /// A fault here.
  func fault(_ message: String) -> JSONFault { JSONFault(position: position, message: message) }

  private mutating func refill() {
    while index == current.count, let chunk = nextChunk() {
      passed += index
      current = chunk
      index = 0
    }
  }

  /// What does not stand for itself, or takes more than one byte.
  private static let special = ByteScan("\"\\", outside: 0x20...0x7F)
}
