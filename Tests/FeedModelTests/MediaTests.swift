import FeedModel
import FeedValues
import Testing

struct MediaTests {
  @Test(arguments: [(1, 1, true), (0, 1, false), (1, 0, false), (-1, -1, false)])
  func `a picture's size has an area`(width: Int, height: Int, isSize: Bool) {
    #expect((Image.Size(width: width, height: height) != nil) == isSize)
  }

  @Test(arguments: [
    ("audio/mpeg", true), ("Video/MP4", true), ("application/pdf", false), ("image/png", false),
    ("audiology/x", false),
  ])
  func `sound and film make an entry an episode, if they come first`(
    type: String, isEpisode: Bool
  ) throws {
    let link = try AbsoluteURL("https://harbor.example/1")
    let file = Enclosure(url: link, type: try MediaType(type), length: 1)
    let paper = Enclosure(url: link, type: try MediaType("application/pdf"), length: 1)
    func entry(_ enclosures: [Enclosure]) throws -> Entry {
      Entry(
        id: "urn:x", link: link, title: "A", authors: [], published: try Timestamp(seconds: 0),
        enclosures: enclosures)
    }
    #expect(try entry([file, paper]).isEpisode == isEpisode)
    #expect(try !entry([paper, file]).isEpisode)
    #expect(try !entry([]).isEpisode)
  }
}
