import Testing

@testable import Diagnostics

struct TerminalRendererTests {
  private let rule = Rule("date-impossible", .error, "A day must exist.", cure: "write another")

  @Test func `a finding shows place, message, rule, line, mark and help`() {
    let finding = Diagnostic(
      rule: rule, location: place(3, 7), message: "2026-02-30 is not a day of the calendar",
      help: "write a date that exists, such as 2026-02-28", sourceLine: "date: 2026-02-30",
      length: 10)
    #expect(
      render(finding) == """
        content/hello.md:3:7: error: 2026-02-30 is not a day of the calendar [date-impossible]
          3 | date: 2026-02-30
            |       ^~~~~~~~~~
          help: write a date that exists, such as 2026-02-28

        """)
  }

  @Test func `a finding about a whole file has neither place nor line`() {
    let finding = Diagnostic(
      rule: rule, severity: .warning, location: SourceLocation(file: "a.md"),
      message: "it is empty",
      help: "write something")
    #expect(
      render(finding) == """
        a.md: warning: it is empty [date-impossible]
          help: write something

        """)
  }

  @Test func `notes stand between the line and the help, which may be missing`() {
    let finding = Diagnostic(
      rule: rule, severity: .info, location: place(12, 1), message: "two of them", help: "",
      sourceLine: "slug: a",
      notes: [
        .init(at: SourceLocation(file: "b.md", position: Position(line: 2, column: 5)), "one"),
        .init(at: SourceLocation(file: "c.md"), "another"),
      ])
    #expect(
      render(finding) == """
        content/hello.md:12:1: info: two of them [date-impossible]
          12 | slug: a
             | ^
          note: b.md:2:5: one
          note: c.md: another

        """)
  }

  @Test func `colour is for the severity and the mark`() {
    let finding = Diagnostic(
      rule: rule, location: place(1, 2), message: "no", help: "yes", sourceLine: "abc", length: 2)
    let text = TerminalRenderer(usesColor: true).render(finding)
    #expect(
      text == """
        content/hello.md:1:2: \u{1B}[1;31merror\u{1B}[0m: no [date-impossible]
          1 | abc
            |  \u{1B}[1;32m^~\u{1B}[0m
          help: yes

        """)
  }

  /// What stands before the mark, the marked text and the line under it.
  @Test(arguments: [
    ("title: ", "été", "       ^~~"),
    ("題名: ", "音声", "      ^~~~"),
    ("a\tb\t", "x", " \t \t^"),
    ("e\u{301}: ", "x", "   ^"),
    ("👍 ", "x", "   ^"),
    ("🚀 ", "x", "   ^"),
    ("✅ ", "x", "   ^"),
    ("🪴 ", "x", "   ^"),
    ("한국어 ", "x", "       ^"),
    ("ｆｕｌｌ ", "x", "         ^"),
    ("a\u{7}b ", "x", "    ^"),
    ("a\u{202E}b ", "x", "    ^"),
  ])
  func `the mark stands under what it marks`(before: String, marked: String, mark: String) {
    let column = before.unicodeScalars.count + 1
    let finding = Diagnostic(
      rule: rule, location: place(1, column), message: "m", help: "", sourceLine: before + marked,
      length: marked.unicodeScalars.count)
    #expect(lines(finding).last == "    | " + mark)
  }

  @Test func `a file can't write to the terminal`() {
    let finding = Diagnostic(
      rule: rule, location: SourceLocation(file: "a\u{1B}[2J.md", position: .start),
      message: "it is \u{1B}]0;x\u{7}", help: "a\nb\u{9B}", sourceLine: "x\u{1B}[31m\u{0}\u{202E}y",
      notes: [.init(at: SourceLocation(file: "b\rc"), "d\u{8}")])
    #expect(
      render(finding) == """
        a\u{FFFD}[2J.md:1:1: error: it is \u{FFFD}]0;x\u{FFFD} [date-impossible]
          1 | x\u{FFFD}[31m\u{FFFD}\u{FFFD}y
            | ^
          note: b\u{FFFD}c: d\u{FFFD}
          help: a\u{FFFD}b\u{FFFD}

        """)
  }

  @Test func `of a long line the part around the mark is shown`() {
    let line = String(repeating: "a", count: 400) + "HERE" + String(repeating: "b", count: 400)
    let shown = lines(
      Diagnostic(
        rule: rule, location: place(1, 401), message: "m", help: "", sourceLine: line, length: 4))
    let excerpt = String(repeating: "a", count: 40) + "HERE" + String(repeating: "b", count: 116)
    #expect(shown[1] == "  1 | " + excerpt)
    #expect(shown[2] == "    | " + String(repeating: " ", count: 40) + "^~~~")
  }

  @Test func `a mark ends with the part of the line that is shown`() {
    let line = String(repeating: "a", count: 1000)
    let shown = lines(
      Diagnostic(
        rule: rule, location: place(1, 101), message: "m", help: "", sourceLine: line, length: 900))
    #expect(shown[1] == "  1 | " + String(repeating: "a", count: 160))
    #expect(shown[2] == "    | " + String(repeating: " ", count: 100) + "^" + tildes(59))
  }

  @Test(arguments: [("", 1), ("ab", 3), ("ab", 99)])
  func `a mark behind the end of the line is one caret`(line: String, column: Int) {
    let shown = lines(
      Diagnostic(
        rule: rule, location: place(1, column), message: "m", help: "", sourceLine: line, length: 7)
    )
    #expect(shown[2] == "    | " + String(repeating: " ", count: line.count) + "^")
  }

  private func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    SourceLocation(file: "content/hello.md", position: Position(line: line, column: column))
  }

  private func render(_ finding: Diagnostic) -> String {
    TerminalRenderer(usesColor: false).render(finding)
  }

  private func lines(_ finding: Diagnostic) -> [String] {
    render(finding).split(separator: "\n").map(String.init)
  }

  private func tildes(_ count: Int) -> String { String(repeating: "~", count: count) }
}
