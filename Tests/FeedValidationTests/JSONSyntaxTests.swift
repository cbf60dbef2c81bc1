import FeedValidation
import Testing

@Suite struct JSONSyntaxTests {
  /// A value in a place where any is welcome.
  private func around(_ value: String) -> String {
    JSONFeedRuleTests.feed("\"_x\": {\"y\":\n\(value)\n}")
  }

  @Test(
    arguments: [
      "0", "-0", "1.5", "1e5", "1E-5", "-12.5e+10", "true", "false", "null", "\"\"", "[]", "{}",
      "[1,2]", "[[],{}]", "{\"a\":{\"b\":[]}}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\"",
      "\"\\ud83c\\udf89\"", "\"é—日🎉\"", " [ 1 , 2 ] ", "\"\u{7F}\"", "\"\u{2028}\"",
    ]
  ) func `what RFC 8259 allows is read`(value: String) {
    #expect(judge(around(value)) == [])
  }

  @Test(
    arguments: [
      "‸'x'", "‸tru", "‸nul", "‸NaN", "‸Infinity", "‸+1", "‸01", "-‸", "1.‸", "‸.5", "1e‸", "1‸x",
      "[1,‸]", "[‸,1]", "[1 ‸2]", "{\"a\":1,‸}", "{‸a:1}", "{\"a\" ‸1}", "{\"a\":‸}",
      "{\"a\":1 ‸\"b\":2}",
      "\"a‸\nb\"", "\"a‸\tb\"", "\"‸\\x\"", "\"‸\\u12\"", "\"‸\\ud800\"", "\"‸\\ud800\\u0041\"",
      "\"‸\\udc00\"", "‸// comment", "‸undefined", "[1‸}", "‸\u{FEFF}1", "‸\u{A0}",
    ]
  ) func `what it does not allow is a fault where it stands`(value: String) {
    let marked = Marked(around(value))
    #expect(judge(marked.text) == ["json-syntax \(marked.place)"])
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xC3], [0xE9, 0x20], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]]
  ) func `a string that is not UTF-8 is a fault`(bytes: [UInt8]) {
    let findings = judge([Array("{\"a\": \"".utf8), bytes, Array("\"}".utf8)])
    #expect(findings == ["json-syntax 1:8"])
  }

  @Test(
    arguments: [
      "{", "[", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "[\"", "[\"\\", "[\"\\u00", "[1",
      "{} x", "{}{}",
    ]
  ) func `what is broken off or goes on behind its end is a fault`(document: String) {
    #expect(judge(document).filter { $0.hasPrefix("json-syntax") }.count == 1)
  }

  @Test func `UTF-16 is read with a warning`() {
    let units = Array("\u{FEFF}\(JSONFeedRuleTests.feed(""))".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(judge([little]) == ["json-encoding 1:1"])
    #expect(judge([big]) == ["json-encoding 1:1"])
  }
}
