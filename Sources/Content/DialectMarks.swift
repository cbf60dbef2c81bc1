internal import FeedValues

/// Where marks stand in a text, so that looking for one again costs nothing.
struct DialectMarks {
  enum Mark: Int, CaseIterable {
    case outputEnd, tagEnd, angleEnd, percentEnd, noteEnd, linkEnd, commentEnd, mathEnd, blankLine,
      colons, remarkEnd, lineBreak

    fileprivate var sign: [UInt8] { Self.signs[rawValue] }

    private static let signs = allCases.map { Array($0.text.utf8) }

    private var text: String {
      switch self {
      case .outputEnd: "}}"
      case .tagEnd: "%}"
      case .angleEnd: ">}}"
      case .percentEnd: "%}}"
      case .noteEnd: "#}"
      case .linkEnd: "]]"
      case .commentEnd: "-->"
      case .mathEnd: "$$"
      case .blankLine: "\n"
      case .colons: ":::"
      case .lineBreak: "\n"
      case .remarkEnd: "{:/comment}"
      }
    }
  }

  private struct Found {
    var from = Int.max
    /// `Int.max` where there is none.
    var at = 0
  }

  private var found = [Found](repeating: Found(), count: Mark.allCases.count)
  /// By name, where the tags stand that end it.
  private var ends: [String: [Int]]?
  private var braces: [Int: Int]?
  /// By their number, the end of the paragraph in which so many backticks were looked for in vain.
  private var missingBackticks = [Int](repeating: 0, count: 81)

  /// The first place from `start` on where `mark` stands; nil where there is none.
  mutating func find(_ mark: Mark, in text: [UInt8], from start: Int) -> Int? {
    let known = found[mark.rawValue]
    if known.from > start || known.at < start {
      found[mark.rawValue] = Found(from: start, at: Self.search(mark, in: text, from: start))
    }
    let place = found[mark.rawValue].at
    return place == Int.max ? nil : place
  }

  /// By mark, a search for its first byte.
  private static let scans = Mark.allCases.map { ByteScan(Array($0.sign.prefix(1))) }

  private static func search(_ mark: Mark, in text: [UInt8], from start: Int) -> Int {
    let sign = mark.sign
    let scan = Self.scans[mark.rawValue]
    var index = scan.next(in: text.span, from: start)
    while index + sign.count <= text.count {
      if mark == .blankLine {
        if holdsBlankLine(text, behind: index) { return index }
      } else if sign.count == 1 || text[index...].starts(with: sign) {
        return index
      }
      index = scan.next(in: text.span, from: index + 1)
    }
    return Int.max
  }

  /// Whether a line break at `index` is followed by one more, with nothing but spaces between.
  private static func holdsBlankLine(_ text: [UInt8], behind index: Int) -> Bool {
    for byte in text[(index + 1)...] {
      if byte == 0x0A { return true }
      if !HTMLNames.isSpace(byte) { return false }
    }
    return true
  }

  /// The place behind the `count` backticks that end a span of code; nil where none do.
  mutating func endOfCodeSpan(_ count: Int, in text: [UInt8], from start: Int) -> Int? {
    guard count < missingBackticks.count, missingBackticks[count] <= start else { return nil }
    let limit = find(.blankLine, in: text, from: start) ?? text.count
    var index = start
    while index < limit {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      var end = index
      while end < limit, text[end] == UInt8(ascii: "`") { end += 1 }
      if end - index == count { return end }
      index = end
    }
    missingBackticks[count] = limit
    return nil
  }

  /// Where from `start` on the first tag stands that ends what `name` begins: `{{< /name >}}`, `</Name>`.
  mutating func end(of name: String, in text: [UInt8], from start: Int) -> Int? {
    if ends == nil { ends = Self.collectEnds(in: text) }
    guard let places = ends?[name] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }

  private static func collectEnds(in text: [UInt8]) -> [String: [Int]] {
    var ends: [String: [Int]] = [:]
    var index = 0
    while index + 3 < text.count {
      let byte = text[index]
      index += 1
      let isShortcode =
        byte == UInt8(ascii: "{") && text[index] == UInt8(ascii: "{")
        && (text[index + 1] == UInt8(ascii: "<") || text[index + 1] == UInt8(ascii: "%"))
      let isElement = byte == UInt8(ascii: "<") && text[index] == UInt8(ascii: "/")
      guard isShortcode || isElement else { continue }
      let place = index - 1
      var start = index + (isShortcode ? 2 : 1)
      if !isElement {
        while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
        guard start < text.count, text[start] == UInt8(ascii: "/") else { continue }
        start += 1
        while start < text.count, text[start] == UInt8(ascii: " ") { start += 1 }
      }
      let name = text[start...].prefix(64).prefix { HTMLNames.isNameByte($0) }
      let key = String(decoding: name, as: UTF8.self)
      ends[isElement ? "<" + key : key, default: []].append(place)
    }
    return ends
  }

  /// The place behind the brace that closes the one at `place`; nil where none does.
  mutating func endOfBraces(at place: Int, in text: [UInt8]) -> Int? {
    if let braces { return braces[place] }
    var pairs: [Int: Int] = [:]
    var open: [Int] = []
    for index in text.indices {
      if text[index] == UInt8(ascii: "{") {
        open.append(index)
      } else if text[index] == UInt8(ascii: "}"), let start = open.popLast() {
        pairs[start] = index + 1
      }
    }
    braces = pairs
    return pairs[place]
  }
}
