internal import Diagnostics
internal import YAML

/// Fields in lines `Title: Hello` at the top of a file, without fences.
///
/// Pelican and MultiMarkdown end them by an empty line, Hexo by a line `---`. So that no text is taken
/// for fields, all lines must be names with values or indented, the first name must be a known one, and
/// there must be a title.
enum MetadataLines {
  /// The block, nil where the file begins otherwise.
  static func block(
    in bytes: [UInt8], from start: Int, settings: ContentSettings
  ) -> FrontMatterBlock? {
    var next = start
    var hasTitle = false
    while next < bytes.count {
      let current = FrontMatterBlock.line(of: bytes, from: next)
      let line = bytes[current.text]
      if line.trimmed.isEmpty || FrontMatterBlock.isFence(line, "-") {
        let isYAML = FrontMatterBlock.isFence(line, "-")
        guard hasTitle else { return nil }
        return FrontMatterBlock(
          syntax: isYAML ? .yaml : .lines, fields: start..<next, bodyStart: current.end)
      }
      if next > start, line.first == 0x20 || line.first == 0x09 {
        next = current.end
        continue
      }
      guard let name = name(of: line) else {
        // A list of YAML below a name, which only a fence can end.
        guard next > start, line.first == UInt8(ascii: "-"), line.dropFirst().first == 0x20 else {
          return nil
        }
        next = current.end
        continue
      }
      let field = FrontMatterField.byName[name]?.field ?? settings.names[name]
      if next == start, field == nil { return nil }
      if field == .title { hasTitle = true }
      next = current.end
    }
    return hasTitle
      ? FrontMatterBlock(syntax: .lines, fields: start..<next, bodyStart: next) : nil
  }

  /// The name in lower case that a line begins with; nil for a line without one.
  private static func name(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    let after = line[(colon + 1)...].first
    guard after == nil || after == 0x20 || after == 0x09 else { return nil }
    let name = line[..<colon]
    guard name.count <= 40, isLetter(line[line.startIndex]),
      name.allSatisfy({ isLetter($0) || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// The fields of a block as a map of plain texts; lists of names are taken apart.
  static func parse(_ bytes: [UInt8], fields: Range<Int>) -> Node {
    var pairs: [Node.Pair] = []
    var next = fields.lowerBound
    var number = 1
    while next < fields.upperBound {
      let current = FrontMatterBlock.line(of: bytes, from: next)
      let line = bytes[current.text]
      var end = current.end
      var numberOfNext = number + 1
      var value = line.firstIndex(of: UInt8(ascii: ":")).map { line[($0 + 1)...] } ?? []
      let name = String(decoding: line[..<value.startIndex].dropLast(), as: UTF8.self)
      let column =
        String(decoding: line[..<value.startIndex], as: UTF8.self).unicodeScalars.count
        + value.prefix { $0 == 0x20 || $0 == 0x09 }.count + 1
      value = value.trimmed
      // Indented lines go on with the value.
      var text = Array(value)
      while end < fields.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 {
        let more = FrontMatterBlock.line(of: bytes, from: end)
        text += [0x20] + bytes[more.text].trimmed
        end = more.end
        numberOfNext += 1
      }
      let position = Position(line: number, column: column)
      pairs.append(
        Node.Pair(
          key: scalar(name, at: Position(line: number, column: 1)),
          value: node(name, String(decoding: text, as: UTF8.self), at: position)))
      next = end
      number = numberOfNext
    }
    return Node(.mapping(pairs), at: .start)
  }

  /// The value of a field: of those that Pelican knows as lists, the parts between semicolons or commas.
  private static func node(_ name: String, _ text: String, at position: Position) -> Node {
    guard ["tags", "keywords", "authors"].contains(name.lowercased()) else {
      return scalar(text, at: position)
    }
    let separator: Character = text.contains(";") ? ";" : ","
    let parts = text.split(separator: separator).map { String($0).trimmingSpaces }
    return Node(
      .sequence(parts.filter { !$0.isEmpty }.map { scalar($0, at: position) }), at: position)
  }

  private static func scalar(_ text: String, at position: Position) -> Node {
    Node(.scalar(Node.Scalar(text: text, isPlain: true)), at: position)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }
}
