import Testing

@Suite("P3 Stable: the same input gives the same bytes")
struct StableTests {
  private static func site() throws -> ScratchSite {
    var files: [String: String] = [:]
    for number in 1...40 {
      files["content/a\(number).md"] = ScratchSite.article(
        "Article \(number)", date: "2026-0\(number % 9 + 1)-1\(number % 7) 01:30",
        """
        category: [I\(number % 3), place]
        tags: [Zürich, İzmir, "t\(number % 5)", T\(number % 4)]
        """, body: "Text ~~\(number)~~ of https://tide.example/\(number)")
    }
    return try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\n  timezone: America/New_York\n", files)
  }

  @Test func `zone, locale and number of workers change no byte`() async throws {
    let site = try Self.site()
    let environments: [[String: String]] = [
      ["TZ": "UTC", "LC_ALL": "C"], ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "America/St_Johns", "LANG": "de_DE.UTF-8"],
    ]
    for (index, environment) in environments.enumerated() {
      let run = try await site.build(
        ["--output", "out\(index)", "--jobs", "\(1 + 3 * index)"], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
    }
    let names = try site.files(below: "out0").map { $0.dropFirst("out0".count) }
    #expect(
      try site.feedFiles(below: "out0").count == 3 * (1 + 4 + 7),
      "the site, I0 to I2, place, Zürich, İzmir, t0 to t4")
    for index in 1..<environments.count {
      #expect(try site.files(below: "out\(index)").map { $0.dropFirst("out0".count) } == names)
      for name in names {
        #expect(try site.bytes("out0" + name) == site.bytes("out\(index)" + name), "\(name)")
      }
    }
  }

  @Test func `a second run touches no file`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let before = try await site.states(below: "feeds")
    let run = try await site.build()
    #expect(run.output.contains(": 0 files new or changed, 64 unchanged, 0 removed"))
    #expect(try await site.states(below: "feeds") == before)
  }

  @Test func `a change touches the feeds that show it and no other`() async throws {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\nfeeds: { pages: false }\n",
      [
        "content/one.md": ScratchSite.article("One", "tags: [red]"),
        "content/two.md": ScratchSite.article("Two", "tags: [blue]"),
      ])
    _ = try await site.build()
    try site.write("content/two.md", ScratchSite.article("Two", "tags: [blue]", body: "Anew."))
    let run = try await site.build(["--verbose"])
    #expect(
      run.output == """
        write feeds/rss.xml
        write feeds/atom.xml
        write feeds/feed.json
        write feeds/keyword/blue/rss.xml
        write feeds/keyword/blue/atom.xml
        write feeds/keyword/blue/feed.json
        published 2 articles in 3 feeds to feeds/: 6 files new or changed, 8 unchanged, 0 removed
        subscribers will see 1 edited in 2 feeds
        nothing resurfaces
        feedsetter.lock: articles changed; commit it with the articles

        """)
  }

  @Test func `a check writes nothing and tells by its status whether feeds are current`()
    async throws
  {
    let site = try ScratchSite(["content/one.md": ScratchSite.article("One")])
    let first = try await site.build(["--check"])
    #expect(first.status == 1)
    #expect(throws: (any Error).self) { try site.files(below: "feeds") }
    _ = try await site.build()
    let second = try await site.build(["--check"])
    #expect(second.status == 0)
    #expect(second.output == "feeds/ is current: 1 article in 1 feed\n")
  }

  @Test func `the moment of a run decides which articles are due`() async throws {
    let site = try ScratchSite([
      "content/one.md": ScratchSite.article("One", date: "2026-02-10"),
      "content/two.md": ScratchSite.article("Two", date: "2026-03-10T12:00:00+01:00"),
    ])
    let early = try await site.feedsetter(["build", "--now", "2026-03-10T10:59:59Z"])
    #expect(early.output.contains("1 article in 1 feed"))
    #expect(early.output.contains("withheld: 1 due later, the next on 2026-03-10T11:00:00Z\n"))
    let late = try await site.feedsetter(
      ["build"], environment: ["SOURCE_DATE_EPOCH": "1773140400"])
    #expect(late.output.contains("2 articles in 1 feed"))
  }
}
