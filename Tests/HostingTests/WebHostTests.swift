import Content
import Diagnostics
import FeedValues
import FoundationEssentials
import Hosting
import Testing

@Suite("Configurations of web servers and hosts")
struct WebHostTests {
  private static func site(_ feeds: String) throws -> HostedSite {
    let text = "site:\n  title: Tide Notes\n  url: https://tide.example/\nfeeds:\n\(feeds)\n"
    let source = SourceText(path: "feedsetter.yml", bytes: Array(text.utf8))
    let configuration = try #require(Configuration.parse(source).configuration, "\(feeds)")
    return try HostedSite(configuration)
  }

  /// One of the files beside this test.
  private static func expected(_ name: String) throws -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let url = URL(filePath: "/\(folder)/Expected/\(name)")
    return String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  @Test(arguments: WebHost.allCases)
  func `the whole text for a site with a hub, archives and addresses of old`(_ host: WebHost) throws
  {
    var site = try Self.site(
      """
        url: https://tide.example/the%20feeds/
        formats: [rss, json]
        by: [category, author]
        archives: { by: [category] }
        hub: https://hub.example/
        custom: [{ name: mud, where: { keywords: [mud] } }]
      """)
    for text in [
      "/feed/=rss.xml", "/old/$1(a)+b.xml=category/%E9%9F%B3/rss.xml",
      "https://tide.example/index.xml=https://other.example/$1.xml",
    ] {
      try site.redirect(text)
    }
    let expected = try Self.expected(host.rawValue + ".txt")
    #expect(host.configuration(for: site) == expected)
  }

  @Test func `a site without a hub may be shown from caches for five minutes`() throws {
    let site = try Self.site("  formats: [rss]")
    for host in WebHost.allCases where host != .gitHubPages {
      let text = host.configuration(for: site)
      #expect(text.contains("public, max-age=300"), "\(host)")
      #expect(!text.contains("no-cache"), "\(host)")
    }
    #expect(!WebHost.gitHubPages.configuration(for: site).contains("feedsetter ping"))
    #expect(!WebHost.netlify.configuration(for: site).contains("archive/"))
  }

  @Test func `feeds at the root of a host of their own are everything there`() throws {
    let site = try Self.site("  url: https://feeds.tide.example/")
    #expect(WebHost.nginx.configuration(for: site).contains("\nlocation ^~ \"/\" {\n"))
    #expect(WebHost.nginx.configuration(for: site).contains("leave out any other"))
    #expect(WebHost.caddy.configuration(for: site).contains("\n@feeds path \"/*\"\n"))
    #expect(WebHost.apache.configuration(for: site).contains("=~ m#^/#\">"))
    #expect(WebHost.netlify.configuration(for: site).contains("for = \"/*\""))
    #expect(WebHost.cloudflare.configuration(for: site).contains("\n/*\n"))
  }

  @Test func `what GitHub Pages serves below a project's name is deployed without it`() throws {
    let text = "site: { title: T, url: \"https://tide.example/notes/\" }\n"
    let source = SourceText(path: "feedsetter.yml", bytes: Array(text.utf8))
    var site = try HostedSite(try #require(Configuration.parse(source).configuration))
    try site.redirect("/notes/it's/index.xml=rss.xml")
    try site.redirect("/index.xml=rss.xml")
    let lines = WebHost.gitHubPages.configuration(for: site).split(separator: "\n").suffix(3)
    #expect(
      lines == [
        "mkdir -p './it'\\''s' && cp './feeds/rss.xml' './it'\\''s/index.xml'",
        "# /index.xml can't be kept: it or https://tide.example/notes/feeds/rss.xml is",
        "# no file of this site.",
      ])
  }

  @Test(arguments: [
    ("a%22b", "it holds \"\"\""), ("a%5Cb", "it holds \"\\\""), ("a%7Bb", "it holds \"{\""),
    ("%7D", "it holds \"}\""), ("a*", "it holds \"*\""), ("a:b", "it holds \":\""),
    ("%23", "it holds \"#\""), ("%25", "it holds \"%\""), ("%3E", "it holds \">\""),
    ("a%0Ab", "it holds a control character"), ("a%C2%85b", "it holds a control character"),
    ("a%E2%80%A8b", "it holds a control character"), ("%FF", "its percent-escapes are not UTF-8"),
    ("a//b", "it holds an empty segment, \".\" or \"..\""),
    ("a/%2E%2E/b", "it holds an empty segment, \".\" or \"..\""),
  ])
  func `a path that could mean something of its own is refused`(_ path: String, _ reason: String) {
    #expect(throws: InvalidValue(reason)) {
      try Self.site("  url: \"https://tide.example/\(path)/\"")
    }
  }

  @Test(arguments: [
    ("/feed/", "it is not OLD=NEW, such as /index.xml=rss.xml"),
    ("=rss.xml", "it is not OLD=NEW, such as /index.xml=rss.xml"),
    ("/feed/=", "it is not OLD=NEW, such as /index.xml=rss.xml"),
    ("/?feed=rss2=rss.xml", "it has a query or fragment, and servers compare paths alone"),
    ("/a=rss.xml?b", "it has a query or fragment, and servers compare paths alone"),
    ("/a*=rss.xml", "it holds \"*\""), ("/a=b%22", "it holds \"\"\""),
    ("/a=mailto:a@b.example", "it is not of the web"),
    ("/feeds/rss.xml=rss.xml", "it leads to itself"),
    ("/index.xml=atom.xml", "the old address is redirected already"),
  ])
  func `a redirection that can't be is refused`(_ text: String, _ reason: String) throws {
    var site = try Self.site("  path: feeds")
    try site.redirect("/index.xml=rss.xml")
    #expect(throws: InvalidValue(reason)) { try site.redirect(text) }
  }
}
