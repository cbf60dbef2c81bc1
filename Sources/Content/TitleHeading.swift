/// The first heading of level 1 in a Markdown text, for articles whose front matter has no title.
///
/// Headings in fenced or indented code and in comments are none.
struct TitleHeading {
  /// The heading's text, in Markdown.
  let text: String
  /// Where the heading begins.
  let offset: Int
  /// Where the text behind the heading begins, if nothing stands above it: it is not shown twice.
  let bodyStart: Int?

  /// Looks for the heading in `bytes` from `start` on; nil where there is none.
  init?(in bytes: [UInt8], from start: Int) {
    var next = start
    var fence: (mark: UInt8, length: Int)?
    var isComment = false
    /// The lines of a paragraph that may turn out to be a heading.
    var paragraph: Range<Int>?
    var isFirstParagraph = false
    var hasContent = false
    while next < bytes.count {
      let current = FrontMatterBlock.line(of: bytes, from: next)
      let line = bytes[current.text]
      next = current.end
      if isComment {
        isComment = !Self.closesComment(line)
        continue
      }
      let indent = line.prefix { $0 == 0x20 }.count
      let text = line.dropFirst(indent)
      if let open = fence {
        let length = text.prefix { $0 == open.mark }.count
        if indent < 4, length >= open.length, text.dropFirst(length).trimmed.isEmpty { fence = nil }
        continue
      }
      if text.trimmed.isEmpty {
        paragraph = nil
        continue
      }
      let isCode = paragraph == nil && (indent > 3 || text.first == 0x09)
      if !isCode, text.starts(with: "<!--".utf8) {
        isComment = !Self.closesComment(text.dropFirst(4))
        continue
      }
      if !isCode, indent < 4 {
        if let title = Self.hashed(text) {
          self.init(
            title: title, offset: current.text.lowerBound,
            bodyStart: hasContent ? nil : current.end)
          return
        }
        if let lines = paragraph, Self.isUnderline(text) {
          self.init(
            title: bytes[lines], offset: lines.lowerBound,
            bodyStart: isFirstParagraph ? current.end : nil)
          return
        }
        if let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
          let length = text.prefix { $0 == mark }.count
          if length > 2, mark == UInt8(ascii: "~") || !text.dropFirst(length).contains(mark) {
            fence = (mark, length)
            (paragraph, hasContent) = (nil, true)
            continue
          }
        }
      }
      if isCode || Self.beginsBlock(text) {
        paragraph = nil
      } else {
        if paragraph == nil { isFirstParagraph = !hasContent }
        paragraph = (paragraph?.lowerBound ?? current.text.lowerBound)..<current.text.upperBound
      }
      hasContent = true
    }
    return nil
  }

  private init?(title: ArraySlice<UInt8>, offset: Int, bodyStart: Int?) {
    let text = Self.withoutAttributes(String(decoding: title.trimmed, as: UTF8.self))
    guard !text.isEmpty else { return nil }
    self.text = text
    self.offset = offset
    self.bodyStart = bodyStart
  }

  /// What a line `# Title #` holds; nil for another line.
  private static func hashed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.first == UInt8(ascii: "#"), let next = line.dropFirst().first,
      next == 0x20 || next == 0x09
    else { return nil }
    let content = line.dropFirst().trimmed
    let hashes = content.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    guard hashes > 0 else { return content }
    let kept = content.dropLast(hashes)
    return kept.isEmpty || kept.last == 0x20 || kept.last == 0x09 ? kept.trimmed : content
  }

  /// Whether a line makes the one above it a heading of level 1.
  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.trimmed
    return !content.isEmpty && content.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  /// Whether a line begins a list, a quotation or a heading, and so is not the text of one.
  private static func beginsBlock(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if first == UInt8(ascii: ">") || first == UInt8(ascii: "#") || first == UInt8(ascii: "|")
      || first == UInt8(ascii: "<")
    {
      return true
    }
    let second = line.dropFirst().first
    return [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(first)
      && (second == nil || second == 0x20 || second == 0x09)
  }

  private static func closesComment(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let hyphen = rest.firstIndex(of: UInt8(ascii: "-")) {
      rest = rest[hyphen...]
      if rest.starts(with: "-->".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// A heading without the `{#id .class}` that kramdown, Hugo and Docusaurus write behind it.
  private static func withoutAttributes(_ text: String) -> String {
    guard text.hasSuffix("}"), let brace = text.lastIndex(of: "{") else { return text }
    let next = text[text.index(after: brace)...].first
    guard next == "#" || next == "." || next == ":" else { return text }
    return String(text[..<brace]).trimmingSpaces
  }
}
