import FoundationEssentials
import Testing

@Suite("P5 Readers subscribe over HTTP and show what was written")
struct ReaderMatrixTests {
  private static func site() throws -> ScratchSite {
    try ScratchSite(
      configuration: """
        site:
          title: Tide & Mud
          url: https://tide.example/
          timezone: Europe/Berlin
        """,
      [
        "content/salt.md": """
        ---
        title: "Salt & mud: 3 < 5 🌊"
        date: 2026-02-10 18:30
        updated: 2026-03-01 09:00
        category: field-work
        tags: [C#, low water]
        author: [Ana Ruiz, Bo Chen]
        excerpt: "Mud & salt, at 3 < 5 °C."
        image: /img/salt.jpg
        ---

        Mud *remembers*. See [the table](../tides/).

        """,
        "content/tags.md": """
        ---
        title: "Why `<b>` & </title> stay"
        date: 2026-02-03T10:00:00Z
        author: Bo Chen
        image: /img/tags.png
        ---

        Words.

        """,
        "content/tides.md": """
        ---
        title: "Ebb’s “table” for AT&amp;T"
        date: 2026-01-31T23:30:00-05:00
        category: tables
        author: Ana Ruiz
        ---

        | low | high |
        |-----|------|
        | 1   | 2    |

        """,
        "content/old.md": """
        ---
        title: "音声 *about* `x < y`"
        date: 1999-12-31
        ---

        A & B < C: `x && y` ![a gull](/img/gull.png).

        """,
      ])
  }

  /// The items as they are meant, newest first: date in UTC, title, authors, link, words, pictures.
  private static func items(_ ways: FeedReader.Ways) -> [String] {
    let date = ways.revised ? "2026-03-01T08:00:00Z" : "2026-02-10T17:30:00Z"
    func picture(_ name: String) -> String {
      ways.thumbnails ? "https://tide.example/img/\(name)" : "-"
    }
    return [
      "\(date) | Salt & mud: 3 < 5 🌊 | \(ways.authors) | https://tide.example/field-work/salt/ "
        + "| Mud remembers . See the table <https://tide.example/field-work/tides/> . "
        + "| \(picture("salt.jpg"))",
      "2026-02-03T10:00:00Z | \(ways.tags) | Bo Chen | https://tide.example/tags/ | Words. "
        + "| \(picture("tags.png"))",
      "2026-02-01T04:30:00Z | Ebb’s “table” for AT&T | Ana Ruiz "
        + "| https://tide.example/tables/tides/ | low high 1 2 | -",
      "1999-12-30T23:00:00Z | 音声 about x < y | Tide & Mud | https://tide.example/old/ "
        + "| A & B < C: x && y . | https://tide.example/img/gull.png",
    ]
  }

  @Test(.field, arguments: FeedReader.all)
  func `every item is there with title, authors, date, link, words and picture`(
    reader: FeedReader
  ) async throws {
    var expected: [String] = []
    for ((file, _), outcome) in zip(FeedReader.formats, reader.feeds) {
      switch outcome {
      case .shown(let ways): expected += [file + ":"] + Self.items(ways)
      case .refused(let words): expected.append("\(file): \(words)")
      }
    }
    let site = try Self.site()
    let kept = try ScratchSite(configuration: nil)
    let arguments = ["preview", "--port", "0", "--now", "2026-11-01T00:00:00Z"]
    try await LongRun.of(arguments, in: site) { preview in
      try await preview.wait("the feeds") { preview.output.contains(" feeds\n") }
      let script = projectFolder + "/Tests/CommandTests/Readers/" + reader.script
      let run = try await runProgram(
        reader.python, ["-B", script, try preview.address, kept.folder])
      #expect(run.status == 0, "\(run.errors)")
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(
        Array(lines.dropFirst()) == expected,
        "seen with \(reader.name) \(reader.version); this is \(lines.first ?? "nothing")")
    }
  }

  @Test func `the page for authors says the same of every reader`() throws {
    var expected: [String] = []
    for reader in FeedReader.all {
      for ((_, format), outcome) in zip(FeedReader.formats, reader.feeds) {
        let start = "| \(reader.name) \(reader.version) | \(format) | "
        switch outcome {
        case .shown(let ways):
          let authors = ways.authors.replacing(" + ", with: ", ")
          let title = ways.tags.split(separator: " ").joined(separator: " ")
          expected.append(
            start + authors + (ways.revised ? " | revised" : " | published")
              + (ways.thumbnails ? " | yes" : " | no") + " | `\(title)` |")
        case .refused: expected.append(start + "not taken | | | |")
        }
      }
    }
    let page = try String(
      decoding: Data(contentsOf: URL(filePath: projectFolder + "/docs/readers.md")), as: UTF8.self)
    let rows = page.split(separator: "\n").map(String.init)
      .filter { row in FeedReader.formats.contains { row.contains(" | \($0.1) | ") } }
    #expect(rows == expected)
  }
}
