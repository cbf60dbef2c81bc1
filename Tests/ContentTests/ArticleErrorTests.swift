import Diagnostics
import Testing

@testable import Content

/// What is wrong with an article, as people see it.
struct ArticleErrorTests {
  @Test(arguments: [
    (
      "Hello.\n",
      """
      content/hello.md:1:1: error: the article has no front matter [front-matter-missing]
        1 | Hello.
          | ^~~~~~
        help: begin the file with a line "---", the fields, and another line "---"

      """
    ),
    (
      "\n  \n---\ntitle: Hello\n---\n",
      """
      content/hello.md:3:1: error: front matter must begin in the first line of the file \
      [front-matter-missing]
        3 | ---
          | ^~~
        help: take out the lines above

      """
    ),
    (
      "---\ntitle: Hello\n----\nText.\n",
      """
      content/hello.md:1:1: error: the front matter that begins here is never closed \
      [front-matter-unclosed]
        1 | ---
          | ^~~
        help: write a line "---" between the fields and the text

      """
    ),
    (
      "---js\n{ title: \"Hello\" }\n---\n",
      """
      content/hello.md:1:1: error: the front matter is a program (js), which is not run \
      [front-matter-unsupported]
        1 | ---js
          | ^~~~~
        help: write the fields as YAML between two lines "---"

      """
    ),
    (
      "+++\ntitle = \"Hello\"\n---\n",
      """
      content/hello.md:1:1: error: the front matter that begins here is never closed \
      [front-matter-unclosed]
        1 | +++
          | ^~~
        help: write a line "+++" between the fields and the text

      """
    ),
    (
      "+++\ntitle = Hello, you # note\n+++\n",
      """
      content/hello.md:2:9: error: this is not TOML: the value "Hello" can't be read: it is no number, \
      date or truth value [front-matter-toml]
        2 | title = Hello, you # note
          |         ^
        help: write a text in quotation marks

      """
    ),
    (
      "+++\ntitle = Hello you # note\n+++\n",
      """
      content/hello.md:2:9: error: this is not TOML: the value "Hello" can't be read: it is no number, \
      date or truth value [front-matter-toml]
        2 | title = Hello you # note
          |         ^
        help: write a text in quotation marks: "Hello you"

      """
    ),
    (
      "{\n  \"title\": \"é\" \"b\"\n}\n",
      """
      content/hello.md:2:16: error: this is not JSON: a comma or } is missing here [front-matter-json]
        2 |   "title": "é" "b"
          |                ^
        help: write fields as JSON does, such as "title": "Hello"

      """
    ),
    (
      "",
      """
      content/hello.md: error: the file is empty [file-empty]
        help: write the article, remove the file, or exclude it by content.exclude

      """
    ),
  ])
  func `front matter that is not there is told`(text: String, findings: String) throws {
    try expect(findings, in: text)
  }

  @Test(arguments: [
    (
      "---\ntitle: spoiler alert: it works\ndate: 2026-02-10\n---\n",
      """
      content/hello.md:2:21: error: this is not YAML: mapping values are not allowed in this context \
      [front-matter-yaml]
        2 | title: spoiler alert: it works
          |                     ^
        help: a value that holds ": " needs quotes: title: "spoiler alert: it works"

      """
    ),
    (
      "---\ntitle: Hello\ndescription: \"never closed\n---\n",
      """
      content/hello.md:3:14: error: this is not YAML: the quotation mark that opens here is never \
      closed [front-matter-yaml]
        3 | description: "never closed
          |              ^
        help: close the quotation mark: description: "never closed"

      """
    ),
    (
      "---\ntitle: Hello\nauthor:\n\tname: Ada\n---\n",
      """
      content/hello.md:4:1: error: this is not YAML: found character that cannot start any token \
      [front-matter-yaml]
        4 | \tname: Ada
          | ^
        note: content/hello.md:4:1: while scanning for the next token
        help: indent by spaces, not tabs:   name: Ada

      """
    ),
    (
      "---\n- title\n---\n",
      """
      content/hello.md:2:1: error: the front matter is a list, not a map of fields [front-matter-yaml]
        2 | - title
          | ^
        help: write fields as YAML does, such as "title: Hello"

      """
    ),
  ])
  func `a fault of YAML is told where it is in the file`(text: String, findings: String) throws {
    try expect(findings, in: text)
  }

  @Test func `a bomb of aliases is told`() throws {
    var text = "---\ntitle: Hello\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(uses)]\n"
    }
    let (article, diagnostics) = try Fixture.read(text + "---\n")
    #expect(article == nil)
    #expect(diagnostics.map(\.location.position?.line) == [7])
    #expect(diagnostics.map(\.rule.id) == ["front-matter-yaml"])
  }

  @Test(arguments: [
    (
      "---\ncategory: a\n---\n",
      """
      content/hello.md:1:1: error: the article has no date [date-missing]
        1 | ---
          | ^~~
        help: add a line such as "date: 2026-02-10" to the front matter
      content/hello.md:1:1: error: the article has no title [title-missing]
        1 | ---
          | ^~~
        help: add "title: …" to the front matter

      """
    ),
    (
      "---\ntitle: Hello\ndate: 2026-02-30\n---\n",
      """
      content/hello.md:3:7: error: `date` is "2026-02-30", but February 2026 has no day 30 \
      [date-invalid]
        3 | date: 2026-02-30
          |       ^~~~~~~~~~
        help: write a date such as 2026-02-10, 2026-02-10 18:30 or 2026-02-10T18:30:00+01:00

      """
    ),
    (
      "---\ntitle: Hello\ndate: 2026-02-10\nkeywords:\n  - voice AI\n  - jobs: new\n---\n",
      """
      content/hello.md:6:5: error: an element of `keywords` is a map, not a text [field-value]
        6 |   - jobs: new
          |     ^
        help: write each one as a text, in quotes if it holds a colon

      """
    ),
    (
      "---\ntitle: Hello\ndate: 2026-02-10\nTags: { a: b }\n---\n",
      """
      content/hello.md:4:7: error: `Tags` is a map, not a list of texts [field-value]
        4 | Tags: { a: b }
          |       ^
        help: write Tags: [one, two], each one in quotes if it holds a colon

      """
    ),
    (
      "---\ntitle: Hello\ndate: 2026-02-10\nslug: ../../etc/passwd\n---\n",
      """
      content/hello.md:4:7: error: `slug` is "../../etc/passwd", but it holds a slash: it must be one \
      segment of a path [slug-unsafe]
        4 | slug: ../../etc/passwd
          |       ^~~~~~~~~~~~~~~~
        help: write letters, digits and hyphens, such as work-from-home-ai-jobs

      """
    ),
  ])
  func `a field that is missing or wrong is told`(text: String, findings: String) throws {
    try expect(findings, in: text)
  }

  private func expect(_ findings: String, in text: String) throws {
    let (article, diagnostics) = try Fixture.read(text)
    #expect(article == nil)
    #expect(Fixture.rendered(diagnostics) == findings)
  }
}
