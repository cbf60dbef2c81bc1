import Diagnostics
import Testing

@testable import Content

/// Front matter that is nearly YAML, and the line that would be.
struct YAMLMendingTests {
  @Test(arguments: [
    ("title: spoiler: alert", "a value that holds \": \" needs quotes: title: \"spoiler: alert\""),
    ("title: it's: \"x\"", "a value that holds \": \" needs quotes: title: \"it's: \\\"x\\\"\""),
    ("title: say \"x\": y", "a value that holds \": \" needs quotes: title: 'say \"x\": y'"),
    ("title: \"a\" and b", "put the value in quotes: title: '\"a\" and b'"),
    ("title: @x", "put the value in quotes: title: \"@x\""),
    ("title: *x*", "put the value in quotes: title: \"*x*\""),
    ("title: `x`", "put the value in quotes: title: \"`x`\""),
    ("title: %x", "put the value in quotes: title: \"%x\""),
    ("title: > x", "put the value in quotes: title: \"> x\""),
    ("title: - x", "put the value in quotes: title: \"- x\""),
    ("title: [x] y", "put the value in quotes: title: \"[x] y\""),
    ("title: {x} y", "put the value in quotes: title: \"{x} y\""),
    ("title: 'it's'", "a mark inside of quotation marks ends the text: title: \"it's\""),
    ("title: \"a \"b\" c\"", "a mark inside of quotation marks ends the text: title: 'a \"b\" c'"),
    ("title: \"x", "close the quotation mark: title: \"x\""),
    ("title: 'x", "close the quotation mark: title: 'x'"),
    ("title: x\ntags: [a, b", "close the bracket: tags: [a, b]"),
    ("title: x\nimage: {url: /a.png", "close the brace: image: {url: /a.png}"),
    ("title:x", "a space must follow the colon: title: x"),
    ("title x", "a colon must follow the name: title: x"),
    ("title = \"x\"", "a colon must follow the name: title: \"x\""),
    ("title: x\nauthor:\n\tname: Ada", "indent by spaces, not tabs:   name: Ada"),
    ("title: x\n summary: y", "take out the space before the name: summary: y"),
    (" title: x\nsummary: y", "take out the space before the name: title: x"),
    ("title: x\ntags:\n  - a: b: c", "a value that holds \": \" needs quotes:   - a: \"b: c\""),
    ("title: x\ntags:\n  - @a", "put the value in quotes:   - \"@a\""),
    ("title: a: b\r\nsummary: é\r", "a value that holds \": \" needs quotes: title: \"a: b\""),
  ])
  func `the line is shown as it is right`(fields: String, help: String) throws {
    let (article, findings) = try Fixture.read("---\n\(fields)\ndate: 2026-02-10\n---\n")
    #expect(article == nil)
    #expect(findings.map(\.rule.id) == ["front-matter-yaml"])
    #expect(findings.map(\.help) == [help])
  }

  /// Two faults: the first line is mended, whatever stands below.
  @Test func `each line is mended by itself`() throws {
    let (_, findings) = try Fixture.read("---\ntitle: a: b\nsummary: c: d\ndate: 2026-02-10\n---\n")
    #expect(findings.map(\.help) == ["a value that holds \": \" needs quotes: title: \"a: b\""])
  }

  @Test(arguments: ["title: x\n}{", "a: [\nb: {", "? a\n: : b"])
  func `where nothing helps the rule is told`(fields: String) throws {
    let (_, findings) = try Fixture.read("---\n\(fields)\n---\n")
    #expect(findings.map(\.help) == ["write fields as YAML does, such as \"title: Hello\""])
  }

  @Test func `of a field that is given twice both lines are told`() throws {
    let (_, findings) = try Fixture.read("---\ntitle: a\ndate: 2026-02-10\nTitle: b\n---\n")
    #expect(
      Fixture.rendered(findings) == """
        content/hello.md:4:1: warning: `Title` is given twice; the later one counts [field-repeated]
          4 | Title: b
            | ^~~~~
          note: content/hello.md:2:1: the earlier one
          help: take one of the two out

        """)
  }
}
