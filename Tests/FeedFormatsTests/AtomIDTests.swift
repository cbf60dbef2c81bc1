import FeedFormats
import FeedModel
import FeedValues
import Testing

@Suite("An id that another program gave an entry")
struct AtomIDTests {
  private static func text(_ id: String, _ format: FeedFormat) throws -> String {
    let entry = Entry(
      id: id, link: try AbsoluteURL("https://tide.example/1/"), title: "Ebb",
      authors: [Author(name: "Tide Team")],
      published: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"))
    return String(decoding: EntryFragments(entry, formats: [format])[format], as: UTF8.self)
  }

  @Test(arguments: ["tag:tide.example,2026:1", "https://tide.example/?p=12", "urn:x:1"])
  func `that is an IRI stands in every format`(id: String) throws {
    #expect(try Self.text(id, .atom).contains("<id>\(id)</id>\n"))
  }

  @Test(
    arguments: [
      ("65c7a1b2c3d4e5f601234567", "urn:uuid:91f85000-bbd2-8b40-ba99-9159a571c170"),
      ("12 at tide", "urn:uuid:5ae48f8a-d5fd-8845-b8a0-9a138c7b7cd5"),
    ])
  func `that is none stands in RSS and JSON Feed, and as a UUID in Atom`(
    id: String, expected: String
  ) throws {
    #expect(
      try Self.text(id, .rss).contains("<guid isPermaLink=\"false\">\(id)</guid>\n"))
    #expect(try Self.text(id, .json).contains("\"id\": \"\(id)\",\n"))
    #expect(try Self.text(id, .atom).contains("<id>\(expected)</id>\n"))
  }
}
