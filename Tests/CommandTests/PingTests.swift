import FoundationEssentials
import Testing

@Suite("Telling a WebSub hub")
struct PingTests {
  /// A site of two articles whose hub is at a port, and what it does while the hub answers as scripted.
  private static func withHub(
    _ script: String, _ body: @Sendable (ScratchSite) async throws -> Void
  ) async throws {
    let site = try ScratchSite(configuration: nil)
    try site.write("content/one.md", ScratchSite.article("One", "tags: [red]"))
    try site.write("content/two.md", ScratchSite.article("Two", date: "2026-03-10", "tags: [C#]"))
    let hub = projectFolder + "/Tests/CommandTests/Hubs/hub.py"
    try await TestServer.run(["python3", hub, site.folder, script], in: site.folder) {
      FileManager.default.fileExists(atPath: site.path("port"))
    } _: {
      try site.write(
        "feedsetter.yml",
        """
        site:
          title: Tide Notes
          url: https://tide.example/
        feeds:
          by: [keyword]
          formats: [rss, json]
          hub: http://127.0.0.1:\(try site.text("port"))/publish?a=b
        """)
      try await body(site)
    }
  }

  /// The feeds that the hub was told of since this was last asked.
  private static func told(_ site: ScratchSite) throws -> [String] {
    guard FileManager.default.fileExists(atPath: site.path("requests")) else { return [] }
    let lines = try site.text("requests").split(separator: "\n").map(String.init)
    try site.remove("requests")
    let start =
      "/publish?a=b application/x-www-form-urlencoded Feedsetter hub.mode=publish&hub.url=https%3A%2F%2F"
      + "tide.example%2Ffeeds%2F"
    return lines.map { line in
      #expect(line.hasPrefix(start), "\(line)")
      return String(line.dropFirst(start.count)).replacing("%2F", with: "/")
    }
  }

  private static func numberTold(_ site: ScratchSite) throws -> Int { try told(site).count }

  @Test func `the hub is told of the feeds whose bytes changed since it was last told, once`()
    async throws
  {
    try await Self.withHub("[[204], [202]]") { site in
      #expect(try await site.build().status == 0)
      let first = try await site.feedsetter(["ping"])
      #expect(first.status == 0, "\(first.errors)")
      let hub = "http://127.0.0.1:\(try site.text("port"))/publish?a=b"
      #expect(
        first.output == """
          https://tide.example/feeds/feed.json: 204 No Content
          https://tide.example/feeds/keyword/c-sharp/feed.json: 202 Accepted
          https://tide.example/feeds/keyword/c-sharp/rss.xml: 202 Accepted
          https://tide.example/feeds/keyword/red/feed.json: 202 Accepted
          https://tide.example/feeds/keyword/red/rss.xml: 202 Accepted
          https://tide.example/feeds/rss.xml: 202 Accepted
          told \(hub) of 6 changed feeds

          """)
      #expect(
        try Self.told(site) == [
          "feed.json", "keyword/c-sharp/feed.json", "keyword/c-sharp/rss.xml",
          "keyword/red/feed.json", "keyword/red/rss.xml", "rss.xml",
        ])

