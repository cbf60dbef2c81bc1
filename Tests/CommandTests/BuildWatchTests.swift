import FoundationEssentials
import Testing

@Suite("build --watch publishes again when something changes")
struct BuildWatchTests {
  @Test func `a change is published, a fault is told, and Ctrl-C ends`() async throws {
    let site = try ScratchSite(["content/one.md": ScratchSite.article("One")])
    let status = try await LongRun.of(["build", "--watch"], in: site) { run in
      try await run.wait("the first build") { run.errors.contains("Ctrl-C ends\n") }
      #expect(
        run.output.split(separator: "\n").map(String.init) == [
          "published 1 article in 1 feed to feeds/: 9 files new or changed, 0 unchanged, 0 removed",
          "feedsetter.lock: 1 new; commit it with the articles",
        ])
      #expect(run.errors == "watching content/, feedsetter.yml; Ctrl-C ends\n")
      try site.write("content/two.md", ScratchSite.article("Two"))
      try await run.wait("the change") { run.output.hasSuffix(" removed\n") }
      #expect(
        run.output.split(separator: "\n").last
          == "content/two.md: published 2 articles in 1 feed to feeds/: 6 files new or changed, 3 unchanged, 0 removed"
      )
      #expect(try site.text("feeds/rss.xml").contains("<title>Two</title>"))
      let published = try site.text("feeds/rss.xml")
      try site.write("content/two.md", ScratchSite.article("Two", date: "2026-02-30"))
      try await run.wait("the fault") {
        run.output.hasSuffix("content/two.md: nothing was published: 1 error, 0 warnings\n")
      }
      #expect(run.errors.contains("February 2026 has no day 30"))
      #expect(try site.text("feeds/rss.xml") == published)
    }
    #expect(status == 0)
  }

  @Test func `what a build itself writes starts no other`() async throws {
    let configuration = ScratchSite.smallestConfiguration + "\ncontent: { path: . }\n"
    let site = try ScratchSite(
      configuration: configuration, ["one.md": ScratchSite.article("One")])
    try await LongRun.of(["build", "--watch", "--quiet", "--format", "json"], in: site) { run in
      try await run.wait("the first build") {
        FileManager.default.fileExists(atPath: site.path("feeds/rss.xml"))
      }
      try site.write("two.md", ScratchSite.article("Two"))
      try await run.wait("the change") {
        try site.text("feeds/rss.xml").contains("<title>Two</title>")
      }
    }
    try await LongRun.of(["build", "--watch"], in: site) { run in
      try await run.wait("the first build") { run.errors.contains("Ctrl-C ends\n") }
      let before = run.output
      try site.write("three.md", ScratchSite.article("Three"))
      try await run.wait("the change") { run.output.contains("three.md: published 3 articles") }
      // Long enough for a second rebuild, if there were one.
      try await Task.sleep(for: .milliseconds(600))
      #expect(run.output.dropFirst(before.count).split(separator: "\n").count == 1, "\(run.output)")
    }
  }

  @Test func `an article is published when it is due`() async throws {
    let site = try ScratchSite(["content/one.md": ScratchSite.article("One")])
    try await LongRun.of(["build", "--watch"], in: site) { run in
      try await run.wait("the first build") { run.errors.contains("Ctrl-C ends\n") }
      let due = Date(timeIntervalSinceNow: 3)
      try site.write("content/due.md", ScratchSite.article("Due", date: due.formatted(.iso8601)))
      try await run.wait("the article") {
        try site.text("feeds/rss.xml").contains("<title>Due</title>")
      }
      #expect(Date.now >= due.addingTimeInterval(-1))
    }
  }

  @Test func `without a site there is nothing to wait for`() async throws {
    let run = try await ScratchSite(configuration: nil).feedsetter(["build", "--watch"])
    #expect(run.status == 66)
  }

  @Test(arguments: [["--check"], ["--format", "sarif"]])
  func `what is for one build alone is refused`(arguments: [String]) async throws {
    let run = try await ScratchSite().feedsetter(["build", "--watch"] + arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: --"), "\(run.errors)")
  }
}
