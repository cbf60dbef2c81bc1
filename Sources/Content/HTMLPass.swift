internal import FeedValues

/// The one pass over an article's HTML that makes it stand alone in a reader.
///
/// It works on tokens: text, comments, code and the contents of raw elements are left as they are,
/// whatever they look like. Every URL in an attribute becomes absolute against the article's own
/// address, and characters that XML forbids are dropped.
struct HTMLPass {
  private let resolver: ReferenceResolver

  /// The attributes that hold one URL.
  private static let urlAttributes: Set<[UInt8]> = Set(
    ["href", "src", "poster", "cite", "data", "longdesc", "background"].map { Array($0.utf8) })
  private static let sourceSet = Array("srcset".utf8)

  /// Elements whose content is text up to their end tag.
  private static let rawElements: Set<[UInt8]> = Set(
    ["script", "style", "textarea", "title", "xmp", "noembed", "noframes"].map { Array($0.utf8) })

  /// A pass for the page at `base`.
  init(base: AbsoluteURL) {
    resolver = ReferenceResolver(base: base)
  }

  /// HTML in UTF-8 as feeds carry it.
  func run(_ html: [UInt8]) -> [UInt8] {
    let clean = holdsForbiddenCharacter(html.span) ? withoutForbiddenCharacters(html) : html
    var run = Run(html: clean, pass: self)
    return run.result()
  }

  /// One run of the pass: what was copied, and where it reads.
  private struct Run {
    let html: [UInt8]
    let pass: HTMLPass
    var output: [UInt8] = []
    /// The first byte that is not in `output` yet.
    var copied = 0
    var next = 0

    init(html: [UInt8], pass: HTMLPass) {
      self.html = html
      self.pass = pass
    }

    mutating func result() -> [UInt8] {
      while let open = html[next...].firstIndex(of: UInt8(ascii: "<")) {
        next = open + 1
        guard next < html.count else { break }
        switch html[next] {
        case 0x41...0x5A, 0x61...0x7A: readTag()
        case UInt8(ascii: "!") where html[next...].starts(with: "!--".utf8): skip(past: "-->")
        case UInt8(ascii: "!") where html[next...].starts(with: "![CDATA[".utf8): skip(past: "]]>")
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"): skip(past: ">")
        default: break
        }
      }
      if copied == 0 { return html }
      output += html[copied...]
      return output
    }

    /// Reads a start tag from its name on.
    private mutating func readTag() {
      let name = lowercasedRun { !HTMLPass.isSpace($0) && $0 != UInt8(ascii: "/") }
      while next < html.count {
        let byte = html[next]
        if byte == UInt8(ascii: ">") {
          next += 1
          break
        }
        if HTMLPass.isSpace(byte) || byte == UInt8(ascii: "/") {
          next += 1
        } else {
          readAttribute()
        }
      }
      if HTMLPass.rawElements.contains(name) { skipRawText(of: name) }
    }

    private mutating func readAttribute() {
      // The standard lets a name begin with "=".
      let first = next
      next += 1
      _ = lowercasedRun {
        !HTMLPass.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=")
      }
      let name = html[first..<next].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      skipSpaces()
      guard next < html.count, html[next] == UInt8(ascii: "=") else { return }
      next += 1
      skipSpaces()
      guard next < html.count else { return }
      let quote = html[next]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let start = isQuoted ? next + 1 : next
      let end: Int
      if isQuoted {
        end = html[start...].firstIndex(of: quote) ?? html.count
        next = min(end + 1, html.count)
      } else {
        end =
          html[start...].firstIndex { HTMLPass.isSpace($0) || $0 == UInt8(ascii: ">") }
          ?? html.count
        next = end
      }
      rewrite(start..<end, of: name, isQuoted: isQuoted, quote: quote)
    }

