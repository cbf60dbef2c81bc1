import Diagnostics
import FeedValidation
import Testing

@Suite struct StreamingTests {
  private struct ReadFault: Error, Equatable {}

  private static let documents = [
    RSSRuleTests.item("<guid>x</guid><pubDate>never</pubDate>"),
    AtomRuleTests.entry("<updated>never</updated>"),
    JSONFeedRuleTests.feed("\"language\": \"x!\""),
    "<rss", "{\"a\": ", "", "  \n <nothing/>", "text",
  ]

  @Test(arguments: documents)
  func `a document that is read piece by piece is judged as a whole one is`(document: String) throws
  {
    let validator = try FeedValidator()
    let whole = validator.report(on: [Array(document.utf8)])
    for size in [1, 3, 64, 4096] {
      var rest = Array(document.utf8)[...]
      let report = validator.report {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
      }
      #expect(report.findings == whole.findings)
      #expect(report.kind == whole.kind)
      #expect(report.version == whole.version)
    }
  }

  @Test func `what the source throws ends the run`() throws {
    let validator = try FeedValidator()
    for document in Self.documents {
      var chunks = [Array(document.utf8)][...]
      #expect(throws: ReadFault()) {
        _ = try validator.report { () throws(ReadFault) -> [UInt8]? in
          guard let chunk = chunks.popFirst() else { throw ReadFault() }
          return chunk
        }
      }
    }
  }

  @Test func `a fault at the start saves reading the rest`() throws {
    for start in ["<a></b>", "{x"] {
      var pulled = 0
      _ = try FeedValidator().report {
        defer { pulled += 1 }
        if pulled == 0 { return Array(start.utf8) }
        return pulled < 1000 ? [UInt8](repeating: UInt8(ascii: " "), count: 4096) : nil
      }
      #expect(pulled < 200)
    }
  }

  /// Many items without end, in which something is wrong with the last.
  private func many(
    _ count: Int, head: String, item: @escaping (Int) -> String, tail: String
  ) -> () -> [UInt8]? {
    var number = -1
    return {
      defer { number += 1 }
      if number < 0 { return Array(head.utf8) }
      if number < count { return Array(item(number).utf8) }
      return number == count ? Array(tail.utf8) : nil
    }
  }

  @Test func `a finding far behind has its place`() throws {
    let validator = try FeedValidator()
    let rss = validator.report(
      reading: many(
        20_000, head: "<rss version=\"2.0\"><channel>",
        item: { "\n<item><title>é \($0)</title><guid>https://harbor.example/\($0)</guid></item>" },
        tail: "\n <ttl>no</ttl></channel></rss>")
    )
    #expect(
      rss.findings.first { $0.rule.id == "rss-ttl" }?.position == Position(line: 20_002, column: 7))
    let json = validator.report(
      reading: many(
        20_000,
        head: "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"items\": [",
        item: {
          "\($0 == 0 ? "" : ",")\n{\"id\": \"\($0)\", \"url\": \"https://harbor.example/\($0)\", \"content_text\": \"é\", \"date_published\": \"2026-02-10T08:30:00Z\"}"
        },
        tail: ",\n  7]}"))
    #expect(
      json.findings.contains { $0.position == Position(line: 20_002, column: 3) })
  }

  @Test(arguments: ["\n", "\r\n"])
  func `the lines of findings are found by reading once more`(lineBreak: String) throws {
    let validator = try FeedValidator()
    let document =
      "<rss version=\"2.0\"><channel>\n<title/>\n\n <ttl>é🎉</ttl>\n<b/></channel></rss>"
      .replacing("\n", with: lineBreak)
    for encoding in TestEncoding.allCases {
      let bytes = encoding.bytes(document)
      let report = validator.report(on: [bytes])
      var rest = bytes[...]
      let lines = report.sourceLines {
        rest.popFirst().map { [$0] }
      }
      #expect(
        lines.filter { [4, 5].contains($0.key) }
          == [4: " <ttl>é🎉</ttl>", 5: "<b/></channel></rss>"])
      #expect(lines[3] == nil)
    }
  }

  @Test func `a line without end is cut`() throws {
    let document =
      "<rss version=\"2.0\"><channel><ttl>x</ttl>"
      + String(repeating: "<title>t</title>", count: 9999)
      + "</channel></rss>"
    let report = try FeedValidator().report(on: [Array(document.utf8)])
    var chunks = [Array(document.utf8)][...]
    let lines = report.sourceLines { chunks.popFirst() }
    #expect(lines.count == 1)
    #expect((lines[1]?.utf8.count ?? 0) == 1 << 16)
    var failing = 0
    #expect(throws: ReadFault()) {
      _ = try report.sourceLines { () throws(ReadFault) -> [UInt8]? in
        failing += 1
        throw ReadFault()
      }
    }
    #expect(failing == 1)
  }

  @Test(
    arguments: [
      String(repeating: "{\"a\":", count: 100_000), String(repeating: "[", count: 100_000),
      "{\"items\":" + String(repeating: "[{\"items\":", count: 50_000),
    ]
  ) func `JSON that is nested without end is beyond the limit`(document: String) {
    #expect(judge(document).map { $0.prefix { $0 != " " } } == ["document-limit"])
  }

  /// A document that begins with `head` and goes on with `filler` for 100 MB.
  private func flood(_ head: String, _ filler: String) throws -> (rules: [String], megabytes: Int) {
    let chunk = Array(String(repeating: filler, count: (1 << 20) / filler.utf8.count).utf8)
    var pulled = -1
    let report = try FeedValidator().report {
      defer { pulled += 1 }
      if pulled < 0 { return Array(head.utf8) }
      return pulled < 100 ? chunk : nil
    }
    return (Array(Set(report.findings.map(\.rule.id))).sorted(), pulled)
  }

  @Test(
    arguments: [
      ("{\"title\": \"", "x"), ("{\"title\": \"", "\\n"), ("{\"title\": \"", "é"),
      ("{\"a\": [", "1,"), ("{\"items\": [{\"a\": [", "[],"), ("{\"title\": ", "1"),
      ("<rss><channel><title>", "x"), ("<rss a='", "x"),
      ("<rss ", "a "), ("<", "x"), ("<rss><channel>", "<a/>"), ("<rss><!--", "x"),
      ("<rss><![CDATA[", "x"), ("<rss><?pi ", "x"), ("<?xml ", " "), ("<!DOCTYPE a [", " "),
      ("<!DOCTYPE a [", "<!ATTLIST a b CDATA 'c'>"), ("<!DOCTYPE a ", "x"),
      ("<rss>&", "x"), ("<rss></", "x"),
    ]
  ) func `a part that does not end is given up before it fills the memory`(
    head: String, filler: String
  ) throws {
    let (rules, megabytes) = try flood(head, filler)
    #expect(!rules.isEmpty)
    #expect(megabytes < 60, "\(rules)")
  }

  @Test func `new names without end are given up`() throws {
    var number = 0
    let report = try FeedValidator().report {
      defer { number += 1 }
      if number == 0 { return Array("<rss version='2.0'><channel>".utf8) }
      return number < 200_000 ? Array("<x\(number)/>".utf8) : nil
    }
    #expect(report.findings.contains { $0.rule.id == "document-limit" })
    #expect(number < 100_000)
  }
}
