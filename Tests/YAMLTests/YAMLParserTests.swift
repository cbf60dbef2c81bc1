import Diagnostics
import Testing

@testable import YAML

struct YAMLParserTests {
  /// The tree as text: `kind@line:column`, plain scalars bare, quoted ones in quotes.
  @Test(arguments: [
    ("a: 1", "{1:1 a@1:1=1@1:4}"),
    ("a: 'x'\nb: \"y\"", "{1:1 a@1:1=\"x\"@1:4 b@2:1=\"y\"@2:4}"),
    ("a:\n  - b\n  - c: d\n", "{1:1 a@1:1=[2:3 b@2:5 {3:5 c@3:5=d@3:8}]}"),
    ("[a, [b], {c: d}]", "[1:1 a@1:2 [1:5 b@1:6] {1:10 c@1:11=d@1:14}]"),
    ("just text", "just text@1:1"),
    ("a: |\n  x\n  y\n", "{1:1 a@1:1=\"x\ny\n\"@1:4}"),
    ("a: >-\n  x\n  y\n", "{1:1 a@1:1=\"x y\"@1:4}"),
    ("é: 音声 # note\nü: y", "{1:1 é@1:1=音声@1:4 ü@2:1=y@2:4}"),
    ("a: 1\r\nb: 2\r\n", "{1:1 a@1:1=1@1:4 b@2:1=2@2:4}"),
    ("---\na: 1\n...\n", "{2:1 a@2:1=1@2:4}"),
    ("a: \"\\x41\\u00e9\\U0001F680\\n\"", "{1:1 a@1:1=\"Aé🚀\n\"@1:4}"),
    (
      "a: 2026-02-10\nb: 2026-02-10 18:30:00",
      "{1:1 a@1:1=2026-02-10@1:4 b@2:1=2026-02-10 18:30:00@2:4}"
    ),
    ("a: &x [1]\nb: *x", "{1:1 a@1:1=[1:4 1@1:8] b@2:1=[2:4 1@1:8]}"),
    ("{a: 1, a: 2}", "{1:1 a@1:2=1@1:5 a@1:8=2@1:11}"),
  ])
  func `a text becomes a tree of located nodes`(text: String, tree: String) throws {
    #expect(try parse(text).map(description) == tree)
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "   "])
  func `a text without a document has no root`(text: String) throws {
    #expect(try parse(text).map(description) == nil)
  }

  /// What stands behind the first document would be lost without a word.
  @Test(arguments: [("a: 1\n---\nb: 2\n", 2), ("a: 1\n...\nb: 2\n", 3)])
  func `a second document is refused where it begins`(text: String, line: Int) throws {
    let error = try #require(throws: SyntaxError.self) { try parse(text) }
    #expect(error.position == Position(line: line, column: 1))
    #expect(error.message == "another document begins here, and only one is read")
  }

  @Test func `the end of a document may be marked`() throws {
    #expect(try parse("a: 1\n...\n").map(description) == "{1:1 a@1:1=1@1:4}")
  }

  @Test func `a byte-order mark takes no column`() throws {
    let text = "\u{FEFF}a: 1\nb: 2\n"
    #expect(try parse(text).map(description) == "{1:1 a@1:1=1@1:4 b@2:1=2@2:4}")
  }

  /// YAML 1.1 also ends lines at U+0085, U+2028 and U+2029, which neither editors nor findings do.
  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
  func `lines are those of editors`(separator: String) throws {
    let error = try #require(failure("a: \"x\(separator)y\"\nb: 1: 2\n"))
    #expect(error.position == Position(line: 2, column: 5))
  }

  @Test func `positions are those of the file that the text begins in`() throws {
    let tree = try YAMLParser.parse(Array("a: 1\nb: [x]".utf8)[...], firstLine: 7)
    #expect(tree.map(description) == "{7:1 a@7:1=1@7:4 b@8:1=[8:4 x@8:5]}")
    let bytes = Array("a: 1\nb: 1: 2\n".utf8)
    let error = try #require(throws: SyntaxError.self) {
      try YAMLParser.parse(bytes[...], firstLine: 7)
    }
    #expect(error.position == Position(line: 8, column: 5))
  }

  @Test func `a slice is read from its own beginning to its own end`() throws {
    let bytes = Array("[[a: 1]]".utf8)
    let tree = try YAMLParser.parse(bytes[2..<6])
    #expect(tree.map(description) == "{1:1 a@1:1=1@1:4}")
  }

  @Test(arguments: [
    ("a: null", true), ("a: ~", true), ("a:", true), ("a: NULL", true), ("a: ''", false),
    ("a: \"null\"", false), ("a: nil", false), ("a: nuLL", false), ("a: []", false),
  ])
  func `only a plain null, a tilde or nothing is null`(text: String, isNull: Bool) throws {
    #expect(try value(of: text).isNull == isNull)
  }

  @Test(arguments: [
    ("a: true", true), ("a: Yes", true), ("a: on", true), ("a: FALSE", false), ("a: no", false),
    ("a: off", false), ("a: 'true'", nil), ("a: 1", nil), ("a: y", nil), ("a: [true]", nil),
    ("a:", nil),
  ])
  func `a plain word can be a truth value`(text: String, bool: Bool?) throws {
    #expect(try value(of: text).bool == bool)
  }

  @Test(arguments: [
    ("a: {b: c}", "a map"), ("a: [b]", "a list"), ("a: b", "a text"), ("a:", "empty"),
    ("a: ''", "a text"),
  ])
  func `a node is called what people call it`(text: String, name: String) throws {
    #expect(try value(of: text).kindName == name)
  }

  private func parse(_ text: String) throws -> Node? { try YAMLParser.parse(Array(text.utf8)[...]) }

  private func failure(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try YAMLParser.parse(Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }

  private func value(of text: String) throws -> Node {
    guard case .mapping(let pairs)? = try parse(text)?.content else {
      throw SyntaxError(at: .start, "the test's text is no map")
    }
    return try #require(pairs.first).value
  }

  private func description(_ node: Node) -> String {
    let place = "\(node.position.line):\(node.position.column)"
    switch node.content {
    case .scalar(let scalar):
      return (scalar.isPlain ? scalar.text : "\"\(scalar.text)\"") + "@" + place
    case .sequence(let nodes):
      return "[" + ([place] + nodes.map(description)).joined(separator: " ") + "]"
    case .mapping(let pairs):
      let texts = pairs.map { "\(description($0.key))=\(description($0.value))" }
      return "{" + ([place] + texts).joined(separator: " ") + "}"
    }
  }
}
