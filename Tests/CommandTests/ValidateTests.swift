import FoundationEssentials
import Testing

@Suite("feedsetter validate")
struct ValidateTests {
  private static let valid = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>tag:tide.example,2026:feed</id>
    <title>Tide</title>
    <updated>2026-02-10T00:00:00Z</updated>
    <author><name>Team</name></author>
    <link rel="self" href="https://tide.example/atom.xml"/>
    <link rel="alternate" href="https://tide.example/"/>
    </feed>

    """
  private static let invalid = valid.replacing("2026-02-10T", with: "2026-02-30T")

  @Test func `a valid feed is told to be one`() async throws {
    let site = try ScratchSite(configuration: nil, ["a.xml": Self.valid])
    let run = try await site.feedsetter(["validate", "a.xml"])
    #expect(run.status == 0)
    #expect(run.output == "1 file judged, 0 invalid: 0 errors, 0 warnings\n")
    #expect(run.errors == "")
  }

  @Test func `an error has its place, and status 1`() async throws {
    let site = try ScratchSite(configuration: nil, ["a.xml": Self.invalid])
    let run = try await site.feedsetter(["validate", "a.xml"])
    #expect(run.status == 1)
    let first = run.output.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("a.xml:5:10: error: "), "\(first)")
    #expect(first.contains("February 2026 has no day 30"), "\(first)")
  }

  @Test func `JSON is one object a file`() async throws {
    let site = try ScratchSite(
      configuration: nil,
      [
        "in/a.xml": Self.valid, "in/b.atom": Self.invalid, "in/notes.txt": "no feed",
        "in/package.json": "{\"name\": \"x\"}", "in/sitemap.xml": "<urlset/>",
        "in/deep/c.json": "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
      ])
    let run = try await site.feedsetter(["validate", "--format", "json", "in"])
    #expect(run.status == 1)
    struct Object: Decodable {
      struct Problem: Decodable {
        let severity, rule, message, help: String
        let line, column: Int
        let spec: String?
      }
      let file: String
      let format: String?
      let version: String?
      let valid: Bool
      let problems: [Problem]
    }
    let objects = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Object.self, from: Data($0.utf8))
    }
    #expect(objects.map(\.file) == ["in/a.xml", "in/b.atom", "in/deep/c.json"])
    #expect(objects.map(\.format) == ["atom", "atom", "json"])
    #expect(objects.map(\.version) == ["1.0", "1.0", "1.1"])
    #expect(objects.map(\.valid) == [true, false, false])
    #expect(objects[1].problems.first?.line == 5)
    #expect(objects[1].problems.first?.column == 10)
    #expect(objects[1].problems.first?.spec?.hasPrefix("https://") == true)
  }

  @Test func `a feed is read from standard input`() async throws {
    let site = try ScratchSite(configuration: nil, ["a.xml": Self.invalid])
    let run = try await runProgram(
      "/bin/sh", ["-c", "'\(ScratchSite.command)' validate - < '\(site.path("a.xml"))'"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("-:5:10: error: "))
  }

  @Test func `a rule that is ignored finds nothing`() async throws {
    let site = try ScratchSite(configuration: nil, ["a.xml": Self.invalid])
    let run = try await site.feedsetter(["validate", "--format", "json", "a.xml"])
    let rule = try #require(
      run.output.split(separator: "\"rule\":\"").dropFirst().first?.split(separator: "\"").first)
    let ignoring = try await site.feedsetter(["validate", "--ignore", String(rule), "a.xml"])
    #expect(ignoring.status == 0, "\(ignoring.output)")
    let unknown = try await site.feedsetter(["validate", "--ignore", "no-such-rule", "a.xml"])
    #expect(unknown.status == 64)
  }

  @Test func `a rule is explained`() async throws {
    let run = try await ScratchSite().feedsetter(["validate", "--explain", "duplicate-link"])
    #expect(
      run.output == """
        duplicate-link (error)
        Two articles can't have one address: readers would show one of them.
        mend: give one of the two another slug

        """)
  }

  @Test func `what can't be read ends with status 66`() async throws {
    let site = try ScratchSite(["a.xml": Self.valid])
    #expect(try await site.feedsetter(["validate", "nowhere.xml"]).status == 66)
    #expect(try await site.feedsetter(["validate", "."]).status == 0)
    #expect(try await site.feedsetter(["validate"]).status == 64)
    try FileManager.default.createDirectory(
      atPath: site.path("empty"), withIntermediateDirectories: true)
    #expect(try await site.feedsetter(["validate", "empty"]).status == 66)
  }
}
