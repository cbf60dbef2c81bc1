internal import Diagnostics
internal import YAML

/// The front matter of a file: the fields that feeds know, and where the text begins.
struct FrontMatter {
  /// A field as it was written.
  struct Value {
    /// The name that it goes by in the file.
    let name: String
    let node: Node
  }

  private(set) var values: [FrontMatterField: Value] = [:]
  /// All fields, in the order of the file.
  private(set) var pairs: [Node.Pair] = []
  /// What is held under the keys that patterns for addresses name, by key in lower case.
  private(set) var others: [String: String] = [:]
  /// The offset of the first byte of the text.
  let bodyStart: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// Front matter of the file `source`, read as `settings` say; nil with a finding where there is none
  /// that can be read.
  static func read(
    _ source: SourceText, settings: ContentSettings
  ) -> (frontMatter: FrontMatter?, diagnostics: [Diagnostic]) {
    let block: Block
    switch Block.find(in: source) {
    case .failure(let finding): return (nil, [finding.diagnostic])
    case .success(let found): block = found
    }
    let root: Node?
    do {
      root = try YAMLParser.parse(source.bytes[block.fields], firstLine: 2)
    } catch {
      return (nil, [error.diagnostic(ContentRules.frontMatterSyntax, in: source)])
    }
    var frontMatter = FrontMatter(bodyStart: block.bodyStart)
    guard let root, !root.isNull else { return (frontMatter, []) }
    guard case .mapping(let pairs) = root.content else {
      return (
        nil,
        [
          source.diagnostic(
            ContentRules.frontMatterSyntax, at: root.position,
            "the front matter is \(root.kindName), not a map of fields")
        ]
      )
    }
    frontMatter.take(pairs, from: source, settings: settings)
    return (frontMatter, frontMatter.diagnostics)
  }

  private init(bodyStart: Int) { self.bodyStart = bodyStart }

  private mutating func take(
    _ pairs: [Node.Pair], from source: SourceText, settings: ContentSettings
  ) {
    self.pairs = pairs
    var ranks: [FrontMatterField: Int] = [:]
    for pair in pairs {
      guard let name = pair.key.text else { continue }
      let key = name.lowercased()
      if settings.permalink.fields.contains(key), let text = pair.value.text, !pair.value.isNull {
        others[key] = text.trimmingSpaces
      }
      guard var found = FrontMatterField.byName[key] ?? settings.names[key].map({ ($0, 1000) })
      else { continue }
      if let mapped = settings.names[key] { found.field = mapped }
      if key == "published", pair.value.truthValue != nil { found = (.published, 0) }
      if let earlier = ranks[found.field], earlier == found.rank {
        diagnostics.append(
          source.diagnostic(
            ContentRules.fieldRepeated, at: pair.key.position, length: name.unicodeScalars.count,
            "`\(name)` is given twice; the later one counts"))
      }
      // Of two names for one field the better known counts, unless it holds nothing.
      if pair.value.isNull { continue }
      if let rank = ranks[found.field], rank < found.rank { continue }
      ranks[found.field] = found.rank
      values[found.field] = Value(name: name, node: pair.value)
    }
  }

  subscript(field: FrontMatterField) -> Value? { values[field] }
}

/// Where front matter and text are in a file.
private struct Block {
  let fields: Range<Int>
  let bodyStart: Int

  struct Finding: Error {
    let diagnostic: Diagnostic
  }

  static func find(in source: SourceText) -> Result<Block, Finding> {
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let firstLine = line(of: bytes, from: start)
    guard isFence(bytes[firstLine.text]) else {
      return .failure(Finding(diagnostic: opening(of: source, start: start, firstLine.text)))
    }
    var next = firstLine.end
    while next < bytes.count {
      let current = line(of: bytes, from: next)
      if isFence(bytes[current.text]) {
        return .success(Block(fields: firstLine.end..<next, bodyStart: current.end))
      }
      next = current.end
    }
    return .failure(
      Finding(
        diagnostic: source.diagnostic(
          ContentRules.frontMatterUnclosed, at: .start, length: 3,
          "the front matter that begins here is never closed")))
  }

  /// The finding for a file that does not begin with a fence.
  private static func opening(
    of source: SourceText, start: Int, _ text: Range<Int>
  ) -> Diagnostic {
    let first = source.bytes[text]
    if first.starts(with: "+++".utf8) {
      return source.diagnostic(
        ContentRules.frontMatterUnsupported, at: .start, length: 3,
        "the front matter is TOML, which this version does not read")
    }
    if first.first == UInt8(ascii: "{") {
      return source.diagnostic(
        ContentRules.frontMatterUnsupported, at: .start,
        "the front matter is JSON, which this version does not read")
    }
    var next = start
    while next < source.bytes.count {
      let current = line(of: source.bytes, from: next)
      let content = source.bytes[current.text]
      if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        next = current.end
        continue
      }
      guard isFence(content) else { break }
      return source.diagnostic(
        ContentRules.frontMatterMissing, at: source.position(ofByteAt: current.text.lowerBound),
        length: 3, "front matter must begin in the first line of the file",
        help: "take out the lines above")
    }
    return source.diagnostic(
      ContentRules.frontMatterMissing, at: .start, length: max(1, text.count),
      "the article has no front matter")
  }

  /// The line that begins at `start`: its text, and where the next one begins.
  private static func line(of bytes: [UInt8], from start: Int) -> (text: Range<Int>, end: Int) {
    guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      return (start..<bytes.count, bytes.count)
    }
    let isCarriageReturn = lineBreak > start && bytes[lineBreak - 1] == UInt8(ascii: "\r")
    return (start..<(isCarriageReturn ? lineBreak - 1 : lineBreak), lineBreak + 1)
  }

  /// Whether a line is three hyphens, with nothing but spaces behind them.
  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
