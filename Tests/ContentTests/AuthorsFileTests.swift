import Diagnostics
import FeedModel
import FeedValues
import FoundationEssentials
import Testing

@testable import Content

/// Authors in a file of their own; each test has a folder, which goes with it.
final class AuthorsFileTests {
  private let site: String

  init() throws {
    site = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: site, withIntermediateDirectories: true, attributes: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: site) }

  @Test(arguments: [
    (
      "authors.yml",
      """
      jane:
        name: Jane Doe
        title: Editor
        url: https://jane.example/
        image_url: /jane.png
        email: jane@harbor.example
        socials: { github: jane }
      Bob: Bob Roe <bob@harbor.example>
      nameless: {}
      """
    ),
    (
      "authors.toml",
      """
      Bob = "Bob Roe <bob@harbor.example>"
      [jane]
      display_name = "Jane Doe"
      home = "https://jane.example/"
      avatar = "/jane.png"
      mail = "jane@harbor.example"
      [nameless]
      """
    ),
    (
      "authors.json",
      """
      {"jane": {"name": "Jane Doe", "website": "https://jane.example/", "picture": "/jane.png",
        "email": "jane@harbor.example"}, "Bob": {"name": "Bob Roe", "email": "bob@harbor.example"},
       "nameless": {}}
      """
    ),
  ])
  func `articles name authors by their keys`(name: String, text: String) throws {
    try write(name, text)
    try configure("content: { authors: \(name) }")
    let (read, findings) = Configuration.read(siteFolder: site)
    #expect(findings == [])
    let configuration = try #require(read)
    let jane = Author(
      name: "Jane Doe", email: try EmailAddress("jane@harbor.example"),
      url: try AbsoluteURL("https://jane.example/"),
      avatar: try AbsoluteURL("https://harbor.example/jane.png"))
    let bob = Author(name: "Bob Roe", email: try EmailAddress("bob@harbor.example"))
    #expect(
      configuration.authors == ["jane": jane, "bob": bob, "nameless": Author(name: "nameless")])
    for (field, expected) in [
      ("author: jane", [jane]), ("authors: [BOB, jane]", [bob, jane]),
      ("authors: [{ key: jane, title: x }, Else]", [jane, Author(name: "Else")]),
      ("author: { name: jane }", [Author(name: "jane")]),
      ("author: { key: bob, name: Robert }", [Author(name: "Robert", email: bob.email)]),
    ] {
      let reader = ArticleReader(configuration: configuration, now: try Timestamp(seconds: 1 << 31))
      let text = "---\ntitle: Hello\ndate: 2026-02-10\n\(field)\n---\n"
      let reading = reader.read(SourceText(path: "a.md", bytes: Array(text.utf8)), path: "a.md")
      #expect(reading.diagnostics == [])
      #expect(reading.article?.article.authors == expected)
    }
  }

  @Test(arguments: [
    ("- jane", "1:1 authors-file"), ("jane: [a]", "1:7 authors-file"),
    ("a: b: c", "1:5 authors-file"),
    ("jane: { name: Jane, email: none }", "1:28 authors-file"), ("[jane]", "1:1 authors-file"),
  ])
  func `what is wrong with the file is told there`(text: String, place: String) throws {
    try write("authors.yml", text)
    try configure("content: { authors: authors.yml }")
    let (configuration, findings) = Configuration.read(siteFolder: site)
    #expect(configuration == nil)
    #expect(findings.map(\.location.file) == [site + "/authors.yml"])
    #expect(Fixture.places(findings) == [place])
  }

  @Test func `a file that is not there is told in the configuration`() throws {
    try configure("content: { authors: data/authors.yml }")
    let (_, findings) = Configuration.read(siteFolder: site)
    #expect(
      Fixture.rendered(findings) == """
        \(site)/feedsetter.yml:2:21: error: the file of authors "data/authors.yml" can't be read: there is \
        no such file or folder [configuration-value]
          2 | content: { authors: data/authors.yml }
            |                     ^
          help: name a file below the site's folder, such as authors.yml

        """)
  }

  private func configure(_ content: String) throws {
    try write(
      "feedsetter.yml", "site: { title: Harbor, url: https://harbor.example/ }\n\(content)\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: site + "/" + name))
  }
}
