import Diagnostics
import Testing

@testable import YAML

/// Faults and where they show.
///
/// The mark `¦` stands there; it is no part of the text.
struct YAMLErrorTests {
  @Test(arguments: [
    ("title: spoiler¦: alert", "mapping values are not allowed in this context"),
    ("a: 1\nb: é¦: y", "mapping values are not allowed in this context"),
    ("a:\n¦\tb: 1", "found character that cannot start any token"),
    ("a: ¦@b", "found character that cannot start any token"),
    ("a: ¦\"never closed\nb: 1\n", "the quotation mark that opens here is never closed"),
    ("a: 1\nb: ¦'never closed\n", "the quotation mark that opens here is never closed"),
    ("a: [1, 2\n¦", "did not find expected ',' or ']'"),
    ("a: ¦*nothing", "the alias \"*nothing\" has no anchor before it"),
    ("a: &a [¦*a]", "the alias \"*a\" has no anchor before it"),
    ("a: \"¦\\q\"", "found unknown escape character"),
  ])
  func `a fault is told where it shows`(marked: String, message: String) throws {
    let error = try #require(failure(marked.replacing("¦", with: "")))
    #expect(error.message == message)
    let lines = marked.prefix { $0 != "¦" }
      .split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last ?? "").unicodeScalars.count + 1
    #expect(error.position == Position(line: lines.count, column: column))
  }

  @Test func `what the fault is a part of is told too`() throws {
    let error = try #require(failure("a: 1\nb: [x, y\nc: 1\n"))
    #expect(error.context?.position == Position(line: 2, column: 4))
  }

  @Test func `bytes that are not UTF-8 are a fault`() {
    #expect(throws: SyntaxError.self) {
      try YAMLParser.parse([0x61, 0x3A, 0x20, 0xFF, 0xFE, 0x0A][...])
    }
  }

  @Test func `a bomb of aliases is refused before it goes off`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(uses)]\n"
    }
    let error = try #require(failure(text))
    #expect(error.message == "it has more than 100000 nodes once its aliases are written out")
    #expect(error.position.line == 5)
  }

  @Test func `every use of an alias counts`() throws {
    let text = "a: &a {x: [\(Array(repeating: "1", count: 999).joined(separator: ","))]}\n"
    #expect(failure(text) == nil)
    let uses = Array(repeating: "*a", count: 200).joined(separator: ", ")
    let error = try #require(failure(text + "b: [\(uses)]\n"))
    #expect(error.position.line == 2)
  }

  @Test func `nodes may be nested 64 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(failure(nested(64)) == nil)
    let error = try #require(failure(nested(65)))
    #expect(error.message == "nodes are nested deeper than 64")
    #expect(error.position == Position(line: 1, column: 65))
    #expect(failure(String(repeating: "[", count: 100_000)) != nil)
  }

  @Test func `a text that is cut anywhere is read or refused without a crash`() {
    let text = Array("a: &x \"é\\n\"\nb: [*x, {c: 'd'}]\ne: |\n  f\n# g\nh: !!str i\n".utf8)
    for length in text.indices {
      _ = try? YAMLParser.parse(text[..<length])
    }
    #expect(throws: Never.self) { try YAMLParser.parse(text[...]) }
  }

  private func failure(_ text: String) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try YAMLParser.parse(Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }
}
