import FoundationEssentials
import Testing

@Suite("Pages for people")
struct PagesTests {
  /// A site with a category of the name `Tides` and keywords, and archives of two entries.
  private static func site(pages: Bool = true) throws -> ScratchSite {
    var files: [String: String] = [:]
    for number in 1...5 {
      files["content/\(number).md"] = ScratchSite.article(
        "Reading <\(number)> & more", date: "2026-02-0\(number)",
        "category: Tides\nkeywords: [\"C#\", 50% off, 音声認識]\nexcerpt: Ebb & \"flow\".")
    }
    return try ScratchSite(
      configuration: """
        site:
          title: Tide & Time
          url: https://tide.example/
          timezone: Europe/Berlin
        feeds:
          limit: 2
          archives: { size: 2, by: [category] }
          pages: \(pages)
        """, files)
  }

  @Test func `a page of all feeds and a preview of each join the feeds`() async throws {
    let site = try Self.site()
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try site.files(below: "feeds").filter { $0.hasSuffix("/index.html") || $0.hasSuffix(".css") }
        == [
          "feeds/category/tides/index.html", "feeds/feed.css", "feeds/index.html",
          "feeds/keyword/50-percent-off/index.html", "feeds/keyword/c-sharp/index.html",
          "feeds/keyword/音声認識/index.html", "feeds/site/index.html",
        ])
    let preview = try site.text("feeds/category/tides/index.html")
    let articles = preview.split(separator: "\n").filter { $0.hasPrefix("<article") }
    #expect(
      articles == [
        """
        <article><h3><a href="https://tide.example/tides/5/">Reading &lt;5> &amp; more</a></h3>\
        <p><time>2026-02-05</time> · <bdi>Tide &amp; Time</bdi></p><p>Ebb &amp; "flow".</p></article>
        """,
        """
        <article><h3><a href="https://tide.example/tides/4/">Reading &lt;4> &amp; more</a></h3>\
        <p><time>2026-02-04</time> · <bdi>Tide &amp; Time</bdi></p><p>Ebb &amp; "flow".</p></article>
        """,
      ])
  }

  @Test func `feeds name the stylesheet as seen from where they are`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let feeds = try site.files(below: "feeds").filter { $0.hasSuffix(".xml") }
    #expect(feeds.count == 2 * (5 + 2 * 3))
    for feed in feeds {
      let root = String(repeating: "../", count: feed.split(separator: "/").count - 2)
      let lines = try site.text(feed).split(separator: "\n")
      #expect(lines[1] == "<?xml-stylesheet type=\"text/css\" href=\"\(root)feed.css\"?>")
      #expect(lines.contains("<a lang=\"en\" href=\"\(root)index.html\">All feeds</a>"))
    }
    let judged = try await site.feedsetter(["validate", "--strict", "feeds"])
    #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
  }

  @Test func `every relative link of every page leads to a file`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let published = Set(try site.files(below: "feeds"))
    var followed = 0
    for page in published where page.hasSuffix("index.html") {
      for part in try site.text(page).split(separator: " href=\"").dropFirst() {
        let address = String(part.prefix { $0 != "\"" })
        if address.contains(":") { continue }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for segment in address.split(separator: "/") {
          if segment == ".." { folders.removeLast() } else { folders.append(String(segment)) }
        }
        #expect(published.contains(folders.joined(separator: "/")), "\(page): \(address)")
        followed += 1
      }
    }
    #expect(followed > 50)
  }

  @Test func `the pages' policy names the style and the script that they hold`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let page = try site.text("feeds/index.html")
    var sources: [String] = []
    for name in ["style", "script"] {
      let rest = try #require(page.split(separator: "<\(name)>", maxSplits: 1).last)
      let text = try #require(rest.split(separator: "</\(name)>", maxSplits: 1).first)
      try site.write("inner", String(text))
      let digest = try await runProgram("/usr/bin/sha256sum", [site.path("inner")])
      let bytes = stride(from: 0, to: 64, by: 2).compactMap { offset -> UInt8? in
        UInt8(digest.output.dropFirst(offset).prefix(2), radix: 16)
      }
      #expect(bytes.count == 32)
      sources.append("\(name)-src 'sha256-\(Data(bytes).base64EncodedString())'")
    }
    let policy =
      "default-src 'none'; img-src data:; \(sources[0]); \(sources[1]); base-uri 'none'; "
      + "form-action 'none'"
    #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"/>"))
  }

  @Test func `without pages, feeds are as bare as they were`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let bare = try Self.site(pages: false)
    #expect(try await bare.build().status == 0)
    #expect(
      try bare.files(below: "feeds").filter { $0.hasSuffix("/index.html") || $0.hasSuffix(".css") }
        == [])
    for feed in try bare.files(below: "feeds").filter({ $0.hasSuffix(".xml") }) {
      var text = try site.text(feed)
      let instruction = try #require(text.firstRange(of: "<?xml-stylesheet"))
      let end = try #require(text[instruction.lowerBound...].firstIndex(of: "\n"))
      text.removeSubrange(instruction.lowerBound...end)
      let start = try #require(text.firstRange(of: "<div xmlns"))
      let stop = try #require(text.firstRange(of: "</div>\n"))
      text.removeSubrange(start.lowerBound..<stop.upperBound)
      #expect(try bare.text(feed) == text)
    }
    // What was published before goes.
    try site.write("feedsetter.yml", try bare.text("feedsetter.yml"))
    #expect(try await site.build().status == 0)
    #expect(try site.files(below: "feeds") == bare.files(below: "feeds"))
  }

  @Test func `somebody's own index.html is left alone, and told`() async throws {
    let site = try Self.site()
    try site.write("feeds/index.html", "mine\n")
    let run = try await site.build()
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("feeds/index.html"))
    #expect(run.errors.contains("pages: false"), "\(run.errors)")
    #expect(try site.text("feeds/index.html") == "mine\n")
    #expect(try site.files(below: "feeds") == ["feeds/index.html"])
  }
}
