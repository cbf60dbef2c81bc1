import Testing

/// The archives of a site of 60 articles, seven to each: RFC 5005 section 4.
@Suite struct ArchiveTests {
  private static let size = 7
  private static let address = "https://tide.example/feeds/"

  static func site(_ count: Int = 60, _ feeds: String = "") throws -> ScratchSite {
    let site = try ScratchSite(
      configuration: ScratchSite.smallestConfiguration
        + "\nfeeds: { limit: 5, archives: { size: \(size)\(feeds) } }\n")
    for number in 0..<count { try write(number, to: site) }
    return site
  }

  /// An article of the hour `number`.
  private static func write(_ number: Int, to site: ScratchSite, body: String? = nil) throws {
    let (day, hour) = (10 + number / 24, number % 24)
    try site.write(
      "content/a\(number).md",
      ScratchSite.article(
        "Article \(number)", date: "2026-02-\(day)T\(hour < 10 ? "0" : "")\(hour):00:00Z",
        "category: c\(number % 3)\ntags: [t\(number)]", body: body ?? "The text of \(number)."))
  }

  /// The state of each archive's documents, by folder.
  private static func archives(_ site: ScratchSite) async throws -> [String: String] {
    var states: [String: String] = [:]
    for line in try await site.states(below: "feeds").split(separator: "\n") {
      let path = line.split(separator: " ")[0].dropFirst(site.folder.utf8.count + 1)
      guard path.hasPrefix("feeds/archive/"), let slash = path.lastIndex(of: "/") else { continue }
      states[String(path[..<slash]), default: ""] += line + "\n"
    }
    return states
  }

  /// The documents on the way from `start` back, each with what leads there, and their bytes.
  private static func walk(
    from start: String, in site: ScratchSite
  ) throws -> [(path: String, text: String)] {
    var documents: [(String, String)] = []
    var next: String? = start
    while let path = next {
      try #require(documents.count < 100, "the way back has no end")
      let text = try site.text("feeds/" + path)
      documents.append((path, text))
      next = link("prev-archive", in: text).map { String($0.dropFirst(address.count)) }
    }
    return documents
  }

