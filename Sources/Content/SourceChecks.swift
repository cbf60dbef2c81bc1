internal import Diagnostics
internal import FeedValues
internal import YAML

/// The finding for a text that is not UTF-8; nil where it is.
func encodingError(in source: SourceText) -> Diagnostic? {
  if isUTF8(source.bytes.span) { return nil }
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

private let beyondASCII = ByteScan(outside: 0...0x7F)

/// Whether the bytes are UTF-8 (<https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/>,
/// table 3-7), looked at one by one only beyond ASCII.
func isUTF8(_ bytes: borrowing Span<UInt8>) -> Bool {
  var index = beyondASCII.next(in: bytes)
  while index < bytes.count {
    let rest = bytes.count - index
    let length: Int
    // What the second byte may be; all others are from 0x80 to 0xBF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if bytes[index] == 0xE0 { second = 0xA0...0xBF }
      if bytes[index] == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if bytes[index] == 0xF0 { second = 0x90...0xBF }
      if bytes[index] == 0xF4 { second = 0x80...0x8F }
    default: return false
    }
    guard length <= rest, second ~= bytes[index + 1],
      length < 3 || bytes[index + 2] & 0xC0 == 0x80,
      length < 4 || bytes[index + 3] & 0xC0 == 0x80
    else { return false }
    index += length
    // What is beyond ASCII mostly has more of its kind beside it.
    if index < bytes.count, bytes[index] < 0x80 { index = beyondASCII.next(in: bytes, from: index) }
  }
  return true
}

extension SyntaxError {
  /// The finding for this error in the front matter of `source`.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - fields: Where its front matter is.
  /// - Returns: The finding, for YAML with the line as it is right.
  func diagnostic(in source: SourceText, fields: Range<Int>) -> Diagnostic {
    let rule =
      switch language {
      case .yaml: ContentRules.frontMatterSyntax
      case .toml: ContentRules.frontMatterTOML
      case .json: ContentRules.frontMatterJSON
      }
    let mended = language == .yaml ? YAMLMending(self, in: source, fields: fields).help : nil
    return diagnostic(rule, in: source, help: mended)
  }

  /// The finding for this error in `source`.
  func diagnostic(_ rule: Rule, in source: SourceText, help mended: String? = nil) -> Diagnostic {
    var help = mended ?? self.help
    if help == nil, message.contains("cannot start any token") {
      let character = source.line(position.line)?.unicodeScalars.dropFirst(position.column - 1)
        .first
      help = character == "\t" ? "indent by spaces, not tabs" : "put the value in quotes"
    } else if help == nil, message.contains("tab character") {
      help = "indent by spaces, not tabs"
    } else if help == nil, message.contains("quotation mark") {
      help = "write the mark that closes it, or take this one out"
    }
    return source.diagnostic(
      rule, at: position,
      isTooMuch
        ? "this is more than is read: \(message)" : "this is not \(language.rawValue): \(message)",
      help: help,
      notes: context.map {
        [.init(at: SourceLocation(file: source.path, position: $0.position), $0.message)]
      } ?? [])
  }
}
