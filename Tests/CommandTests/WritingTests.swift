import FoundationEssentials
import Testing

@Suite("Files that Feedsetter did not write are left alone")
struct WritingTests {
  @Test func `a file in the way is told and kept`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A")])
    try site.write("feeds/rss.xml", "mine")
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors == """
        feeds/rss.xml: error: the file is there already, and Feedsetter did not write it \
        [file-foreign]
          help: move the file away, or publish to another folder by feeds.path

        """)
    #expect(try site.files(below: "feeds") == ["feeds/rss.xml"])
    #expect(try site.text("feeds/rss.xml") == "mine")
  }

  @Test func `feeds that fell away are removed with their folders, other files stay`() async throws
  {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\nfeeds: { pages: false }\n",
      [
        "content/a.md": ScratchSite.article("A", "tags: [red]"),
        "content/b.md": ScratchSite.article("B", "tags: [blue]"),
      ])
    _ = try await site.build()
    try site.write("feeds/keyword/red/notes.txt", "mine")
    try site.write("feeds/keyword/green/rss.xml", "mine too")
    try site.remove("content/a.md")
    try site.remove("content/b.md")
    try site.write("content/c.md", ScratchSite.article("C"))
    let run = try await site.build()
    #expect(run.output.contains("5 files new or changed, 1 unchanged, 8 removed"))
    #expect(
      try site.files(below: "feeds") == [
        "feeds/atom.xml", "feeds/autodiscovery/site.html", "feeds/feed.json", "feeds/feeds.json",
        "feeds/feeds.opml", "feeds/keyword/green/rss.xml", "feeds/keyword/red/notes.txt",
        "feeds/rss.xml",
      ])
    #expect(!FileManager.default.fileExists(atPath: site.path("feeds/keyword/blue")))
  }

  @Test func `a feed whose folder is spelt anew leaves no old one behind`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A", "tags: [x]")])
    for name in ["Work", "work"] {
      try site.write(
        "feedsetter.yml",
        ScratchSite.smallestConfiguration
          + "\nfeeds:\n  by: []\n  custom: [{ name: \(name), where: { keywords: [x] } }]\n")
      #expect(try await site.build().status == 0)
    }
    #expect(
      try site.feedFiles(below: "feeds/custom") == [
        "feeds/custom/work/atom.xml", "feeds/custom/work/feed.json", "feeds/custom/work/rss.xml",
      ])
  }

  @Test func `a list of files that leads out of the folder is refused`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A"), "precious": "mine"])
    _ = try await site.build()
    try site.write("feeds/.feedsetter-files", "rss.xml\n../precious\n")
    let run = try await site.build()
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "feeds/.feedsetter-files:2:1: error: \"../precious\" is not a file in this folder"))
    #expect(try site.text("precious") == "mine")
  }

  @Test func `a published folder that is a file ends with status 73`() async throws {
    let site = try ScratchSite(["content/a.md": ScratchSite.article("A"), "feeds": "a file"])
    let run = try await site.build()
    #expect(run.status == 73)
    #expect(run.errors.contains("[output-unwritable]"), "\(run.errors)")
    #expect(try site.text("feeds") == "a file")
  }

  @Test func `a run that was killed leaves nothing in the way of the next`() async throws {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration + "\nfeeds: { pages: false }\n",
      ["content/a.md": ScratchSite.article("A")])
    _ = try await site.build()
    // As a run leaves it that was killed between its list and its files.
    try site.write("feeds/.rss.xml.feedsetter-tmp", "<rss")
    try site.remove("feeds/atom.xml")
    try site.write("feeds/feed.json", "{}")
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2 files new or changed, 4 unchanged"))
    #expect(try site.text("feeds/feed.json").hasSuffix("]\n}\n"))
  }
}
