import Diagnostics
import Testing
import YAML

@testable import TOML

struct TOMLParserTests {
  /// The tree as text: `kind@line:column`, plain scalars bare, texts in quotes.
  @Test(arguments: [
    ("a = 1", "{1:1 \"a\"@1:1=1@1:5}"),
    ("# x\n\n  é-".replacing("é-", with: "'é' = '音' "), "{1:1 \"é\"@3:3=\"音\"@3:9}"),
    ("a = ['é', {b = 2}]", "{1:1 \"a\"@1:1=[1:5 \"é\"@1:6 {1:11 \"b\"@1:12=2@1:16}]}"),
    (
      "[t]\na.b = 1\n[t.a.c]",
      "{1:1 \"t\"@1:2={1:2 \"a\"@2:1={2:1 \"b\"@2:3=1@2:7 \"c\"@3:6={3:6}}}}"
    ),
    ("[[x]]\ny = 1\n[[x]]", "{1:1 \"x\"@1:3=[1:3 {1:3 \"y\"@2:1=1@2:5} {3:3}]}"),
    ("a = 0xFF\nb = 1_0\nc = true", "{1:1 \"a\"@1:1=255@1:5 \"b\"@2:1=10@2:5 \"c\"@3:1=true@3:5}"),
    ("z = 1\na = 2", "{1:1 \"z\"@1:1=1@1:5 \"a\"@2:1=2@2:5}"),
    ("\u{FEFF}a = 1", "{1:1 \"a\"@1:1=1@1:5}"),
  ])
  func `a text becomes a tree of located nodes`(text: String, tree: String) throws {
    #expect(description(try TOMLParser.parse(Array(text.utf8)[...])) == tree)
  }

  /// The mark `¦` stands where the fault shows; it is no part of the text.
  @Test(arguments: [
    ("title¦: Hello", "\":\" stands where \"=\" should follow the key"),
    ("title = ¦Hello", "the value \"Hello\" can't be read: it is no number, date or truth value"),
    ("title = \"a\" ¦b", "\"b\" stands where the line should end"),
    ("a = 1\né = '音' ¦x".replacing("é", with: "'é'"), "\"x\" stands where the line should end"),
    ("a = ¦\"x\nb = 1", "the quotation mark that opens here is not closed in its line"),
    ("a = ¦\"\"\"x\ny", "the three quotation marks that open here are never closed"),
    ("a = \"x¦\\q\"", "this is not an escape of TOML"),
    ("a = ¦[1,\n2\n", "the bracket that opens here is never closed"),
    (
      "a = {b = 1¦\n}",
      "the end of the line stands where a comma or a brace should follow the value"
    ),
    ("¦[a\nb = 1", "the header that begins here is not closed"),
    ("d = ¦2017-02-29", "the value \"2017-02-29\" can't be read: February 2017 has no day 29"),
    ("a = 1\n¦a = 2", "\"a\" is defined twice"), ("[a]\n[b]\n[¦a]", "\"a\" is defined twice"),
    (
      "a = ¦9223372036854775808",
      "the value \"9223372036854775808\" can't be read: it does not fit into 64 bits"
    ),
    ("# x¦\u{1}", "a comment holds the control character U+0001"),
    ("a = ¦", "the end stands where a value should"),
  ])
  func `a fault is told where it shows`(marked: String, message: String) throws {
    let error = try #require(failure(marked.replacing("¦", with: "")))
    #expect(error.message == message)
    #expect(error.language == .toml)
    let lines = marked.prefix { $0 != "¦" }.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last ?? "").unicodeScalars.count + 1
    #expect(error.position == Position(line: lines.count, column: column))
  }

  @Test func `of a key that is given twice both places are told`() throws {
    let error = try #require(failure("[a]\nb = 1\n[c]\n[a.b]"))
    #expect(error.position == Position(line: 4, column: 4))
    #expect(
      error.context
        == .init(position: Position(line: 2, column: 1), message: "it is defined here too"))
  }

  @Test func `positions are those of the file that the text begins in`() throws {
    #expect(
      description(try TOMLParser.parse(Array("x\na = 1\n".utf8)[2...], firstLine: 7))
        == "{1:1 \"a\"@7:1=1@7:5}")
  }

  @Test func `bytes that are not UTF-8 are a fault`() throws {
    let error = try #require(throws: SyntaxError.self) {
      try TOMLParser.parse([0x61, 0x3D, 0x22, 0xFF, 0x22][...])
    }
    #expect(error.position == Position(line: 1, column: 4))
  }

  @Test(arguments: [
    ("a = ", "[", ""), ("a = ", "{a=", ""), ("a", ".a", " = 1"), ("[a", ".a", "]"),
    ("a = {", "a.a.a.a.a.a.a.a.a.a.a.a={", ""),
  ])
  func `what is nested too deep is refused`(head: String, level: String, tail: String) throws {
    let text = head + String(repeating: level, count: 200_000) + tail
    #expect(try #require(failure(text)).message == "values are nested deeper than 64")
  }

  @Test func `as many as 64 levels are read`() throws {
    let inner = "a = " + String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(failure(inner) == nil)
    #expect(failure(inner.replacing("a = ", with: "a = [") + "]")?.isTooMuch == true)
  }

  @Test func `more than 100,000 values are refused`() throws {
    let deep = (0...1700).map { number in
      "[\(Array(repeating: "a\(number)", count: 60).joined(separator: "."))]\n"
    }
    for text in ["a = [" + String(repeating: "1,", count: 100_001) + "]", deep.joined()] {
      #expect(failure(text)?.message == "it has more than 100000 values")
    }
  }

  /// Long lines and many keys take no longer than as many short ones.
  @Test(.timeLimit(.minutes(1)))
  func `a megabyte in one line is read in a moment`() throws {
    let long = "a = [" + String(repeating: "12345678, ", count: 90_000) + "]"
    #expect(failure(long) == nil)
    #expect(failure((0..<90_000).map { "key\($0) = 1\n" }.joined()) == nil)
    #expect(failure(String(repeating: "[[a]]\n", count: 90_000)) == nil)
  }

  @Test func `a text that is cut anywhere is read or refused without a crash`() {
    for document in TOMLDocuments.good {
      let bytes = Array(document.utf8)
      for end in bytes.indices { _ = try? TOMLParser.parse(bytes[..<end]) }
    }
    #expect(failure(TOMLDocuments.good.last ?? "") == nil)
  }

  private func failure(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try TOMLParser.parse(Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
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
