import Testing

/// The ledger of a site in git: each branch builds, and none commits the feeds.
@Suite("P4 Never unread twice: branches")
struct LedgerMergeTests {
  private struct Repository {
    let site: ScratchSite

    init(articles: Int) async throws {
      site = try ScratchSite([".gitignore": "feeds/\n"])
      for number in 0..<articles {
        try site.write(
          "content/a\(number).md",
          ScratchSite.article("Article \(number)", body: "The text of article \(number)."))
      }
      _ = try await git("init", "--quiet", "--initial-branch", "main")
      try await build(at: 0)
      try await commit("Begin")
    }

    @discardableResult func git(_ arguments: String...) async throws -> Run {
      let run = try await runProgram(
        "git",
        ["-c", "user.name=Tide", "-c", "user.email=tide@tide.example"] + arguments, in: site.folder)
      #expect(run.status == 0, "git \(arguments): \(run.output)\(run.errors)")
      return run
    }

    func build(at minute: Int) async throws {
      let run = try await site.feedsetter([
        "build", "--accept", "losses", "--now",
        "2026-11-01T00:\(minute < 10 ? "0" : "")\(minute):00Z",
      ])
      #expect(run.status == 0, "\(run.errors)")
    }

    func commit(_ message: String) async throws {
      try await git("add", "--all")
      try await git("commit", "--quiet", "--message", message)
    }
  }

  @Test(arguments: [1, 5, 50], 1...4)
  func `two branches that each add an article merge, and keep both ids`(count: Int, seed: Int)
    async throws
  {
    let repository = try await Repository(articles: count)
    let site = repository.site
    for (minute, branch) in ["left", "right"].enumerated() {
      try await repository.git("checkout", "--quiet", "-b", branch, "main")
      let name = "\(branch)-\(seed * 7 + minute)"
      try site.write(
        "content/\(name).md", ScratchSite.article(name, body: "By \(branch), \(seed)."))
      try await repository.build(at: 2 - minute)
      try await repository.commit("Add \(name)")
    }
    try await repository.git("checkout", "--quiet", "main")
    try await repository.git("merge", "--quiet", "--no-edit", "left")
    try await repository.git("merge", "--quiet", "--no-edit", "right")
    let ledger = try site.text("feedsetter.lock")
    #expect(ledger.split(separator: "\n").count { $0.hasPrefix("tag:") } == count + 2)
    // Nothing is left to do: the merged ledger is what a build of both makes.
    let run = try await site.feedsetter(["build", "--frozen", "--now", "2026-11-01T01:00:00Z"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try site.text("feedsetter.lock") == ledger)
  }

  @Test func `two branches that edit one article merge with git's union`() async throws {
    let repository = try await Repository(articles: 3)
    let site = repository.site
    try site.write(".gitattributes", "feedsetter.lock merge=union\n")
    try await repository.commit("Merge ledgers line by line")
    let article = try site.text("content/a1.md")
    for (minute, branch) in ["left", "right"].enumerated() {
      try await repository.git("checkout", "--quiet", "-b", branch, "main")
      try site.write(
        "content/a1.md",
        minute == 0
          ? article.replacing("title: \"Article 1\"", with: "title: \"Title\"")
          : article + "\n\n\nAnd more.\n")
      try await repository.build(at: 1 + minute)
      try await repository.commit("Edit on the \(branch)")
    }
    try await repository.git("merge", "--quiet", "--no-edit", "left")
    #expect(
      try site.text("feedsetter.lock").split(separator: "\n").count {
        $0.hasPrefix("tag:tide.example,2026-02-10:a1 ")
      } == 2)
    let before = try PublishedIDs(in: site)
    try await repository.build(at: 5)
    #expect(try PublishedIDs(in: site) == before)
    #expect(
      try site.text("feedsetter.lock").split(separator: "\n").count { $0.hasPrefix("tag:") } == 3)
  }

  @Test func `archives that two branches filled up lose nothing to each other`() async throws {
    let repository = try await Repository(articles: 5)
    let site = repository.site
    try site.write(
      "feedsetter.yml", ScratchSite.smallestConfiguration + "\nfeeds: { limit: 2, archives: 3 }\n")
    try await repository.build(at: 1)
    try await repository.commit("Keep archives")
    try await repository.git("checkout", "--quiet", "-b", "left", "main")
    // Written first and merged last.
    try site.write("content/late.md", ScratchSite.article("Late"))
    try await repository.build(at: 2)
    try await repository.commit("Add what takes long")
    try await repository.git("checkout", "--quiet", "main")
    for (minute, name) in ["b", "c"].enumerated() {
      try site.write("content/\(name).md", ScratchSite.article(name, body: "Text of \(name)."))
      try await repository.build(at: 3 + minute)
    }
    try await repository.commit("Add two")
    func members(_ number: Int) throws -> Set<Substring> {
      Set(
        try site.text("feeds/archive/\(number)/atom.xml").split(separator: "<id>tag:").dropFirst()
          .map { $0.prefix { $0 != "<" } })
    }
    let before = try (1...3).map(members)
    #expect(before.map(\.count) == [3, 3, 1])
    try await repository.git("merge", "--quiet", "--no-edit", "left")
    try await repository.build(at: 9)
    for (number, earlier) in before.enumerated() {
      #expect(try members(number + 1).isSuperset(of: earlier), "archive \(number + 1)")
    }
    #expect(try (1...3).map(members).map(\.count).reduce(0, +) == 8)
  }
}
