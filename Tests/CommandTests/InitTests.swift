import FoundationEssentials
import Testing

/// `feedsetter init` on folders made in the image of each generator.
@Suite("Moving from a generator")
struct InitTests {
  /// The folders of Tests/CommandTests/Sites; what each would publish is in its expected.tsv.
  private static let folder = projectFolder + "/Tests/CommandTests/Sites"

  static let generators = [
    "astro", "astro-paper", "docusaurus", "eleventy", "gatsby", "hand-made", "hexo", "hugo",
    "hugo-languages", "hugo-permalinks",
    "jekyll", "jekyll-collections", "link-notes", "mkdocs-blog", "next", "next-catch-all", "notes",
    "nuxt", "pelican", "publish", "saga", "sveltekit", "zola",
  ]

  @Test func `each folder is one of the generators that are tried`() throws {
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == Self.generators)
  }

  @Test(arguments: generators)
  func `what a generator publishes is published, at the same address and date, and nothing else`(
    generator: String
  ) async throws {
    let site = try copy(generator)
    let arguments = try? String(
      contentsOf: URL(filePath: "\(Self.folder)/\(generator)/arguments"), encoding: .utf8)
    let setup = try await site.feedsetter(
      ["init"] + (arguments ?? "").split(separator: "\n").map(String.init))
    #expect(setup.errors == "")
    #expect(setup.status == 0)
    let configuration = try site.text("feedsetter.yml")
    try site.write("feedsetter.yml", configuration.replacing("limit: 20", with: "limit: 0"))
    let run = try await site.build()
    try #require(run.status == 0, "\(configuration)\n\(setup.output)\n\(run.errors)")
    let expected = try site.text("expected.tsv").split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(try items(of: site).sorted() == expected.sorted(), "\(configuration)\n\(setup.output)")
  }

  /// A copy of a generator's folder.
  private func copy(_ generator: String) throws -> ScratchSite {
    let site = try ScratchSite(configuration: nil)
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(Self.folder)/\(generator)") {
      try FileManager.default.copyItem(
        atPath: "\(Self.folder)/\(generator)/\(name)", toPath: site.path(name))
    }
    return site
  }

  /// Title, link and date of each item of the site's feed.
  private func items(of site: ScratchSite) throws -> [String] {
    struct Feed: Decodable {
      struct Item: Decodable {
        let title, url, date_published: String
      }
      let items: [Item]
    }
    let feed = try JSONDecoder().decode(Feed.self, from: Data(try site.bytes("feeds/feed.json")))
    return feed.items.map { "\($0.title)\t\($0.url)\t\($0.date_published)" }
  }
}