    /// Writes an attribute's value anew where it holds a URL that is not absolute.
    private mutating func rewrite(
      _ range: Range<Int>, of name: [UInt8], isQuoted: Bool, quote: UInt8
    ) {
      let value = html[range]
      let replacement: [UInt8]?
      if HTMLPass.urlAttributes.contains(name) {
        replacement = pass.absolute(value)
      } else if name == HTMLPass.sourceSet {
        replacement = pass.absoluteSources(value)
      } else {
        return
      }
      guard let replacement else { return }
      output += html[copied..<range.lowerBound]
      let mark = isQuoted ? quote : UInt8(ascii: "\"")
      if !isQuoted { output.append(mark) }
      output += HTMLReferences.escaped(replacement, quote: mark)
      if !isQuoted { output.append(mark) }
      copied = range.upperBound
    }

    /// Skips to behind the next `end`; to the end of the text where there is none.
    private mutating func skip(past end: StaticString) {
      let pattern = Array("\(end)".utf8)
      guard let first = pattern.first else { return }
      while let found = html[next...].firstIndex(of: first) {
        next = found + 1
        if html[found...].starts(with: pattern) {
          next = found + pattern.count
          return
        }
      }
      next = html.count
    }

    /// Skips to behind the end tag of a raw element; not at all where there is none, or one that was
    /// never meant as an element would swallow the rest of the article.
    private mutating func skipRawText(of name: [UInt8]) {
      let start = next
      while let open = html[next...].firstIndex(of: UInt8(ascii: "<")) {
        next = open + 1
        guard next < html.count, html[next] == UInt8(ascii: "/") else { continue }
        next += 1
        if lowercasedRun({ !HTMLPass.isSpace($0) && $0 != UInt8(ascii: "/") }) == name { return }
      }
      next = start
    }

    /// The bytes up to `>` or what does not belong, in lower case.
    private mutating func lowercasedRun(_ belongs: (UInt8) -> Bool) -> [UInt8] {
      let start = next
      while next < html.count, html[next] != UInt8(ascii: ">"), belongs(html[next]) { next += 1 }
      return html[start..<next].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    }

    private mutating func skipSpaces() {
      while next < html.count, HTMLPass.isSpace(html[next]) { next += 1 }
    }
  }

  /// The absolute URL that an attribute's value means; nil where it is absolute already.
  private func absolute(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    let url = Self.trimmed(HTMLReferences.decoded(value)[...])
    if ReferenceResolver.isAbsolute(url) { return nil }
    return resolver.resolve(url)
  }

  /// A `srcset` with absolute URLs.
  ///
  /// It is made of candidates of a URL and, behind white space, a descriptor, with
  /// commas between them. See <https://html.spec.whatwg.org/multipage/images.html#srcset-attribute>.
  private func absoluteSources(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = HTMLReferences.decoded(value)[...]
    var result: [UInt8] = []
    while true {
      rest = rest.drop { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
      if rest.isEmpty { break }
      var url = rest.prefix { !Self.isSpace($0) }
      rest = rest[url.endIndex...]
      let endsCandidate = url.last == UInt8(ascii: ",")
      while url.last == UInt8(ascii: ",") { url = url.dropLast() }
      let descriptor =
        endsCandidate ? [] : Self.trimmed(rest.prefix { $0 != UInt8(ascii: ",") })
      if !endsCandidate { rest = rest.drop { $0 != UInt8(ascii: ",") } }
      if !result.isEmpty { result += ", ".utf8 }
      result += ReferenceResolver.isAbsolute(url) ? Array(url) : resolver.resolve(url)
      if !descriptor.isEmpty {
        result.append(UInt8(ascii: " "))
        result += descriptor
      }
    }
    return result.isEmpty ? nil : result
  }

  /// The value without white space around it and without line breaks and tabs in it, as browsers read
  /// URLs.
  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var value = value.drop(while: isSpace)
    while let last = value.last, isSpace(last) { value = value.dropLast() }
    guard value.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return value }
    return value.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }[...]
  }

  /// ASCII white space as HTML has it: without U+000B.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B
  }
}
