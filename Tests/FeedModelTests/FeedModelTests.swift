import FeedModel
import FeedValues
import Testing

struct FeedModelTests {
  @Test(arguments: [
    ("https://harbor.example/a.png", "image/png"),
    ("https://harbor.example/A.JPG?w=1200&f=x.png#y.gif", "image/jpeg"),
    ("https://harbor.example/a.m4b", "audio/mp4"), ("https://harbor.example/a.jxl", "image/jxl"),
    ("https://harbor.example/a.b/c", nil), ("https://harbor.example/", nil),
    ("https://harbor.example/a.tar", nil), ("https://images.example.png", nil),
    ("https://images.example/photo-1677442136019?auto=format", nil),
  ])
  func `the path of a URL tells its media type`(text: String, expected: String?) throws {
    #expect(MediaType(pathOf: try AbsoluteURL(text))?.string == expected)
  }

  @Test func `an image has the type that it is given, else that of its path`() throws {
    let url = try AbsoluteURL("https://harbor.example/a.png")
    #expect(Image(url: url).type?.string == "image/png")
    let webp = try MediaType("image/webp")
    #expect(Image(url: url, type: webp).type == webp)
  }

  @Test func `an entry that was not revised is as new as it is old`() throws {
    let link = try AbsoluteURL("https://harbor.example/a/")
    let date = try Timestamp(seconds: 1_770_712_200)
    let later = try Timestamp(seconds: 1_770_712_201)
    let author = Author(name: "Ada")
    let entry = Entry(
      id: "tag:x,2026:a", link: link, title: "A", authors: [author], published: date)
    #expect(entry.updated == date)
    let revised = Entry(
      id: "tag:x,2026:a", link: link, title: "A", authors: [author], published: date, updated: later
    )
    #expect(revised.updated == later)
  }

  @Test(arguments: [
    (FeedFormat.rss, "rss.xml", "application/rss+xml"),
    (FeedFormat.atom, "atom.xml", "application/atom+xml"),
    (FeedFormat.json, "feed.json", "application/feed+json"),
  ])
  func `a feed's document is named for its format`(
    format: FeedFormat, name: String, type: String
  ) throws {
    let location = try AbsoluteURL("https://harbor.example/feeds/keyword/c-sharp/")
    let feed = Feed(
      title: "T", description: "D", location: location, homePage: location,
      updated: try Timestamp(seconds: 0), author: Author(name: "A"))
    #expect(format.fileName == name)
    #expect(format.mediaType == type)
    #expect(feed.selfLink(in: format) == "https://harbor.example/feeds/keyword/c-sharp/\(name)")
  }
}
