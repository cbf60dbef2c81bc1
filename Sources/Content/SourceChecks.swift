internal import Diagnostics
internal import YAML

/// The finding for a text that is not UTF-8; nil where it is.
func encodingError(in source: SourceText) -> Diagnostic? {
  do {
    _ = try UTF8Span(validating: source.bytes.span)
    return nil
  } catch {
    let offset = error.byteOffsets.lowerBound
    let position = source.position(ofByteAt: offset)
    let byte = String(source.bytes[offset], radix: 16, uppercase: true)
    let isUTF16 =
      source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
    return source.diagnostic(
      ContentRules.fileEncoding, at: position,
      isUTF16
        ? "the file is UTF-16, not UTF-8"
        : "the file is not UTF-8: the byte 0x\(byte.count < 2 ? "0" + byte : byte) can't stand here"
    )
  }
}

extension SyntaxError {
  /// The finding for this error in `source`.
  func diagnostic(_ rule: Rule, in source: SourceText) -> Diagnostic {
    var help: String?
    if message.contains("mapping values are not allowed"),
      let mended = source.line(position.line).flatMap(Self.quotingValue)
    {
      help = "a value that holds \": \" needs quotes: \(mended)"
    } else if message.contains("cannot start any token") {
      let character = source.line(position.line)?.unicodeScalars.dropFirst(position.column - 1)
        .first
      help = character == "\t" ? "indent by spaces, not tabs" : "put the value in quotes"
    } else if message.contains("tab character") {
      help = "indent by spaces, not tabs"
    } else if message.contains("quotation mark") {
      help = "write the mark that closes it, or take this one out"
    }
    return source.diagnostic(
      rule, at: position,
      isTooMuch ? "this is more than is read: \(message)" : "this is not YAML: \(message)",
      help: help,
      notes: context.map {
        [.init(at: SourceLocation(file: source.path, position: $0.position), $0.message)]
      } ?? [])
  }

  /// The line `key: a: b` as `key: "a: b"`; nil for a line of another shape.
  private static func quotingValue(_ line: String) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimmingSpaces
    guard !value.isEmpty, !value.contains("\"") else { return nil }
    return "\(line[..<colon.lowerBound]): \"\(value)\""
  }
}
