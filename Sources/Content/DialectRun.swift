internal import FeedValues

/// One run over an article's text: what was copied, and what is open.
///
/// Lines of code are left alone. Every byte is looked at a bounded number of times: ends that were
/// looked for in vain are remembered, and what is found is stepped over.
struct DialectRun {
  let text: [UInt8]
  let settings: DialectSettings
  let page: DialectPage
  var lines: MarkdownLines
  private var output: [UInt8] = []
  /// The first byte that is not in `output` yet.
  private(set) var copied: Int
  /// The first byte that was not looked at yet.
  var next: Int
  private(set) var losses: [DialectLoss] = []
  /// Blocks of `:::` that are open.
  var containers: [DialectContainer] = []
  /// By how much the text in open components is indented; nil until its first line.
  var components: [Int?] = []
  /// Where the end tag of the text in `{% raw %}` begins.
  var rawEnd = 0
  var variables: [String: String] = [:]
  /// Pictures that MDX imports, by name.
  var imports: [String: String] = [:]
  private var marks = DialectMarks()
  private var pairs: DialectTagPairs?
  private var lineStart: Int
  /// Where the last line began that held text, and the end of it.
  private(set) var previousLine: Range<Int>?

  init(_ text: [UInt8], from start: Int, settings: DialectSettings, page: DialectPage) {
    self.text = text
    self.settings = settings
    self.page = page
    lines = MarkdownLines(hasIndentedCode: !page.isMDX)
    copied = start
    next = start
    lineStart = start
  }

  /// The text without what only dialects know; nil where there is nothing of them.
  mutating func result() -> [UInt8]? {
    let start = copied
    while next < text.count {
      lineStart = next
      let end = min(Self.lineBreaks.next(in: text.span, from: next) + 1, text.count)
      let wasInParagraph = lines.isInParagraph
      lines.hasIndentedCode = !page.isMDX && components.isEmpty
      let kind = lines.next(text, next..<end)
      dressLine(next..<end, kind)
      switch kind {
      case .blank:
        next = end
        previousLine = nil
        continue
      case .code: code(next..<end)
      case .text:
        if block(next..<end, continues: wasInParagraph) { skipLineBreak() } else { inline() }
      }
      previousLine = lineStart..<next
    }
    if copied == start, output.isEmpty { return nil }
    return output + text[copied...]
  }

  /// Leaves out the bytes of `range`, writes `bytes` in their place, and goes on behind them.
  mutating func replace(_ range: Range<Int>, by bytes: some Sequence<UInt8>) {
    output += text[copied..<range.lowerBound]
    output += bytes
    copied = range.upperBound
    next = range.upperBound
  }

  /// Copies what stands before `place`.
  mutating func insert(_ bytes: some Sequence<UInt8>, at place: Int) {
    output += text[copied..<place]
    output += bytes
    copied = place
  }

  mutating func lose(_ kind: DialectLoss.Kind, _ name: String, at offset: Int) {
    losses.append(DialectLoss(kind: kind, name: name, offset: offset))
  }

  /// The first place from `start` on where `mark` stands.
  mutating func find(_ mark: DialectMarks.Mark, from start: Int) -> Int? {
    marks.find(mark, in: text, from: start)
  }

  /// Whether a tag of this name that ends something stands behind `place`.
  mutating func hasEnd(of name: String, behind place: Int) -> Bool {
    nearestEnd(of: name, from: place + 1) != nil
  }

  mutating func nearestEnd(of name: String, from start: Int) -> Int? {
    marks.end(of: name, in: text, from: start)
  }

  /// The tag that ends the one at `place`; nil where none does.
  mutating func endOfTag(at place: Int) -> Range<Int>? {
    let known = pairs ?? DialectTagPairs(text)
    pairs = known
    return known[place]
  }

  /// The place behind the brace that closes the one at `place`; nil where none does.
  mutating func endOfBraces(at place: Int) -> Int? {
    marks.endOfBraces(at: place, in: text)
  }

  /// Whether the bytes at `place` are those of `sign`.
  func holds(_ sign: String, at place: Int) -> Bool {
    place < text.count && text[place...].starts(with: sign.utf8)
  }

