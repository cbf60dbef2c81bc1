import Diagnostics
import FeedValues
import FileSystem
import FoundationEssentials
import Testing

@testable import Publishing

@Suite("A site that moves shows its subscribers nothing anew")
struct MovingTests {
  /// A folder with a site that is made of the articles of `sample`, and the feed that it had.
  private static func site(_ sample: GeneratorFeeds.Sample) throws -> String {
    let folder =
      FileManager.default.temporaryDirectory.path + "/feedsetter-moving-\(UUID().uuidString)"
    func write(_ path: String, _ text: String) throws {
      let file = folder + "/" + path
      try FileSystem.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
      try FileSystem.replace(file, with: [Array(text.utf8)])
    }
    try write("feedsetter.yml", "site: { title: Tide Notes, url: https://tide.example/ }")
    for (index, title) in ["Reading the Ebb & Flow", "Low Water"].enumerated() {
      try write(
        "content/a\(index).md",
        """
        ---
        title: \(title)
        date: \(["2026-02-10", "2026-01-05"][index])
        permalink: \(sample.links[index])
        ---
        Mud.
        """)
    }
    try write("old/" + fileName(of: sample), sample.document)
    return folder
  }

  private static func fileName(of sample: GeneratorFeeds.Sample) -> String {
    if sample.document.hasPrefix("{") { return "feed.json" }
    return sample.document.contains("<rss") ? "rss.xml" : "atom.xml"
  }

  private static func options(_ folder: String) throws -> Publication.Options {
    var options = Publication.Options(
      now: try Timestamp(rfc3339: "2026-11-01T00:00:00Z"), workers: 2)
    options.siteFolder = folder
    return options
  }

  @Test(arguments: GeneratorFeeds.all)
  func `from a generator`(sample: GeneratorFeeds.Sample) async throws {
    let folder = try Self.site(sample)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let options = try Self.options(folder)
    let old = folder + "/old"

    let before = await Publication(options).compare(with: old)
    #expect(before.difference?.counts[.resurfacing] == 2, "without its ids all is unread again")
    #expect(before.status == .findings)

    let run = await AdoptionRun(
      [old + "/" + Self.fileName(of: sample)], options: options, replaces: false
    ).run()
    #expect(run.diagnostics == [])
    #expect(run.adoption?.matches.map(\.id) == sample.ids)

    let after = await Publication(options).compare(with: old)
    #expect(after.diagnostics.map(\.message) == [])
    #expect(after.difference?.counts[.resurfacing] == 0)
    #expect(after.difference?.counts[.removed] == 0)
    #expect(after.difference?.counts[.new] == 0)
  }
}
