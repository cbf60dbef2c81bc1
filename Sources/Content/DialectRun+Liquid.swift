extension DialectRun {
  /// `{% … %}` of Liquid, Nunjucks, Tera or Zola.
  mutating func tag() {
    let start = next
    guard let close = find(.tagEnd, from: start + 2),
      close < find(.blankLine, from: start) ?? text.count
    else { return }
    let end = close + 2
    if holds("{%/*", at: start) { return escaped(start + 4, close, opening: "{%", closing: "%}") }
    var inner = text[(start + 2)..<max(close, start + 2)]
    if inner.first == UInt8(ascii: "-") { inner = inner.dropFirst() }
    if inner.last == UInt8(ascii: "-") { inner = inner.dropLast() }
    inner = inner.drop(while: HTMLNames.isSpace)
    let name = String(
      decoding: inner.prefix { HTMLNames.isNameByte($0) || $0 == UInt8(ascii: "/") }, as: UTF8.self)
    let rest = inner.dropFirst(name.utf8.count)
    if rest.drop(while: HTMLNames.isSpace).first == UInt8(ascii: "(") || name == "end" {
      guard settings.reads(.shortcodes) else { return next = end }
      return zolaShortcode(name, rest, start..<end, closes: name == "end" ? nil : "end")
    }
    guard settings.reads(.liquid) else { return next = end }
    if name.isEmpty {
      return replace(start..<end, by: [])
    }
    liquidTag(name, rest, start..<end)
  }

  private mutating func liquidTag(_ name: String, _ rest: ArraySlice<UInt8>, _ range: Range<Int>) {
    switch name {
    case "raw", "verbatim":
      if let close = endOfTag(at: range.lowerBound) { rawEnd = close.lowerBound }
      replace(range, by: [])
    case "comment":
      let close = endOfTag(at: range.lowerBound)
      replace(range.lowerBound..<(close?.upperBound ?? range.upperBound), by: [])
    case "highlight", "codeblock", "code", "prism":
      guard let close = endOfTag(at: range.lowerBound) else { return drop(name, range) }
      let language = DialectArguments(rest).placed.first { !$0.contains(":") } ?? ""
      codeBlock(range.lowerBound..<close.upperBound, range.upperBound..<close.lowerBound, language)
    case "assign", "set":
      let parts = rest.split(separator: UInt8(ascii: "="), maxSplits: 1)
      if parts.count == 2, let value = value(of: parts[1]) {
        variables[String(decoding: parts[0], as: UTF8.self).trimmingSpaces] = value
      }
      replace(range, by: [])
    case "for", "case", "capture", "macro", "tablerow", "javascript", "stylesheet", "schema":
      let close = endOfTag(at: range.lowerBound)
      if name != "capture" { lose(.tag, name, at: range.lowerBound) }
      replace(range.lowerBound..<(close?.upperBound ?? range.upperBound), by: [])
    case "else", "elsif", "elif", "elseif":
      // Of two branches the first is shown.
      let close = endOfTag(at: range.lowerBound)
      replace(range.lowerBound..<(close?.upperBound ?? range.upperBound), by: [])
    case "if", "unless", "ifchanged", "include", "include_relative", "render", "cycle": embed()
    case "post_url", "link", "asset_path": reference()
    default:
      if name.hasPrefix("end") || name.hasPrefix("/") { return replace(range, by: []) }
      embed()
    }

    func embed() {
      let arguments = DialectArguments(rest)
      let isInclude = name.hasPrefix("include") || name == "render"
      let shown = isInclude ? arguments.placed.first ?? name : name
      if let markdown = DialectEmbeds.markdown(for: shown, arguments) {
        return replace(range, by: markdown.utf8)
      }
      // What stands between two tags is shown as it is.
      if name != "if", name != "unless", !isInclude, endOfTag(at: range.lowerBound) != nil {
        return replace(range, by: [])
      }
      drop(isInclude ? "\(name) \(shown)" : name, range)
    }

    func reference() {
      let target = String(decoding: rest, as: UTF8.self).trimmingSpaces
        .trimmingQuotes
      if name == "asset_path" { return replace(range, by: target.utf8) }
      let found =
        name == "post_url"
        ? page.index.link(named: target)
        : page.index.link(toSource: "/" + target, from: page.path)
      if let found { return replace(range, by: found.utf8) }
      if name == "link", target.hasPrefix("http") { return embed() }
      if name == "link", !target.hasSuffix(".md"), target.contains("/") {
        return replace(range, by: (page.basePath + "/" + target).utf8)
      }
      lose(.sourceLink, target, at: range.lowerBound)
      replace(range, by: page.link.utf8)
    }
  }

  private mutating func drop(_ name: String, _ range: Range<Int>) {
    lose(.tag, name, at: range.lowerBound)
    replace(range, by: [])
  }

  /// `{{ … }}`: of Hugo where an angle or a percent sign follows, of Zola where it is a call, else Liquid.
  mutating func doubleBrace() {
    let start = next
    if holds("{{<", at: start) || holds("{{%", at: start) { return shortcode() }
    guard let close = find(.outputEnd, from: start + 2),
      close < find(.blankLine, from: start) ?? text.count
    else { return }
    if holds("{{/*", at: start) { return escaped(start + 4, close, opening: "{{", closing: "}}") }
    var inner = text[(start + 2)..<close]
    if inner.first == UInt8(ascii: "-") { inner = inner.dropFirst() }
    if inner.last == UInt8(ascii: "-") { inner = inner.dropLast() }
    inner = inner.drop(while: HTMLNames.isSpace)
    let name = String(decoding: inner.prefix { HTMLNames.isNameByte($0) }, as: UTF8.self)
    let rest = inner.dropFirst(name.utf8.count)
    let range = start..<(close + 2)
    if !name.isEmpty, rest.drop(while: HTMLNames.isSpace).first == UInt8(ascii: "(") {
      guard settings.reads(.shortcodes) else { return next = range.upperBound }
      return zolaShortcode(name, rest, range, closes: nil)
    }
    // In MDX these are the braces of an object.
    if page.isMDX { return expression() }
    guard settings.reads(.liquid) else { return next = range.upperBound }
    if let value = value(of: inner) { return replace(range, by: value.utf8) }
    let words = String(decoding: inner.prefix(40), as: UTF8.self).split { $0.isWhitespace }
    lose(.output, words.first.map(String.init) ?? "", at: start)
    replace(range, by: [])
  }

  /// What an output shows; nil where only the site's own generator knows.
  func value(of output: ArraySlice<UInt8>) -> String? {
    let parts = output.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmingSpaces }
    guard let first = parts.first, var value = operand(first) else { return nil }
    for filter in parts.dropFirst() {
      let pair = filter.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
      switch pair.first {
      case "relative_url": value = below(String(page.basePath), value)
      case "absolute_url": value = below(page.siteURL, value)
      case "url": value = below(String(page.basePath), value)
      case "prepend":
        guard pair.count == 2, let other = operand(pair[1]) else { return nil }
        value = other + value
      case "append":
        guard pair.count == 2, let other = operand(pair[1]) else { return nil }
        value += other
      case "escape", "xml_escape", "escape_once", "strip", "safe", "raw", "markdownify", "default":
        continue
      default: return nil
      }
    }
    return value
  }

  private func below(_ base: String, _ path: String) -> String {
    if path.contains("://") { return path }
    return path.hasPrefix("/") ? base + path : base + "/" + path
  }

  private func operand(_ text: String) -> String? {
    if text.isEmpty { return "" }
    if let literal = DialectArguments.literal(text) { return literal }
    if let value = variables[text] { return value }
    switch text {
    case "site.url": return String(page.origin)
    case "site.baseurl", "site.base_url": return String(page.basePath)
    case "site.title", "site.name": return page.siteTitle
    case "site.description": return page.siteDescription
    case "page.title", "title": return page.title
    case "page.url", "page.permalink": return page.link
    default: return nil
    }
  }

  /// In code only what a generator would unwrap there: `{% raw %}`, and shortcodes that are shown.
  mutating func code(_ range: Range<Int>) {
    next = range.lowerBound
    while next < range.upperBound {
      guard text[next] == UInt8(ascii: "{"), next + 2 < range.upperBound else {
        next += 1
        continue
      }
      let start = next
      if text[next + 1] == UInt8(ascii: "%"), settings.reads(.liquid) {
        rawTag(range)
      } else if settings.reads(.shortcodes), text[next + 1] == UInt8(ascii: "{") {
        escapedInCode(range)
      }
      if next == start { next += 1 }
    }
    next = range.upperBound
  }

  private mutating func rawTag(_ range: Range<Int>) {
    guard let close = find(.tagEnd, from: next + 2), close < range.upperBound else { return }
    let end = close + 2
    let name = String(decoding: text[(next + 2)..<close], as: UTF8.self)
      .trimmingCharacters { $0 == "-" || $0.isWhitespace }
    if name == "raw", let tag = endOfTag(at: next) {
      if next >= rawEnd { rawEnd = tag.lowerBound }
      replace(next..<end, by: [])
    } else if name == "endraw", rawEnd == next {
      replace(next..<end, by: [])
    }
  }
}

extension String {
  /// The text without the quotes around it.
  var trimmingQuotes: String { trimmingCharacters { $0 == "\"" || $0 == "'" } }

  func trimmingCharacters(_ isTrimmed: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isTrimmed($0) }),
      let last = lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(self[first...last])
  }
}
