import FeedReading
import FeedValues
import Testing

@testable import Publishing

@Suite("Moving to Feedsetter makes nothing unread")
struct AdoptionTests {
  private static func candidate(
    _ file: String, link: String, title: String, date: String = "2026-02-10T00:00:00Z",
    ownID: String? = nil
  ) throws -> Adoption.Candidate {
    Adoption.Candidate(
      file: file, link: link, title: title, published: try Timestamp(rfc3339: date), ownID: ownID)
  }

  private static func adopt(
    _ documents: [String], _ candidates: [Adoption.Candidate]
  ) throws -> Adoption {
    let sources = try documents.enumerated().map { index, document in
      Adoption.Source(
        file: "old\(index).xml", feed: try FeedReader().read([Array(document.utf8)]))
    }
    return Adoption(sources, candidates: candidates)
  }

  private static func words(_ adoption: Adoption) -> [String] {
    adoption.matches.map { "\($0.file) \($0.id) \($0.evidence.rawValue)" }
  }

  @Test(arguments: GeneratorFeeds.all)
  func `the ids of a feed are taken over by address`(sample: GeneratorFeeds.Sample) throws {
    let adoption = try Self.adopt(
      [sample.document],
      [
        Self.candidate("a.md", link: sample.links[0], title: "Another title"),
        Self.candidate(
          "b.md", link: sample.links[1], title: "And another", date: "2025-01-01T00:00:00Z"),
        Self.candidate("new.md", link: "https://tide.example/new/", title: "New"),
        Self.candidate(
          "old.md", link: "https://tide.example/old/", title: "Old", date: "2020-01-01T00:00:00Z"),
      ])
    #expect(Self.words(adoption) == ["a.md \(sample.ids[0]) link", "b.md \(sample.ids[1]) link"])
    #expect(
      adoption.matches.map { $0.published.map { String($0.rfc3339.prefix(7)) } }
        == ["2026-02", "2026-01"])
    #expect(adoption.orphans == [])
    #expect(adoption.newer == ["new.md"])
    #expect(adoption.older == ["old.md"])
  }

  @Test(arguments: GeneratorFeeds.all)
  func `or by title and day, where the addresses are others`(
    sample: GeneratorFeeds.Sample
  ) throws {
    let adoption = try Self.adopt(
      [sample.document],
      [
        Self.candidate("a.md", link: "https://n.example/x/1/", title: "Reading the Ebb & Flow"),
        Self.candidate(
          "b.md", link: "https://n.example/x/2/", title: "low water",
          date: "2026-01-05T00:00:00Z"),
      ])
    #expect(
      Self.words(adoption)
        == ["a.md \(sample.ids[0]) title-and-date", "b.md \(sample.ids[1]) title-and-date"])
  }

  private static func rss(_ items: [String]) -> String {
    "<rss version=\"2.0\"><channel><title>T</title>"
      + items.map { "<item>\($0)</item>" }.joined() + "</channel></rss>"
  }

  @Test(
    arguments: [
      ("http://www.Tide.example:80/ebb/index.html#top", "https://tide.example/ebb/"),
      ("https://tide.example/ebb.html", "https://tide.example/ebb"),
      ("https://tide.example/%C3%A9bb/?utm_source=rss&amp;a=1", "https://tide.example/ébb/?a=1"),
      ("https://tide.example", "https://tide.example/index.html"),
      ("https://me@tide.example/ebb/", "https://tide.example/ebb"),
    ])
  func `addresses of one page are the same however they are written`(
    link: String, article: String
  ) throws {
    let adoption = try Self.adopt(
      [Self.rss(["<guid>u:1</guid><link>\(link)</link>"])],
      [Self.candidate("a.md", link: article, title: "A")])
    #expect(Self.words(adoption) == ["a.md u:1 link"])
  }

  @Test(
    arguments: [
      "https://tide.example/EBB/", "https://tide.example/ebb/?a=1", "https://mud.example/ebb/",
      "ftp://tide.example/ebb/", "ebb", "https://", "https://tide.example:8080/ebb/",
    ])
  func `addresses of other pages are others`(link: String) throws {
    let adoption = try Self.adopt(
      [Self.rss(["<guid isPermaLink=\"false\">u:1</guid><link>\(link)</link>"])],
      [Self.candidate("a.md", link: "https://tide.example/ebb/", title: "A")])
    #expect(Self.words(adoption) == [])
    #expect(adoption.orphans.map(\.id) == ["u:1"])
    #expect(adoption.newer == ["a.md"])
  }

  @Test func `a path on another host needs the title or the day beside it`() throws {
    let feed = Self.rss([
      "<guid>u:1</guid><link>https://old.example/ebb/</link><title>Ebb</title>",
      "<guid>u:2</guid><link>https://old.example/mud/</link><pubDate>10 Feb 2026 08:00 GMT</pubDate>",
      "<guid>u:3</guid><link>https://old.example/sand/</link><title>Other</title>",
    ])
    let adoption = try Self.adopt(
      [feed],
      [
        Self.candidate("a.md", link: "https://new.example/ebb/", title: "Ebb"),
        Self.candidate("b.md", link: "https://new.example/mud/", title: "B"),
        Self.candidate("c.md", link: "https://new.example/sand/", title: "C"),
      ])
    #expect(Self.words(adoption) == ["a.md u:1 path", "b.md u:2 path"])
    #expect(adoption.orphans.map(\.id) == ["u:3"])
  }

  @Test func `of articles that an item may be none is guessed`() throws {
    let adoption = try Self.adopt(
      [Self.rss(["<guid>u:1</guid><title>Ebb</title><pubDate>10 Feb 2026 08:00 GMT</pubDate>"])],
      [
        Self.candidate("a.md", link: "https://new.example/1/", title: "Ebb"),
        Self.candidate("b.md", link: "https://new.example/2/", title: "Ebb"),
      ])
    #expect(Self.words(adoption) == [])
  }

  @Test func `two items never become one article, the stronger evidence counts`() throws {
    let adoption = try Self.adopt(
      [
        Self.rss([
          "<guid>u:1</guid><title>Ebb</title><pubDate>10 Feb 2026 08:00 GMT</pubDate>",
          "<guid>u:2</guid><link>https://new.example/1/</link><title>x</title>",
        ])
      ], [Self.candidate("a.md", link: "https://new.example/1/", title: "Ebb")])
    #expect(Self.words(adoption) == ["a.md u:2 link"])
    #expect(adoption.orphans.map(\.id) == ["u:1"])
  }

  @Test func `an item without a guid is known by its address`() throws {
    let adoption = try Self.adopt(
      [Self.rss(["<link>https://tide.example/1.html</link><title>x</title>"])],
      [Self.candidate("a.md", link: "https://tide.example/1/", title: "Ebb")])
    #expect(Self.words(adoption) == ["a.md https://tide.example/1.html link"])
    #expect(adoption.matches.first?.published == nil)
  }

  @Test func `what two feeds or an article say differently is for the user to settle`() throws {
    let link = "<link>https://tide.example/1/</link>"
    let adoption = try Self.adopt(
      [
        Self.rss([
          "<guid>u:1</guid>" + link, "<guid>u:3</guid><link>https://tide.example/2/</link>",
        ]),
        Self.rss(["<guid>u:2</guid>" + link]), Self.rss(["<guid>u:1</guid>" + link]),
      ],
      [
        Self.candidate("a.md", link: "https://tide.example/1/", title: "A"),
        Self.candidate("b.md", link: "https://tide.example/2/", title: "B", ownID: "u:own"),
      ])
    #expect(Self.words(adoption) == ["a.md u:1 link"])
    #expect(
      adoption.conflicts == [
        .ownID(file: "b.md", own: "u:own", id: "u:3"),
        .twoIDs(file: "a.md", kept: "u:1", other: "u:2", feed: "old1.xml"),
      ])
    #expect(adoption.newer == [])
    #expect(adoption.orphans == [])
  }
}
