import Testing

@Suite("P6 Reader-ready: content stands alone and runs nothing")
struct ContentSafetyTests {
  private static let hostile = """
    Text <b onclick="steal()">bold</b> and [a link](javascript:steal()).

    <script>steal()</script>

    <iframe src="https://www.youtube.com/embed/abc" title="The tide"></iframe>

    <div><img data-src="/low.png" src="data:image/gif;base64,R0" loading="lazy" onerror="steal()">

    - [x] done
    """

  @Test(arguments: ["rss.xml", "atom.xml", "feed.json"])
  func `no format carries what runs, and each carries what is left`(file: String) async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A", body: Self.hostile)])
    let run = try await site.build()
    #expect(run.status == 0)
    let feed = try site.text("feeds/" + file)
    for active in [
      "steal", "javascript", "onclick", "onerror", "iframe", "data-src", "R0", "<input",
    ] {
      #expect(!feed.contains(active), "\(active)")
    }
    for kept in [
      "https://www.youtube.com/watch?v=abc", "The tide", "https://tide.example/low.png", "☑ done",
    ] {
      #expect(feed.replacing("\\/", with: "/").contains(kept), "\(kept)")
    }
  }

  @Test func `what is taken out is told where it stands`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A", body: Self.hostile)])
    let run = try await site.build()
    let findings = run.errors.split(separator: "\n").filter { $0.hasPrefix("content/") }
    #expect(
      findings == [
        """
        content/a.md:7:9: warning: feeds can't carry `on…` handlers, so 2 of them are left out, \
        the first one here [html-removed]
        """,
        """
        content/a.md:7:49: warning: a feed can't carry this URL that runs something, so it is \
        left out [html-removed]
        """,
        """
        content/a.md:9:1: warning: a feed can't carry this `script` element, so it is left out \
        [html-removed]
        """,
      ])
    #expect(try await site.build(["--strict"]).status == 1)
  }
}
