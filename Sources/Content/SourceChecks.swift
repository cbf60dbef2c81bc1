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
