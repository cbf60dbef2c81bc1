internal import Testing

@testable internal import Markdown

struct PlainTextFastPathTests {
  static let pieces = [
    "[", "]", "[0]", "[^1]", "![", "!", "](", "(", ")", "[a](b)", "[a]: b", "^", ":", "://",
    "http://a.b/c",
    "www.a.b", "a@b.c", "mailto:a@b.c", "*", "_", "`", "~~", "\\", "&", "&amp;", "<", "<b>",
    "<x y>", "#",
    "- ", "1. ", "|", "=", "a", "B", " ", "  ", "é", "“", "\u{2028}", "\u{85}", "\t", "\n", "\r\n",
    "\u{7F}",
    "😀", "x ", "'", "\"", "--", "...", "[ ]", "[x]", "+++",
  ]

  @Test func `a line that is taken as it is would be the same if it were parsed`() {
    var state: UInt64 = 3
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var bracketed = 0
    for _ in 0..<20_000 {
      let line = (0...next(8)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      guard LineMarks.areAbsent(from: line.utf8.span), line.contains("[") else { continue }
      bracketed += 1
      #expect(Markdown.parsedText(ofLine: line) == line, "\(line.debugDescription)")
    }
    #expect(bracketed > 500)
  }

  @Test func `every character of ASCII within a line is itself where the line is taken as it is`() {
    for value in UInt8(0x20)..<0x7F {
      let character = String(Unicode.Scalar(value))
      for line in [
        "a\(character)b", "a \(character) b", "a\(character)[0]b", "\(character)a",
        "a\(character)\(character)b",
      ]
      where LineMarks.areAbsent(from: line.utf8.span) && !line.hasPrefix(" ") {
        #expect(Markdown.parsedText(ofLine: line) == line, "\(line.debugDescription)")
      }
    }
  }
}
