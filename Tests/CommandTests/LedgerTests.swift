import Testing

/// `feedsetter.lock` as the built command keeps it.
@Suite("P4 Never unread twice: the command")
struct LedgerCommandTests {
  /// A text that tells its article from others.
  private static let text = "What the river leaves when the sea takes its water back, twice a day."

  private static func site(_ more: String = "") throws -> ScratchSite {
    try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + more,
      [
        "content/low.md": ScratchSite.article("Low", "category: tides", body: text),
        "content/high.md": ScratchSite.article("High", "category: tides", body: "High water."),
      ])
  }

  /// A change of an article, and of its site.
  private struct Change: Sendable {
    let name: String
    var path = "content/low.md"
    var title = "Low"
    var date = "2026-02-10"
    var fields = "category: tides"
    var body = LedgerCommandTests.text
    var host = "tide.example"

    init(_ name: String, _ change: (inout Change) -> Void) {
      self.name = name
      change(&self)
    }

    func apply(to site: ScratchSite) throws {
      try site.remove("content/low.md")
      try site.write(path, ScratchSite.article(title, date: date, fields, body: body))
      try site.write(
        "feedsetter.yml",
        ScratchSite.smallestConfiguration.replacing("tide.example", with: host))
    }
  }

  private static let changes = [
    Change("slug") { $0.fields += "\nslug: ebb" },
    Change("category") { $0.fields = "category: rivers" },
    Change("file name") { $0.path = "content/lower.md" },
    Change("folder") { $0.path = "content/2026/low.md" },
    Change("bundle") { $0.path = "content/low/index.md" },
    Change("title") { $0.title = "Ebb" },
    Change("date") { $0.date = "2026-03-11" },
    Change("domain") { $0.host = "ebb.example" },
    Change("file name and text") { ($0.path, $0.body) = ("content/lower.md", "Less.") },
    Change("file name and title") { ($0.path, $0.title) = ("content/ebb.md", "Ebb") },
    Change("domain and slug") { ($0.host, $0.fields) = ("ebb.example", "slug: ebb") },
    Change("file name and date") { ($0.path, $0.date) = ("content/ebb.md", "2026-04-01") },
  ]

  @Test(arguments: changes.indices)
  func `the ids in all three formats are as before`(change: Int) async throws {
    let change = Self.changes[change]
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let before = try PublishedIDs(in: site)
    #expect(before.atom == ["tag:tide.example,2026-02-10:high", "tag:tide.example,2026-02-10:low"])
    try change.apply(to: site)
    let run = try await site.build()
    #expect(run.status == 0, "\(change.name): \(run.errors)")
    #expect(try PublishedIDs(in: site) == before, "\(change.name)")
  }

  @Test func `an article that nothing is known by is new, and the note tells how to keep its id`()
    async throws
  {
    let site = try Self.site()
    _ = try await site.build()
    try site.remove("content/low.md")
    try site.write(
      "content/mud.md", ScratchSite.article("Mud", date: "2026-05-01", body: "Other words."))
    let run = try await site.build(["--check", "--format", "json"])
    #expect(run.errors.contains("\"rule\":\"article-unrecognised\""), "\(run.errors)")
    #expect(
      run.errors.contains(
        "write id: tag:tide.example,2026-02-10:low, and it stays the same article"))
    try site.write(
      "content/mud.md",
      ScratchSite.article(
        "Mud", date: "2026-05-01", "id: tag:tide.example,2026-02-10:low", body: "Other words."))
    let kept = try await site.build()
    #expect(kept.status == 0 && kept.errors.isEmpty, "\(kept.errors)")
    #expect(
      try PublishedIDs(in: site).atom == [
        "tag:tide.example,2026-02-10:high", "tag:tide.example,2026-02-10:low",
      ])
  }

  @Test func `an article that is copied with the id of another is an error`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.write(
      "content/new.md", ScratchSite.article("New", "id: tag:tide.example,2026-02-10:low"))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("[duplicate-id]"), "\(run.errors)")
  }

  @Test func `broken lines are all told at their place, and nothing is published`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let states = try await site.states(below: "feeds")
    let ledger = try site.text("feedsetter.lock")
    try site.write("content/new.md", ScratchSite.article("New"))
    try site.write(
      "feedsetter.lock",
      ledger.replacing("2026-02-10T00:00:00Z", with: "2026-02-10").replacing(
        "= 01\n", with: "= 01\n<<<<<<< HEAD\n"))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.contains("feedsetter.lock:6:1: error: a merge was left unresolved here"),
      "\(run.errors)")
    #expect(run.errors.contains("\"2026-02-10\" is no moment"))
    #expect(run.output == "nothing was published: 3 errors, 0 warnings\n")
    #expect(try await site.states(below: "feeds") == states)
  }

  @Test func `a frozen ledger fails for what is new, edited or gone, and where there is none`()
    async throws
  {
    let site = try Self.site()
    func frozen() async throws -> Run { try await site.build(["--frozen"]) }
    let none = try await frozen()
    #expect(none.status == 1)
    #expect(none.errors.contains("there is no ledger yet, and it may not be written"))
    #expect(throws: (any Error).self) { try site.bytes("feedsetter.lock") }

    _ = try await site.build()
    let ledger = try site.bytes("feedsetter.lock")
    #expect(try await frozen().status == 0)

    let article = try site.text("content/low.md")
    try site.write("content/low.md", article + "More.\n")
    let edited = try await frozen()
    #expect(edited.status == 1)
    #expect(edited.errors.contains("the ledger would change: 1 changed (low.md)"))
    try site.write("content/low.md", article)

    try site.write("content/new.md", ScratchSite.article("New"))
    let new = try await frozen()
    #expect(new.errors.contains("the ledger would change: 1 new (new.md)"))
    #expect(try await site.build(["--drafts", "--frozen", "--output", "seen"]).status == 0)
    try site.remove("content/new.md")

    try site.remove("content/low.md")
    let gone = try await frozen()
    #expect(gone.errors.contains("the ledger would change: 1 gone (low.md)"))
    #expect(try site.bytes("feedsetter.lock") == ledger)
  }

  @Test func `a check counts the ledger and leaves it alone`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    // What feeds show of the article is as before: only its file is another.
    try site.write("content/2026/low.md", try site.text("content/low.md"))
    try site.remove("content/low.md")
    let ledger = try site.bytes("feedsetter.lock")
    let run = try await site.build(["--check"])
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("0 files new or changed"))
    #expect(try site.bytes("feedsetter.lock") == ledger)
    #expect(try await site.build().output.contains("feedsetter.lock: articles changed"))
    #expect(try await site.build(["--check"]).status == 0)
  }

  @Test func `drafts are looked at without a word in the ledger; another folder has the same one`()
    async throws
  {
    let site = try Self.site()
    try site.write("content/new.md", ScratchSite.article("New", "draft: true"))
    let seen = try await site.build(["--drafts", "--output", "seen"])
    #expect(seen.status == 0 && seen.output.contains("3 articles"))
    #expect(throws: (any Error).self) { try site.bytes("feedsetter.lock") }
    let output = try await site.build(["--output", "elsewhere"])
    #expect(output.output.contains("feedsetter.lock: 2 new; commit it with the articles"))
    #expect(try PublishedIDs(in: site, folder: "elsewhere").json.count == 2)
  }

  @Test(arguments: [
    "low.md", "content/low.md", "tag:tide.example,2026-02-10:low",
    "https://tide.example/tides/low/",
  ]) func `a retracted article leaves all feeds, and comes back with its id`(name: String)
    async throws
  {
    let site = try Self.site()
    _ = try await site.build()
    let before = try PublishedIDs(in: site)
    let configuration = try site.text("feedsetter.yml")
    try site.write("feedsetter.yml", configuration + "\nfeeds: { retract: [\"\(name)\"] }\n")
    let run = try await site.build()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try PublishedIDs(in: site).atom == ["tag:tide.example,2026-02-10:high"])
    for file in try site.files(below: "feeds") where !file.hasSuffix("atom.xml") {
      #expect(try !site.text(file).contains("2026-02-10:low"), "\(file)")
    }
    try site.write("feedsetter.yml", configuration)
    _ = try await site.build()
    #expect(try PublishedIDs(in: site) == before)
  }

  @Test func `an id is retracted, not the article that is in its old file`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.remove("content/low.md")
    _ = try await site.build()
    try site.write("content/low.md", ScratchSite.article("Mud", date: "2026-06-01", "slug: mud"))
    try site.write(
      "feedsetter.yml",
      ScratchSite.smallestConfiguration
        + "\nfeeds: { retract: \"tag:tide.example,2026-02-10:low\" }\n")
    #expect(try await site.build().status == 0)
    #expect(
      try PublishedIDs(in: site).atom == [
        "tag:tide.example,2026-02-10:high", "tag:tide.example,2026-06-01:mud",
      ])
  }

  @Test func `retracting the only article is an error where it is asked for`() async throws {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\nfeeds:\n  retract: [only.md]\n",
      ["content/only.md": ScratchSite.article("Only")])
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "feedsetter.yml:5:13: error: with this one every article is retracted, and there is nothing to publish"
      ), "\(run.errors)")
  }

  @Test func `what is withheld for a time comes back under its id`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let before = try PublishedIDs(in: site)
    for fields in ["draft: true", "expires: 2026-03-01", "feed: false"] {
      try site.write("content/low.md", ScratchSite.article("Low", fields, body: Self.text))
      let run = try await site.build()
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(try PublishedIDs(in: site).json == ["tag:tide.example,2026-02-10:high"], "\(fields)")
      try site.write(
        "content/low.md", ScratchSite.article("Low", "category: tides", body: Self.text))
      _ = try await site.build()
      #expect(try PublishedIDs(in: site) == before, "\(fields)")
    }
  }

  @Test func `Atom tells of an entry that is gone for some days, until it is back`() async throws {
    let site = try Self.site("\nfeeds: { tombstones: 10 }")
    let element = """
      <at:deleted-entry ref="tag:tide.example,2026-02-10:low" when="2026-11-01T00:00:00Z"/>
      """
    func isTold(at now: String) async throws -> Bool {
      let run = try await site.feedsetter(["build", "--now", now])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      return try site.text("feeds/atom.xml").contains(element)
    }
    let article = try site.text("content/low.md")
    #expect(try await !isTold(at: "2026-10-31T00:00:00Z"))
    try site.remove("content/low.md")
    #expect(try await isTold(at: "2026-11-01T00:00:00Z"))
    let judged = try await site.feedsetter(["validate", "feeds"])
    #expect(judged.status == 0 && !judged.errors.contains("tombstone"), "\(judged.errors)")
    #expect(try await isTold(at: "2026-11-10T23:59:59Z"))
    #expect(try await !isTold(at: "2026-11-11T00:00:00Z"))
    try site.write("content/low.md", article)
    #expect(try await !isTold(at: "2026-11-10T00:00:00Z"))
  }

  @Test func `an article that can't be read for a time is not told to be gone`() async throws {
    let site = try ScratchSite(
      configuration: "site: { title: T, url: https://tide.example/ }\n"
        + "content: { faulty: leave-out }\n",
      [
        "content/one.md": ScratchSite.article("One"), "content/two.md": ScratchSite.article("Two"),
      ])
    #expect(try await site.build().status == 0)
    let ledger = try site.text("feedsetter.lock")
    try site.write("content/two.md", "---\ntitle: Two: broken\ndate: 2026-02-10\n---\nText.\n")
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try !site.text("feeds/atom.xml").contains(":two</id>"))
    #expect(try !site.text("feeds/atom.xml").contains("deleted-entry"))
    #expect(try site.text("feedsetter.lock") == ledger)
  }
}

/// The ids in the site's feed, in each format, in order of the alphabet.
struct PublishedIDs: Equatable {
  let rss, atom, json: [String]

  init(in site: ScratchSite, folder: String = "feeds") throws {
    rss = Self.between(">", "</guid>", in: try site.text(folder + "/rss.xml"))
    let atom = try site.text(folder + "/atom.xml").split(separator: "<entry").dropFirst()
    self.atom = Self.between("<id>", "</id>", in: atom.joined())
    json = Self.between("\"id\": \"", "\",", in: try site.text(folder + "/feed.json"))
  }

  /// What stands before each `end`, back to the last `start`.
  private static func between(_ start: String, _ end: String, in text: String) -> [String] {
    text.split(separator: end).dropLast().compactMap { part in
      part.ranges(of: start).last.map { String(part[$0.upperBound...]) }
    }.sorted()
  }
}
