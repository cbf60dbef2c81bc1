import Diagnostics
import FeedModel
import FeedValues
import Testing
import YAML

@testable import Content

struct ConfigurationTests {
  @Test func `title and address are enough`() throws {
    let (configuration, diagnostics) = Fixture.parse(
      "site:\n  title: Harbor Voices\n  url: https://harbor.example\n")
    let read = try #require(configuration)
    #expect(diagnostics == [])
    #expect(
      read.site
        == Site(
          title: "Harbor Voices", url: try AbsoluteURL("https://harbor.example/"),
          description: nil, language: nil, copyright: nil, author: Author(name: "Harbor Voices"),
          icon: nil, logo: nil))
    #expect(read.zone == .utc)
    #expect(read.content.path == "content")
    #expect(read.content.include == nil)
    #expect(read.content.undated == .error)
    #expect(read.content.languages == [])
    #expect(read.authors == [:])
    #expect(read.content.exclude.map(\.pattern) == ["README.md"])
    #expect(read.content.permalink == .standard)
    #expect(read.content.defaults.isEmpty)
    #expect(read.content.names.isEmpty)
    #expect(read.feeds.path == "feeds")
    #expect(read.feeds.url.string == "https://harbor.example/feeds/")
    #expect(read.feeds.formats == [.rss, .atom, .json])
    #expect(read.feeds.by == [.category, .keyword])
    #expect(read.feeds.limit == 20)
    #expect(read.feeds.content == .full)
    #expect(read.feeds.minimum == 1)
    #expect(read.feeds.hasPages)
    #expect(read.feeds.hub == nil)
    #expect(read.feeds.custom.isEmpty)
  }

  @Test func `every key is read`() throws {
    let (configuration, diagnostics) = Fixture.parse(
      """
      site:
        title: Harbor  Voices
        url: https://harbor.example/blog
        description: Working notes
        language: en-GB
        timezone: Asia/Tokyo
        copyright: © 2026 Harbor
        author: { name: Harbor Team, email: team@harbor.example, url: https://harbor.example/about }
        icon: /icon.png
        logo: https://harbor.example/logo.png
      content:
        path: articles
        include: ["*.md"]
        exclude: [README.md, drafts]
        permalink: /:year/:slug/
        defaults: { author: Ada, draft: false }
        keys: { keywords: [Labels, themes], date: day }
      feeds:
        path: public/feeds
        url: https://feeds.harbor.example/x
        formats: [json, RSS]
        by: [author, category]
        limit: 0
        content: summary
        minimum: 3
        pages: false
        archives: false
        hub: https://hub.example/
        custom:
          - name: voice-work
            title: Voice work, without the news
            where: { keywords: [Voice AI, data collection], authors: Ada, not: { categories: [News] } }
            limit: 50
          - { name: all, where: {} }
        slugs: { "C++": cpp }
        aliases: { "c plus plus": C++ }
      """)
    let read = try #require(configuration, "\(Fixture.rendered(diagnostics))")
    #expect(diagnostics == [])
    #expect(
      read.site
        == Site(
          title: "Harbor Voices", url: try AbsoluteURL("https://harbor.example/blog/"),
          description: "Working notes", language: try LanguageTag("en-GB"),
          copyright: "© 2026 Harbor",
          author: Author(
            name: "Harbor Team", email: try EmailAddress("team@harbor.example"),
            url: try AbsoluteURL("https://harbor.example/about")),
          icon: try AbsoluteURL("https://harbor.example/icon.png"),
          logo: try AbsoluteURL("https://harbor.example/logo.png")))
    #expect(read.zone.offset(at: 0) == 9 * 3600)
    #expect(read.content.path == "articles")
    #expect(read.content.include?.map(\.pattern) == ["*.md"])
    #expect(read.content.exclude.map(\.pattern) == ["README.md", "drafts"])
    let permalink = PermalinkRules([
      .init(glob: nil, patterns: [try PermalinkPattern("/:year/:slug/")])
    ])
    #expect(read.content.permalink == permalink)
    #expect(read.content.defaults.mapValues(\.text) == [.author: "Ada", .draft: "false"])
    #expect(read.content.names == ["labels": .keywords, "themes": .keywords, "day": .date])
    #expect(read.feeds.path == "public/feeds")
    #expect(read.feeds.url.string == "https://feeds.harbor.example/x/")
    #expect(read.feeds.formats == [.rss, .json])
    #expect(read.feeds.by == [.author, .category])
    #expect(read.feeds.limit == nil)
    #expect(read.feeds.content == .summary)
    #expect(read.feeds.minimum == 3)
    #expect(!read.feeds.hasPages)
    #expect(read.feeds.hub?.string == "https://hub.example/")
    #expect(read.feeds.custom.map(\.name) == ["voice-work", "all"])
    #expect(read.feeds.custom.map(\.title) == ["Voice work, without the news", "all"])
    #expect(read.feeds.custom.map(\.limit) == [50, nil])
    let condition = try #require(read.feeds.custom.first).condition
    #expect(condition.required == [.keyword: ["voice ai", "data collection"], .author: ["ada"]])
    #expect(condition.excluded == [.category: ["news"]])
    #expect(read.feeds.slugs == ["c++": "cpp"])
    #expect(read.feeds.aliases == ["c plus plus": "C++"])
  }

  @Test(arguments: [
    ("feeds", "https://harbor.example/feeds/"), ("./feeds/", "https://harbor.example/feeds/"),
    ("public/my feeds", "https://harbor.example/public/my%20feeds/"),
    ("/srv/www/rss", "https://harbor.example/rss/"), ("../out", "https://harbor.example/out/"),
  ])
  func `feeds are served below the site where nothing else is said`(
    path: String, url: String
  ) throws {
    let read = try Fixture.configuration("feeds: { path: \"\(path)\" }")
    #expect(read.feeds.url.string == url)
  }

  @Test(arguments: [
    ("\u{FEFF}", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n"), ("---\n", "\n"),
  ])
  func `a byte-order mark, CRLF and a line of hyphens are accepted`(
    start: String, lineBreak: String
  ) {
    let text = "site:\n  title: T\n  url: https://harbor.example/\ncontent:\n  path: x\n"
    let (read, diagnostics) = Fixture.parse(start + text.replacing("\n", with: lineBreak))
    #expect(diagnostics == [])
    #expect(read?.content.path == "x")
  }

  @Test func `sections and values that hold nothing are as if they were not there`() throws {
    let read = try Fixture.configuration(
      "content:\nfeeds:\n  url:\n  limit:\n  content:\n  hub:\n  custom: []\n  slugs:\n")
    #expect(read.content.path == "content")
    #expect(read.feeds.limit == 20)
    #expect(read.feeds.content == .full)
  }

  @Test(
    arguments: [
      ("true", ArchiveSettings(size: 50, by: [])), ("12", ArchiveSettings(size: 12, by: [])),
      ("{ by: category }", ArchiveSettings(size: 50, by: [.category])),
      ("{ size: 5, by: [keyword, author] }", ArchiveSettings(size: 5, by: [.keyword, .author])),
      ("false", nil), ("", nil),
    ] as [(String, ArchiveSettings?)])
  func `archives have a size and the terms that they are for`(
    text: String, archives: ArchiveSettings?
  ) throws {
    let read = try Fixture.configuration("feeds:\n  archives: \(text)\n")
    #expect(read.feeds.archives == archives)
  }

  @Test func `articles are retracted by a name or several`() throws {
    let one = try Fixture.configuration("feeds: { retract: a/b.md, tombstones: 0 }")
    #expect(one.feeds.retracted.map(\.name) == ["a/b.md"])
    #expect(one.feeds.tombstoneDays == 0)
    let two = try Fixture.configuration("feeds:\n  retract:\n    - a.md\n    - tag:x,2026:y\n")
    #expect(two.feeds.retracted.map(\.name) == ["a.md", "tag:x,2026:y"])
    #expect(two.feeds.tombstoneDays == 90)
  }
}
