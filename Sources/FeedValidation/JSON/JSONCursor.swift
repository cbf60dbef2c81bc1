internal import Diagnostics
internal import XML

/// A reason why a document is no JSON.
struct JSONFault: Error {
  let position: Position
  let message: String
  var isLimit = false
}

/// A place in bytes that come chunk by chunk, with its line and column.
struct JSONCursor {
  /// The encoding of the document, for messages.
  let encoding: String
  private let chunks: DecodedChunks
  private var current: [UInt8] = []
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ chunks: DecodedChunks) {
    self.chunks = chunks
    encoding = chunks.family
    refill()
  }

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
      var end = index
      while end < current.count, Self.isPlain(current[end]) { end += 1 }
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
    while index == current.count, let chunk = chunks.next() {
      current = chunk
      index = 0
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
