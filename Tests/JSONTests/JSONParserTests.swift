internal import Diagnostics
internal import Testing

@testable import JSON

struct JSONParserTests {
  /// A parser of `text` that comes in chunks of `size` bytes.
  private func parser(
    of text: String, chunk size: Int = 1 << 16, records: JSONParser.Records? = nil
  ) -> JSONParser {
    var rest = Array(text.utf8)[...]
    return JSONParser(records: records, duplicate: { _ in }) {
      let chunk = rest.prefix(size)
      rest = rest.dropFirst(size)
      return chunk.isEmpty ? nil : Array(chunk)
    }
  }

  @Test(arguments: [1, 2, 7, 1000])
  func `a value that other text follows ends where it ends`(chunk: Int) throws {
    let text = "{\"title\": \"Ebb\",\n \"tags\": [\"a\", \"ü\"]}\n\n# Text {"
    var parser = parser(of: text, chunk: chunk)
    let value = try parser.parseValue()
    #expect(value.member("title")?.text == "Ebb")
    #expect(value.member("tags")?.position == Position(line: 2, column: 10))
    #expect(value.member("tags")?.children.map(\.text) == ["a", "ü"])
    #expect(Array(text.utf8)[parser.offset...].starts(with: "\n\n# Text".utf8))
  }

  @Test func `the same text as a whole document is a fault behind the value`() {
    var parser = parser(of: "{\"title\": 1}\n\n# Text")
    let fault = #expect(throws: JSONFault.self) { try parser.parse() }
    #expect(fault?.position == Position(line: 3, column: 1))
  }

  @Test func `records are handed out one by one and forgotten, others stay`() throws {
    var taken: [String] = []
    var parser = parser(
      of: "{\"rows\": [1, {\"x\": [2]}, 3], \"items\": [4], \"n\": {\"rows\": [5]}}",
      records: .init(of: "rows") { row, _ in taken.append("\(row.kind)") })
    let root = try parser.parse()
    #expect(taken == ["number", "object", "number"])
    #expect(root.member("rows").map { Array($0.children).count } == 0)
    #expect(root.member("items").map { Array($0.children).count } == 1)
    #expect(root.member("n")?.member("rows").map { Array($0.children).count } == 1)
  }
}
