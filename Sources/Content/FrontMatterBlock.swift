internal import Diagnostics

/// Where the fields and the text are in a file, and what the fields are written in.
struct FrontMatterBlock {
  /// How fields are written.
  enum Syntax {
    case yaml, toml
    /// An object.
    case json
    /// The members of an object without its braces, as Hexo has them.
    case jsonMembers
    /// Lines `Title: Hello` that an empty line ends, as Pelican and MultiMarkdown have them.
    case lines
    /// There are none.
    case absent
  }

  let syntax: Syntax
  let fields: Range<Int>
  /// The offset of the text; for an object that no fence ends, its first byte, because only who reads
  /// it knows its end.
  let bodyStart: Int

  struct Finding: Error {
    let diagnostic: Diagnostic
  }

  /// Finds the front matter of `source`.
  ///
  /// - Throws: A finding where it has a beginning but no end, or can't be read.
  static func find(
    in source: SourceText, settings: ContentSettings
  ) throws(Finding) -> FrontMatterBlock {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = line(of: bytes, from: start)
    let text = bytes[first.text]
    if text.starts(with: "---".utf8) {
      let word = text.dropFirst(3).trimmed
      if word.isEmpty { return try fenced(.yaml, by: "-", from: first, in: source) }
      if let syntax = try language(named: word, in: source) {
        return try fenced(syntax, by: "-", from: first, in: source)
      }
    } else if isFence(text, "+") {
      return try fenced(.toml, by: "+", from: first, in: source)
    } else if isFence(text, ";") {
      return try fenced(.json, by: ";", from: first, in: source)
    } else if beginsObject(bytes[start...]) {
      return FrontMatterBlock(syntax: .json, fields: start..<bytes.count, bodyStart: start)
    } else if text.first == UInt8(ascii: "\""), let end = fence(";", in: bytes, from: first.end) {
      return FrontMatterBlock(
        syntax: .jsonMembers, fields: start..<end.text.lowerBound, bodyStart: end.end)
    } else if let block = MetadataLines.block(in: bytes, from: start, settings: settings) {
      return block
    }
    if let finding = fenceBelowBlankLines(in: source, from: start) {
      throw Finding(diagnostic: finding)
    }
    return FrontMatterBlock(syntax: .absent, fields: start..<start, bodyStart: start)
  }

  private static func fenced(
    _ syntax: Syntax, by mark: Unicode.Scalar, from first: (text: Range<Int>, end: Int),
    in source: SourceText
  ) throws(Finding) -> FrontMatterBlock {
    let bytes = source.bytes
    guard let end = fence(mark, in: bytes, from: first.end, alsoDots: syntax == .yaml) else {
      throw Finding(
        diagnostic: source.diagnostic(
          ContentRules.frontMatterUnclosed, at: .start, length: 3,
          "the front matter that begins here is never closed",
          help: "write a line \"\(mark)\(mark)\(mark)\" between the fields and the text"))
    }
    let fields = first.end..<end.text.lowerBound
    let isBare = syntax == .json && bytes[fields].first { !isBlank($0) } == UInt8(ascii: "\"")
    return FrontMatterBlock(
      syntax: isBare ? .jsonMembers : syntax, fields: fields, bodyStart: end.end)
  }

  /// The syntax that a word behind the first fence names; nil for a line that is no fence.
  private static func language(
    named word: ArraySlice<UInt8>, in source: SourceText
  ) throws(Finding) -> Syntax? {
    let name = String(decoding: word, as: UTF8.self).lowercased()
    switch name {
    case "yaml", "yml": return .yaml
    case "toml": return .toml
    case "json", "json5": return .json
    case "js", "javascript", "cjs", "mjs", "ts", "coffee", "cson":
      throw Finding(
        diagnostic: source.diagnostic(
          ContentRules.frontMatterUnsupported, at: .start, length: 3 + name.unicodeScalars.count,
          "the front matter is a program (\(name)), which is not run"))
    default: return nil
    }
  }

  /// The first line from `start` on that is the fence `mark`, or dots where YAML may end by them.
  private static func fence(
    _ mark: Unicode.Scalar, in bytes: [UInt8], from start: Int, alsoDots: Bool = false
  ) -> (text: Range<Int>, end: Int)? {
    var next = start
    while next < bytes.count {
      let current = line(of: bytes, from: next)
      if isFence(bytes[current.text], mark) || alsoDots && isFence(bytes[current.text], ".") {
        return current
      }
      next = current.end
    }
    return nil
  }

  /// Whether an object of JSON begins here, and not a template's braces.
  private static func beginsObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "{") else { return false }
    let next = bytes.dropFirst().first { !isBlank($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  /// The finding for a file whose first fence has empty lines above it.
  private static func fenceBelowBlankLines(in source: SourceText, from start: Int) -> Diagnostic? {
    var next = start
    while next < source.bytes.count {
      let current = line(of: source.bytes, from: next)
      let content = source.bytes[current.text]
      if content.trimmed.isEmpty {
        next = current.end
        continue
      }
      guard current.text.lowerBound > start, isFence(content, "-") || isFence(content, "+")
      else { return nil }
      return source.diagnostic(
        ContentRules.frontMatterMissing, at: source.position(ofByteAt: current.text.lowerBound),
        length: 3, "front matter must begin in the first line of the file",
        help: "take out the lines above")
    }
    return nil
  }

  /// The line that begins at `start`: its text, and where the next one begins.
  static func line(of bytes: [UInt8], from start: Int) -> (text: Range<Int>, end: Int) {
    guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      return (start..<bytes.count, bytes.count)
    }
    let isCarriageReturn = lineBreak > start && bytes[lineBreak - 1] == UInt8(ascii: "\r")
    return (start..<(isCarriageReturn ? lineBreak - 1 : lineBreak), lineBreak + 1)
  }

  /// Whether a line is `mark` three times, with nothing but spaces behind it.
  static func isFence(_ line: ArraySlice<UInt8>, _ mark: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: mark)
    guard line.first == byte, line.count > 2, line.prefix(3).allSatisfy({ $0 == byte }) else {
      return false
    }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Whether a byte is white space.
private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

extension ArraySlice<UInt8> {
  /// The bytes without white space around them.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
