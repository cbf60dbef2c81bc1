import FoundationEssentials
import Testing

/// A build knows by what an earlier one kept that it has nothing to do.
///
/// It is held against a build of the same site where nothing was kept.
@Suite("P1 to P5 of a build that has nothing to do")
struct NothingToDoTests {
  private static let now = "2026-11-01T00:00:00Z"

  /// A GIF of so many pixels a side; all are of the same length.
  private static func picture(_ side: UInt8) -> [UInt8] {
    Array("GIF89a".utf8) + [side, 0, side, 0, 0, 0, 0]
  }

  /// A site with a file of each kind that a build looks at, built, and what its last build told.
  private static let original = Task {
    let site = try await originalSite()
    return (site: site, idle: try await build(site))
  }

  /// A site of the test's own, as the original one is with all that is kept.
  private static func site() async throws -> ScratchSite {
    let site = try ScratchSite(configuration: nil)
    let copy = try await runProgram(
      "/bin/cp", ["-a", try await original.value.site.folder + "/.", site.folder])
    #expect(copy.status == 0)
    return site
  }

  private static func originalSite() async throws -> ScratchSite {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + """

        content: { authors: authors.yml }
        feeds: { by: [keyword], tombstones: 5 }
        """,
      [
        "authors.yml": "kim: Kim",
        "content/plain.md": ScratchSite.article("Plain", "keywords: [ebb]"),
        "content/author.md": ScratchSite.article("Author", "authors: [kim]"),
        "content/picture.md": ScratchSite.article("Picture", "image: /img/there.gif"),
        "content/missing.md": ScratchSite.article("Missing", "image: /img/missing.gif"),
        "content/rooted.md": ScratchSite.article("Rooted", "image: /own.gif"),
        "content/sound.md": ScratchSite.article(
          "Sound", "enclosure: { url: /a.mp3, length: 5 }"),
        "content/due.md": ScratchSite.article("Due", date: "2026-11-20"),
        "content/ends.md": ScratchSite.article("Ends", "expires: 2026-11-15"),
        "content/ahead.md": ScratchSite.article("Ahead", "updated: 2026-11-10"),
        "content/script.md": ScratchSite.article("Script", body: "<script>1</script>"),
        "content/draft.md": ScratchSite.article("Draft", "draft: true"),
        "content/gone.md": ScratchSite.article("Gone"),
      ])
    try site.write("static/img/there.gif", bytes: picture(3))
    try site.write("static/a.mp3", bytes: Array("ID3 tide".utf8))
    _ = try await build(site)
    try site.remove("content/gone.md")
    let run = try await build(site)
    #expect(run.status == 0, "\(run.errors)")
    _ = try await build(site)
    return site
  }

  private static func build(
    _ site: ScratchSite, _ arguments: [String] = [], now: String = now
  ) async throws -> Run {
    try await site.feedsetter(["build", "--now", now] + arguments)
  }

  /// Every file of the site but what is kept, with a digest of its bytes; and every folder.
  private static func contents(of site: ScratchSite) async throws -> String {
    try await runProgram(
      "/bin/sh",
      [
        "-c",
        """
        find . -path ./.feedsetter -prune -o -printf '%y %p\\n' | sort
        find . -path ./.feedsetter -prune -o -type f -exec sha256sum {} + | sort
        """,
      ], in: site.folder
    ).output
  }

  /// When each file and folder was last changed, and which it is.
  private static func states(of site: ScratchSite) async throws -> String {
    try await runProgram(
      "/bin/sh", ["-c", "find . -exec stat -c '%n %y %i' {} + | sort"], in: site.folder
    ).output
  }

  /// A copy of the site in which nothing is kept.
  private static func twin(of site: ScratchSite) async throws -> ScratchSite {
    let twin = try ScratchSite(configuration: nil)
    let copy = try await runProgram("/bin/cp", ["-a", site.folder + "/.", twin.folder])
    #expect(copy.status == 0)
    try twin.remove(".feedsetter")
    return twin
  }

  /// Something that happens between two builds.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var now = NothingToDoTests.now
    var arguments: [String] = []
    /// Whether a build does or tells something else for it.
    var matters = true
    var happens: @Sendable (ScratchSite) throws -> Void = { _ in }

    init(
      _ description: String, now: String = NothingToDoTests.now, _ arguments: [String] = [],
      matters: Bool = true, happens: @escaping @Sendable (ScratchSite) throws -> Void = { _ in }
    ) {
      testDescription = description
      self.now = now
      self.arguments = arguments
      self.matters = matters
      self.happens = happens
    }

    /// The file with one text in another's place.
    static func replacing(
      _ old: String, with new: String, in path: String
    ) -> @Sendable (ScratchSite) throws -> Void {
      { site in
        let text = try site.text(path)
        #expect(text.contains(old))
        try site.write(path, text.replacing(old, with: new))
      }
    }
  }

  static let changes: [Change] = [
    Change("nothing", matters: false),
    Change(
      "an article edited", happens: Change.replacing("Text.", with: "Tide.", in: "content/plain.md")
    ),
    Change(
      "an article retitled",
      happens: Change.replacing("Plain", with: "Plein", in: "content/plain.md")),
    Change(
      "an article added",
      happens: { try $0.write("content/new.md", ScratchSite.article("New")) }),
    Change(
      "an article removed", ["--accept", "losses"], happens: { try $0.remove("content/plain.md") }),
    Change("an article removed without leave", happens: { try $0.remove("content/plain.md") }),
    Change(
      "an article renamed",
      happens: { site in
        try site.write("content/other.md", bytes: site.bytes("content/plain.md"))
        try site.remove("content/plain.md")
      }),
    Change(
      "an article that became a folder",
      happens: { site in
        try site.remove("content/plain.md")
        try site.write("content/plain.md/x.md", ScratchSite.article("X"))
      }),
    Change(
      "an article that is gone as another is new", ["--accept", "losses"],
      happens: { site in
        try site.write(
          "content/new.md", ScratchSite.article("New", date: "2026-03-01", body: "Of its own."))
        try site.remove("content/plain.md")
      }),
    Change(
      "an article that asks for another id", ["--accept", "tag:tide.example,2026-02-10:plain"],
      happens: Change.replacing("keywords:", with: "id: tide-1\nkeywords:", in: "content/plain.md")),
    Change(
      "an article retracted",
      happens: Change.replacing(
        "tombstones: 5", with: "tombstones: 5, retract: [plain.md]", in: "feedsetter.yml")),
    Change(
      "two articles that changed places",
      happens: { site in
        let (one, other) = (try site.bytes("content/plain.md"), try site.bytes("content/author.md"))
        try site.write("content/plain.md", bytes: other)
        try site.write("content/author.md", bytes: one)
      }),
    Change(
      "the configuration edited",
      happens: Change.replacing("Tide Notes", with: "Ebb Notes", in: "feedsetter.yml")),
    Change(
      "the configuration spoilt",
      happens: Change.replacing("title:", with: "titel:", in: "feedsetter.yml")),
    Change(
      "the ledger edited",
      happens: Change.replacing(",2026-02-10:", with: ",2026-02-11:", in: "feedsetter.lock")),
    Change("the ledger removed", happens: { try $0.remove("feedsetter.lock") }),
    Change("an author renamed", happens: { try $0.write("authors.yml", "kim: Kym") }),
    Change(
      "a picture of another size in as many bytes",
      happens: { try $0.write("static/img/there.gif", bytes: picture(4)) }),
    Change(
      "a picture that was missing",
      happens: { try $0.write("static/img/missing.gif", bytes: picture(5)) }),
    Change("a picture removed", happens: { try $0.remove("static/img/there.gif") }),
    Change(
      "a folder of pictures that was missing",
      happens: { try $0.write("public/own.gif", bytes: picture(6)) }),
    Change(
      "a sound that grew", happens: { try $0.write("static/a.mp3", bytes: Array("ID3 tides".utf8)) }
    ),
    Change(
      "a published file edited",
      happens: Change.replacing("Tide Notes", with: "Tide Nuts!", in: "feeds/rss.xml")),
    Change(
      "a published file cut short", happens: { try $0.write("feeds/keyword/ebb/rss.xml", "") }),
    Change("a published file removed", happens: { try $0.remove("feeds/atom.xml") }),
    Change("the published folder removed", happens: { try $0.remove("feeds") }),
    Change("the list of files removed", happens: { try $0.remove("feeds/.feedsetter-files") }),
    Change(
      "a published file that became a link",
      happens: { site in
        try FileManager.default.moveItem(
          atPath: site.path("feeds/atom.xml"), toPath: site.path("atom.xml"))
        try FileManager.default.createSymbolicLink(
          atPath: site.path("feeds/atom.xml"), withDestinationPath: "../atom.xml")
      }),
    Change(
      "a published folder that became a link",
      happens: { site in
        try FileManager.default.moveItem(
          atPath: site.path("feeds/keyword"), toPath: site.path("keyword"))
        try FileManager.default.createSymbolicLink(
          atPath: site.path("feeds/keyword"), withDestinationPath: "../keyword")
      }),
    Change(
      "somebody else's file", matters: false, happens: { try $0.write("feeds/robots.txt", "x") }),
    Change(
      "a file left over by a killed build", matters: false,
      happens: { try $0.write("feeds/keyword/.x.feedsetter-tmp", "x") }),
    Change(
      "a killed build's journal",
      happens: { try $0.write("feeds/.feedsetter-journal", "feedsetter journal 1\n") }),
    Change("an entry that is gone for long", now: "2026-11-07T00:00:00Z"),
    Change("a revision that has come", now: "2026-11-10T00:00:00Z"),
    Change("an article that has expired", now: "2026-11-15T00:00:00Z"),
    Change("an article that is due", now: "2026-11-20T00:00:00Z"),
    Change("a moment long ago", now: "2026-02-09T00:00:00Z"),
    Change("a moment a little later", now: "2026-11-02T00:00:00Z", matters: false),
    Change("drafts asked for", ["--drafts"]),
    Change("warnings taken for errors", ["--strict"]),
    Change("another folder", ["--output", "out"]),
    Change("a check", ["--check"]),
    Change("a frozen ledger", ["--frozen"], matters: false),
    Change("whole documents judged", ["--validate", "whole"], matters: false),
    Change("names asked for", ["--verbose"], matters: false),
    Change("silence asked for", ["--quiet"]),
    Change("findings in JSON", ["--format", "json"]),
    Change("findings for GitHub", ["--format", "github"]),
    Change("findings in SARIF", ["--format", "sarif"]),
    Change("a report", ["--report", "-"]),
    Change("another number of workers", ["--jobs", "1"], matters: false),
  ]

  /// What was told, but for how long each stage took.
  private static func untimed(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasSuffix(" ms") }
  }

  @Test(arguments: changes)
  func `a build does what one without a state does`(after change: Change) async throws {
    let site = try await Self.site()
    let idle = try await Self.original.value.idle
    try change.happens(site)
    let twin = try await Self.twin(of: site)
    let changed = try await Self.contents(of: site)
    for _ in 0..<2 {
      let run = try await Self.build(site, change.arguments, now: change.now)
      let other = try await Self.build(twin, change.arguments, now: change.now)
      #expect(run.status == other.status)
      #expect(run.output == other.output)
      #expect(Self.untimed(run.errors) == Self.untimed(other.errors))
      #expect(try await Self.contents(of: site) == Self.contents(of: twin))
      if change.matters {
        let isSame =
          run.output == idle.output && run.errors == idle.errors && run.status == idle.status
        let after = try await Self.contents(of: site)
        #expect(!isSame || after != changed, "the change changes nothing")
      }
      try? twin.remove(".feedsetter")
    }
  }

  @Test func `a build that has nothing to do touches no file, what is kept included`() async throws
  {
    let site = try await Self.site()
    let before = try await Self.states(of: site)
    #expect(before.contains("./.feedsetter/build-"))
    for arguments in [[], ["--jobs", "1"], ["--format", "json"], ["--frozen"], ["--quiet"]] {
      #expect(try await Self.build(site, arguments).status == 0)
      #expect(try await Self.build(site, arguments, now: "2026-11-03T12:00:00Z").status == 0)
      #expect(try await Self.states(of: site) == before)
    }
  }

  @Test func `the first build after one that published has nothing to do`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    _ = try await Self.build(site)
    let before = try await Self.states(of: site)
    #expect(before.contains("./.feedsetter/build-"))
    let run = try await Self.build(site)
    #expect(
      run.output == "published 1 article in 1 feed to feeds/: 0 files new or changed, 9 unchanged, "
        + "0 removed\n")
    #expect(
      try await Self.states(of: site) == before, "a build with work to do would keep its state anew"
    )
  }

  @Test func `another program does not go by what this one kept`() async throws {
    let site = try await Self.site()
    let before = try await Self.states(of: site)
    let copy = site.path("program")
    #expect(try await runProgram("/bin/cp", [ScratchSite.command, copy]).status == 0)
    let run = try await runProgram(copy, ["build", "--now", Self.now], in: site.folder)
    #expect(run.status == 0)
    try site.remove("program")
    let after = try await Self.states(of: site)
    #expect(
      after.split(separator: "\n").filter { $0.contains("/build-") }
        != before.split(separator: "\n").filter { $0.contains("/build-") })
  }

  @Test func `git does not see what is kept`() async throws {
    let site = try await Self.site()
    #expect(try await runProgram("/usr/bin/git", ["init", "-q"], in: site.folder).status == 0)
    let status = try await runProgram(
      "/usr/bin/git", ["status", "--porcelain", "--untracked-files=all"], in: site.folder)
    #expect(status.output.contains("feedsetter.lock"))
    #expect(!status.output.contains(".feedsetter/"))
  }

  @Test func `a folder where nothing can be kept makes no difference`() async throws {
    let site = try ScratchSite([
      "content/a.md": ScratchSite.article("A"), ".feedsetter": "in the way",
    ])
    for count in ["9 files new or changed, 0", "0 files new or changed, 9"] {
      let run = try await Self.build(site)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      #expect(run.output.contains(count))
    }
    #expect(try site.text(".feedsetter") == "in the way")
  }
}
