import FoundationEssentials
import Testing

/// What a user's system may refuse: each time a message with path and cause, status 73, and the old
/// feeds as they were.
@Suite("P2 Whole: what can't be written changes nothing")
struct RefusalTests {
  private static func site() async throws -> ScratchSite {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A", "tags: [red]")])
    _ = try await site.build()
    try site.write("content/b.md", ScratchSite.article("B", "tags: [red, blue]"))
    return site
  }

  private static func expectRefusal(
    of site: ScratchSite, _ message: String, by run: Run, before: String
  ) async throws {
    #expect(run.status == 73)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.hasPrefix("nothing was published: 1 error"), "\(run.output)")
    #expect(try await site.states(below: "feeds") == before)
    let strays = try await runProgram(
      "/usr/bin/find",
      [
        site.path("feeds"), "-name", "*-tmp", "-o", "-name", "*-journal", "-o", "-empty",
      ])
    #expect(strays.output == "")
  }

  @Test func `a folder in a file's place`() async throws {
    let site = try await Self.site()
    try site.remove("feeds/rss.xml")
    try site.write("feeds/rss.xml/note", "mine")
    let before = try await site.states(below: "feeds")
    try await Self.expectRefusal(
      of: site, "feeds/rss.xml: error: feeds can't be published: it is a folder", by: site.build(),
      before: before)
  }

  @Test func `a file in a folder's place`() async throws {
    let site = try await Self.site()
    try site.write("feeds/keyword/blue", "mine")
    let before = try await site.states(below: "feeds")
    try await Self.expectRefusal(
      of: site, "feeds/keyword/blue: error: feeds can't be published: it is not a folder",
      by: site.build(), before: before)
  }

  /// A user who is not root, to whom the site belongs: root may write everywhere.
  private static func buildAsNobody(_ site: ScratchSite) async throws -> Run {
    try await runProgram(
      "/usr/bin/setpriv",
      [
        "--reuid", "65534", "--regid", "65534", "--clear-groups", ScratchSite.command, "build",
        "--site", site.folder, "--now", "2026-11-01T00:00:00Z",
      ])
  }

  /// The system's root, with setpriv and a command that nobody else may run too.
  private static let canBeNobody: Bool = {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
      && (try? FileManager.default.attributesOfItem(atPath: "/root"))?[.posixPermissions] != nil
      && FileManager.default.isWritableFile(atPath: "/usr/bin")
  }()

  @Test(
    .enabled(if: canBeNobody, "needs root and setpriv"),
    arguments: ["feeds", "feeds/keyword", "feeds/keyword/red"])
  func `a folder that this user may not write to`(folder: String) async throws {
    let site = try await Self.site()
    _ = try await runProgram("/usr/bin/chown", ["-R", "65534", site.folder])
    _ = try await runProgram("/usr/bin/chmod", ["555", site.path(folder)])
    let before = try await site.states(below: "feeds")
    let run = try await Self.buildAsNobody(site)
    try await Self.expectRefusal(of: site, "permission denied", by: run, before: before)
    #expect(run.errors.hasPrefix(site.path(folder)), "\(run.errors)")
    _ = try await runProgram("/usr/bin/chmod", ["755", site.path(folder)])
    let next = try await Self.buildAsNobody(site)
    #expect(next.status == 0, "\(next.errors)")
  }

  @Test(.enabled(if: canBeNobody, "needs root and setpriv"))
  func `a read-only file is replaced where its folder may be written to`() async throws {
    let site = try await Self.site()
    _ = try await runProgram("/usr/bin/chown", ["-R", "65534", site.folder])
    _ = try await runProgram("/usr/bin/chmod", ["444", site.path("feeds/rss.xml")])
    let run = try await Self.buildAsNobody(site)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try site.text("feeds/rss.xml").contains("<title>B</title>"))
  }

  @Test func `an immutable file`() async throws {
    let site = try await Self.site()
    let path = site.path("feeds/keyword/red/rss.xml")
    let made = try await runProgram("chattr", ["+i", path])
    // Not every file system has the attribute, and it takes root.
    guard made.status == 0 else { return }
    let before = try await site.states(below: "feeds")
    let run = try await site.build()
    _ = try await runProgram("chattr", ["-i", path])
    try await Self.expectRefusal(
      of: site, "feeds/keyword/red/rss.xml: error: feeds can't be published: permission denied",
      by: run, before: before)
  }

  @Test func `too few open files`() async throws {
    let site = try await Self.site()
    let before = try await site.states(below: "feeds")
    for most in 3...12 {
      let run = try await runProgram(
        "/bin/sh",
        [
          "-c", "ulimit -n \(most); exec \"$0\" build --site \"$1\" --now 2026-11-01T00:00:00Z",
          ScratchSite.command, site.folder,
        ])
      // With fewer the program can't even begin, or read an article; with more it ends well.
      if run.status == 0 { return }
      #expect(try await site.states(below: "feeds") == before, "with \(most) files")
    }
    Issue.record("twelve open files are not enough")
  }
}
