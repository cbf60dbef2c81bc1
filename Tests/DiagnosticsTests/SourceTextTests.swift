import Diagnostics
import Testing

struct SourceTextTests {
  /// The mark `¦` stands where the position is asked for; it is no part of the text.
  @Test(arguments: [
    ("¦", 1, 1),
    ("¦abc", 1, 1),
    ("ab¦c", 1, 3),
    ("abc¦", 1, 4),
    ("a\nb¦c", 2, 2),
    ("a\n¦", 2, 1),
    ("a\n\n\n¦x", 4, 1),
    ("a\r\nb¦", 2, 2),
    ("a\r\n\r\n¦x", 3, 1),
    ("\u{FEFF}¦a", 1, 1),
    ("\u{FEFF}ab¦c", 1, 3),
    ("\u{FEFF}a\nb¦", 2, 2),
    ("é音¦x", 1, 3),
    ("👩‍💻¦x", 1, 4),
    ("e\u{301}¦x", 1, 3),
    ("\t¦x", 1, 2),
    ("音\n声¦", 2, 2),
  ])
  func `a byte has a line and a column in scalars`(marked: String, line: Int, column: Int) {
    let source = text(marked.replacing("¦", with: ""))
    let offset = marked.prefix { $0 != "¦" }.utf8.count
    #expect(source.position(ofByteAt: offset) == Position(line: line, column: column))
  }

  @Test func `an offset behind the end is the end`() {
    #expect(text("a\nbc").position(ofByteAt: 99) == Position(line: 2, column: 3))
    #expect(text("").position(ofByteAt: 1) == .start)
    #expect(text("\u{FEFF}").position(ofByteAt: 1) == .start)
  }

  @Test(arguments: [
    (1, "first"), (2, ""), (3, "thi\rrd"), (4, "last"), (5, nil), (100, nil),
  ])
  func `a line comes without its line break and the byte-order mark`(
    number: Int, expected: String?
  ) {
    let source = text("\u{FEFF}first\r\n\nthi\rrd\r\nlast")
    #expect(source.line(number) == expected)
  }

  @Test func `a finding in a text has its line, and its rule's cure where nothing is better`() {
    let rule = Rule("a-rule", .warning, "Why.", cure: "mend it")
    let source = text("a\nbc\r\n")
    let position = Position(line: 2, column: 2)
    #expect(
      source.diagnostic(rule, at: position, length: 3, "no")
        == Diagnostic(
          rule: rule, severity: .warning,
          location: SourceLocation(file: "a.md", position: position),
          message: "no", help: "mend it", sourceLine: "bc", length: 3))
    #expect(
      source.diagnostic(rule, at: nil, "no", help: "so")
        == Diagnostic(
          rule: rule, location: SourceLocation(file: "a.md"), message: "no", help: "so"))
  }

  private func text(_ content: String) -> SourceText {
    SourceText(path: "a.md", bytes: Array(content.utf8))
  }
}
