import FoundationEssentials
import Testing

@Suite("The list of a site's feeds, and the report of a build")
struct ListTests {
  private static func site() throws -> ScratchSite {
    try ScratchSite(
      configuration: ScratchSite.smallestConfiguration
        + "\nfeeds:\n  by: [keyword]\n  pages: false\n",
      [
        "content/one.md": ScratchSite.article("One", "tags: [red]"),
        "content/two.md": ScratchSite.article("Two", date: "2026-03-10", "tags: [音声認識]"),
        "content/late.md": ScratchSite.article("Later", date: "2027-03-10T12:00:00+01:00"),
        "content/last.md": ScratchSite.article("Last", date: "2028-03-10"),
        "content/draft.md": ScratchSite.article("Draft", "draft: true"),
      ])
  }

  private static func list(_ site: ScratchSite, _ arguments: [String] = []) async throws -> Run {
    try await site.feedsetter(["list", "--now", "2026-11-01T00:00:00Z"] + arguments)
  }

  @Test func `the table names each feed, and what is due next; nothing is written`() async throws {
    let site = try Self.site()
    let run = try await Self.list(site)
    #expect(run.status == 0, "\(run.errors)")
    let sizes = try await Self.sizes(of: site)
    #expect(
      run.output == """
        feed               items   bytes  newest      title
        ./                     2  \(sizes[0])  2026-03-10  Tide Notes
        keyword/red/           1  \(sizes[1])  2026-02-10  red
        keyword/音声認識/      1  \(sizes[2])  2026-03-10  音声認識

        3 feeds in 9 files, \(sizes[3]), of 2 articles
        2 due later, the next on 2027-03-10T11:00:00Z:
        Later
        content/late.md

        """)
  }

  /// What the table says of bytes, from the files that a build writes elsewhere.
  private static func sizes(of site: ScratchSite) async throws -> [String] {
    _ = try await site.build(["--output", "out"])
    #expect(throws: (any Error).self) { try site.files(below: "feeds") }
    var sizes: [Int] = []
    for folder in ["out", "out/keyword/red", "out/keyword/音声認識"] {
      sizes.append(
        try ["rss.xml", "atom.xml", "feed.json"].reduce(0) {
          try $0 + site.bytes(folder + "/" + $1).count
        })
    }
    return (sizes + [sizes.reduce(0, +)]).map {
      let tenths = ($0 + 50) / 100
      return "\(tenths / 10).\(tenths % 10) kB"
    }
  }

  @Test func `long names and titles are cut so that no line has more than 80 columns`() async throws
  {
    let long = String(repeating: "wide 音 ", count: 20)
    let site = try ScratchSite(
      configuration: "site:\n  title: \"\(long)\"\n  url: https://tide.example/\n",
      ["content/a.md": ScratchSite.article("A", "tags: [\"\(long)\"]")])
    let run = try await Self.list(site)
    for line in run.output.split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1 == "音" ? 2 : 1) }
      #expect(columns <= 80, "\(line)")
    }
    #expect(run.output.contains("…"))
  }

  @Test func `JSON has every document with its address and size`() async throws {
    let site = try Self.site()
    let run = try await Self.list(site, ["--format", "json"])
    _ = try await site.build(["--output", "out"])
    let list = try JSONDecoder().decode(Listed.self, from: Data(run.output.utf8))
    #expect(list.feeds.map(\.folder) == ["", "keyword/red/", "keyword/音声認識/"])
    #expect(list.feeds.map(\.items) == [2, 1, 1])
    #expect(list.feeds[1].newest == "2026-02-10T00:00:00Z")
    #expect(list.upcoming.map(\.title) == ["Later", "Last"])
    #expect(list.feeds[1].documents.map(\.format) == ["rss", "atom", "json"])
    #expect(list.feeds[1].documents[1].url == "https://tide.example/feeds/keyword/red/atom.xml")
    for document in list.feeds.flatMap(\.documents) {
      #expect(try site.bytes("out/" + document.path).count == document.bytes)
    }
  }

  private struct Listed: Decodable {
    struct Feed: Decodable {
      struct Document: Decodable { let format, path, url: String, bytes: Int }
      let folder, newest: String
      let items: Int
      let documents: [Document]
    }
    struct Upcoming: Decodable { let title: String }
    let feeds: [Feed]
    let upcoming: [Upcoming]
  }

  @Test func `a site that can't be planned is told, with a build's status`() async throws {
    let site = try ScratchSite(["content/a.md": "---\ntitle: [\n---\n"])
    let run = try await Self.list(site)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("content/a.md:"), "\(run.errors)")
    let none = try await Self.list(ScratchSite(configuration: nil))
    #expect(none.status == 66)
  }

  @Test func `the report tells what changed and when the next article is due`() async throws {
    let site = try Self.site()
    let run = try await site.build(["--report", "-"])
    #expect(
      run.output == """
        {
          "articles" : 2,
          "changed" : true,
          "drafts" : 1,
          "due" : 2,
          "errors" : 0,
          "exitStatus" : 0,
          "feeds" : 3,
          "files" : {
            "completed" : [

            ],
            "removed" : [

            ],
            "unchanged" : 0,
            "written" : [
              "rss.xml",
              "atom.xml",
              "feed.json",
              "keyword/red/rss.xml",
              "keyword/red/atom.xml",
              "keyword/red/feed.json",
              "keyword/音声認識/rss.xml",
              "keyword/音声認識/atom.xml",
              "keyword/音声認識/feed.json",
              "feeds.opml",
              "feeds.json",
              "autodiscovery/site.html",
              "autodiscovery/keyword/red.html",
              "autodiscovery/keyword/音声認識.html"
            ]
          },
          "findings" : [

          ],
          "folder" : "feeds",
          "leftOut" : 0,
          "nextDue" : "2027-03-10T11:00:00Z",
          "status" : "published",
          "version" : 1,
          "warnings" : 0
        }

        """)
  }

  @Test func `a report is written whatever becomes of the build`() async throws {
    let site = try Self.site()
    try site.write("content/broken.md", "---\ntitle: [\n---\n")
    for (arguments, status, name) in [
      ([], 1, "findings"), (["--site", "content"], 66, "no-site"),
      (["--output", "feedsetter.yml"], 73, "cannot-write"),
    ] {
      let run = try await site.build(arguments + ["--report", "report.json"])
      #expect(run.status == status)
      let report = try site.text("report.json")
      #expect(report.contains("\"exitStatus\" : \(status),"), "\(report)")
      #expect(report.contains("\"status\" : \"\(name)\","), "\(report)")
      #expect(report.contains("\"changed\" : false,"), "\(report)")
      #expect(report.contains("\"rule\" : "), "\(report)")
    }
  }

  @Test func `GitHub Actions gets lines that no name can forge`() async throws {
    let site = try Self.site()
    try site.write(
      "content/odd.md", ScratchSite.article("x\\nchanged=forged", "tags: [\"a\\nb=c\"]"))
    try site.write("output", "earlier=1\n")
    let run = try await site.build(
      ["--report", "report.json", "--output", "out\nchanged=forged"],
      environment: ["GITHUB_OUTPUT": site.path("output")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try site.text("output") == """
        earlier=1
        status=published
        changed=true
        articles=3
        feeds=4
        written=18
        removed=0
        errors=0
        warnings=0
        next-due=2027-03-10T11:00:00Z

        """)
  }

  @Test func `a report that can't be written ends with status 73, a pipe is written to`()
    async throws
  {
    let site = try Self.site()
    let run = try await site.build(["--report", "none/report.json"])
    #expect(run.status == 73)
    #expect(
      run.errors.hasPrefix("none/report.json: error: the report can't be written: there is no"))
    #expect(try await site.build(["--report", "/dev/null"]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: "/dev/.null.feedsetter-tmp"))
    #expect(try await site.build(["--report", ""]).status == 64)
    #expect(try await site.build(["--report", "-", "--format", "sarif"]).status == 64)
  }
}
