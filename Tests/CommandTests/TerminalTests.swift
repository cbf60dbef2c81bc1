import FoundationEssentials
import Testing

@Suite("What a person at a terminal sees of a run")
struct TerminalTests {
  private static let feed = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "T",
      "home_page_url": "https://tide.example/", "feed_url": "https://tide.example/feed.json",
      "items": []}
    """

  /// Runs the command in a terminal, where it waits a second for its input.
  private static func slowly(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> String {
    let script = projectFolder + "/Tests/CommandTests/Readers/terminal.py"
    let run = try await runProgram(
      "/usr/bin/python3", [script, "--input", feed, ScratchSite.command] + arguments,
      environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 })
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    return run.output
  }

  private static let line = "\r\u{1B}[Kvalidating …"
  private static let end = "1 file judged, 0 invalid: 0 errors, 0 warnings\n"

  @Test func `a long run shows a line, which is gone when it ends`() async throws {
    let shown = try await Self.slowly(["validate", "-"])
    #expect(shown.hasPrefix(Self.line + Self.line))
    #expect(shown.replacing(Self.line, with: "") == "\r\u{1B}[K" + Self.end)
  }

  @Test(
    arguments: [
      (["validate", "-", "--quiet"], [:], ""),
      (["validate", "-"], ["TERM": "dumb"], end),
      (["validate", "-", "--verbose"], ["TERM": "dumb"], "-: json 1.1, valid\n" + end),
    ] as [([String], [String: String], String)])
  func `it is not shown to those who want quiet, nor on a dumb terminal`(
    arguments: [String], environment: [String: String], expected: String
  ) async throws {
    #expect(try await Self.slowly(arguments, environment: environment) == expected)
  }

  @Test func `success and failure have colours on a terminal, unless NO_COLOR is set`() async throws
  {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    let script = projectFolder + "/Tests/CommandTests/Readers/terminal.py"
    for (number, (mark, end)) in [("", ""), ("\u{1B}[32m", "\u{1B}[0m")].enumerated() {
      let run = try await runProgram(
        "/usr/bin/python3",
        [
          script, ScratchSite.command, "build", "--site", site.folder, "--now",
          "2026-11-01T00:00:00Z", "--output", site.path("out\(number)"),
        ],
        environment: ["TERM": "xterm", "NO_COLOR": number == 0 ? "1" : ""])
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(
        run.output.contains("\(mark)published\(end) 1 article in 1 feed to \(site.path("out"))"),
        "\(run.output)")
    }
  }

  @Test func `a verbose build tells what each stage took, on standard error`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    let run = try await site.build(["--verbose"])
    let rows = run.errors.split(separator: "\n").map { line in
      line.split(separator: " ").map(String.init)
    }
    #expect(
      rows.map(\.first) == [
        "reading", "planning", "rendering", "validating", "comparing", "writing", "in",
      ])
    #expect(
      rows.dropLast().map { Array($0[1...2]) }.prefix(4) == [
        ["1", "file"], ["1", "article"], ["1", "article"], ["6", "parts"],
      ])
    #expect(rows.allSatisfy { $0.last == "ms" && Int($0[$0.count - 2]) != nil })
    let quiet = try await site.build(["--quiet"])
    #expect(quiet.output == "" && quiet.errors == "")
  }
}