  /// The end of the line that holds `place`, before its line break.
  mutating func endOfLine(_ place: Int) -> Int {
    var end = find(.lineBreak, from: place) ?? text.count
    if end > place, text[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Whether nothing but white space stands in `range`.
  func isBlank(_ range: Range<Int>) -> Bool { text[range].allSatisfy(HTMLNames.isSpace) }

  /// Whether a tag in `range` is all that its line holds.
  mutating func standsAlone(_ range: Range<Int>) -> Bool {
    let start = max(lineStart, lines.contentStart)
    return start <= range.lowerBound && isBlank(start..<range.lowerBound)
      && isBlank(range.upperBound..<endOfLine(range.upperBound))
  }

  /// Whether nothing but the marks of its line stands before `place`.
  func beginsLine(_ place: Int) -> Bool {
    let start = max(lineStart, lines.contentStart)
    return start <= place && isBlank(start..<place)
  }

  private static let lineBreaks = ByteScan("\n")
  /// What can begin anything within a line, and what ends it.
  private static let signs = ByteScan("\n\\`${[!<")

  private mutating func skipLineBreak() {
    if next > 0, text[next - 1] == 0x0A { return }
    if next < text.count, text[next] == 0x0D { next += 1 }
    if next < text.count, text[next] == 0x0A { next += 1 }
  }

  /// Looks through the rest of a line; a construct may take it to a later one.
  private mutating func inline() {
    if next < lines.contentStart { next = lines.contentStart }
    while true {
      next = Self.signs.next(in: text.span, from: next)
      guard next < text.count else { return }
      switch text[next] {
      case 0x0A:
        next += 1
        return
      case UInt8(ascii: "\\"):
        let isEscape = next + 1 < text.count && "[]<`$!\\".utf8.contains(text[next + 1])
        next += isEscape ? 2 : 1
      case UInt8(ascii: "`"): codeSpan()
      case UInt8(ascii: "$"): math()
      case UInt8(ascii: "{"): brace()
      case UInt8(ascii: "[") where holds("[[", at: next): wikiLink(start: next)
      case UInt8(ascii: "!") where holds("![[", at: next): wikiLink(start: next)
      case UInt8(ascii: "<"): angle()
      default: next += 1
      }
    }
  }

  private mutating func codeSpan() {
    let count = text[next...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = next
    next += count
    guard let end = marks.endOfCodeSpan(count, in: text, from: next) else { return }
    code(start..<end)
  }

  /// Steps over a formula, in which braces mean what TeX means by them.
  private mutating func math() {
    let isBlock = holds("$$", at: next)
    let start = next + (isBlock ? 2 : 1)
    guard start < text.count, isBlock || !HTMLNames.isSpace(text[start]) else {
      return next = start
    }
    next = start
    if isBlock {
      if let end = find(.mathEnd, from: start), end < find(.blankLine, from: start) ?? text.count {
        next = end + 2
      }
      return
    }
    let line = endOfLine(start)
    guard let end = text[start..<line].prefix(512).firstIndex(of: UInt8(ascii: "$")),
      !HTMLNames.isSpace(text[end - 1]), end + 1 >= line || !(0x30...0x39 ~= text[end + 1])
    else { return }
    next = end + 1
  }

  private mutating func brace() {
    guard next + 1 < text.count else { return next += 1 }
    let start = next
    if start >= rawEnd || holds("{%", at: start) && start == rawEnd {
      switch text[start + 1] {
      case UInt8(ascii: "{"): doubleBrace()
      case UInt8(ascii: "%"): tag()
      case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "."): attributes()
      default: if !braceBehindLink() { expression() }
      }
    }
    if next == start { next += 1 }
  }

  /// Left as they are: comments, which the HTML pass drops, and tags of HTML.
  private mutating func angle() {
    let start = next
    if start >= rawEnd {
      if holds("<!--", at: start) {
        next = find(.commentEnd, from: start + 4).map { $0 + 3 } ?? start + 4
        return
      }
      element()
    }
    if next == start { next += 1 }
  }
}
