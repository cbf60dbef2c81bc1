extension DialectRun {
  /// `{: .class}` and `{#id}` of kramdown and others, `{# … #}` of Nunjucks and Tera.
  mutating func attributes() {
    let start = next
    let end = endOfLine(start)
    let close = text[start..<end].prefix(512).firstIndex(of: UInt8(ascii: "}"))
    if text[start + 1] == UInt8(ascii: "#"), settings.reads(.liquid),
      let note = find(.noteEnd, from: start + 2), note + 1 == close ?? note + 1,
      note < find(.blankLine, from: start) ?? text.count || holds("{# ", at: start)
    {
      return replace(start..<(note + 2), by: [])
    }
    guard settings.reads(.attributes), let close else { return }
    if holds("{::comment}", at: start) {
      let last = find(.remarkEnd, from: start)
      return replace(start..<(last.map { $0 + 11 } ?? close + 1), by: [])
    }
    let isOfHeading = lines.isHeading && isBlank((close + 1)..<end)
    let isOfKramdown = text[start + 1] == UInt8(ascii: ":")
    guard isOfKramdown || isOfHeading || isBehindSpan(start),
      isOfKramdown && holds("{:/", at: start) || holdsAttributes((start + 1)..<close)
    else { return }
    var begin = start
    if isOfHeading { while begin > copied, text[begin - 1] == UInt8(ascii: " ") { begin -= 1 } }
    replace(begin..<(close + 1), by: [])
  }

  /// `{width=50%}` behind a link or picture; false where there is nothing such.
  mutating func braceBehindLink() -> Bool {
    let start = next
    guard !page.isMDX, settings.reads(.attributes), isBehindSpan(start),
      let close = text[start..<endOfLine(start)].prefix(512).firstIndex(of: UInt8(ascii: "}")),
      text[start..<close].contains(UInt8(ascii: "=")), holdsAttributes((start + 1)..<close)
    else { return false }
    replace(start..<(close + 1), by: [])
    return true
  }

  private func isBehindSpan(_ place: Int) -> Bool {
    place > 0 && ")]*_`".utf8.contains(text[place - 1])
  }

  /// Whether classes, ids and values by name are all that stands in `range`.
  func holdsAttributes(_ range: Range<Int>) -> Bool {
    var inner = text[range]
    let isOfKramdown = inner.first == UInt8(ascii: ":")
    if isOfKramdown { inner = inner.dropFirst() }
    if inner.first == UInt8(ascii: ":") { inner = inner.dropFirst() }
    if inner.contains(UInt8(ascii: "{")) || inner.contains(0x0A) { return false }
    let arguments = DialectArguments(inner)
    if arguments.placed.isEmpty { return !arguments.named.isEmpty }
    return arguments.placed.allSatisfy { word in
      let name = word.drop { $0 == "." || $0 == "#" || $0 == "/" }
      return (isOfKramdown || name.startIndex > word.startIndex)
        && name.allSatisfy { $0.isLetter || $0.isNumber || "-_:./".contains($0) }
    }
  }

  /// `{…}` in MDX.
  mutating func expression() {
    guard page.isMDX, settings.reads(.mdx) else { return }
    let start = next
    guard let end = endOfBraces(at: start) else { return }
    let inner = String(decoding: text[(start + 1)..<(end - 1)], as: UTF8.self).trimmingSpaces
    if inner.hasPrefix("/*") {
      let note = inner.trimmingCharacters { "/* \t\n\r".contains($0) }
      return replace(start..<end, by: note == "truncate" ? "<!--truncate-->".utf8 : "".utf8)
    }
    if let literal = DialectArguments.literal(inner) {
      return replace(start..<end, by: literal.replacing("<", with: "&lt;").utf8)
    }
    if !inner.isEmpty { lose(.expression, String(inner.prefix(24)), at: start) }
    replace(start..<end, by: [])
  }

  /// `[[page]]`, `[[page|text]]` and `![[file]]` at `start`.
  mutating func wikiLink(start: Int) {
    let isEmbed = text[start] == UInt8(ascii: "!")
    let open = start + (isEmbed ? 3 : 2)
    next = open
    guard settings.reads(.wikilinks), start >= rawEnd, let close = find(.linkEnd, from: open),
      close < endOfLine(open), close > open
    else { return }
    let end = close + 2
    // Brackets that are text of a link, and those of programs.
    if end < text.count, "([:".utf8.contains(text[end]) { return }
    if !isEmbed, start > 0, HTMLNames.isNameByte(text[start - 1]) { return }
    let inner = String(decoding: text[open..<close], as: UTF8.self)
    if inner.contains("[") || inner.contains("`") { return }
    let parts = inner.split(separator: "|", maxSplits: 1).map { String($0).trimmingSpaces }
    guard let target = parts.first, !target.isEmpty else { return }
    if isEmbed, DialectEmbeds.isPicture(target) {
      let size = parts.dropFirst().first.flatMap { Int($0.prefix { $0 != "x" }) }
      let label = size == nil ? parts.dropFirst().first ?? "" : ""
      return replace(start..<end, by: ("!" + DialectEmbeds.link(label, target)).utf8)
    }
    let label = parts.count > 1 ? parts[1] : target.trimmingCharacters { $0 == "#" }
    if isEmbed { lose(.directive, "![[\(target)]]", at: start) }
    if let link = page.index.link(named: target) {
      replace(start..<end, by: DialectEmbeds.link(label, link).utf8)
    } else {
      replace(start..<end, by: label.utf8)
    }
  }
}
