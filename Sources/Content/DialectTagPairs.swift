/// Which tag `{% endname %}` ends which tag `{% name %}`, found in one walk over a text.
struct DialectTagPairs {
  /// By the place of a tag, the one that ends it; of an `else`, the one that ends the branches.
  private var ends: [Int: Range<Int>] = [:]

  init(_ text: [UInt8]) {
    var open: [String: [Int]] = [:]
    /// The places of `if` and, behind each, of its further branches.
    var branches: [[Int]] = []
    var place = 0
    var rawEndIsMissing = false
    while let tag = Self.next(in: text, from: place) {
      place = tag.range.upperBound
      let start = tag.range.lowerBound
      switch tag.name {
      case "raw", "verbatim", "comment":
        if rawEndIsMissing { continue }
        if let end = Self.next(in: text, from: place, named: "end" + tag.name) {
          ends[start] = end
          place = end.upperBound
        } else {
          rawEndIsMissing = true
        }
      case "if", "unless": branches.append([start])
      case "else", "elsif", "elif", "elseif":
        if !branches.isEmpty { branches[branches.count - 1].append(start) }
      case "endif", "endunless":
        for branch in branches.popLast() ?? [] { ends[branch] = tag.range }
      default:
        if tag.name.hasPrefix("end") {
          if let begin = open[String(tag.name.dropFirst(3))]?.popLast() { ends[begin] = tag.range }
        } else {
          open[tag.name, default: []].append(start)
        }
      }
    }
  }

  subscript(place: Int) -> Range<Int>? { ends[place] }

  private static func next(in text: [UInt8], from start: Int, named name: String) -> Range<Int>? {
    var place = start
    while let tag = next(in: text, from: place) {
      if tag.name == name { return tag.range }
      place = tag.range.upperBound
    }
    return nil
  }

  private static func next(
    in text: [UInt8], from start: Int
  ) -> (name: String, range: Range<Int>)? {
    var place = start
    while place + 3 < text.count {
      guard text[place] == UInt8(ascii: "{"), text[place + 1] == UInt8(ascii: "%") else {
        place += 1
        continue
      }
      var inner = place + 2
      if text[inner] == UInt8(ascii: "-") { inner += 1 }
      while inner < text.count, HTMLNames.isSpace(text[inner]) { inner += 1 }
      let name = text[inner...].prefix(32).prefix { HTMLNames.isNameByte($0) }
      var end = max(name.endIndex, place + 2)
      while end + 1 < text.count,
        text[end] != UInt8(ascii: "%") || text[end + 1] != UInt8(ascii: "}")
      {
        end += 1
      }
      if end + 1 >= text.count { return nil }
      return (String(decoding: name, as: UTF8.self), place..<(end + 2))
    }
    return nil
  }
}
