import Testing

@Suite("What browsers show")
struct BrowserTests {
  /// A site with enough feeds for a box to find one in.
  private static func site() throws -> ScratchSite {
    var files: [String: String] = [:]
    let keywords = ["C#", "C++", "low water", "שלום", "<b>", "charts", "音声認識", "R&D"]
    for (index, keyword) in keywords.enumerated() {
      files["content/\(index).md"] = ScratchSite.article(
        "Article \(index) on \(keyword)", date: "2026-02-1\(index)",
        """
        category: Tides
        author: [Ada & Co, Bob]
        keywords: ["\(keyword)"]
        excerpt: "An <excerpt> of \(keyword), \(String(repeating: "Long", count: 60))."
        thumbnail: https://elsewhere.example/picture.jpg
        """, body: "![Far](https://elsewhere.example/far.png)\n\nText.")
    }
    return try ScratchSite(files)
  }

  @Test(.field, .timeLimit(.minutes(3)))
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
