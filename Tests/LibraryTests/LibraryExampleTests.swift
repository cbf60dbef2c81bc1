import FeedModel
import FeedValidation
import FeedValues
import FoundationEssentials
import Testing

/// The examples of the documentation of the library products.
@Suite struct LibraryExampleTests {
  @Test(arguments: ["FeedModel", "FeedFormats", "FeedValidation"])
  func `the documentation of a product shows the example that is run here`(module: String) throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    func text(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: root + "/" + path)), as: UTF8.self)
    }
    let page = try text("Sources/\(module)/\(module).docc/\(module).md")
    let example = try text("Tests/LibraryTests/\(module)Example.swift")
    #expect(page.contains("\n```swift\n\(example)```\n"))
  }

  @Test func `FeedModel's example makes an entry`() throws {
    let made = try entry(
      title: "Low Water", address: "https://tide.example/low-water/",
      date: "2026-02-10T08:30:00+01:00", author: "Ada", mail: "ada@tide.example")
    #expect(made.id == "tag:tide.example,2026-02-10:Low%20Water")
    #expect(made.published.rfc3339 == "2026-02-10T07:30:00Z")
    #expect(made.updated == made.published)
    #expect(made.authors.map(\.name) == ["Ada"])
  }

  @Test(arguments: [
    ("/low-water/", "2026-02-10T08:30:00Z", "ada@tide.example"),
    ("https://tide.example/", "2026-02-30T08:30:00Z", "ada@tide.example"),
    ("https://tide.example/", "2026-02-10T08:30:00Z", "ada at the tide"),
  ])
  func `FeedModel's example refuses what can't be`(address: String, date: String, mail: String) {
    #expect(throws: InvalidValue.self) {
      try entry(title: "Low Water", address: address, date: date, author: "Ada", mail: mail)
    }
  }

  @Test func `FeedFormats' example makes feeds that FeedValidation's finds nothing in`() throws {
    let files = try tideNotes()
    #expect(files.keys.sorted() == ["atom.xml", "feed.json", "rss.xml"])
    for (name, kind) in [("rss.xml", "rss"), ("atom.xml", "atom"), ("feed.json", "json")] {
      let document = try #require(files[name])
      #expect(String(decoding: document, as: UTF8.self).contains("Reading the Ebb"))
      #expect(try judge(document, called: name) == "\(name): \(kind), valid\n")
    }
  }

  @Test func `FeedValidation's example shows what is wrong, and where`() throws {
    let document = """
      <rss version="2.0">
      <channel>
      <title>Tides</title>
      <link>https://tide.example/</link>
      <description>Notes</description>
      <item><title>Ebb</title><pubDate>yesterday</pubDate></item>
      </channel>
      </rss>
      """
    #expect(
      try judge(Array(document.utf8), called: "rss.xml") == """
        rss.xml:6:34: error: "yesterday" is not an RFC 822 date: "yesterday" is not a day of the week in three letters [rss-date]
          6 | <item><title>Ebb</title><pubDate>yesterday</pubDate></item>
            |                                  ^~~~~~~~~
          help: write it like Tue, 10 Feb 2026 08:30:00 +0000
        rss.xml:6:53: warning: the item has no guid [rss-guid-missing]
          6 | <item><title>Ebb</title><pubDate>yesterday</pubDate></item>
            |                                                     ^~~~~
          help: add <guid>
        rss.xml:7:1: info: the channel names no language [rss-language-missing]
          7 | </channel>
            | ^~~~~~~~
          help: add <language>, like en
        rss.xml:7:1: warning: the channel has no link to itself [rss-self-link]
          7 | </channel>
            | ^~~~~~~~
          help: add <atom:link rel="self" type="application/rss+xml" href="…"/>
        rss.xml: rss, not valid

        """)
  }
}
