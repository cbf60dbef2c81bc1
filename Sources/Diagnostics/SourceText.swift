/// The bytes of a file under the name that findings give it.
public struct SourceText: Sendable {
  /// The file as a person would name it.
  public let path: String
  /// The file's bytes, as they are on disk.
  public let bytes: [UInt8]

  /// The bytes of the file that findings call `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The line and column of the byte at `offset`; of the end of the text where it lies behind it.
  ///
  /// Costs a walk over the bytes before `offset`: call it for findings, not for everything read.
  public func position(ofByteAt offset: Int) -> Position {
    let end = min(offset, bytes.count)
    var line = 1
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    var column = 1
    for index in lineStart..<max(lineStart, end) where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Position(line: line, column: column)
  }

  /// The text of line `number` (from 1) without its line break; nil where there is no such line.
  public func line(_ number: Int) -> String? {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for _ in 1..<max(number, 1) {
      guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = lineBreak + 1
    }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// A finding at `position` of this text, with the line it stands in.
  ///
  /// - Parameters:
  ///   - rule: The rule that was broken.
  ///   - position: Where; nil for the file as a whole.
  ///   - length: How many characters the finding is about, for the mark under the line.
  ///   - message: What was found, as a lower-case clause without full stop.
  ///   - help: What to write instead; the rule's own cure where there is nothing better.
  ///   - notes: Other places that have to do with it.
  /// - Returns: The finding.
  public func diagnostic(
    _ rule: Rule, at position: Position?, length: Int = 1, _ message: String,
    help: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, location: SourceLocation(file: path, position: position), message: message,
      help: help ?? rule.cure, sourceLine: position.flatMap { line($0.line) }, length: length,
      notes: notes)
  }
}
