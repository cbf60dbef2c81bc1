import Testing

@Suite("P7 Told at the source: what feeds lose of other dialects of Markdown")
struct DialectTests {
  private static let files = [
    "content/a.md": ScratchSite.article(
      "A", body: "See [b](b.md) and [c](../c.md).\n\n{% poll 1 %}\n\n{{< chart 1 >}}{% poll 2 %}"),
    "content/b.md": ScratchSite.article("B", body: "é {% poll 3 %} {% map %} [[A]] [d](@/d.md)"),
  ]

  @Test func `what is lost is told once a kind, with a count and its first place`() async throws {
    let site = try ScratchSite(Self.files)
    let run = try await site.build()
    #expect(run.status == 0)
    #expect(
      Self.findings(run) == [
        """
        content/a.md:7:23: warning: 2 links lead to files of no article in these feeds, the first one \
        here: `../c.md`, `@/d.md` [link-to-source]
        """,
        """
        content/a.md:9:1: warning: feeds can't run template tags, so 4 are left out, the first one \
        here: `poll` 3 times, `map` [dialect-dropped]
        """,
        """
        content/a.md:11:1: warning: a feed can't run the shortcode `chart`, so it is left out \
        [dialect-dropped]
        """,
      ])
    let feed = try site.text("feeds/feed.json")
    #expect(feed.contains("<a href=\\\"https://tide.example/b/\\\">b</a>"))
    #expect(feed.contains("<a href=\\\"https://tide.example/a/\\\">A</a>"))
    #expect(!feed.contains("poll"))
  }

  @Test func `a verbose build tells every place`() async throws {
    let site = try ScratchSite(Self.files)
    let run = try await site.build(["--verbose"])
    #expect(run.status == 0)
    #expect(
      Self.findings(run).map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
        "content/a.md:7:23:", "content/a.md:9:1:", "content/a.md:11:1:", "content/a.md:11:16:",
        "content/b.md:7:3:", "content/b.md:7:16:", "content/b.md:7:36:",
      ])
  }

  @Test func `a dialect that the configuration keeps is published as it is written`() async throws {
    let configuration =
      ScratchSite.smallestConfiguration + "\ncontent: { dialects: { liquid: keep } }\n"
    let site = try ScratchSite(configuration: configuration, Self.files)
    let run = try await site.build()
    #expect(Self.findings(run).count == 2)
    #expect(try site.text("feeds/feed.json").contains("{% poll 1 %}"))
  }

  private static func findings(_ run: Run) -> [String] {
    run.errors.split(separator: "\n").map(String.init).filter { $0.hasPrefix("content/") }
  }
}
