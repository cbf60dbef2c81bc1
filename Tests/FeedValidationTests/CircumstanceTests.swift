import Diagnostics
import FeedValidation
import FeedValues
import Testing

/// Rules that need the clock, or the address that a feed is published at.
@Suite struct CircumstanceTests {
  private static let rules: Set = ["date-implausible", "self-link-elsewhere"]

  /// What those rules say of a document on 10 February 2026 at noon.
  private func judge(_ document: String, at address: String? = nil) throws -> [String] {
    var validator = try FeedValidator()
    validator.now = try Timestamp(rfc3339: "2026-02-10T12:00:00Z")
    validator.address = try address.map { text throws in try AbsoluteURL(text) }
    return validator.validate([Array(document.utf8)]).filter { Self.rules.contains($0.rule.id) }
      .map { "\($0.rule.id) \($0.position.line):\($0.position.column)" }
  }

  @Test(arguments: [
    ("2026-02-11T12:00:00Z", true), ("2026-02-11T12:00:01Z", false),
    ("2026-02-12T01:00:00+14:00", true), ("2027-01-01T00:00:00Z", false),
    ("1970-01-01T00:00:00Z", true), ("1969-12-31T23:59:59Z", false), ("1999-01-01T00:00:00Z", true),
    ("0001-01-01T00:00:00Z", false), ("9999-12-31T00:00:00Z", false),
  ]) func `a date of Atom and JSON Feed is between 1970 and tomorrow`(
    date: String, isPlausible: Bool
  ) throws {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry>
      <updated> \(date)</updated></entry></feed>
      """
    #expect(try judge(atom) == (isPlausible ? [] : ["date-implausible 2:11"]))
    let json = "{\"items\": [{\n\"date_modified\": \"\(date)\"}]}"
    #expect(try judge(json) == (isPlausible ? [] : ["date-implausible 2:18"]))
  }

  @Test(arguments: [
    ("Wed, 11 Feb 2026 12:00:00 GMT", true), ("Wed, 11 Feb 2026 12:00:00 EST", false),
    ("11 Feb 26 12:00 GMT", true), ("12 Feb 26 12:00 GMT", false),
    ("Tue, 10 Feb 2025 12:00:00 GMT", true), ("Wed, 31 Dec 1969 00:00:00 GMT", false),
  ]) func `a date of RSS is between 1970 and tomorrow`(date: String, isPlausible: Bool) throws {
    let rss = "<rss version=\"2.0\"><channel>\n<pubDate>\(date)</pubDate></channel></rss>"
    #expect(try judge(rss) == (isPlausible ? [] : ["date-implausible 2:10"]))
  }

  @Test func `without a clock no date is in the future`() throws {
    let document = "{\"items\": [{\"date_modified\": \"9999-01-01T00:00:00Z\"}]}"
    let findings = try FeedValidator().validate([Array(document.utf8)])
    #expect(!findings.contains { $0.rule.id == "date-implausible" })
  }

  @Test(arguments: [
    ("https://tide.example/atom.xml", true), ("https://tide.example/feed.xml", false),
    ("http://tide.example/atom.xml", false),
  ]) func `the link to itself is the address`(address: String, isSame: Bool) throws {
    let links = """
      href="https://tide.example/atom.xml"/>\
      <a:link href="https://tide.example/" rel="alternate"/>
      """
    let documents = [
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:a=\"http://www.w3.org/2005/Atom\">\n"
        + "<link rel=\"self\" \(links)</feed>",
      "<rss version=\"2.0\" xmlns:a=\"http://www.w3.org/2005/Atom\"><channel>\n"
        + "<a:link rel=\"self\" \(links)</channel></rss>",
    ]
    let places = ["2:24", "2:26"]
    for (document, place) in zip(documents, places) {
      #expect(
        try judge(document, at: address) == (isSame ? [] : ["self-link-elsewhere \(place)"]))
      #expect(try judge(document) == [])
    }
    let json = "{\"feed_url\":\n\"https://tide.example/atom.xml\", \"items\": []}"
    #expect(try judge(json, at: address) == (isSame ? [] : ["self-link-elsewhere 2:1"]))
  }

  @Test func `editions of an entry are told apart by id and date together`() {
    func feed(_ entries: [(id: String, date: String)]) -> String {
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
        + entries.map {
          "\n<entry><id>\($0.id)</id><updated>\($0.date)</updated></entry>"
        }.joined() + "</feed>"
    }
    func repeated(_ entries: [(id: String, date: String)]) -> [String] {
      FeedValidationTests.judge(feed(entries)).filter { $0.hasPrefix("atom-entry-repeated") }
    }
    #expect(
      repeated([("urn:a", "2026-02-10T00:00:00Z"), ("urn:a", "2026-02-11T00:00:00Z")]) == [])
    #expect(
      repeated([
        ("urn:a", "2026-02-10T00:00:00Z"), ("urn:b", "2026-02-10T00:00:00Z"),
        (" urn:a ", "2026-02-10T00:00:00Z"),
      ]) == ["atom-entry-repeated 4:1"])
    // The same letters divided in another way are another edition.
    #expect(repeated([("urn:a1", "2"), ("urn:a", "12")]) == [])
  }
}
