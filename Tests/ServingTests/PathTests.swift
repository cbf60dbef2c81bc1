import Testing

@testable import Serving

@Suite("Paths lead to what is published and nowhere else")
struct PathTests {
  @Test(
    arguments: [
      ("/", 302, "/feeds/"), ("/feeds", 302, "/feeds/"), ("/feeds/page", 302, "/feeds/page/"),
      ("/feeds/category/音声", 302, "/feeds/category/%E9%9F%B3%E5%A3%B0/"),
      ("/feeds/", 200, nil), ("/feeds/rss.xml?x=1#y", 200, nil),
      ("http://127.0.0.1:4000/feeds/rss.xml", 200, nil), ("/feeds/%72ss.xml", 200, nil),
      ("/feeds/../rss.xml", 404, nil), ("/feeds/../../etc/passwd", 404, nil),
      ("/feeds/%2e%2e/%2e%2e/etc/passwd", 404, nil), ("/feeds/page/../rss.xml", 404, nil),
      ("/feeds//rss.xml", 404, nil), ("//feeds/rss.xml", 404, nil), ("/rss.xml", 404, nil),
      ("/feedsrss.xml", 404, nil), ("/feeds/RSS.xml", 404, nil), ("/feeds/rss.xml/", 404, nil),
      ("/feeds/.feedsetter-files", 404, nil), ("/feeds/%2Frss.xml", 404, nil),
      ("/feeds/rss.xml%00.html", 400, nil), ("/feeds/%", 400, nil), ("/feeds/%4", 400, nil),
      ("/feeds/%zz", 400, nil), ("/feeds/%+1", 400, nil), ("/feeds/%C3", 400, nil),
      ("rss.xml", 400, nil), ("*", 400, nil),
    ] as [(String, Int, String?)])
  func `a path has its answer`(target: String, status: Int, location: String?) {
    let response = Responder(Fixture.folder(), at: Fixture.now).response(
      to: HTTPRequest("GET", target, fields: ["host": "localhost"]))
    #expect(response.status.rawValue == status)
    #expect(response.value(of: "Location") == location)
  }

  @Test func `a folder without a page lists what is in it`() {
    let text = Fixture.get("/feeds/").text
    let links = text.split(separator: "\n").filter { $0.hasPrefix("<li>") }.map(String.init)
    #expect(
      links
        == [
          "category/", "feed.css", "feed.json", "feeds.json", "feeds.opml", "notes.txt", "page/",
          "rss.xml",
        ]
        .map { "<li><a href=\"./\($0)\">\($0)</a></li>" })
    #expect(
      Fixture.get("category/").text.contains(
        "<li><a href=\"../\">../</a></li>\n"
          + "<li><a href=\"./%E9%9F%B3%E5%A3%B0/\">音声/</a></li>\n</ul>"))
  }

  @Test func `names can't write into pages`() {
    let text = Fixture.get("/feeds/%3Cscript%3E\"&").text
    #expect(text.contains("<h1>There is nothing at /feeds/&lt;script&gt;&quot;&amp;</h1>"))
  }

  @Test func `a site at the root is served there`() {
    let folder = ServedFolder(mount: "/", isOpenToOthers: true, at: Fixture.built)
      .next(files: ["rss.xml": [[1]]], notice: nil, at: Fixture.built)
    #expect(Fixture.get("/rss.xml", from: folder).body == [1])
    #expect(Fixture.get("/", from: folder).status == .ok)
  }
}
