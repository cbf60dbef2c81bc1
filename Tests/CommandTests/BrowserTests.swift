import Testing

@Suite("What browsers show")
struct BrowserTests {
  /// A site with enough feeds for a box to find one in.
  private static func site() throws -> ScratchSite {
    var files: [String: String] = [:]
    let articles = [
      ("Reading & <Ebb>", "C#, C++, low water"), ("שלום לים", "שלום, charts"),
      ("A " + String(repeating: "verylongword", count: 20), "音声認識, R&D, mud"),
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

  private static let expected = """
    """
}
