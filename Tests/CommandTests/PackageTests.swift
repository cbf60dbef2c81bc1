import FoundationEssentials
import Testing

/// The Debian package: packed, judged, installed, used, removed.
@Suite(.serialized) struct PackageTests {
  /// Only root may install, and only where no package of that name would be lost.
  private static let mayInstall =
    FileManager.default.isWritableFile(atPath: "/var/lib/dpkg/status")
    && !FileManager.default.fileExists(atPath: "/usr/bin/feedsetter")

  @Test(.field, .enabled(if: mayInstall, "needs the right to install packages"))
  func
    `a package is without errors, installs, works with its manual and units, and leaves nothing behind`()
    async throws
  {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("Ebb")])
    let package = try await pack(into: site, folder: "deb")
    let judged = try await runProgram(
      "lintian",
      // The command of the tests looks for Swift's libraries where the toolchain has them.
      [
        "--no-cfg", "--allow-root", "--fail-on", "error", "--suppress-tags",
        "custom-library-search-path", package,
      ])
    #expect(judged.status == 0, "\(judged.output)\(judged.errors)")

    let installed = try await runProgram(
      "dpkg", ["--path-include=/usr/share/man/*", "--path-include=/usr/share/doc/*", "-i", package])
    #expect(installed.status == 0, "\(installed.output)\(installed.errors)")
    do {
      try await use(site)
    } catch {
      Issue.record(error)
    }
    let removed = try await runProgram("dpkg", ["--purge", "feedsetter"])
    #expect(removed.status == 0, "\(removed.output)\(removed.errors)")
    let left = try await runProgram(
      "find",
      ["/usr", "-xdev", "-name", "*feedsetter*", "-not", "-path", "/usr/src/*"])
    #expect(left.output == "")
    _ = try await runProgram("userdel", ["feedsetter"])
  }

  /// What a user of the installed package does.
  private func use(_ site: ScratchSite) async throws {
    let command = "/usr/bin/feedsetter"
    let verified = try await runProgram("dpkg", ["--verify", "feedsetter"])
    #expect(verified.output == "")
    #expect(try await runProgram(command, ["--version"]).output == "0.1.0\n")
    let packaged = try await runProgram(
      "dpkg-query", ["--show", "--showformat=${Version} ${db:Status-Status}", "feedsetter"])
    #expect(packaged.output == "0.1.0-1 installed")
    let page = try await runProgram("man", ["--where", "feedsetter", "build"])
    #expect(page.output == "/usr/share/man/man1/feedsetter-build.1.gz\n")
    #expect(try await runProgram("id", ["-un", "feedsetter"]).output == "feedsetter\n")
    let dates = try await runProgram(
      "sh",
      [
        "-c",
        "zcat /usr/share/doc/feedsetter/changelog.Debian.gz | dpkg-parsechangelog -l - -S Version",
      ])
    #expect(dates.output == "0.1.0-1\n", "\(dates.errors)")

    let units = ["service", "timer"].map { "feedsetter@srv-mysite.\($0)" }
    let checked = try await runProgram("systemd-analyze", ["--no-pager", "verify"] + units)
    #expect(checked.output + checked.errors == "")
    let security = try await runProgram(
      "systemd-analyze", ["--no-pager", "security", "--offline=true", "--threshold=10", units[0]])
    #expect(security.status == 0, "\(security.output)\(security.errors)")

    // What the service forbids of the system's calls is nothing that a build makes.
    let forbidden = try await runProgram(
      "/usr/bin/python3",
      [
        projectFolder + "/Tests/CommandTests/Places/syscalls.py",
        "/usr/lib/systemd/system/feedsetter@.service", command, "build", "--quiet",
      ], in: site.folder)
    #expect(forbidden.status == 0, "\(forbidden.errors)")
    #expect(forbidden.output == "")
    #expect(
      try site.feedFiles(below: "feeds") == ["feeds/atom.xml", "feeds/feed.json", "feeds/rss.xml"])
  }

  @Test(.field) func `packed twice, a package has the same bytes`() async throws {
    let site = try ScratchSite(configuration: nil)
    let first = try await pack(into: site, folder: "one")
    let second = try await pack(into: site, folder: "two")
    let compared = try await runProgram("cmp", [first, second])
    #expect(compared.output == "" && compared.status == 0)
  }

  /// Packs the built command.
  ///
  /// - Returns: The path of the package.
  private func pack(into site: ScratchSite, folder: String) async throws -> String {
    let run = try await runProgram(
      projectFolder + "/Scripts/deb", [site.path(folder)],
      environment: [
        "BINARY": ScratchSite.command, "SOURCE_DATE_EPOCH": "1770681600", "COMPRESSION": "gzip",
        "DEBFULLNAME": "Tide Team", "DEBEMAIL": "team@tide.net",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let files = try site.files(below: folder)
    let path = try #require(files.first.map { site.path($0) })
    #expect(files.count == 1)
    #expect(run.output == path + "\n")
    return path
  }
}
