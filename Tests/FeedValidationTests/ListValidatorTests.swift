import FeedValidation
import Testing

@Suite("Lists of feeds are judged before they are published")
struct ListValidatorTests {
  private static func list(_ body: String, version: String = "2.0") -> [[UInt8]] {
    [
      Array("<opml version=\"\(version)\"><head><title>T</title></head><body>".utf8),
      Array(body.utf8), Array("</body></opml>".utf8),
    ]
  }

  @Test(arguments: [
    "<outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/rss.xml\"/>",
    "<outline text=\"G\"><outline text=\"H\" title=\"H\">"
      + "<outline type=\"rss\" text=\"A\" title=\"A\" xmlUrl=\"http://a.example/\" "
      + "htmlUrl=\"https://a.example/\" description=\"\" language=\"en\" version=\"RSS\"/>"
      + "</outline></outline>",
  ])
  func `a list of feeds and groups is valid`(body: String) throws {
    #expect(try ListValidator().fault(inOPML: Self.list(body)) == nil)
  }

  @Test(arguments: [
    "", "<outline text=\"A\" type=\"rss\"/>", "<outline text=\"A\"/>",
    "<outline type=\"rss\" xmlUrl=\"https://a.example/\"/>",
    "<outline type=\"rss\" text=\"\" xmlUrl=\"https://a.example/\"/>",
    "<outline type=\"rss\" text=\"A\" xmlUrl=\"rss.xml\"/>",
    "<outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/\" htmlURL=\"https://a.example/\"/>",
    "<outline type=\"link\" text=\"A\" url=\"https://a.example/\"/>", "<feed/>",
    "<outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/\"",
  ])
  func `what readers could not import is told`(body: String) throws {
    #expect(try ListValidator().fault(inOPML: Self.list(body))?.hasPrefix("line 1: ") == true)
  }

  @Test func `another version is none of ours`() throws {
    let feed = "<outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/rss.xml\"/>"
    #expect(try ListValidator().fault(inOPML: Self.list(feed, version: "1.0")) != nil)
  }

  @Test func `JSON is held against its syntax`() throws {
    let validator = try ListValidator()
    #expect(validator.fault(inJSON: [Array("\n{\"a\": [1, ".utf8), Array("2]}\n".utf8)]) == nil)
    #expect(validator.fault(inJSON: [Array("{\"a\": 1,\n}".utf8)])?.hasPrefix("line 2: ") == true)
    #expect(
      validator.fault(inJSON: [Array("{\"a\": 1, \"a\": 2}".utf8)])
        == "line 1: a member is there twice")
  }
}
