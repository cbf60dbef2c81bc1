import Testing

@Suite("Moving to Feedsetter with one's subscribers")
struct AdoptTests {
  /// A site that moves, and the feed that its subscribers have.
  private static func site(
    _ configuration: String = ScratchSite.smallestConfiguration
  ) throws -> ScratchSite {
    try ScratchSite(
      configuration: configuration,
      [
        "content/ebb.md": ScratchSite.article("Reading the Ebb", date: "2026-02-10"),
        "content/low.md": ScratchSite.article("Low Water", date: "2026-01-05"),
        "content/first.md": ScratchSite.article("First", date: "2020-01-05"),
        "content/new.md": ScratchSite.article("New", date: "2026-03-01"),
        "old.xml": """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Tide</title>
        <atom:link rel="self" href="https://tide.example/rss/"/>
        <item><title>Reading the Ebb</title><link>http://www.tide.example/ebb</link>
        <guid isPermaLink="false">65c7a1b2c3d4e5f601234567</guid>
        <pubDate>Tue, 10 Feb 2026 08:30:00 GMT</pubDate></item>
        <item><title>Low water</title><link>https://tide.example/2026/01/low-water/</link>
        <guid isPermaLink="false">https://tide.example/?p=7</guid>
        <pubDate>Mon, 05 Jan 2026 08:30:00 GMT</pubDate></item>
        <item><title>A page</title><link>https://tide.example/about/</link><guid>x:9</guid></item>
        </channel></rss>
        """,
      ])
  }

  private static let told = """
    2 articles keep the ids that subscribers know: 1 by address, 1 by title and day
    1 article is new to the feeds
      ./content/new.md
    1 article is older than the feeds reach back
      ./content/first.md
    1 item has no article here
      "A page" https://tide.example/about/

    """

  private static let moves = """
    subscribers' addresses must lead to the new ones:
      https://tide.example/rss/ -> https://tide.example/feeds/rss.xml

    """

  @Test func `a dry run tells what would be taken over and what would be unread`() async throws {
    let site = try Self.site()
    let run = try await site.feedsetter(
      ["adopt", "old.xml", "--dry-run", "--now", "2026-11-01T00:00:00Z"])
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(
      run.output == Self.told.replacing("./", with: "")
        + "feedsetter.lock would be written: commit it with the articles\n" + Self.moves
          + """
          1 older article would be shown as new
            content/first.md
          publish with feeds.limit: 3, or adopt a feed that reaches further back

          """)
    #expect(throws: (any Error).self) { try site.text("feedsetter.lock") }
  }

  @Test func `then the feeds carry the ids that subscribers know`() async throws {
    let site = try Self.site(
      ScratchSite.smallestConfiguration + "\nfeeds: { limit: 3 }\n")
    let run = try await site.feedsetter(["adopt", "old.xml", "--now", "2026-11-01T00:00:00Z"])
    #expect(
      run.output == Self.told.replacing("./", with: "")
        + "feedsetter.lock is written: commit it with the articles\n" + Self.moves
        + "nothing becomes unread\n")
    let again = try await site.feedsetter(["adopt", "old.xml", "--now", "2026-11-02T00:00:00Z"])
    #expect(again.output.contains("feedsetter.lock has all of this already\n"))

    let build = try await site.build()
    #expect(build.status == 0, "\(build.errors)")
    let rss = try site.text("feeds/rss.xml")
    #expect(rss.contains("<guid isPermaLink=\"false\">65c7a1b2c3d4e5f601234567</guid>"))
    #expect(rss.contains("<guid isPermaLink=\"false\">https://tide.example/?p=7</guid>"))
    #expect(try site.text("feeds/feed.json").contains("\"id\": \"65c7a1b2c3d4e5f601234567\""))
    let valid = try await site.feedsetter(["validate", "feeds"])
    #expect(valid.status == 0, "\(valid.output)")
    let lock = try site.text("feedsetter.lock")
    #expect(lock.contains("65c7a1b2c3d4e5f601234567 2026-02-10T08:30:00Z - "))
  }

  @Test func `ids that were published are replaced only if one says so`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let refused = try await site.feedsetter(["adopt", "old.xml", "--now", "2026-11-01T00:00:00Z"])
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        content/ebb.md: error: the ledger has the article as \
        tag:tide.example,2026-02-10:ebb, and old.xml as 65c7a1b2c3d4e5f601234567 [adoption-conflict]
          help: if no feed with the ledger's id was ever published, adopt with --replace
        content/low.md: error: the ledger has the article as \
        tag:tide.example,2026-01-05:low, and old.xml as https://tide.example/?p=7 [adoption-conflict]
          help: if no feed with the ledger's id was ever published, adopt with --replace

        """)
    let replaced = try await site.feedsetter(
      ["adopt", "old.xml", "--replace", "--now", "2026-11-01T00:00:00Z"])
    #expect(replaced.status == 0, "\(replaced.errors)")
    let build = try await site.build()
    #expect(build.status == 1, "the trial's feeds are there, with their own ids")
    #expect(build.errors.contains("[item-resurfaces]"))
    let accepted = try await site.build(["--accept", "resurfacing"])
    #expect(accepted.status == 0, "\(accepted.errors)")
  }

  @Test func `an address is told how to be fetched, and what is no feed where it is broken`()
    async throws
  {
    let site = try Self.site()
    let address = try await site.feedsetter(["adopt", "https://tide.example/rss/"])
    #expect(address.status == 64)
    #expect(address.errors.contains("curl -L -o old-feed 'https://tide.example/rss/'"))
    try site.write("broken.xml", "<rss>\n<channel></rss>")
    let broken = try await site.feedsetter(["adopt", "broken.xml", "missing.xml"])
    #expect(broken.status == 1)
    #expect(broken.output == "")
    #expect(broken.errors.contains("broken.xml:2:"))
    #expect(
      broken.errors.contains(
        "missing.xml: error: it can't be read: there is no such file or folder [feed-unreadable]"))
    #expect(throws: (any Error).self) { try site.text("feedsetter.lock") }
  }
}
