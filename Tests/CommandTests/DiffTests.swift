import Testing

@Suite("What subscribers will see is told before it is published")
struct DiffTests {
  private static func site() async throws -> ScratchSite {
    var files: [String: String] = [:]
    for number in 1...6 {
      files["content/a\(number).md"] = ScratchSite.article(
        "Article \(number)", date: "2026-02-1\(number)", "tags: [t\(number / 4)]",
        body: "The text of article \(number), which is long enough to tell it from others.")
    }
    let site = try ScratchSite(files)
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    return site
  }

  private func diff(_ site: ScratchSite, _ arguments: [String] = []) async throws -> Run {
    try await site.feedsetter(["diff", "--now", "2026-11-01T00:00:00Z"] + arguments)
  }

  @Test func `new, edited and removed items, feed by feed, and nothing is written`() async throws {
    let site = try await Self.site()
    let before = try await site.states(below: "feeds")
    let unchanged = try await diff(site, ["--exit-code"])
    #expect(unchanged.status == 0)
    #expect(unchanged.output == "against feeds/: subscribers will see no change in 3 feeds\n")

    try site.write("content/new.md", ScratchSite.article("New", date: "2026-02-20", "tags: [t2]"))
    try site.write(
      "content/a1.md",
      ScratchSite.article("Article 1", date: "2026-02-11", "tags: [t0]", body: "Anew."))
    try site.remove("content/a5.md")
    let run = try await diff(site)
    #expect(
      run.errors.hasPrefix("content/new.md:2:8: info: the article is new, and a5.md is gone"))
    #expect(run.status == 0)
    #expect(
      run.output == """
        against feeds/: 1 removed, 1 new, 1 edited in 3 feeds; 1 feed added

        site: 1 removed, 1 new, 1 edited
          removed     2026-02-15  Article 5
          new         2026-02-20  New
          edited      2026-02-11  Article 1
                      note: the text changed, "updated" did not

        keyword/t0: 1 edited
          edited      2026-02-11  Article 1
                      note: the text changed, "updated" did not

        keyword/t1: 1 removed
          removed     2026-02-15  Article 5

        keyword/t2: new feed of 1 item

        """)
    #expect(try await site.states(below: "feeds") == before)
    #expect(try await diff(site, ["--exit-code"]).status == 1)
    let markdown = try await diff(site, ["--format", "markdown"])
    #expect(markdown.output.hasPrefix("### What subscribers will see\n\n| feed | "))
    let json = try await diff(site, ["--format", "json"])
    #expect(json.output.hasPrefix("{\"against\":\"feeds\",\"counts\":{\"edited\":1,"))
  }

  @Test func `another folder can be compared with`() async throws {
    let site = try await Self.site()
    _ = try await site.build(["--output", "elsewhere"])
    try site.write("content/new.md", ScratchSite.article("New", date: "2026-02-20"))
    _ = try await site.build()
    let run = try await diff(site, ["--against", "elsewhere/"])
    #expect(
      run.output.hasPrefix("against elsewhere/: 1 new in 1 feed\n2 feeds without a change"))
    let missing = try await diff(site, ["--against", "nowhere"])
    #expect(missing.status == 64)
  }

  @Test func `a build refuses to empty a feed until that is accepted`() async throws {
    let site = try await Self.site()
    let before = try await site.states(below: "feeds")
    for number in 1...4 { try site.remove("content/a\(number).md") }
    let refused = try await site.build()
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "feeds/: error: 4 of the 6 items that the feed shows would be gone [feed-loses-items]\n"
          + "  help: bring the articles back, or build with --accept site\n"))
    #expect(!refused.errors.contains("keyword"), "three items are fewer than are minded")
    #expect(try await site.states(below: "feeds") == before)
    #expect(try await diff(site).status == 1)
    #expect(try await diff(site, ["--accept", "site"]).status == 0)
    #expect(try await site.build(["--check"]).status == 1)
    let accepted = try await site.build(["--accept", "site"])
    #expect(accepted.status == 0, "\(accepted.errors)")
  }

  @Test func `without its ledger a site can't show everything as unread again`() async throws {
    let site = try await Self.site()
    try site.remove("feedsetter.lock")
    try site.write(
      "feedsetter.yml", "site: { title: Tide Notes, url: https://other.example/ }\n")
    let refused = try await site.build()
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "content/a1.md: error: \"Article 1\" would be shown as unread again: its id was "
          + "tag:tide.example,2026-02-11:a1 and would be tag:other.example,2026-02-11:a1"))
    #expect(refused.errors.contains("feeds/keyword/t0/: shown in this feed"))
    #expect(try await site.build(["--accept", "resurfacing"]).status == 0)
  }

  @Test func `a published feed that can't be read is a warning, and mended`() async throws {
    let site = try await Self.site()
    for name in ["feed.json", "atom.xml", "rss.xml"] { try site.write("feeds/\(name)", "<") }
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(run.errors.contains("feeds/feed.json:1:2: warning: what its subscribers have seen"))
    #expect(try await diff(site).output.contains("no change in 3 feeds"))
  }
}
