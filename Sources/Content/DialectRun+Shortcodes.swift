extension DialectRun {
  /// `{{< … >}}` and `{{% … %}}` of Hugo.
  mutating func shortcode() {
    let start = next
    let isAngle = text[start + 2] == UInt8(ascii: "<")
    guard let close = find(isAngle ? .angleEnd : .percentEnd, from: start + 3) else { return }
    let end = close + 3
    guard settings.reads(.shortcodes) else { return next = end }
    var inner = text[(start + 3)..<close]
    if inner.starts(with: "/*".utf8) {
      return escaped(
        start + 5, close, opening: isAngle ? "{{<" : "{{%", closing: isAngle ? ">}}" : "%}}")
    }
    inner = inner.drop(while: HTMLNames.isSpace)
    let isEnd = inner.first == UInt8(ascii: "/")
    if isEnd { return replace(start..<end, by: []) }
    let name = String(
      decoding: inner.prefix { !HTMLNames.isSpace($0) }, as: UTF8.self
    ).trimmingCharacters { $0 == "/" }
    let rest = inner.dropFirst(name.utf8.count)
    shortcode(name, DialectArguments(rest), start..<end) { run in
      // A shortcode of the same name inside is rare, and only its text would be shown.
      guard rest.last != UInt8(ascii: "/"), run.hasEnd(of: name, behind: start) else { return nil }
      return run.closing(of: name, isAngle: isAngle, from: end)
    }
  }

  /// A shortcode of Zola: a call in braces or in a tag that `{% end %}` ends.
  mutating func zolaShortcode(
    _ name: String, _ rest: ArraySlice<UInt8>, _ range: Range<Int>, closes: String?
  ) {
    if name == "end" { return replace(range, by: []) }
    var inner = rest.drop(while: HTMLNames.isSpace).dropFirst()
    while let last = inner.last, HTMLNames.isSpace(last) || last == UInt8(ascii: ")") {
      inner = inner.dropLast()
    }
    if let closes {
      // What stands in the block is shown, and the block's end goes by itself.
      if ["mermaid", "math", "katex"].contains(name) {
        lose(.shortcode, name, at: range.lowerBound)
      }
      _ = closes
      return replace(range, by: [])
    }
    shortcode(name, DialectArguments(inner), range) { _ in nil }
  }

  /// Writes what a shortcode shows; `body` finds the tag that ends it.
  private mutating func shortcode(
    _ name: String, _ arguments: DialectArguments, _ range: Range<Int>,
    body: (inout DialectRun) -> Range<Int>?
  ) {
    switch name {
    case "highlight", "code", "mermaid", "codeblock":
      guard let close = body(&self) else { break }
      let language = name == "mermaid" ? name : arguments.placed.first ?? arguments.first("lang")
      return codeBlock(
        range.lowerBound..<close.upperBound, range.upperBound..<close.lowerBound, language ?? "")
    case "comment":
      guard let close = body(&self) else { break }
      return replace(range.lowerBound..<close.upperBound, by: [])
    case "ref", "relref":
      let target = arguments.first("path") ?? arguments.placed.first ?? ""
      let isFragment = target.hasPrefix("#")
      let found =
        page.index.link(toSource: target, from: page.path)
        ?? (target.contains("/") ? nil : page.index.link(named: target))
      if isFragment { return replace(range, by: target.utf8) }
      if found == nil { lose(.sourceLink, target, at: range.lowerBound) }
      return replace(range, by: (found ?? page.link).utf8)
    case "param":
      if arguments.placed.first == "title" { return replace(range, by: page.title.utf8) }
    case "button":
      if let url = arguments.first("href", "url", "link", "relref"),
        let close = body(&self), close.lowerBound >= range.upperBound
      {
        let label = String(decoding: text[range.upperBound..<close.lowerBound], as: UTF8.self)
        let markdown = DialectEmbeds.link(label.trimmingSpaces, url)
        return replace(range.lowerBound..<close.upperBound, by: markdown.utf8)
      }
    default: break
    }
    if let markdown = DialectEmbeds.markdown(for: name, arguments) {
      return replace(range, by: markdown.utf8)
    }
    // What stands between two tags is shown as it is.
    if body(&self) == nil { lose(.shortcode, name, at: range.lowerBound) }
    replace(range, by: [])
  }

  /// Where the tag stands that ends a shortcode.
  private mutating func closing(
    of name: String, isAngle: Bool, from start: Int
  ) -> Range<Int>? {
    // The nearest one is asked for once a tag, and what is found is stepped over or kept as text.
    guard let place = nearestEnd(of: name, from: start),
      let close = text[place...].prefix(128).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return place..<min(close + 2, text.count)
  }

  /// Shows the shortcode that stands between the comment signs, instead of running it.
  mutating func escaped(_ start: Int, _ close: Int, opening: String, closing: String) {
    let begin = next
    let end = close + closing.utf8.count
    guard settings.reads(.shortcodes) else { return next = end }
    var inner = text[min(start, close)..<close]
    if inner.suffix(2).elementsEqual("*/".utf8) { inner = inner.dropLast(2) }
    // Outside code "<" would begin a tag.
    let sign = opening.hasSuffix("<") ? "{{&lt;" : opening
    replace(begin..<end, by: Array(sign.utf8) + inner + Array(closing.utf8))
  }

  /// As `escaped`, in code.
  mutating func escapedInCode(_ range: Range<Int>) {
    for (opening, mark) in [("{{</*", DialectMarks.Mark.angleEnd), ("{{%/*", .percentEnd)]
    where holds(opening, at: next) {
      guard let close = find(mark, from: next + 5), close + 3 <= range.upperBound,
        text[(next + 5)..<max(close, next + 5)].suffix(2).elementsEqual("*/".utf8)
      else { return }
      let start = next
      insert([], at: start + 3)
      replace((start + 3)..<(start + 5), by: [])
      replace((close - 2)..<close, by: [])
      next = close + 3
    }
  }

  /// Writes what stands in `body` as a block of code in the place of `range`.
  mutating func codeBlock(_ range: Range<Int>, _ body: Range<Int>, _ language: String) {
    var code = text[body]
    while let last = code.last, HTMLNames.isSpace(last) { code = code.dropLast() }
    if let lineBreak = code.firstIndex(of: 0x0A), isBlank(code.startIndex..<lineBreak) {
      code = code[(lineBreak + 1)...]
    }
    var longest = 2
    var run = 0
    for byte in code {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let name = language.prefix { $0.isLetter || $0.isNumber || "+-#_.".contains($0) }
    let lead = String(repeating: " ", count: min(lines.indent, 64))
    let margin = Array((containerPrefix + lead).utf8)
    var block: [UInt8] = beginsLine(range.lowerBound) ? [] : [0x0A] + margin
    block += Array((fence + name + "\n").utf8)
    let quoted = Array(containerPrefix.utf8)
    for line in code.split(separator: 0x0A, omittingEmptySubsequences: false) {
      block += quoted
      // Raw tags protect the code from the generator alone.
      block += Self.withoutRawTags(line.last == 0x0D ? line.dropLast() : line)
      block.append(0x0A)
    }
    block += margin + Array(fence.utf8)
    if !isBlank(range.upperBound..<endOfLine(range.upperBound)) { block += [0x0A] + margin }
    replace(range, by: block)
  }

  private static func withoutRawTags(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.contains(UInt8(ascii: "{")) else { return Array(line) }
    var text = String(decoding: line, as: UTF8.self)
    for tag in ["{% raw %}", "{% endraw %}", "{%raw%}", "{%endraw%}", "{%- raw -%}"] {
      text = text.replacing(tag, with: "")
    }
    return Array(text.utf8)
  }
}
