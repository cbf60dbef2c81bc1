/// A block between lines of `:::` that is open.
struct DialectContainer {
  /// Whether it becomes a quote.
  let isQuote: Bool
  /// By how much its first line is indented.
  let indent: Int
}

extension DialectRun {
  /// What a line inside quotes that come of containers begins with.
  var containerPrefix: String {
    String(repeating: "> ", count: containers.count { $0.isQuote })
  }

  /// Puts a line into the open containers, and takes from it the indentation of the open components.
  mutating func dressLine(_ range: Range<Int>, _ kind: MarkdownLines.Kind) {
    if !containers.isEmpty, copied <= range.lowerBound {
      if kind == .text, colons(at: lines.contentStart) >= 3,
        isBlank(afterColons(lines.contentStart)..<endOfLine(lines.contentStart))
      {
        return
      }
      let prefix = containerPrefix
      let spaces = text[range].prefix { $0 == UInt8(ascii: " ") }.count
      let indent = min(spaces, containers.last?.indent ?? 0)
      if !prefix.isEmpty { insert(prefix.utf8, at: range.lowerBound + indent) }
    }
    guard !components.isEmpty, kind != .blank, copied <= range.lowerBound else { return }
    let spaces = text[range].prefix { $0 == UInt8(ascii: " ") || $0 == 0x09 }.count
    let depth = (components.last ?? nil) ?? spaces
    components[components.count - 1] = depth
    let stripped = min(depth, spaces)
    if stripped > 0 {
      replace(range.lowerBound..<range.lowerBound + stripped, by: [])
    }
  }

  /// Reads a line as something that dialects write in a line of its own; false where it is nothing
  /// such.
  mutating func block(_ range: Range<Int>, continues: Bool) -> Bool {
    let start = lines.contentStart
    guard start < range.upperBound, start >= rawEnd, start >= copied else { return false }
    switch text[start] {
    case UInt8(ascii: ":"):
      return settings.reads(.containers) && container(start, endOfLine(start))
    case UInt8(ascii: "["):
      if lines.quotes > 0, !continues, holds("[!", at: start), settings.reads(.alerts) {
        return alert(range.lowerBound, start, endOfLine(start))
      }
      return contents(start, endOfLine(start), range)
    case UInt8(ascii: "$"): return contents(start, endOfLine(start), range)
    case UInt8(ascii: "{"): return attributeLine(start, endOfLine(start), range)
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      return !continues && start == range.lowerBound && settings.reads(.mdx) && moduleLine(start)
    default: return false
    }
  }

  private func colons(at place: Int) -> Int {
    text[place...].prefix { $0 == UInt8(ascii: ":") }.count
  }

  private func afterColons(_ place: Int) -> Int { place + colons(at: place) }

  private mutating func container(_ start: Int, _ end: Int) -> Bool {
    let count = colons(at: start)
    if count == 2 { return leaf(start, end) }
    guard count >= 3 else { return false }
    if isBlank((start + count)..<end) {
      guard containers.popLast() != nil else { return false }
      // The line that is left is empty, so that what follows is outside.
      replace(start..<end, by: containerPrefix.utf8)
      lines.endParagraph()
      return true
    }
    // So deep nobody writes, and each level makes every line longer.
    guard containers.count < 16, find(.colons, from: end) != nil else { return false }
    let (name, title) = heading(text[(start + count)..<end])
    let folded = name.lowercased()
    let label = title ?? (Self.notes.contains(folded) ? Self.capitalised(name) : nil)
    let margin = containerPrefix
    let lead = String(repeating: " ", count: min(lines.indent, 64))
    containers.append(DialectContainer(isQuote: label != nil, indent: lines.indent))
    if let label {
      replace(start..<end, by: "> **\(label)**\n\(lead)\(margin)>".utf8)
    } else {
      replace(start..<end, by: [])
    }
    lines.endParagraph()
    return true
  }

  /// The name and title of a container: `note[Title]`, `note Title`, `{.callout-note title="…"}`.
  private func heading(_ bytes: ArraySlice<UInt8>) -> (name: String, title: String?) {
    var line = String(decoding: bytes, as: UTF8.self).trimmingSpaces
    while line.hasSuffix(":") { line.removeLast() }
    line = line.trimmingSpaces
    var name = ""
    var title: String?
    if !line.hasPrefix("{") {
      name = String(line.prefix { !$0.isWhitespace && $0 != "[" && $0 != "{" })
      line = String(line.dropFirst(name.count)).trimmingSpaces
    }
    if line.hasPrefix("["), let close = line.lastIndex(of: "]") {
      title = String(line[line.index(after: line.startIndex)..<close])
      line = String(line[close...].dropFirst()).trimmingSpaces
    }
    if line.hasPrefix("{"), let close = line.firstIndex(of: "}") {
      let attributes = DialectArguments(Array(line[..<close].dropFirst().utf8)[...])
      title = title ?? attributes.first("title", "summary")
      if name.isEmpty, let first = attributes.placed.first {
        name = first.trimmingCharacters { $0 == "." || $0 == "#" }
      }
      line = String(line[close...].dropFirst()).trimmingSpaces
    }
    if name.hasPrefix("callout-") { name.removeFirst(8) }
    if !line.isEmpty, title == nil { title = line }
    return (name, title.flatMap { $0.isEmpty ? nil : $0 })
  }

  private static let notes: Set<String> = [
    "note", "tip", "info", "warning", "danger", "caution", "important", "success", "details",
    "hint", "attention", "abstract", "question", "example", "quote", "seealso", "error", "bug",
    "todo", "failure", "summary", "spoiler", "admonition",
  ]

