import FoundationEssentials
import Testing

/// Whether a program or module that a test needs is there; `make test` installs it on Debian.
private func hasReader(_ name: String) -> Bool {
  let manager = FileManager.default
  switch name {
  case "feedparser":
    return manager.fileExists(atPath: "/usr/lib/python3/dist-packages/feedparser")
  default: return manager.isExecutableFile(atPath: "/usr/bin/" + name)
  }
}

@Suite("P5 One story: real readers see the same in every format")
struct ReadersTests {
  /// The sample site, published to a folder of its own.
  private static func sampleFeeds() async throws -> ScratchSite {
    let site = try ScratchSite(configuration: nil)
    let run = try await site.feedsetter([
      "build", "--site", projectFolder, "--output", site.path("feeds"), "--now",
      "2026-11-20T00:00:00Z",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return site
  }

  @Test(.enabled(if: hasReader("xmllint"), "xmllint is not installed"))
  func `libxml2's own tool accepts every XML file`() async throws {
    let site = try await Self.sampleFeeds()
    let files = try site.files(below: "feeds").filter { $0.hasSuffix(".xml") }
    #expect(files.count > 60)
    let run = try await runProgram(
      "/usr/bin/xmllint", ["--noout"] + files.map { site.path($0) })
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(.enabled(if: hasReader("feedparser"), "python3-feedparser is not installed"))
  func `feedparser reads every feed alike in the three formats`() async throws {
    let site = try await Self.sampleFeeds()
    let script = projectFolder + "/Tests/CommandTests/Readers/compare-formats.py"
    let run = try await runProgram("/usr/bin/python3", [script, site.path("feeds")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.hasSuffix(" feeds are alike in RSS, Atom and JSON Feed\n"), "\(run.output)")
  }

  @Test(.enabled(if: hasReader("feedparser"), "python3-feedparser is not installed"))
  func `feedparser reads odd titles alike in the three formats`() async throws {
    let titles = [
      "AT&amp;T and R&D", "Svelte <3 TypeScript", "C++ <b>x</b>", "snake_case_name 2 * 3 * 4",
      "`a < b` *c* [d](e) \\\\* 🎙", "“A” ‘b’",
    ]
    var files: [String: String] = [:]
    for (number, title) in titles.enumerated() {
      files["content/\(number).md"] = ScratchSite.article(title)
    }
    let site = try ScratchSite(files)
    #expect(try await site.build().status == 0)
    let script = projectFolder + "/Tests/CommandTests/Readers/compare-formats.py"
    let run = try await runProgram("/usr/bin/python3", [script, site.path("feeds")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let feed = try site.text("feeds/feed.json")
    for title in [
      "AT&T and R&D", "Svelte <3 TypeScript", "C++ x", "snake_case_name 2 * 3 * 4",
      "a < b c d * 🎙", "“A” ‘b’",
    ] {
      #expect(
        feed.contains("\"title\": \"\(title)\"") || feed.contains("\"title\":\"\(title)\""),
        "\(title)")
    }
  }

  @Test(.enabled(if: hasReader("newsboat"), "newsboat is not installed"))
  func `newsboat takes in every article of the site's RSS and Atom feed`() async throws {
    let site = try await Self.sampleFeeds()
    for name in ["rss.xml", "atom.xml"] {
      try site.write("urls-\(name)", "file://\(site.path("feeds/" + name))\n")
      let arguments = [
        "-q", "-u", site.path("urls-\(name)"), "-c", site.path("cache-\(name).db"),
      ]
      let reload = try await runProgram("/usr/bin/newsboat", arguments + ["-x", "reload"])
      #expect(reload.status == 0, "\(reload.output)\(reload.errors)")
      let count = try await runProgram("/usr/bin/newsboat", arguments + ["-x", "print-unread"])
      #expect(count.output.hasPrefix("15 unread articles"), "\(count.output)\(count.errors)")
    }
  }

  @Test(
    .enabled(
      if: ["xmllint", "feedparser", "newsboat"].allSatisfy(hasReader), "readers are not installed"))
  func `readers take archives, an empty one too, and what leads to them, without harm`()
    async throws
  {
    let site = try ArchiveTests.site(21, ", by: [category]")
    try site.write("content/gone.md", ScratchSite.article("Gone"))
    _ = try await site.build()
    try site.remove("content/gone.md")
    let run = try await site.build()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let files = try site.files(below: "feeds").filter { $0.hasSuffix(".xml") }
    let archived = files.count { $0.contains("/archive/") }
    #expect(archived == 32, "four of the site and of each category, in two formats")
    let lint = try await runProgram("/usr/bin/xmllint", ["--noout"] + files.map { site.path($0) })
    #expect(lint.status == 0, "\(lint.errors)")
    let script = projectFolder + "/Tests/CommandTests/Readers/compare-formats.py"
    let alike = try await runProgram("/usr/bin/python3", [script, site.path("feeds")])
    #expect(alike.status == 0, "\(alike.output)\(alike.errors)")
    #expect(try site.text("feeds/atom.xml").contains("<at:deleted-entry "))
    for name in ["rss.xml", "atom.xml", "archive/1/rss.xml", "archive/1/atom.xml"] {
      let file = name.replacing("/", with: "-")
      try site.write("urls-\(file)", "file://\(site.path("feeds/" + name))\n")
      let arguments = [
        "-q", "-u", site.path("urls-\(file)"), "-c", site.path("cache-\(file).db"),
      ]
      _ = try await runProgram("/usr/bin/newsboat", arguments + ["-x", "reload"])
      let count = try await runProgram("/usr/bin/newsboat", arguments + ["-x", "print-unread"])
      let expected = name.hasPrefix("archive") ? 6 : 5
      #expect(count.output.hasPrefix("\(expected) unread articles"), "\(name): \(count.output)")
    }
  }
}
