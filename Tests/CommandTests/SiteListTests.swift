import FoundationEssentials
import Testing

@Suite("Lists of feeds, published beside them")
struct SiteListTests {
  private static func site() throws -> ScratchSite {
    try ScratchSite(
      configuration: """
        site:
          title: "Tide & Notes"
          url: https://tide.example/
        feeds:
          by: [category, keyword, author]
          formats: [rss, atom]
          pages: false
          archives: { size: 1, by: [category] }
          limit: 1
          custom: [{ name: work, title: Work, where: { keywords: [red] } }]
        """,
      [
        "content/one.md": ScratchSite.article(
          "One", "category: News\ntags: [red, C++]\nauthor: Ada"),
        "content/two.md": ScratchSite.article(
          "Two", date: "2026-03-10", "category: News\ntags: [red]\nauthor: Ben"),
        "content/three.md": ScratchSite.article("Three", date: "2026-04-10", "category: Log"),
      ])
  }

  private static let lists = [
    "feeds/autodiscovery/author/ada.html", "feeds/autodiscovery/author/ben.html",
    "feeds/autodiscovery/author/tide-and-notes.html", "feeds/autodiscovery/category/log.html",
    "feeds/autodiscovery/category/news.html", "feeds/autodiscovery/custom/work.html",
    "feeds/autodiscovery/keyword/c-plus-plus.html", "feeds/autodiscovery/keyword/red.html",
    "feeds/autodiscovery/site.html", "feeds/feeds.json", "feeds/feeds.opml",
  ]

  private static func lists(of site: ScratchSite) throws -> [String] {
    try site.files(below: "feeds").filter {
      $0.contains("/autodiscovery/") || $0.hasPrefix("feeds/feeds.")
    }
  }

