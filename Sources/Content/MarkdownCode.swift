/// Where code stands in a Markdown text, so that a search for markup can pass it over.
struct MarkdownCode {
  /// In ascending order.
  private var ranges: [Range<Int>] = []

  /// The code behind `start`.
  init(_ text: [UInt8], from start: Int) {
    var lines = MarkdownLines(hasIndentedCode: true)
    var marks = DialectMarks()
    var next = min(start, text.count)
    while next < text.count {
      let end = text[next...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      let kind = lines.next(text, next..<end)
      if kind == .code { ranges.append(next..<end) }
      var place = kind == .text ? next : end
      while place < end {
        guard text[place] == UInt8(ascii: "`") else {
          place += text[place] == UInt8(ascii: "\\") ? 2 : 1
          continue
        }
        let count = text[place...].prefix { $0 == UInt8(ascii: "`") }.count
        let span = marks.endOfCodeSpan(count, in: text, from: place + count)
        if let span { ranges.append(place..<span) }
        place = span ?? place + count
      }
      next = max(end, place)
    }
  }

  /// Whether the byte at `place` is code.
  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }
}
