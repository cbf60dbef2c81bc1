import FoundationEssentials
import Testing

/// `feedsetter init` on folders made in the image of each generator.
@Suite("Moving from a generator")
struct InitTests {
  /// The folders of Tests/CommandTests/Sites; what each would publish is in its expected.tsv.
  private static let folder = projectFolder + "/Tests/CommandTests/Sites"

  static let generators = [
    "astro", "docusaurus", "eleventy", "gatsby", "hand-made", "hexo", "hugo", "hugo-permalinks",
    "jekyll", "jekyll-collections", "mkdocs-blog", "next", "pelican", "publish", "saga", "sveltekit",
    "zola",
  ]

  @Test func `each folder is one of the generators that are tried`() throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted() == Self.generators)
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
