import Testing

@testable import Serving

@Suite("Pages tell of changes and findings; what is published stays as it is")
struct LivePageTests {
  private static let failure = ServedFolder.Notice(
    isFailure: true, summary: "1 error", findings: "content/a.md:3:7: error: <b> & \"c\"")

  @Test func `a page gets a script before the end of its body, and its own tag`() {
    let folder = Fixture.folder()
    let response = Fixture.get("page/", from: folder)
    #expect(
      response.text
        == Fixture.page.replacing(
          "</body>",
          with:
            "<script src=\"/.feedsetter/preview.js\" data-state=\"\(folder.state)\"></script>\n</body>"
        ))
    let script = Fixture.get("/.feedsetter/preview.js")
    #expect(script.value(of: "Content-Type") == "text/javascript; charset=utf-8")
    #expect(script.text.contains("new EventSource(\"\(Responder.eventsPath)\")"))
    #expect(Fixture.get("/.feedsetter/preview.css").text.contains("#feedsetter-notice"))
  }

  @Test(
    arguments: [
      (
        "default-src 'none'; style-src 'sha256-a='; base-uri 'none'",
        "default-src 'none'; style-src 'sha256-a=' 'self'; base-uri 'none'; script-src 'self'; connect-src 'self'"
      ),
      (
        "script-src &#39;none&#39;;style-src-elem x.example",
        "script-src 'self'; style-src-elem x.example 'self'"
      ),
      (
        "default-src https:; script-src 'self'",
        "default-src https:; script-src 'self'; style-src https: 'self'; connect-src https: 'self'"
      ),
      ("img-src data:", "img-src data:"), ("", ""),
    ])
  func `a page's policy lets the preview's script in, and nothing else`(
    policy: String, opened: String
  ) {
    func page(_ policy: String) -> [UInt8] {
      Array(
        "<meta charset=\"utf-8\"/><META HTTP-EQUIV=\"Content-Security-Policy\"\n content=\"\(policy)\"/><p content=\"x\">"
          .utf8)
    }
    #expect(PagePolicy.opened(page(policy)) == page(opened))
  }

  @Test(
    arguments: [
      "", "<p>", "<meta http-equiv=\"Content-Security-Policy\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"a",
      "http-equiv=\"content-security-policy\"",
    ])
  func `a page without a whole policy stays as it is`(page: String) {
    #expect(PagePolicy.opened(Array(page.utf8)) == Array(page.utf8))
  }

  @Test(arguments: ["rss.xml", "feed.json", "feed.css", "feeds.opml"])
  func `no other file is changed, whatever the last build found`(path: String) {
    let folder = Fixture.folder().next(files: nil, notice: Self.failure, at: Fixture.now)
    #expect(Fixture.get(path, from: folder) == Fixture.get(path))
    #expect(Fixture.get(path).text == Fixture.files[path])
  }

  @Test func `after a build that failed pages tell the findings over the old feeds`() {
    let old = Fixture.folder()
    let folder = old.next(files: nil, notice: Self.failure, at: Fixture.now)
    #expect(folder.state != old.state)
    for path in ["page/", "category/", "nowhere"] {
      let text = Fixture.get(path, from: folder).text
      #expect(text.contains("<details id=\"feedsetter-notice\" open role=\"alert\""))
      #expect(text.contains("content/a.md:3:7: error: &lt;b&gt; &amp; &quot;c&quot;</pre>"))
    }
    #expect(
      Fixture.get("page/", from: folder).value(of: "Last-Modified")
        == "Tue, 10 Feb 2026 09:00:00 GMT")
  }

  @Test func `before the first feeds every page says why there are none`() {
    let empty = ServedFolder(mount: "/feeds/", isOpenToOthers: true, at: Fixture.built)
    let failed = empty.next(files: nil, notice: Self.failure, at: Fixture.now)
    for (folder, words) in [(empty, "are being built"), (failed, "can be published")] {
      for path in ["/", "/feeds/", "rss.xml"] {
        let response = Fixture.get(path, from: folder)
        #expect(response.status == .unavailable)
        #expect(response.text.contains(words) && response.text.contains("<script "))
      }
    }
  }

  @Test func `the events begin with what is served`() {
    let folder = Fixture.folder()
    let response = Fixture.get(Responder.eventsPath, from: folder)
    #expect(response.isStream)
    #expect(response.value(of: "Content-Type") == "text/event-stream")
    #expect(response.text == "retry: 500\n\ndata: \(folder.state)\n\n")
  }

  @Test func `a build that makes the same changes nothing, and a file that stays keeps its date`() {
    let old = Fixture.folder()
    var files = Fixture.files.mapValues { [Array($0.utf8)] }
    // Where the bytes are cut doesn't matter to anybody.
    files["notes.txt"] = [Array("01234".utf8), Array("56789".utf8)]
    #expect(old.next(files: files, notice: nil, at: Fixture.now).state == old.state)
    files["feed.json"] = [Array("{}".utf8)]
    let folder = old.next(files: files, notice: nil, at: Fixture.now)
    #expect(folder.state != old.state)
    #expect(folder.changedFiles(since: old) == 1)
    #expect(
      Fixture.get("rss.xml", from: folder).value(of: "Last-Modified")
        == "Tue, 10 Feb 2026 08:30:00 GMT")
    #expect(
      Fixture.get("feed.json", from: folder).value(of: "Last-Modified")
        == "Tue, 10 Feb 2026 09:00:00 GMT")
  }
}
