import Diagnostics
import FeedValues
import FileSystem
import FoundationEssentials

@testable import Publishing

/// A site's folder of its own, which goes with the value.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try write("feedsetter.yml", Self.configuration(limit: 20))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a build came to: its outcome, and every file of the site.
  struct Result: Equatable {
    let outcome: Outcome
    let bytes: [String: [UInt8]]

    /// All that a person or a program is told.
    var report: String {
      let renderer = TerminalRenderer(usesColor: false)
      return """
        \(outcome.status) \(outcome.articles) \(outcome.drafts) \(outcome.leftOut) \(outcome.feeds) \
        \(outcome.undated) \(outcome.untitled) \(outcome.faulty) \(outcome.unchanged) \(outcome.folder)
        \(outcome.written) \(outcome.removed) \(outcome.completed) \(outcome.changesNothing)
        \(outcome.upcoming)

        """ + outcome.diagnostics.map { renderer.render($0) + "\($0)\n" }.joined()
    }

    static func == (lhs: Self, rhs: Self) -> Bool {
      lhs.report == rhs.report && lhs.bytes == rhs.bytes
    }
  }

  private static func configuration(limit: Int) -> String {
    """
    site: { title: Tide Notes, url: "https://tide.example/" }
    content: { authors: authors.yml }
    feeds: { by: [keyword], limit: \(limit), tombstones: 1 }
    """
  }

  func write(_ name: String, _ text: String) throws {
    let full = path + "/" + name
    try FileSystem.makeFolder(PublishedFolder.parent(of: full))
    try FileSystem.replace(full, with: [Array(text.utf8)])
  }

  func writeArticles(_ count: Int) throws {
    try write("authors.yml", "kim: Kim\n")
    for number in 0..<count { try writeArticle(number, "Text \(number).", date: 1_790_000_000) }
  }

  private func writeArticle(_ number: Int, _ text: String, date: Int, _ more: String = "") throws {
    try write(
      "content/a\(number).md",
      """
      ---
      title: Tide \(number)
      slug: tide-\(number)
      date: \(try Timestamp(seconds: date).rfc3339)
      authors: [kim]
      keywords: [k\(number % 2)]
      image: /img/a\(number % 3).gif
      \(more)
      ---
      \(text) <script>1</script>
      """)
  }

  /// The one state that is kept.
  var stateFile: String? {
    let names = (try? FileSystem.names(in: path + "/.feedsetter")) ?? []
    return names.first { $0.hasPrefix("build-") }.map { "\(path)/.feedsetter/\($0)" }
  }

  func publish(
    at now: Int = 1_800_000_000, _ change: (inout Publication.Options) -> Void = { _ in }
  ) async throws -> Result {
    var options = Publication.Options(now: try Timestamp(seconds: now), workers: 2)
    options.siteFolder = path
    options.accepted = ["losses", "resurfacing"]
    change(&options)
    let outcome = await Publication(options).run()
    var bytes: [String: [UInt8]] = [:]
    for name in try names() where !name.hasPrefix(".feedsetter") {
      bytes[name] = try FileSystem.read(path + "/" + name)
    }
    return Result(outcome: outcome, bytes: bytes)
  }

  /// Every file of the site, hidden ones too.
  private func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter {
      try FileSystem.kind(of: path + "/" + $0) == .file
    }
  }

  /// Holds what another site does, but for its state.
  func become(_ other: ScratchFolder) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
    try? FileManager.default.removeItem(atPath: path + "/.feedsetter")
  }

  /// Does one thing that an author, another program or time may do, or nothing.
  func edit(step: Int, _ numbers: inout Lehmer, now: inout Int) throws {
    let number = Int.random(in: 0..<8, using: &numbers)
    let article = "\(path)/content/a\(number).md"
    let published = try names().filter { $0.hasPrefix("feeds/") && $0 != "feeds/.feedsetter-files" }
    switch Int.random(in: 0..<18, using: &numbers) {
    case 0: try writeArticle(number, "Step \(step).", date: 1_790_000_000 + step)
    case 1: try writeArticle(number, "Due.", date: now + 3_600)
    case 2:
      let end = try Timestamp(seconds: now + 3_600).rfc3339
      try writeArticle(number, "Ends.", date: 1_790_000_000, "expires: \(end)")
    case 3: try FileSystem.removeFile(article)
    case 4 where try FileSystem.kind(of: article) == .file:
      try FileManager.default.moveItem(atPath: article, toPath: "\(path)/content/m\(step).md")
    case 5:
      try write("feedsetter.yml", Self.configuration(limit: Int.random(in: 2...4, using: &numbers)))
    case 6: try write("authors.yml", "kim: Kim \(step)\n")
    case 7:
      let picture: [UInt8] = Array("GIF89a".utf8) + [UInt8(step), 0, 3, 0, 0, 0, 0]
      try FileSystem.makeFolder(path + "/static/img")
      try FileSystem.replace("\(path)/static/img/a\(number % 3).gif", with: [picture])
    case 8: try? FileManager.default.removeItem(atPath: "\(path)/static/img/a\(number % 3).gif")
    case 9:
      guard let name = published.randomElement(using: &numbers) else { return }
      try write(name, "spoilt")
    case 10:
      guard let name = published.randomElement(using: &numbers) else { return }
      try FileSystem.removeFile(path + "/" + name)
    case 11: try write("feeds/.rss.xml.feedsetter-tmp", "left over")
    case 12: now += Int.random(in: 0...40_000, using: &numbers)
    case 13:
      guard let stateFile else { return }
      var bytes = try FileSystem.read(stateFile)
      bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 1
      try FileSystem.replace(stateFile, with: [bytes])
    default: break
    }
  }
}