  private static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst().lowercased()
  }

  /// A line that is a directive of its own, such as `::name[label]{attributes}`.
  private mutating func leaf(_ start: Int, _ end: Int) -> Bool {
    let name = text[(start + 2)..<end].prefix { HTMLNames.isNameByte($0) && $0 != 0x3A }
    guard let first = name.first, 0x41...0x5A ~= first & 0xDF, name.endIndex < end,
      text[name.endIndex] == UInt8(ascii: "[") || text[name.endIndex] == UInt8(ascii: "{")
    else { return false }
    let (_, label) = heading(text[name.startIndex..<end])
    var attributes: ArraySlice<UInt8> = []
    if let open = text[name.endIndex..<end].firstIndex(of: UInt8(ascii: "{")) {
      attributes = text[(open + 1)..<end].prefix { $0 != UInt8(ascii: "}") }
    }
    let called = String(decoding: name, as: UTF8.self)
    if let markdown = DialectEmbeds.markdown(for: called, DialectArguments(attributes)) {
      replace(start..<end, by: markdown.utf8)
    } else {
      if label == nil { lose(.directive, called, at: start) }
      replace(start..<end, by: (label ?? "").utf8)
    }
    return true
  }

  /// The first line of an alert: `> [!NOTE]`, and Obsidian's `> [!note]- Title`.
  private mutating func alert(_ lineStart: Int, _ start: Int, _ end: Int) -> Bool {
    let name = text[(start + 2)..<end].prefix { 0x41...0x5A ~= $0 & 0xDF || $0 == 0x2D }
    guard !name.isEmpty, name.endIndex < end, text[name.endIndex] == UInt8(ascii: "]") else {
      return false
    }
    let title = String(decoding: text[(name.endIndex + 1)..<end], as: UTF8.self)
      .trimmingCharacters { $0 == "-" || $0 == "+" || $0.isWhitespace }
    let label = title.isEmpty ? Self.capitalised(String(decoding: name, as: UTF8.self)) : title
    let mark = text[lineStart..<start]
    replace(
      start..<end,
      by: Array("**\(label)**\n".utf8) + Array(containerPrefix.utf8) + mark)
    lines.endParagraph()
    return true
  }

  /// A line such as `[TOC]`.
  private mutating func contents(_ start: Int, _ end: Int, _ range: Range<Int>) -> Bool {
    guard end - start <= 16, settings.reads(.contents) else { return false }
    let mark = String(decoding: text[start..<end], as: UTF8.self).trimmingSpaces.lowercased()
    guard ["[toc]", "[[toc]]", "[[_toc_]]", "${toc}"].contains(mark) else { return false }
    replace(start..<end, by: [])
    return true
  }

  /// A line of attributes alone; that of a table of contents goes with its list.
  private mutating func attributeLine(_ start: Int, _ end: Int, _ range: Range<Int>) -> Bool {
    var last = end
    while last > start, HTMLNames.isSpace(text[last - 1]) { last -= 1 }
    guard settings.reads(.attributes), last - start > 2, text[last - 1] == UInt8(ascii: "}"),
      holdsAttributes((start + 1)..<(last - 1))
    else { return false }
    let isContents = String(decoding: text[start..<last], as: UTF8.self).lowercased()
      .contains("toc}")
    if isContents, let line = previousLine, copied <= line.lowerBound, isItem(line) {
      replace(line.lowerBound..<end, by: [])
      return true
    }
    // An empty line would part the items of a list.
    let following = text[min(end, text.count)...].dropFirst(range.upperBound - end).first
    let joins = following.map { !HTMLNames.isSpace($0) && !"-*+>|0123456789".utf8.contains($0) }
    if joins == true {
      replace(start..<end, by: [])
    } else {
      replace(range.lowerBound..<range.upperBound, by: [])
    }
    lines.endParagraph()
    return true
  }

  private func isItem(_ line: Range<Int>) -> Bool {
    guard let first = text[line].first(where: { !HTMLNames.isSpace($0) }) else { return false }
    return "-*+0123456789".utf8.contains(first)
  }

  /// `import … from '…'` and `export …` at the top level of MDX.
  private mutating func moduleLine(_ start: Int) -> Bool {
    let end = endOfLine(start)
    let line = String(decoding: text[start..<end], as: UTF8.self)
    let isImport = line.hasPrefix("import ") || page.isMDX && line.hasPrefix("import{")
    guard isImport || line.hasPrefix("export ") else { return false }
    var last = end
    // What opens a brace goes on to the line where it is closed.
    if let open = text[start..<end].lastIndex(of: UInt8(ascii: "{")),
      let close = endOfBraces(at: open), close > end
    {
      guard page.isMDX || isImport else { return false }
      last = endOfLine(close)
    }
    if !page.isMDX {
      let whole = String(decoding: text[start..<last], as: UTF8.self)
        .trimmingCharacters { $0 == ";" || $0.isWhitespace }
      let isQuoted = whole.hasSuffix("'") || whole.hasSuffix("\"")
      let isModule =
        isImport && isQuoted
        && (whole.contains(" from ") || "'\"".contains(whole.dropFirst(7).prefix(1)))
      guard isModule else { return false }
    }
    if isImport { remember(line) }
    replace(start..<last, by: [])
    lines.endParagraph()
    return true
  }

  /// Keeps the name under which a picture is imported.
  private mutating func remember(_ line: String) {
    let words = line.split { $0.isWhitespace || $0 == ";" }.map(String.init)
    guard words.count == 4, words[2] == "from" else { return }
    let path = words[3].trimmingQuotes
    if DialectEmbeds.isPicture(path) { imports[words[1]] = path }
  }
}
