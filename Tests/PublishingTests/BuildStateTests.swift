import Diagnostics
import FeedValues
import FileSystem
import FoundationEssentials
import Testing

@testable import Content
@testable import Publishing

/// What a build keeps for the next one.
@Suite("P1 to P5 with what an earlier build kept")
final class BuildStateTests {
  private let site: ScratchFolder

  init() throws { site = try ScratchFolder() }

  private static let state = BuildState(
    run: "1f", span: QuietSpan(from: -5, to: nil), ledger: "2", articles: "3",
    answers: [
      FileQuestion(.length, of: "img/a\tb\n\\.png"): "12",
      FileQuestion(.folder, of: "static"): "there",
    ],
    published: "4", unchanged: 6,
    counts: [1, 2, 3, 4, 5, 6, 7],
    upcoming: (try? Timestamp(seconds: 1_800_000_000)).map {
      [UpcomingArticle(date: $0, title: "Ebb \\ Flow\r\n", file: "content/ü.md")]
    } ?? [],
    diagnostics: [
      Diagnostic(
        rule: PublishingRules.idChanged, severity: .info,
        location: SourceLocation(file: "a.md", position: Position(line: 3, column: 8)),
        message: "a\nb", help: "\\n", sourceLine: "", length: 4,
        notes: [
          .init(at: SourceLocation(file: "b.md"), "one"),
          .init(at: SourceLocation(file: "c.md", position: .start), "two"),
        ]),
      Diagnostic(
        rule: PublishingRules.noArticles, location: SourceLocation(file: "content"), message: "",
        help: ""),
    ])

  @Test func `what is read is what was written`() throws {
    let bytes = try #require(Self.state.bytes)
    #expect(BuildState(bytes) == Self.state)
  }

  @Test func `a finding of an unknown rule is not kept`() {
    var state = Self.state
    let rule = Rule("tide-unknown", .warning, "A rule of nobody.", cure: "Nothing.")
    state.diagnostics.append(
      Diagnostic(rule: rule, location: SourceLocation(file: "a"), message: "", help: ""))
    #expect(state.bytes == nil)
  }

  @Test func `of bytes with a right checksum only those that make sense are read`() throws {
    let whole = try #require(Self.state.bytes)
    let end = try #require(whole.dropLast().lastIndex(of: UInt8(ascii: "\n")))
    var numbers = Lehmer(seed: 11)
    var understood = 0
    for _ in 0..<2000 {
      var bytes = Array(whole[...end])
      for _ in 0...Int.random(in: 0...2, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0...2, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8(ascii: "-"), at: place)
        }
      }
      guard let state = BuildState(Self.complete(bytes)) else { continue }
      understood += 1
      for finding in state.diagnostics { _ = TerminalRenderer(usesColor: false).render(finding) }
    }
    #expect(100..<2000 ~= understood, "\(understood)")
    let hostile = String(decoding: whole[...end], as: UTF8.self)
      .replacing("a.md\t3\t8", with: "a.md\t3\t0")
    #expect(BuildState(Self.complete(Array(hostile.utf8))) == nil)
  }

  /// The bytes with the checksum that is theirs.
  private static func complete(_ bytes: [UInt8]) -> [UInt8] {
    bytes + Array("complete \(Digest(bytes[...]).hexadecimal)\n".utf8)
  }

  @Test func `a damaged state never changes an outcome`() async throws {
    try site.writeArticles(3)
    let first = try await site.publish()
    #expect(first.outcome.status == .published)
    let wanted = try await site.publish()
    let path = try #require(site.stateFile)
    let whole = try FileSystem.read(path)
    var numbers = Lehmer(seed: 7)
    for _ in 0..<200 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0...3, using: &numbers) {
      case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      default: bytes.remove(at: place)
      }
      try FileSystem.replace(path, with: [bytes])
      let identity = FileSystem.identity(of: path)
      #expect(try await site.publish() == wanted)
      #expect(FileSystem.identity(of: path) != identity, "what is damaged is not used")
    }
    let identity = FileSystem.identity(of: path)
    #expect(try await site.publish() == wanted)
    #expect(FileSystem.identity(of: path) == identity, "what is whole is used")
  }

  @Test func `states of many published folders make room for the next`() async throws {
    try site.writeArticles(1)
    for number in 0..<20 {
      _ = try await site.publish { $0.output = "\($0.siteFolder)/out\(number)" }
    }
    let names = try FileSystem.names(in: site.path + "/.feedsetter")
    #expect(names.count == 1 + 4, "\(names)")
  }

  @Test func `no link is followed to where a state would be kept`() async throws {
    try site.writeArticles(1)
    let elsewhere = try ScratchFolder()
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/.feedsetter", withDestinationPath: elsewhere.path)
    #expect(try await site.publish().outcome.status == .published)
    #expect(try FileSystem.names(in: elsewhere.path) == ["feedsetter.yml"])
  }

  @Test(arguments: [1, 2, 3])
  func `after random edits a build with a state does what one without does`(
    seed: UInt64
  ) async throws {
    var numbers = Lehmer(seed: seed)
    let twin = try ScratchFolder()
    try site.writeArticles(6)
    var now = 1_800_000_000
    var used = 0
    for step in 0..<40 {
      try site.edit(step: step, &numbers, now: &now)
      try twin.become(site)
      let kept = site.stateFile.flatMap { FileSystem.identity(of: $0) }
      let (mine, other) = (try await site.publish(at: now), try await twin.publish(at: now))
      #expect(mine.bytes == other.bytes, "step \(step)")
      #expect(
        mine.report == other.report.replacing(twin.path, with: site.path), "step \(step)")
      if kept != nil, site.stateFile.flatMap({ FileSystem.identity(of: $0) }) == kept {
        used += 1
      }
    }
    #expect(used >= 5, "\(used)")
  }
}
