import Diagnostics
import FeedValues
import Testing

@testable import Content
@testable import Publishing

/// What is written into the ledger, and what is taken for one.
@Suite struct LedgerTests {
  private static func record(
    _ id: String, path: String, gone: String? = nil
  ) throws -> Ledger.Record {
    Ledger.Record(
      id: id, first: try Timestamp(rfc3339: "2026-02-10T08:30:00Z"),
      gone: try gone.map { text throws in try Timestamp(rfc3339: text) },
      trace: Ledger.Trace(
        path: path, slug: "low water", day: try CalendarDate(rfc3339: "2026-02-10"),
        title: Fingerprint(of: Array("Ebb".utf8)[...]), text: Fingerprint(of: [])))
  }

  private static func source(_ text: String) -> SourceText {
    SourceText(path: "feedsetter.lock", bytes: Array(text.utf8))
  }

  @Test func `a ledger reads back as it was written, whatever names hold`() throws {
    let paths = ["a b.md", "50%.md", "ü/日本.md", "line\nbreak\u{2028}.md", " .md", "%20.md"]
    let ledger = Ledger(
      try paths.enumerated().map { index, path in
        var record = try Self.record(
          "tag:tide.example,2026-02-10:\(index)", path: path,
          gone: index == 2 ? "2026-03-01T00:00:00Z" : nil)
        record.archive = index > 3 ? index : nil
        return record
      })
    #expect(try Ledger(SourceText(path: "feedsetter.lock", bytes: ledger.bytes)) == ledger)
    let lines = String(decoding: ledger.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3 + 256 + paths.count, "a line an article, and the frame")
  }

  @Test func `a line is written as documented`() throws {
    let ledger = Ledger([try Self.record("tag:tide.example,2026-02-10:ebb", path: "a b.md")])
    let line = String(decoding: ledger.bytes, as: UTF8.self).split(separator: "\n").first {
      $0.hasPrefix("tag:")
    }
    #expect(
      line == """
        tag:tide.example,2026-02-10:ebb 2026-02-10T08:30:00Z - 2026-02-10 low%20water \
        \(Fingerprint(of: Array("Ebb".utf8)[...]).text) \(Fingerprint(of: []).text) a%20b.md
        """)
  }

  @Test(arguments: [
    ("", "d7549850062a1851"), ("Ebb", "432eac3271c9f27f"), ("12345678", "0899dd7c56d5ff2a"),
    ("123456789", "a8cfae3693be612f"),
  ]) func `fingerprints are the same for ever`(text: String, digits: String) {
    #expect(Fingerprint(of: Array(text.utf8)[...]).text == digits)
  }

  @Test func `texts that differ a little have other fingerprints`() {
    var seen: Set<Fingerprint> = []
    for length in 0...64 {
      let text = Array(repeating: UInt8(0), count: length)
      #expect(seen.insert(Fingerprint(of: text[...])).inserted)
      for index in text.indices {
        for bit in [1, 128] as [UInt8] {
          var other = text
          other[index] = bit
          #expect(seen.insert(Fingerprint(of: other[...])).inserted)
        }
      }
    }
  }

  private static let line =
    "tag:x,2026:a 2026-02-10T08:30:00Z - 2026-02-10 a 0123456789abcdef 0123456789abcdef a.md"

  @Test(arguments: [
    ("nothing\n", "1:1 the file does not begin as a ledger does, with \"# feedsetter ledger 1\""),
    ("# feedsetter ledger 2\n", "1:1 the ledger is of another version than this program's"),
    (
      "H\n" + line + " 0", "2:89 \"0\" is not the number of an archive"
    ),
    ("H\n" + line + " 1 2", "2:1 a line has 8 fields, and this one has 10"),
    ("H\ntag:x,2026:a\n", "2:1 a line has 8 fields, and this one has 1"),
    ("H\n<<<<<<< HEAD\n", "2:1 a merge was left unresolved here"),
    (
      "H\n" + line.replacing("02-10T08", with: "02-30T08"),
      "2:14 \"2026-02-30T08:30:00Z\" is no moment: February 2026 has no day 30"
    ),
    (
      "H\n" + line.replacing("- 2026-02-10", with: "- 2026-2-10"),
      "2:37 \"2026-2-10\" is not a day such as 2026-02-10"
    ),
    (
      "H\n" + line.replacing("f a.md", with: "F a.md"),
      "2:67 \"0123456789abcdeF\" is not sixteen hexadecimal digits"
    ),
    (
      "H\n" + line.replacing("a.md", with: "%zz"),
      "2:84 the file is empty, no UTF-8, or has a broken escape"
    ),
    (
      "H\n" + line.replacing(" a ", with: "  "),
      "2:48 the slug is empty, no UTF-8, or has a broken escape"
    ),
    (
      "H\n" + line + "\n" + line.replacing("T08", with: "T09"),
      "3:1 the id tag:x,2026:a is in the ledger with another first publication"
    ),
  ]) func `what is no ledger is told at its line`(text: String, finding: String) {
    let source = Self.source(text.replacing("H\n", with: "# feedsetter ledger 1\n"))
    let fault = #expect(throws: Ledger.Fault.self) { try Ledger(source) }
    let found = fault?.diagnostics.map {
      "\($0.location.position?.line ?? 0):\($0.location.position?.column ?? 0) \($0.message)"
    }
    #expect(found == [finding])
  }

  @Test func `what was dealt to an archive stays there, whatever joins the ledger`() throws {
    let records = try (0..<5).map { try Self.record("tag:x,2026:\($0)", path: "\($0).md") }
    let dealt = Ledger(records).dealt(size: 3)
    #expect(dealt.records.sorted(by: Ledger.isFirst).map(\.archive) == [1, 1, 1, 2, 2])
    // Two branches that both filled up the second one, with what is as old as the oldest.
    var (ours, theirs) = (
      try Self.record("tag:x,2026:!", path: "x"), try Self.record("a:b", path: "y")
    )
    (ours.archive, theirs.archive) = (2, 2)
    let merged = Ledger(dealt.records + [ours, theirs])
    #expect(merged.dealt(size: 3) == merged)
    let more = Ledger(merged.records + [try Self.record("tag:x,2026:!!", path: "z")]).dealt(size: 3)
    #expect(more.records.first { $0.trace.path == "z" }?.archive == 3)
    #expect(more.records.filter { $0.trace.path != "z" } == merged.records)
  }

  @Test func `lines in any order, of two branches and with CRLF, are one ledger`() throws {
    let edited = Self.line.replacing("a.md", with: "b.md")
    let gone = Self.line.replacing(" - ", with: " 2026-05-01T00:00:00Z ")
    let other = Self.line.replacing(":a ", with: ":b ")
    for lines in [[other, Self.line, edited], [edited, other, gone], [gone, edited, other]] {
      let text = "# feedsetter ledger 1\r\n= 00\r\n" + lines.joined(separator: "\r\n") + "\r\n"
      let ledger = try Ledger(Self.source(text))
      #expect(Set(ledger.records.map(\.id)) == ["tag:x,2026:a", "tag:x,2026:b"])
      #expect(ledger.records.allSatisfy { $0.gone == nil }, "who is published stays so")
    }
  }
}
