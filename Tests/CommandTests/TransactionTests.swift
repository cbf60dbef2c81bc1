import FoundationEssentials
import Testing

/// Each test builds in a folder of its own, in which a build was stopped or something is in the way.
@Suite("P2 Whole: what a stopped build began is brought to an end")
struct TransactionTests {
  /// A site whose feeds are of an older article: rss.xml, atom.xml and feed.json in each folder.
  private static func site() async throws -> ScratchSite {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\nfeeds: { pages: false }\n",
      ["content/a.md": ScratchSite.article("A", "tags: [red]"), "precious": "mine"])
    _ = try await site.build()
    try site.write("content/a.md", ScratchSite.article("A", "tags: [blue]"))
    return site
  }

  /// Leaves `site` as a build leaves it that is killed after `journal`, with files staged as it says.
  private static func stop(
    _ site: ScratchSite, writing files: [String: String], removing removals: [String] = [],
    list: String = "", isComplete: Bool = true
  ) throws {
    var body = "feedsetter journal 1\n"
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      body += "write \(text.utf8.count) \(path)\n"
      try stage(site, path, text)
    }
    for path in removals { body += "remove \(path)\n" }
    body += "list \(list.utf8.count)\n"
    try stage(site, ".feedsetter-files", list)
    try site.write("feeds/.feedsetter-journal", body + (isComplete ? ending(of: body) : ""))
  }

  private static func stage(_ site: ScratchSite, _ path: String, _ text: String) throws {
    var parts = path.split(separator: "/")
    let name = parts.removeLast()
    try site.write(
      "feeds/" + (parts + [".\(name).feedsetter-tmp"]).joined(separator: "/"), text)
  }

  private static func ending(of body: String) -> String {
    let sum = body.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "complete \(String(sum, radix: 16))\n"
  }

  private static func strays(_ site: ScratchSite) async throws -> String {
    try await runProgram(
      "/usr/bin/find",
      [
        site.folder, "-name", "*.feedsetter-tmp", "-o", "-name", ".feedsetter-journal", "-o",
        "-type", "d", "-empty",
      ]
    ).output
  }

  @Test func `a complete journal is carried out although an article is broken now`() async throws {
    let site = try await Self.site()
    try Self.stop(
      site, writing: ["rss.xml": "new", "keyword/green/rss.xml": "green"],
      removing: ["keyword/red/rss.xml", "keyword/red/atom.xml", "keyword/red/feed.json"])
    try site.write("content/broken.md", "---\ntitle: [\n---\n")
    let run = try await site.build(["--report", "report.json"])
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        """
        feeds/.feedsetter-journal: info: a build was stopped here; it is completed \
        [journal-completed]
        """), "\(run.errors)")
    #expect(try site.text("feeds/rss.xml") == "new")
    #expect(
      try site.feedFiles(below: "feeds") == [
        "feeds/atom.xml", "feeds/feed.json", "feeds/keyword/green/rss.xml", "feeds/rss.xml",
      ])
    #expect(
      try site.text("feeds/.feedsetter-files").split(separator: "\n").dropFirst() == [
        "atom.xml", "autodiscovery/keyword/red.html", "autodiscovery/site.html", "feed.json",
        "feeds.json", "feeds.opml", "keyword/green/rss.xml", "rss.xml",
      ])
    #expect(try await Self.strays(site) == "")
    let report = try site.text("report.json")
    #expect(report.contains("\"changed\" : true"), "\(report)")
  }

  @Test func `ids that are adopted outlive a build that was stopped before`() async throws {
    let site = try await Self.site()
    let ledger = try site.text("feedsetter.lock")
    // What the stopped build had still to write is the ledger without what is adopted after it.
    let body = "feedsetter journal 1\nbeside \(ledger.utf8.count) ../feedsetter.lock\nlist 0\n"
    try site.write(".feedsetter.lock.feedsetter-tmp", ledger)
    try Self.stage(site, ".feedsetter-files", "")
    try site.write("feeds/.feedsetter-journal", body + Self.ending(of: body))
    try site.write(
      "old.xml",
      """
      <rss version="2.0"><channel><title>Tide</title><item><title>A</title>
      <link>https://tide.example/a/</link><guid isPermaLink="false">https://tide.example/?p=1</guid>
      </item></channel></rss>
      """)
    let run = try await site.feedsetter(["adopt", "--replace", "old.xml"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try await Self.strays(site) == "")
    #expect(try site.text("feedsetter.lock").contains("\nhttps://tide.example/?p=1 "))
    _ = try await site.build(["--accept", "resurfacing"])
    #expect(try site.text("feedsetter.lock").contains("\nhttps://tide.example/?p=1 "))
  }

  @Test func `what is staged without a complete journal is discarded`() async throws {
    let site = try await Self.site()
    let before = try await site.states(below: "feeds")
    try Self.stop(
      site, writing: ["rss.xml": "new", "keyword/green/rss.xml": "green"],
      removing: ["keyword/red/rss.xml"], isComplete: false)
    try site.write("content/broken.md", "---\ntitle: [\n---\n")
    #expect(try await site.build().status == 1)
    #expect(try await site.states(below: "feeds") == before)
    #expect(try await Self.strays(site) == "")
  }

  @Test(arguments: ["", "feedsetter jour", "feedsetter journal 1\nwrite 3 ../../precious\nwri"])
  func `a journal that ends anywhere is discarded`(text: String) async throws {
    let site = try await Self.site()
    try site.write("feeds/.feedsetter-journal", text)
    #expect(try await site.build().status == 0)
    #expect(try site.text("precious") == "mine")
    #expect(try await Self.strays(site) == "")
  }

  @Test(arguments: [
    ("write 4 ../precious\n", 2, "\"write 4 ../precious\" is no step"),
    ("remove ../precious\n", 2, "\"remove ../precious\" is no step"),
    ("remove /etc/passwd\n", 2, "\"remove /etc/passwd\" is no step"),
    ("remove .feedsetter-files\n", 2, "\"remove .feedsetter-files\" is no step"),
    ("write -1 rss.xml\n", 2, "\"write -1 rss.xml\" is no step"),
    ("write 3 a\\x\n", 2, "\"write 3 a\\x\" is no step"),
    ("swap rss.xml\n", 2, "\"swap rss.xml\" is no step"),
  ])
  func `a journal with steps that none of ours has is refused`(
    step: String, line: Int, message: String
  ) async throws {
    let site = try await Self.site()
    let before = try await site.states(below: "feeds")
    let body = "feedsetter journal 1\n" + step
    try site.write("feeds/.feedsetter-journal", body + Self.ending(of: body))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix("feeds/.feedsetter-journal:\(line):1: error: \(message) "),
      "\(run.errors)")
    #expect(try site.text("precious") == "mine")
    #expect(try await site.states(below: "feeds") == before)
  }

  @Test func `a journal whose lines were changed is refused`() async throws {
    let site = try await Self.site()
    try site.write(
      "feeds/.feedsetter-journal",
      "feedsetter journal 1\nremove rss.xml\n" + Self.ending(of: "feedsetter journal 1\n"))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("its checksum is not that of its lines [journal-broken]"))
    #expect(try site.feedFiles(below: "feeds").count == 6)
  }

  @Test func `a journal of another site's files elsewhere is left to that site`() async throws {
    let site = try await Self.site()
    let body = "feedsetter journal 1\nbeside 4 ../precious\nlist 0\n"
    try site.write(".precious.feedsetter-tmp", "evil")
    try site.write("feeds/.feedsetter-journal", body + Self.ending(of: body))
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("which also writes ../precious [journal-foreign]"), "\(run.errors)")
    #expect(try site.text("precious") == "mine")
  }

  @Test func `files that came in the way since are neither replaced nor taken for ours`()
    async throws
  {
    let site = try await Self.site()
    try Self.stop(
      site, writing: ["keyword/blue/rss.xml": "ours", "rss.xml": "new"],
      removing: ["keyword/red/notes.txt"])
    try site.write("feeds/keyword/blue/rss.xml", "mine")
    try site.write("feeds/keyword/red/notes.txt", "mine too")
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("feeds/keyword/blue/rss.xml: error: the file is there already"))
    #expect(try site.text("feeds/keyword/blue/rss.xml") == "mine")
    #expect(try site.text("feeds/keyword/red/notes.txt") == "mine too")
    #expect(try site.text("feeds/rss.xml") == "new")
    #expect(try !site.text("feeds/.feedsetter-files").contains("blue"))
  }

  @Test func `a check with a journal writes nothing and is not current`() async throws {
    let site = try await Self.site()
    _ = try await site.build()
    try Self.stop(site, writing: ["rss.xml": "new"])
    let before = try await site.states(below: ".")
    let run = try await site.build(["--check"])
    #expect(run.status == 1)
    #expect(run.errors.contains("[journal-pending]"), "\(run.errors)")
    #expect(try await site.states(below: ".") == before)
    #expect(try site.text("feeds/.rss.xml.feedsetter-tmp") == "new")
  }

  @Test func `a symbolic link inside the folder is neither followed nor replaced`() async throws {
    let site = try await Self.site()
    try site.write("elsewhere/red/rss.xml", "mine")
    try site.remove("feeds/keyword")
    try FileManager.default.createSymbolicLink(
      atPath: site.path("feeds/keyword"), withDestinationPath: "../elsewhere")
    for arguments in [[], ["--check"]] {
      let run = try await site.build(arguments)
      #expect(run.status == 73)
      #expect(
        run.errors.contains("feeds/keyword: error: it is a symbolic link, which"), "\(run.errors)")
    }
    #expect(try site.files(below: "elsewhere") == ["elsewhere/red/rss.xml"])
    // Nor while a stopped build is brought to its end.
    try site.write(
      "feeds/.feedsetter-journal",
      "feedsetter journal 1\nremove keyword/red/rss.xml\n"
        + Self.ending(of: "feedsetter journal 1\nremove keyword/red/rss.xml\n"))
    #expect(try await site.build().status == 73)
    #expect(try site.text("elsewhere/red/rss.xml") == "mine")
  }

  @Test(arguments: ["precious", "nowhere"])
  func `a symbolic link in a file's place is left alone`(goal: String) async throws {
    let site = try await Self.site()
    try site.remove("feeds/rss.xml")
    try FileManager.default.createSymbolicLink(
      atPath: site.path("feeds/rss.xml"), withDestinationPath: "../" + goal)
    let run = try await site.build()
    #expect(run.status == 73)
    #expect(run.errors.contains("feeds/rss.xml: error: it is a symbolic link"), "\(run.errors)")
    #expect(try site.text("precious") == "mine")
  }

  @Test func `the published folder itself may be a symbolic link`() async throws {
    let site = try await Self.site()
    try FileManager.default.moveItem(atPath: site.path("feeds"), toPath: site.path("www"))
    try FileManager.default.createSymbolicLink(
      atPath: site.path("feeds"), withDestinationPath: "www")
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try site.feedFiles(below: "www").count == 6)
  }
}
