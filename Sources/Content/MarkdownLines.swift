/// Tells the lines of code of a Markdown text from its other lines, one after another.
///
/// Follows fences, quotes, list items and indentation as <https://spec.commonmark.org/0.29/> has them,
/// without a tree.
struct MarkdownLines {
  enum Kind {
    case blank, text, code
  }

  private struct Fence {
    let mark: UInt8
    let count: Int
    let quotes: Int
    let indent: Int
  }

  /// Whether lines that are indented by four spaces are code; in MDX they aren't.
  var hasIndentedCode: Bool
  private var fence: Fence?
  /// The columns at which the text of the open list items begins.
  private var items: [Int] = []
  /// Whether a line that follows goes on with a paragraph.
  private(set) var isInParagraph = false
  /// Of the last line: where its own text begins, and how many quotes it stands in.
  private(set) var contentStart = 0
  private(set) var quotes = 0
  private(set) var indent = 0
  private(set) var isHeading = false
  /// Whether it begins with the mark of a list item.
  private(set) var isItem = false

  init(hasIndentedCode: Bool) { self.hasIndentedCode = hasIndentedCode }

  /// What follows begins a block of its own.
  mutating func endParagraph() { isInParagraph = false }

  /// What the line in `range` is; its line break may be part of it.
  mutating func next(_ text: [UInt8], _ range: Range<Int>) -> Kind {
    let wasInParagraph = isInParagraph
    isInParagraph = false
    isHeading = false
    isItem = false
    var place = range.lowerBound
    quotes = 0
    indent = 0
    while place < range.upperBound {
      skipSpaces(text, range, &place)
      guard place < range.upperBound, text[place] == UInt8(ascii: ">"), indent < 4 || fence == nil
      else { break }
      if let fence, quotes >= fence.quotes { break }
      quotes += 1
      place += 1
      indent = 0
      if place < range.upperBound, text[place] == UInt8(ascii: " ") { place += 1 }
    }
    contentStart = place
    let isBlank = place == range.upperBound || text[place] == 0x0A || text[place] == 0x0D
    if let fence {
      let isInside = quotes >= fence.quotes && (isBlank || indent >= fence.indent)
      if isInside {
        if !isBlank, closes(fence, text, place..<range.upperBound) { self.fence = nil }
        return .code
      }
      self.fence = nil
    }
    if isBlank { return .blank }
    return open(text, range, wasInParagraph: wasInParagraph)
  }

  private mutating func open(
    _ text: [UInt8], _ range: Range<Int>, wasInParagraph: Bool
  ) -> Kind {
    var place = contentStart
    var continues = wasInParagraph
    while true {
      let marker = width(ofMarker: text, place..<range.upperBound)
      if !continues || marker > 0 {
        while let column = items.last, column > indent { items.removeLast() }
      }
      if hasIndentedCode, !continues, indent - (items.last ?? 0) >= 4 {
        contentStart = place
        return .code
      }
      if marker == 0 { break }
      isItem = true
      continues = false
      place += marker
      indent += marker
      let before = indent
      skipSpaces(text, range, &place)
      // More than four spaces are one, and code behind it.
      if indent - before > 4 {
        place -= indent - before - 1
        indent = before + 1
        items.append(indent)
        break
      }
      items.append(indent)
      if items.count > 64 || place >= range.upperBound { break }
    }
    contentStart = place
    guard place < range.upperBound else { return .text }
    if let opened = fence(text, place..<range.upperBound) {
      while let column = items.last, column > indent { items.removeLast() }
      fence = opened
      return .code
    }
    isHeading = text[place] == UInt8(ascii: "#")
    isInParagraph = !isHeading
    return .text
  }

  private mutating func skipSpaces(_ text: [UInt8], _ range: Range<Int>, _ place: inout Int) {
    while place < range.upperBound {
      if text[place] == UInt8(ascii: " ") {
        indent += 1
      } else if text[place] == UInt8(ascii: "\t") {
        indent += 4 - indent % 4
      } else {
        return
      }
      place += 1
    }
  }

  /// The number of bytes of the mark of a list item at the beginning of `range`; 0 where there is none.
  private func width(ofMarker text: [UInt8], _ range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound, 0x30...0x39 ~= text[place], place - range.lowerBound < 9 {
      place += 1
    }
    guard place < range.upperBound else { return 0 }
    switch text[place] {
    case UInt8(ascii: "."), UInt8(ascii: ")"): if place == range.lowerBound { return 0 }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if place > range.lowerBound { return 0 }
    default: return 0
    }
    place += 1
    guard place < range.upperBound, text[place] == UInt8(ascii: " ") || text[place] == 0x09 else {
      return 0
    }
    return place - range.lowerBound
  }

  private func fence(_ text: [UInt8], _ range: Range<Int>) -> Fence? {
    let mark = text[range.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = text[range].prefix { $0 == mark }.count
    if count < 3 { return nil }
    let info = text[range].dropFirst(count)
    if mark == UInt8(ascii: "`"), info.contains(mark) { return nil }
    return Fence(mark: mark, count: count, quotes: quotes, indent: min(indent, items.last ?? 0))
  }

  private func closes(_ fence: Fence, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    if indent - fence.indent > 3 { return false }
    let marks = text[range].prefix { $0 == fence.mark }
    return marks.count >= fence.count
      && text[marks.endIndex..<range.upperBound].allSatisfy(HTMLNames.isSpace)
  }
}
