import Diagnostics
import Testing

struct DiagnosticTests {
  private let rule = Rule("a-rule", .error, "Why.", cure: "mend it")

  @Test func `a JSON line holds what is known and leaves out what isn't`() throws {
    let renderer = JSONLinesRenderer()
    let whole = Diagnostic(
      rule: Rule("b-rule", .warning, "Why.", cure: "", specification: "https://spec.example/#2"),
      location: SourceLocation(file: "content/é.md", position: Position(line: 3, column: 7)),
      message: "it is \"a/b\"\n", help: "write ü",
      notes: [
        .init(at: SourceLocation(file: "b.md", position: Position(line: 1, column: 2)), "first"),
        .init(at: SourceLocation(file: "c.md"), "second"),
      ])
    #expect(
      try renderer.render(whole) == """
        {"column":7,"file":"content/é.md","help":"write ü","line":3,\
        "message":"it is \\"a/b\\"\\n","notes":[{"column":2,"file":"b.md","line":1,\
        "message":"first"},{"file":"c.md","message":"second"}],"rule":"b-rule",\
        "severity":"warning","spec":"https://spec.example/#2"}

        """)
    let bare = Diagnostic(
      rule: rule, location: SourceLocation(file: "a.md"), message: "m", help: "h")
    #expect(
      try renderer.render(bare) == """
        {"file":"a.md","help":"h","message":"m","rule":"a-rule","severity":"error"}

        """)
  }

  @Test(arguments: [
    ("titel", "title"), ("TITLE", "title"), ("tilte", "title"), ("descripton", "description"),
    ("lang", nil), ("urls", "url"), ("ur", "url"), ("xyz", nil), ("", nil), ("t", nil),
    ("languages", "language"), ("tittel", "title"), ("authro", "author"), ("titletitle", nil),
  ])
  func `the nearest name is offered where one is near`(written: String, expected: String?) {
    let known = ["title", "url", "description", "language", "author"]
    #expect(nearestName(to: written, in: known) == expected)
  }

  @Test func `of names that are equally near the first in the alphabet is offered`() {
    #expect(nearestName(to: "bat", in: ["cat", "hat", "eat"]) == "cat")
    #expect(nearestName(to: "x", in: [String]()) == nil)
    #expect(nearestName(to: String(repeating: "x", count: 100_000), in: ["xx"]) == nil)
  }

  @Test func `findings are read by file, then place, then rule, the whole file first`() {
    let other = Rule("b-rule", .info, "Why.", cure: "")
    func finding(_ file: String, _ line: Int?, _ rule: Rule, _ message: String) -> Diagnostic {
      let position = line.map { Position(line: $0, column: 1) }
      return Diagnostic(
        rule: rule, location: SourceLocation(file: file, position: position), message: message,
        help: "")
    }
    let sorted = [
      finding("a.md", nil, rule, "1"), finding("a.md", 2, rule, "2"), finding("a.md", 2, rule, "3"),
      finding("a.md", 2, other, "0"), finding("a.md", 10, rule, "4"),
      finding("b.md", nil, rule, "5"),
    ]
    #expect(Array(sorted.reversed()).inReadingOrder() == sorted)
    #expect(
      [sorted[3], sorted[1], sorted[5], sorted[0], sorted[4], sorted[2]].inReadingOrder()
        == sorted)
  }

  @Test func `only an error keeps feeds from being published`() {
    let warning = Diagnostic(
      rule: rule, severity: .warning, location: SourceLocation(file: "a.md"), message: "m", help: ""
    )
    #expect(![warning].hasErrors)
    #expect([warning, warning.with(severity: .error)].hasErrors)
    #expect(![Diagnostic]().hasErrors)
    #expect(Severity.info < .warning && Severity.warning < .error)
  }

  @Test func `a catalogue finds its rules by id`() {
    let second = Rule("b-rule", .info, "Why.", cure: "")
    let catalogue = RuleCatalogue([second, rule])
    #expect(catalogue.rules == [rule, second])
    #expect(catalogue["b-rule"] == second)
    #expect(catalogue["c-rule"] == nil)
  }
}