      try site.write("content/one.md", ScratchSite.article("One", "tags: [red]", body: "Edited."))
      #expect(try await site.build().status == 0)
      #expect(try await site.feedsetter(["ping", "--quiet"]).output == "")
      #expect(
        try Self.told(site) == [
          "feed.json", "keyword/red/feed.json", "keyword/red/rss.xml", "rss.xml",
        ])

      #expect(try await site.build().status == 0)
      let third = try await site.feedsetter(["ping"])
      #expect(third.output == "\(hub) knows all feeds as they are\n")
      #expect(try Self.told(site) == [])

      try site.remove("content/two.md")
      #expect(try await site.build(["--accept", "losses"]).status == 0)
      #expect(try await site.feedsetter(["ping"]).status == 0)
      #expect(try Self.told(site) == ["feed.json", "rss.xml"])
    }
  }

  @Test func `what of the record is lost is told again, and one that can't be kept is an error`()
    async throws
  {
    try await Self.withHub("[[204]]") { site in
      #expect(try await site.build().status == 0)
      #expect(try await site.feedsetter(["ping"]).status == 0)
      let record = "feeds/.feedsetter-hub"
      let lines = try site.text(record).split(separator: "\n")
      #expect(lines.count == 8)
      #expect(try Self.numberTold(site) == 6)

      let damaged = lines[1...3].joined(separator: "\n") + "\n" + lines[4].dropFirst(3) + "\n\u{0}"
      try site.write(record, damaged)
      #expect(try await site.feedsetter(["ping"]).status == 0)
      #expect(try Self.numberTold(site) == 4)
      #expect(try site.text(record) == lines.map { $0 + "\n" }.joined())

      try site.write(record, try site.text(record).replacing("/publish", with: "/elsewhere"))
      #expect(try await site.feedsetter(["ping"]).status == 0)
      #expect(try Self.numberTold(site) == 6)

      try site.remove(record)
      try FileManager.default.createSymbolicLink(
        atPath: site.path(record), withDestinationPath: site.path("feedsetter.yml"))
      let run = try await site.feedsetter(["ping"])
      #expect(run.status == 73)
      #expect(
        run.errors.hasPrefix(
          "feeds/.feedsetter-hub: error: what the hub was told can't be kept: it is a symbolic link"
        ),
        "\(run.errors)")
      #expect(try Self.numberTold(site) == 0)
    }
  }

  @Test func `each feed is told under the address that it names as its own, archives too`()
    async throws
  {
    try await Self.withHub("[[204]]") { site in
      try site.write("content/three.md", ScratchSite.article("Three", "tags: [音声 認識]"))
      try site.write(
        "feedsetter.yml",
        try site.text("feedsetter.yml").replacing("formats: [rss, json]", with: "archives: 1")
          .replacing("by: [keyword]", with: "by: [keyword]\n  limit: 1"))
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping"])
      let told = Set(
        run.output.split(separator: "\n").dropLast().map { $0.dropLast(": 204 No Content".count) })
      let feeds = try site.feedFiles(below: "feeds")
      var named: Set<Substring> = []
      for feed in feeds {
        let text = try site.text(feed)
        let key = feed.hasSuffix(".json") ? "\"feed_url\": \"" : "rel=\"self\" "
        let start = try #require(text.split(separator: key).dropFirst().first)
        let address = feed.hasSuffix(".json") ? start : start.split(separator: "href=\"")[1]
        named.insert(try #require(address.split(separator: "\"").first))
      }
      #expect(feeds.contains("feeds/archive/1/atom.xml"))
      #expect(
        named.contains(
          "https://tide.example/feeds/keyword/%E9%9F%B3%E5%A3%B0-%E8%AA%8D%E8%AD%98/rss.xml"))
      #expect(told == named)
      #expect(named.count == feeds.count)
    }
  }

  @Test func `with a report the hub is told of what that build changed, and nothing is kept`()
    async throws
  {
    try await Self.withHub("[[204]]") { site in
      let ping = ["ping", "--report", "report.json"]
      for (edit, changed) in [
        ("", 6), ("Edited.", 4), ("Edited.", 0),
      ] {
        if !edit.isEmpty {
          try site.write("content/one.md", ScratchSite.article("One", "tags: [red]", body: edit))
        }
        #expect(try await site.build(["--report", "report.json"]).status == 0)
        let run = try await site.feedsetter(ping + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\"status\":\"told\""), "\(run.output)")
        #expect(try Self.numberTold(site) == changed)
      }
      #expect(!FileManager.default.fileExists(atPath: site.path("feeds/.feedsetter-hub")))

      // Elsewhere than where the feeds are, as in another job of CI.
      try site.write("content/one.md", ScratchSite.article("One", "tags: [red]", body: "Again."))
      #expect(try await site.build(["--report", "report.json"]).status == 0)
      try site.remove("feeds")
      #expect(try await site.feedsetter(ping).status == 0)
      #expect(try Self.numberTold(site) == 4)

      // A build that is refused publishes nothing, though it says what it would have.
      #expect(try await site.build(["--report", "report.json"]).status == 0)
      try site.remove("content/one.md")
      try site.write(
        "content/two.md", ScratchSite.article("Two", date: "2026-03-10", "draft: true"))
      #expect(try await site.build(["--report", "report.json"]).status == 1)
      #expect(try await site.feedsetter(ping).status == 0)
      #expect(try Self.told(site) == [])
    }
  }

  @Test func `what the hub can't take is asked again, behind the others`() async throws {
    try await Self.withHub("[[500], [500], [202]]") { site in
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping"])
      #expect(run.status == 0, "\(run.errors)")
      let told = try Self.told(site)
      #expect(told.count == 8)
      #expect(
        told.prefix(3) == ["feed.json", "keyword/c-sharp/feed.json", "keyword/c-sharp/rss.xml"])
      #expect(told.suffix(2) == ["feed.json", "keyword/c-sharp/feed.json"])
      #expect(
        run.output.hasPrefix("https://tide.example/feeds/feed.json: 202 Accepted, asked 2 times\n"),
        "\(run.output)")
    }
  }

  @Test func `a hub that asks to be left alone is left alone, and then told`() async throws {
    try await Self.withHub("[[429, {\"Retry-After\": \"2\"}], [204]]") {
      (site: ScratchSite) async throws -> Void in
      #expect(try await site.build().status == 0)
      let clock = ContinuousClock()
      let start = clock.now
      #expect(try await site.feedsetter(["ping"]).status == 0)
      let elapsed: Duration = start.duration(to: clock.now)
      #expect(elapsed >= .seconds(2))
      #expect(try Self.numberTold(site) == 7)
    }
    try await Self.withHub("[[503, {\"Retry-After\": \"3600\"}]]") { site in
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping"])
      #expect(run.status == 75)
      #expect(try Self.told(site) == ["feed.json"])
      #expect(
        run.errors.contains(
          "the hub was asked once and did not take it: 503 Service Unavailable, come again in 3600 s"
        ),
        "\(run.errors)")
    }
  }

  @Test func `a refusal is told in the hub's words, is not asked again, and stays due`()
    async throws
  {
    try await Self.withHub("[[410, {}, \"no such topic\\nnever\"], [204]]") { site in
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping"])
      #expect(run.status == 1)
      #expect(
        run.errors == """
          feeds/feed.json: error: the hub refused it: 410 no such topic [hub-refused]
            help: see what the hub says; feeds.hub must be an address of a hub that takes this feed

          """)
      #expect(try Self.numberTold(site) == 6)
      let next = try await site.feedsetter(["ping"])
      #expect(next.status == 0)
      #expect(try Self.told(site) == ["feed.json"])
    }
  }

  @Test func `a hub that never answers keeps nobody for long, and all feeds stay due`() async throws
  {
    try await Self.withHub("[\"hang\"]") { site in
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping", "--timeout", "1", "--tries", "2"])
      #expect(run.status == 75)
      #expect(try Self.numberTold(site) == 2)
      #expect(run.errors.contains("[hub-silent]"))
      #expect(run.output.contains("of 0 of 6 changed feeds"), "\(run.output)")
      #expect(!FileManager.default.fileExists(atPath: site.path("feeds/.feedsetter-hub")))
    }
  }

  @Test func `a redirection is a refusal: the feeds must name the hub where it is`() async throws {
    try await Self.withHub("[[301, {\"Location\": \"https://elsewhere.example/\"}]]") { site in
      #expect(try await site.build().status == 0)
      let run = try await site.feedsetter(["ping"])
      #expect(run.status == 1)
      #expect(run.errors.contains("the hub refused it: 301 Moved Permanently"), "\(run.errors)")
    }
  }

  @Test func `what can't be done is told with its status`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    let none = try await site.feedsetter(["ping"])
    #expect(none.status == 1)
    #expect(none.errors.contains("feeds.hub names no hub that could be told"), "\(none.errors)")
    #expect(try await ScratchSite(configuration: nil).feedsetter(["ping"]).status == 66)

    try site.write(
      "feedsetter.yml",
      ScratchSite.smallestConfiguration + "\nfeeds: { hub: \"http://127.0.0.1:1/\" }\n")
    #expect(try await site.build(["--check", "--report", "report.json"]).status == 1)
    for arguments in [
      ["--report", "report.json"], ["--report", "feedsetter.yml"], ["--report", "missing.json"],
      ["--tries", "0"], ["--timeout", "0"], ["--site", ""], ["--report", "r", "--output", "o"],
    ] {
      #expect(try await site.feedsetter(["ping"] + arguments).status == 64, "\(arguments)")
    }
    let unbuilt = try await site.feedsetter(["ping"])
    #expect(unbuilt.status == 0)
    #expect(unbuilt.output == "http://127.0.0.1:1/ knows all feeds as they are\n")

    #expect(try await site.build().status == 0)
    let closed = try await site.feedsetter(["ping", "--tries", "1"])
    #expect(closed.status == 75)
    #expect(
      closed.errors.contains("asked once and did not take it: Failed to connect to 127.0.0.1"))
    let bare = try await runProgram(
      "/bin/sh", ["-c", "PATH=\"$0\" exec \"$@\"", site.folder, ScratchSite.command, "ping"],
      in: site.folder)
    #expect(bare.status == 1)
    #expect(
      bare.errors.contains("the program curl is not installed [hub-unasked]"), "\(bare.errors)")
  }
}
