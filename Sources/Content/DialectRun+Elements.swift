extension DialectRun {
  /// A component of MDX, or a tag of HTML with the attributes of JSX.
  mutating func element() {
    guard settings.reads(.mdx), next + 1 < text.count else { return }
    let start = next
    if page.isMDX, holds("<>", at: start) || holds("</>", at: start) {
      return replace(start..<(start + (text[start + 1] == UInt8(ascii: ">") ? 2 : 3)), by: [])
    }
    let isEnd = text[start + 1] == UInt8(ascii: "/")
    let first = start + (isEnd ? 2 : 1)
    guard first < text.count, 0x41...0x5A ~= text[first] & 0xDF else { return }
    let isUpper = 0x41...0x5A ~= text[first]
    guard isUpper || page.isMDX else { return }
    let nameEnd = text[first...].prefix(64).prefix { HTMLNames.isNameByte($0) }.endIndex
    guard nameEnd < text.count, let end = endOfElement(from: nameEnd) else { return }
    let name = String(decoding: text[first..<nameEnd], as: UTF8.self)
    if isUpper, isComponent(name, start) {
      isEnd ? endComponent(name, start..<end) : component(name, nameEnd, start..<end)
    } else if page.isMDX, !isEnd {
      rewriteTag(nameEnd, end)
    }
  }

  /// The place behind the tag whose name ends at `start`; nil where it is none.
  private mutating func endOfElement(from start: Int) -> Int? {
    var place = start
    var quote: UInt8 = 0
    for _ in 0..<4096 {
      guard place < text.count else { return nil }
      let byte = text[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        guard let end = endOfBraces(at: place) else { return nil }
        place = end
        continue
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// Whether an element of this name is none of HTML's.
  ///
  /// Old HTML is in capitals; `List<String>` is no element at all.
  private func isComponent(_ name: String, _ start: Int) -> Bool {
    if page.isMDX || name == "Link" { return true }
    if start > 0, HTMLNames.isNameByte(text[start - 1]) { return false }
    guard name.utf8.contains(where: { 0x61...0x7A ~= $0 }) else { return false }
    let key = HTMLNames.key(name)
    return HTMLPolicy.elements[key] == nil && !Self.otherElements.contains(key)
  }

  /// Elements of HTML that the HTML pass has nothing to say of.
  private static let otherElements = Set(
    """
    abbr acronym b bdi bdo big blink canvas cite code data del dfn em font i image ins kbd label \
    legend map mark marquee meter nobr output picture progress q s samp slot small span strike \
    strong sub sup time tt u var
    """.split(separator: " ").map { HTMLNames.key(String($0)) })

  private mutating func component(_ name: String, _ nameEnd: Int, _ range: Range<Int>) {
    let isClosed = text[range.upperBound - 2] == UInt8(ascii: "/")
    let inner = text[nameEnd..<(range.upperBound - (isClosed ? 2 : 1))]
    var arguments = DialectArguments(inner)
    for (key, expression) in arguments.expressions {
      let path = imports[expression.trimmingSpaces] ?? Self.required(expression)
      if let path { arguments.set(key, path) }
    }
    let isPaired = !isClosed && hasEnd(of: "<" + name, behind: range.upperBound - 1)
    if isPaired {
      if name == "Link" || name == "A", let target = arguments.first("to", "href") {
        let value = HTMLReferences.escaped(Array(target.utf8), quote: UInt8(ascii: "\""))
        return replace(range, by: Array("<a href=\"".utf8) + value + Array("\">".utf8))
      }
      if standsAlone(range) { components.append(nil) }
      return replace(range, by: [])
    }
    if let markdown = DialectEmbeds.markdown(for: name, arguments) {
      return replace(range, by: markdown.utf8)
    }
    lose(.component, name, at: range.lowerBound)
    replace(range, by: [])
  }

  private mutating func endComponent(_ name: String, _ range: Range<Int>) {
    if name == "Link" || name == "A" { return replace(range, by: "</a>".utf8) }
    if standsAlone(range) { _ = components.popLast() }
    replace(range, by: [])
  }

  /// The path in `require("…")`.
  private static func required(_ expression: String) -> String? {
    guard let open = expression.firstRange(of: "require("),
      let close = expression[open.upperBound...].firstIndex(of: ")")
    else { return nil }
    return DialectArguments.literal(String(expression[open.upperBound..<close]))
  }

  /// Writes the attributes of a tag of HTML as HTML has them: `class` for `className`, no expressions.
  private mutating func rewriteTag(_ nameEnd: Int, _ end: Int) {
    var place = nameEnd
    while place < end - 1 {
      let byte = text[place]
      if HTMLNames.isSpace(byte) || byte == UInt8(ascii: "/") {
        place += 1
        continue
      }
      let start = place
      if byte == UInt8(ascii: "{") {
        place = endOfBraces(at: place) ?? end - 1
        replace(start..<place, by: [])
        continue
      }
      while place < end - 1, !HTMLNames.endsName(text[place]), text[place] != UInt8(ascii: "="),
        text[place] != UInt8(ascii: "{")
      {
        place += 1
      }
      let name = String(decoding: text[start..<place], as: UTF8.self)
      let newName = ["className": "class", "htmlFor": "for"][name]
      guard place < end - 1, text[place] == UInt8(ascii: "=") else {
        if place == start { place += 1 }
        continue
      }
      let value = place + 1
      if text[value] == UInt8(ascii: "{") {
        place = endOfBraces(at: value) ?? end - 1
        let expression = String(
          decoding: text[(value + 1)..<max(value + 1, place - 1)], as: UTF8.self)
        let known =
          DialectArguments.literal(expression) ?? imports[expression.trimmingSpaces]
          ?? Self.required(expression)
        if let known {
          let escaped = HTMLReferences.escaped(Array(known.utf8), quote: UInt8(ascii: "\""))
          replace(
            start..<place,
            by: Array("\(newName ?? name)=\"".utf8) + escaped + [UInt8(ascii: "\"")])
        } else {
          if name == "src" || name == "href" { lose(.expression, expression, at: value) }
          replace(start..<place, by: [])
        }
        continue
      }
      if let newName { replace(start..<(place), by: newName.utf8) }
      place = value
      if text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'") {
        let quote = text[place]
        place = text[(place + 1)..<end].firstIndex(of: quote).map { $0 + 1 } ?? end - 1
      }
    }
    next = end
  }
}
