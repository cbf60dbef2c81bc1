import FoundationEssentials
import Testing

@Suite("P2 Whole: runs at once and runs that fail leave whole files")
struct ConcurrencyTests {
  private static func site() throws -> ScratchSite {
    var files: [String: String] = [:]
    for number in 1...30 {
      files["content/a\(number).md"] = ScratchSite.article(
        "Article \(number)", "tags: [t\(number % 6)]")
    }
    return try ScratchSite(files)
  }

  @Test func `builds that start at once all end well, with one right state`() async throws {
    let site = try Self.site()
    let runs = try await withThrowingTaskGroup(of: Run.self) { group in
      for _ in 0..<8 { group.addTask { try await site.build() } }
      return try await group.reduce(into: [Run]()) { $0.append($1) }
    }
    #expect(runs.map(\.status) == Array(repeating: 0, count: 8), "\(runs.map(\.errors))")
    #expect(try await site.build(["--check"]).status == 0)
    #expect(try site.feedFiles(below: "feeds").count == 21)
  }

  @Test func `a build that may not wait ends with status 75`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    // flock(1) holds the folder as another build would.
    let run = try await runProgram(
      "/usr/bin/flock",
      [site.path("feeds"), ScratchSite.command, "build", "--site", site.folder, "--wait", "0"])
    #expect(run.status == 75)
    #expect(run.errors.contains("[output-busy]"), "\(run.errors)")
  }

  @Test func `what a killed run left behind is cleared away`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.write("feeds/keyword/t1/.rss.xml.feedsetter-tmp", "<rss")
    #expect(try await site.build().status == 0)
    #expect(
      !FileManager.default.fileExists(atPath: site.path("feeds/keyword/t1/.rss.xml.feedsetter-tmp"))
    )
  }

  @Test func `a run that can't write one file replaces none`() async throws {
    let site = try Self.site()
    _ = try await site.build()
    let before = try await site.states(below: "feeds")
    try site.write("content/new.md", ScratchSite.article("New", "tags: [t1, t2]"))
    // A folder where the temporary file would be: staging fails there, whoever runs it.
    try FileManager.default.createDirectory(
      atPath: site.path("feeds/keyword/t2/.atom.xml.feedsetter-tmp/x"),
      withIntermediateDirectories: true)
    let run = try await site.build()
    #expect(run.status == 73)
    #expect(run.output.hasPrefix("nothing was published"))
    #expect(run.errors.contains("feeds/keyword/t2/atom.xml: error: "), "\(run.errors)")
    #expect(try await site.states(below: "feeds") == before)
  }

  @Test func `an empty folder's name is not the root of the file system`() async throws {
    let site = try Self.site()
    #expect(try await site.build(["--output", "", "--check"]).status == 64)
  }
}