  /// The address that a relation leads to; `next_url` in JSON Feed is the one to the previous archive.
  private static func link(_ relation: String, in text: String) -> String? {
    if text.hasPrefix("{") {
      let member = ["prev-archive": "next_url", "self": "feed_url"][relation] ?? relation
      return text.firstRange(of: "\"\(member)\": \"").map { found in
        String(text[found.upperBound...].prefix { $0 != "\"" })
      }
    }
    return text.firstRange(of: "rel=\"\(relation)\"").flatMap { found in
      let rest = text[found.upperBound...]
      return rest.firstRange(of: "href=\"").map { href in
        String(rest[href.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  private static func ids(in text: String) -> [String] {
    text.split(separator: "tag:tide.example,").dropFirst()
      .map { String($0.prefix { !"<\"".contains($0) }) }
  }

  @Test(arguments: ["rss.xml", "atom.xml", "feed.json"])
  func `every article is in one archive on the way back from the feed`(start: String) async throws {
    let site = try Self.site()
    let run = try await site.build()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let documents = try Self.walk(from: start, in: site)
    #expect(documents.count == 1 + 9)
    #expect(Set(documents.map(\.path)).count == documents.count)
    let archived = documents.dropFirst().flatMap { Self.ids(in: $0.text) }
    #expect(archived.count == 60)
    #expect(Set(archived).count == 60)
    #expect(Self.ids(in: documents[0].text).count == 5)
    #expect(documents.dropFirst(2).allSatisfy { Self.ids(in: $0.text).count == Self.size })
    for (path, text) in documents {
      #expect(Self.link("self", in: text) == Self.address + path)
      if path != start, start != "feed.json" {
        #expect(Self.link("current", in: text) == Self.address + start)
        #expect(text.contains("<fh:archive/>"))
      }
      if start == "atom.xml" {
        #expect(text.contains("<id>https://tide.example/feeds/</id>"), "one feed, one id")
      }
    }
    if start == "feed.json" { return }
    // And forth again, from the oldest one.
    for (index, document) in documents.enumerated().dropFirst(2) {
      #expect(
        Self.link("next-archive", in: document.text) == Self.address + documents[index - 1].path)
    }
    #expect(Self.link("next-archive", in: documents[1].text) == nil)
  }

  @Test func `full archives are touched by edits and retractions of their own articles alone`()
    async throws
  {
    let site = try Self.site(20)
    _ = try await site.build()
    var before = try await Self.archives(site)
    #expect(before.count == 3)
    // The 21st article, with the oldest date of all, fills the third archive; the next one is empty.
    for number in 20..<30 {
      try site.write(
        "content/a\(number).md",
        ScratchSite.article("Article \(number)", date: "2020-01-0\(number % 9 + 1)"))
      let run = try await site.feedsetter(["build", "--now", "2026-11-01T00:\(number):00Z"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      let after = try await Self.archives(site)
      #expect(after.count == (number + 1) / Self.size + 1, "\(number + 1) articles")
      let full = number / Self.size
      for archive in 1...full {
        let name = "feeds/archive/\(archive)"
        #expect(after[name] == before[name], "\(name) with \(number + 1) articles")
      }
      if number == 20 || number == 27 {
        #expect(try Self.ids(in: site.text("feeds/archive/\(full + 2)/atom.xml")).isEmpty)
        let judged = try await site.feedsetter(["validate", "feeds"])
        #expect(judged.status == 0 && judged.errors.isEmpty, "an empty archive: \(judged.errors)")
      }
      before = after
    }
    // The articles 0 to 6 are in the first one, 7 to 13 in the second.
    try Self.write(8, to: site, body: "Another text.")
    #expect(try await Self.changed(site, from: &before) == ["feeds/archive/2"])
    try site.remove("content/a3.md")
    #expect(try await Self.changed(site, from: &before) == ["feeds/archive/1"])
    #expect(try Self.ids(in: site.text("feeds/archive/1/atom.xml")).count == Self.size - 1)
    try Self.write(3, to: site)
    #expect(try await Self.changed(site, from: &before) == ["feeds/archive/1"])
    #expect(try Self.ids(in: site.text("feeds/archive/1/atom.xml")).count == Self.size)
  }

  /// Builds, and returns the archives of which something was written anew.
  private static func changed(
    _ site: ScratchSite, from before: inout [String: String]
  ) async throws -> [String] {
    let run = try await site.build()
    #expect(run.status == 0, "\(run.errors)")
    let after = try await archives(site)
    defer { before = after }
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  @Test func `a feed that shows everything says so and has no archives`() async throws {
    let site = try Self.site(5)
    _ = try await site.build()
    for name in ["rss.xml", "atom.xml"] {
      let text = try site.text("feeds/" + name)
      #expect(text.contains("<fh:complete/>") && !text.contains("-archive"))
    }
    #expect(try await Self.archives(site).isEmpty)
    try Self.write(5, to: site)
    _ = try await site.build()
    #expect(try !site.text("feeds/atom.xml").contains("<fh:complete/>"))
    #expect(try await Self.archives(site).count == 1)
    try site.write(
      "feedsetter.yml", ScratchSite.smallestConfiguration + "\nfeeds: { limit: 5 }\n")
    let run = try await site.build(["--verbose"])
    #expect(run.output.contains("remove feeds/archive/1/atom.xml"))
    #expect(try await Self.archives(site).isEmpty)
    #expect(try !site.text("feeds/atom.xml").contains("fh:"))
  }

  @Test func `archives of a category hold its articles, and full ones stay as well`() async throws {
    let site = try Self.site(24, ", by: [category]")
    _ = try await site.build()
    let documents = try Self.walk(from: "category/c1/atom.xml", in: site)
    #expect(
      documents.map(\.path) == [
        "category/c1/atom.xml", "category/c1/archive/4/atom.xml",
        "category/c1/archive/3/atom.xml", "category/c1/archive/2/atom.xml",
        "category/c1/archive/1/atom.xml",
      ])
    let archived = documents.dropFirst().flatMap { Self.ids(in: $0.text) }
    #expect(
      archived.sorted() == (0..<24).filter { $0 % 3 == 1 }.map { "2026-02-10:a\($0)" }.sorted())
    let full = try site.bytes("feeds/category/c1/archive/3/atom.xml")
    for number in 24..<50 where number % 3 != 1 { try Self.write(number, to: site) }
    _ = try await site.build()
    try Self.write(52, to: site)
    let run = try await site.build()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(try site.bytes("feeds/category/c1/archive/3/atom.xml") == full)
    let later = try Self.walk(from: "category/c1/atom.xml", in: site)
    #expect(Set(later.dropFirst().flatMap { Self.ids(in: $0.text) }).count == 9)
    let judged = try await site.feedsetter(["validate", "feeds"])
    #expect(judged.status == 0 && judged.errors.isEmpty, "\(judged.errors)")
    #expect(throws: (any Error).self) { try site.files(below: "feeds/keyword/t1/archive") }
  }
}
