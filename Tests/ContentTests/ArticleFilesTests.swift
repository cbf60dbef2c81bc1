import FeedValues
import FoundationEssentials
import Testing

@testable import Content

/// Each test has a folder of its own, which goes with it.
final class ArticleFilesTests {
  private let site: String

  init() throws {
    site = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: site + "/content", withIntermediateDirectories: true, attributes: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: site) }

  @Test func `articles are found at any depth, in the order of their paths`() throws {
    for path in [
      "b.md", "a/z.md", "a/b/c.markdown", "a-b/x.md", "B.mdx", "é.md", "10.md", "9.md",
      "C.MD", "d.Mkd", "e.mkdn", "f.mdown", "_index.md", "a/_index.md", "_includes/x.md", "_x.md",
      "_posts/p.md", "a/_posts/q.md", "_drafts/d.md", "a_b.md", "md", "x.mdwn",
      "README.md", "a/README.md", "notes.txt", ".hidden.md", ".git/x.md", "a/.x/y.md", "x.md.bak",
    ] {
      try write(path)
    }
    let (files, diagnostics) = try Fixture.configuration().content.articleFiles(siteFolder: site)
    #expect(diagnostics == [])
    #expect(
      files.map(\.pathInContent) == [
        "10.md", "9.md", "B.mdx", "C.MD", "_drafts/d.md", "_posts/p.md", "a-b/x.md",
        "a/_posts/q.md", "a/b/c.markdown", "a/z.md", "a_b.md", "b.md", "d.Mkd", "e.mkdn", "f.mdown",
        "é.md",
      ])
    #expect(files.first?.path == site + "/content/10.md")
  }

  @Test func `what is included and excluded is configured`() throws {
    for path in ["a.md", "a.txt", "drafts/b.txt", "x/drafts/c.txt", "x/d.txt", "x/y/e.txt"] {
      try write(path)
    }
    let settings = try Fixture.configuration(
      "content: { include: ['**/*.txt'], exclude: [drafts, 'x/y/**'] }"
    ).content
    #expect(
      settings.articleFiles(siteFolder: site).files.map(\.pathInContent) == ["a.txt", "x/d.txt"])
  }

  @Test func `a content folder that is not there is told`() throws {
    let settings = try Fixture.configuration("content: { path: articles }").content
    let (files, diagnostics) = settings.articleFiles(siteFolder: site)
    #expect(files == [])
    #expect(
      Fixture.rendered(diagnostics) == """
        \(site)/articles: error: the content folder can't be read: there is no such file or folder \
        [content-missing]
          help: create the folder, or name another one by content.path in feedsetter.yml

        """)
  }

  @Test func `a file that can't be read is told`() throws {
    try FileManager.default.createDirectory(
      atPath: site + "/content/folder.md", withIntermediateDirectories: true, attributes: nil)
    try FileManager.default.createSymbolicLink(
      atPath: site + "/content/gone.md", withDestinationPath: "nowhere")
    try FileManager.default.createSymbolicLink(
      atPath: site + "/content/loop.md", withDestinationPath: "loop.md")
    let configuration = try Fixture.configuration()
    let reader = ArticleReader(
      configuration: configuration, now: try Timestamp(rfc3339: Fixture.now))
    let files = configuration.content.articleFiles(siteFolder: site).files
    let results = files.map { reader.read($0) }
    #expect(results.allSatisfy { $0.article == nil })
    #expect(
      Fixture.rendered(results.flatMap(\.diagnostics)) == """
        \(site)/content/folder.md: error: the file can't be read: it is a folder [file-unreadable]
          help: give this user the right to read it, or exclude it by content.exclude
        \(site)/content/gone.md: error: the file can't be read: there is no such file or folder \
        [file-unreadable]
          help: give this user the right to read it, or exclude it by content.exclude
        \(site)/content/loop.md: error: the file can't be read: its symbolic links go round in a circle \
        [file-unreadable]
          help: give this user the right to read it, or exclude it by content.exclude

        """)
  }

  @Test func `a file that no reader could bear is told, not read`() throws {
    try write("a.md")
    let path = site + "/content/a.md"
    let text = String(repeating: "# \n", count: (4 << 20) / 3 + 1)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let configuration = try Fixture.configuration()
    let reader = ArticleReader(
      configuration: configuration, now: try Timestamp(rfc3339: Fixture.now))
    let file = try #require(configuration.content.articleFiles(siteFolder: site).files.first)
    #expect(
      Fixture.rendered(reader.read(file).diagnostics) == """
        \(path): error: the file can't be read: it is larger than 4194304 bytes [file-too-large]
          help: split the article, or exclude the file by content.exclude

        """)
  }

  @Test func `links to a folder are followed, and a circle of them ends`() throws {
    try write("a/x.md")
    try FileManager.default.createSymbolicLink(
      atPath: site + "/content/a/up", withDestinationPath: "..")
    let (files, _) = try Fixture.configuration().content.articleFiles(siteFolder: site)
    #expect(files.map(\.pathInContent) == ["a/x.md"])
  }

  private func write(_ path: String) throws {
    let full = site + "/content/" + path
    if let slash = full.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(full[..<slash]), withIntermediateDirectories: true, attributes: nil)
    }
    _ = FileManager.default.createFile(atPath: full, contents: Data("x".utf8), attributes: nil)
  }
}