  @Test func `a build publishes lists of the feeds, without their archives`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    #expect(try Self.lists(of: site) == Self.lists)
    let all = try Self.lists.map { try site.text($0) }.joined()
    #expect(try site.files(below: "feeds").contains("feeds/archive/1/rss.xml"))
    #expect(!all.contains("archive"))
    let news = try site.text("feeds/autodiscovery/category/news.html")
    #expect(
      news == """
        <link rel="alternate" type="application/rss+xml" title="Tide &amp; Notes: News (RSS 2.0)" \
        href="https://tide.example/feeds/category/news/rss.xml">
        <link rel="alternate" type="application/atom+xml" title="Tide &amp; Notes: News (Atom 1.0)" \
        href="https://tide.example/feeds/category/news/atom.xml">

        """)
    let list = try JSONDecoder().decode(Listed.self, from: Data(site.bytes("feeds/feeds.json")))
    #expect(
      list.feeds.map(\.kind) == [
        "site", "category", "category", "keyword", "keyword", "author", "author", "author",
        "custom",
      ])
    #expect(list.feeds.map(\.articles) == [3, 1, 2, 1, 2, 1, 1, 1, 2])
    #expect(list.feeds.allSatisfy { $0.items == 1 })
    #expect(list.feeds[2].newest.title == "Two")
  }

  private struct Listed: Decodable {
    struct Feed: Decodable {
      struct Newest: Decodable { let title: String }
      let kind: String
      let items, articles: Int
      let newest: Newest
    }
    let feeds: [Feed]
  }

  @Test func `what would not change is not touched, and what is stale goes`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let before = try await site.states(below: "feeds")
    let again = try await site.build()
    #expect(again.output.contains(": 0 files new or changed, "), "\(again.output)")
    #expect(try await site.states(below: "feeds") == before)
    try site.write("content/one.md", ScratchSite.article("One", "tags: [red]\nauthor: Ada"))
    try site.remove("content/three.md")
    let diff = try await site.feedsetter(["diff", "--now", "2026-11-01T00:00:00Z"])
    #expect(!diff.output.contains("autodiscovery") && !diff.output.contains("opml"))
    let check = try await site.build(["--check", "--accept", "losses"])
    #expect(check.status == 1)
    #expect(try await site.build(["--accept", "losses"]).status == 0)
    #expect(
      try Self.lists(of: site)
        == Self.lists.filter { !$0.contains("log") && !$0.contains("plus") && !$0.contains("tide") }
    )
    #expect(try await site.build(["--check"]).status == 0)
  }

  @Test func `lists make no feed look changed, and are none to the judge`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.write("feeds/feeds.json", "{}\n")
    try site.remove("feeds/feeds.opml")
    let diff = try await site.feedsetter([
      "diff", "--exit-code", "--now", "2026-11-01T00:00:00Z",
    ])
    #expect(diff.status == 0, "\(diff.output)")
    let build = try await site.build()
    #expect(build.output.contains(": 2 files new or changed, "), "\(build.output)")
    let judged = try await site.feedsetter(["validate", "--verbose", "feeds"])
    #expect(judged.status == 0, "\(judged.output)")
    #expect(judged.output.contains("feeds/rss.xml: rss 2.0, valid\n"))
    #expect(!judged.output.contains("feeds.json"))
  }

  @Test func `a file of the site's own is not replaced`() async throws {
    let site = try Self.site()
    try site.write("feeds/feeds.json", "[]")
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("feeds/feeds.json: error: the file is there already"))
    #expect(try site.files(below: "feeds") == ["feeds/feeds.json"])
  }

  // MARK: The lines for a page

  @Test(arguments: [
    ([], ["feeds/"]),
    (["https://tide.example"], ["feeds/"]),
    (["content/one.md"], one), (["./content/one.md"], one), (["one.md"], one),
    (["https://tide.example/news/one/"], one), (["https://tide.example/news/one#top"], one),
    (["--category", "news"], ["feeds/", "feeds/category/news/"]),
    (
      ["content/three.md", "--keyword", "c-plus-plus", "--author", "BEN"],
      [
        "feeds/", "feeds/category/log/", "feeds/keyword/c-plus-plus/", "feeds/author/ben/",
        "feeds/author/tide-and-notes/",
      ]
    ),
  ])
  func `list --html prints the lines for a page`(
    arguments: [String], folders: [String]
  ) async throws {
    let site = try Self.site()
    let run = try await Self.links(site, arguments)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    let found = lines.map { String($0.split(separator: "\"").dropLast().last ?? "") }
    #expect(
      found
        == folders.flatMap { folder in
          ["rss.xml", "atom.xml"].map { "https://tide.example/" + folder + $0 }
        })
    #expect(!FileManager.default.fileExists(atPath: site.path("feeds")))
  }

  private static let one = [
    "feeds/", "feeds/category/news/", "feeds/keyword/c-plus-plus/", "feeds/keyword/red/",
    "feeds/author/ada/",
  ]

  private static func links(_ site: ScratchSite, _ arguments: [String]) async throws -> Run {
    try await site.feedsetter(["list", "--html", "--now", "2026-11-01T00:00:00Z"] + arguments)
  }

  @Test(arguments: [
    (["content/four.md"], "There is no published article \"content/four.md\"."),
    (["https://tide.example/news/four/"], "There is no published article \"https://tide.example"),
    (["--category", "Nwes"], "There is no feed of the category \"Nwes\". Did you mean \"News\"?"),
    (["--keyword", "News"], "There is no feed of the keyword \"News\"."),
    (["--format", "json"], "--html and --format exclude each other."),
    ([""], "An empty text names neither a page nor a term."),
  ])
  func `what the site has not got is told`(arguments: [String], message: String) async throws {
    let run = try await Self.links(try Self.site(), arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: " + message), "\(run.errors)")
  }

  @Test func `terms without --html are wrong usage`() async throws {
    let site = try Self.site()
    for arguments in [["one.md"], ["--category", "News"], ["--author", "Ada"]] {
      #expect(try await site.feedsetter(["list"] + arguments).status == 64)
    }
  }

  @Test func `a site that can't be planned has no lines`() async throws {
    let site = try ScratchSite(["content/a.md": "---\ntitle: [\n---\n"])
    let run = try await Self.links(site, [])
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.hasPrefix("content/a.md:"), "\(run.errors)")
    #expect(try await Self.links(ScratchSite(configuration: nil), []).status == 66)
  }
}
