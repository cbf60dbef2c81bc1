import Testing

@Suite("What browsers show")
struct BrowserTests {
  /// A site with enough feeds for a box to find one in.
  private static func site() throws -> ScratchSite {
    var files: [String: String] = [:]
    let articles = [
      ("Reading & <Ebb>", "C#, C++, low water"), ("שלום לים", "שלום, charts"),
      ("A " + longWord, "音声認識, R&D, mud"),
    ]
    for (index, (title, keywords)) in articles.enumerated() {
      files["content/\(index).md"] = ScratchSite.article(
        title, date: "2026-02-1\(index)",
        """
        slug: article-\(index)
        category: Tides
        author: [Ada & Co, Bob]
        keywords: [\(keywords)]
        excerpt: "\(title), in short."
        thumbnail: https://elsewhere.example/picture.jpg
        """, body: "![Far](https://elsewhere.example/far.png)\n\nText.")
    }
    return try ScratchSite(files)
  }

  @Test(.field, .timeLimit(.minutes(5)))
  func `Chromium shows pages and feeds, and asks nobody else`() async throws {
    let site = try Self.site()
    #expect(try await site.build().status == 0)
    let python = projectFolder + "/.build/field/bin/python"
    let run = try await runProgram(
      python, [projectFolder + "/Tests/CommandTests/Browser/look.py", site.path("feeds")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == Self.expected, "\(run.output)")
  }

  private static let longWord = String(repeating: "verylongword", count: 20)

  private static let expected = """
    index.html, light: asked for index.html; no violations; 1000 wide
    index.html, dark: asked for index.html; no violations; 1000 wide
    index.html, phone: asked for index.html; no violations; 390 wide
    category/tides/index.html, light: asked for category/tides/index.html; no violations; 1000 \
    wide
    category/tides/index.html, dark: asked for category/tides/index.html; no violations; 1000 \
    wide
    category/tides/index.html, phone: asked for category/tides/index.html; no violations; 390 \
    wide
    site/index.html, light: asked for site/index.html; no violations; 1000 wide
    site/index.html, dark: asked for site/index.html; no violations; 1000 wide
    site/index.html, phone: asked for site/index.html; no violations; 390 wide
    rss.xml, light: asked for rss.xml, feed.css; rgb(255, 255, 255); 1000 wide
    rss.xml, dark: asked for rss.xml, feed.css; rgb(23, 24, 27); 1000 wide
    rss.xml, phone: asked for rss.xml, feed.css; rgb(255, 255, 255); 390 wide
    rss.xml shows Tide Notes | This is a feed, a list of new articles for programs called feed \
    readers. Copy its address from the address bar into one, and it shows you what comes next. \
    | https://tide.example/ | All feeds | A \(longWord) | Thu, 12 Feb 2026 00:00:00 +0000 | Ada \
    & Co, Bob | A \(longWord), in short. | שלום לים | Wed, 11 Feb 2026 00:00:00 +0000 | Ada & \
    Co, Bob | שלום לים, in short. | Reading & <Ebb> | Tue, 10 Feb 2026 00:00:00 +0000 | Ada & \
    Co, Bob | Reading &amp; &lt;Ebb>, in short.
    its links lead to https://tide.example/ | ./index.html
    category/tides/atom.xml, light: asked for category/tides/atom.xml, feed.css; rgb(255, 255, \
    255); 1000 wide
    category/tides/atom.xml, dark: asked for category/tides/atom.xml, feed.css; rgb(23, 24, \
    27); 1000 wide
    category/tides/atom.xml, phone: asked for category/tides/atom.xml, feed.css; rgb(255, 255, \
    255); 390 wide
    category/tides/atom.xml shows Tide Notes: Tides | This is a feed, a list of new articles \
    for programs called feed readers. Copy its address from the address bar into one, and it \
    shows you what comes next. | https://tide.example/ | All feeds | A \(longWord) | \
    2026-02-12T00:00:00Z | Ada & Co | Bob | A \(longWord), in short. | שלום לים | \
    2026-02-11T00:00:00Z | Ada & Co | Bob | שלום לים, in short. | Reading & <Ebb> | \
    2026-02-10T00:00:00Z | Ada & Co | Bob | Reading & <Ebb>, in short.
    its links lead to https://tide.example/ | ./index.html
    without scripts: form none and 0 buttons
    with scripts: form block and 10 buttons
    Tab reaches Tide Notes | q | Tide Notes | RSS | Atom | JSON
    'c #' leaves C# / 1 of 10 feeds / Keywords
    then no violations
    Enter copies ./keyword/c-sharp/rss.xml / Copied ./keyword/c-sharp/rss.xml

    """
}