/// What `feedsetter init` says and refuses.
@Suite("A first configuration")
struct InitRefusalTests {
  @Test func `a configuration that is there is not written over`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    let run = try await site.feedsetter(["init"])
    #expect(run.status == 73)
    #expect(run.output == "")
    #expect(
      run.errors == """
        feedsetter.yml: error: it is there already, and init writes over nothing
          help: move it away, or see what init would write by feedsetter init --print

        """)
    #expect(try site.text("feedsetter.yml") == ScratchSite.smallestConfiguration)
  }

  @Test func `what would be written can be looked at`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    let run = try await site.feedsetter(
      ["init", "--print", "--title", "Tide: \"Notes\"", "--url", "https://tide.example"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        # Feedsetter's configuration: what is published, and where it is.

        site:
          title: "Tide: \\"Notes\\""
          url: https://tide.example/

        content:
          # The folder of the articles, and what in it is one.
          path: content
          exclude: [README.md]
          # Where articles are; of a list the first that has something for each part.
          permalink: ["/:{slug}/", "/:folders/:slug/"]

        feeds:
          # What is published goes here; url says where that is served if not at site.url.
          path: feeds
          by: [category, keyword]
          limit: 20

        """)
    #expect(
      run.errors == """
        no generator was recognised: the folder is taken for articles written by hand
          title      Tide: "Notes"
          url        https://tide.example/
          addresses  /:{slug}/, else /:folders/:slug/
        content: 1 article in 1 file
          content/a.md is https://tide.example/a/
        next: feedsetter build

        """)
    #expect(try site.text("feedsetter.yml") == ScratchSite.smallestConfiguration)
  }

  @Test func `an address that nothing tells is left to be filled in`() async throws {
    let site = try ScratchSite(
      configuration: nil,
      [
        "_config.yml": "title: Tide\nlanguage: Klingon!\nfuture: true\n",
        "_posts/2026-01-05-a.md": ScratchSite.article("A"),
        "_posts/2026-01-06-b.md": ScratchSite.article("B", date: "2099-01-01"),
        "_posts/2026-01-07-c.md": "---\ntitle: [C]\n---\nText.\n",
      ])
    let run = try await site.feedsetter(["init"])
    #expect(run.errors == "")
    #expect(
      run.output == """
        a site of Jekyll, by _config.yml
          title      Tide  (_config.yml:1)
          addresses  /:categories/:year/:month/:day/:slug.html
        _posts: 1 article in 3 files, 1 withheld, 1 that can't be published as it is
          _posts/2026-01-05-a.md is /2026/02/10/a.html
        not taken over:
          _config.yml:3: `future: true`: Feedsetter publishes an article from its date on
          _config.yml:2: "Klingon!" is no language as BCP 47 writes it
        to mend:
          _posts/2026-01-07-c.md:2: `title` is a list, not a text [field-value]
          or publish the others without: content.faulty: leave-out
        wrote feedsetter.yml
        fill in site.url there: nothing in the folder tells it
        next: feedsetter build

        """)
    #expect(
      try site.text("feedsetter.yml").contains(
        "  # url: https://harbor.example/         <- the home page: fill in, and take the # out\n"))
    #expect(try await site.build().status == 1)
  }

  @Test func `a configuration that can't be read is told, and what the folders tell is taken`()
    async throws
  {
    let site = try ScratchSite(
      configuration: nil,
      [
        "_config.yml": "title: Tide: Notes\n", "CNAME": "tide.example\n",
        "_posts/2026-01-05-a.md": ScratchSite.article("A"),
        "node_modules/x/_posts/2026-01-05-b.md": ScratchSite.article("B"),
        "walks/_posts/2026-01-06-c.md": ScratchSite.article("C"),
      ])
    let run = try await site.feedsetter(["init", "--title", "Tide"])
    #expect(run.output.contains("  url        https://tide.example/  (CNAME)\n"))
    #expect(
      run.output.contains("  _config.yml:1: nothing is taken from this file, which can't be read: ")
    )
    #expect(run.output.contains(".: 2 articles in 2 files\n"))
    #expect(try await site.build().errors == "")
  }

  @Test func `a site in a folder below is pointed to`() async throws {
    let site = try ScratchSite(
      configuration: nil, ["website/docusaurus.config.js": "module.exports = { title: 'W' }\n"])
    let run = try await site.feedsetter(["init"])
    #expect(
      run.output.contains("website/ is a site of Docusaurus: feedsetter init --site website\n"))
    let other = try await site.feedsetter(["init", "--site", "website"])
    #expect(other.output.contains("wrote website/feedsetter.yml\n"))
    #expect(other.output.hasSuffix("next: feedsetter build --site website\n"))
  }

  @Test(arguments: [
    (["--site", "nowhere"], 66), (["--url", "tide"], 64), (["--language", "?"], 64),
    (["--timezone", "Mars/Olympus"], 64), (["--site", ""], 64),
  ])
  func `wrong usage writes nothing`(arguments: [String], status: Int) async throws {
    let site = try ScratchSite(configuration: nil)
    #expect(try await site.feedsetter(["init"] + arguments).status == status)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder) == [])
  }
}
