import Diagnostics
import FileSystem
import FoundationEssentials
import Testing

@testable import Publishing

/// Each test has a site's folder of its own, which goes with it, and publishes without a command.
@Suite("P2 Whole: a folder and its companions change together")
final class PublishedFolderTests {
  private let site: String
  private var feeds: String { site + "/feeds" }
  private var ledger: String { site + "/feedsetter.lock" }

  init() throws {
    site = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try FileSystem.makeFolder(site + "/feeds")
  }

  deinit { try? FileManager.default.removeItem(atPath: site) }

  private func file(_ path: String, _ text: String) -> PublishedFolder.File {
    PublishedFolder.File(path: path, segments: [Array(text.utf8)])
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  /// Publishes files and a ledger as a run does.
  private func publish(_ files: [PublishedFolder.File], ledger: String) async throws {
    // A program that another test starts holds the descriptors of this process for a moment.
    let locks = try await PublishedFolder.lock(feeds, and: [site], wait: 30)
    defer { withExtendedLifetime(locks) {} }
    _ = try PublishedFolder(path: feeds).recover(companions: [self.ledger])
    let folder = try PublishedFolder(path: feeds)
    let changes = try await folder.changes(to: files, workers: 2)
    try await folder.apply(
      changes, of: files,
      alongside: [PublishedFolder.Companion(path: self.ledger, bytes: Array(ledger.utf8))],
      workers: 2)
  }

  /// Leaves the folder as a run does that is killed once its journal is complete.
  private func stop(writing path: String, _ text: String, ledger: String) throws {
    var journal = Journal()
    journal.writes = [Journal.Write(path: path, size: text.utf8.count)]
    journal.beside = [Journal.Write(path: "../feedsetter.lock", size: ledger.utf8.count)]
    let list = PublishedFolder.manifest(of: [path])
    journal.listSize = list.count
    for (target, bytes) in [
      (feeds + "/" + path, Array(text.utf8)), (self.ledger, Array(ledger.utf8)),
      (feeds + "/.feedsetter-files", list),
    ] {
      _ = try FileSystem.stage([bytes], for: target)
    }
    try FileSystem.create(feeds + "/" + Journal.name, journal.body + journal.ending)
  }

  @Test func `the ledger changes with the feeds, and alone where it alone is new`() async throws {
    try await publish([file("a/rss.xml", "1")], ledger: "one")
    #expect(try text(feeds + "/a/rss.xml") == "1")
    #expect(try text(ledger) == "one")
    try await publish([file("a/rss.xml", "1")], ledger: "two")
    #expect(try text(ledger) == "two")
    #expect(try FileSystem.names(in: feeds) == [".feedsetter-files", "a"])
    #expect(try FileSystem.names(in: site) == ["feeds", "feedsetter.lock"])
  }

  @Test func `a run with nothing to do writes nothing`() async throws {
    try await publish([file("rss.xml", "1")], ledger: "one")
    let before = [ledger, feeds + "/rss.xml", feeds + "/.feedsetter-files"]
      .map(FileSystem.identity)
    try await publish([file("rss.xml", "1")], ledger: "one")
    #expect(
      [ledger, feeds + "/rss.xml", feeds + "/.feedsetter-files"].map(FileSystem.identity) == before)
  }

  @Test(arguments: [false, true])
  func `a stopped run's ledger takes its place with its feeds, though the site has moved`(
    isMoved: Bool
  ) async throws {
    try await publish([file("rss.xml", "old")], ledger: "old")
    try stop(writing: "rss.xml", "new", ledger: "newer")
    let now = isMoved ? site + "-moved" : site
    if isMoved { try FileManager.default.moveItem(atPath: site, toPath: now) }
    defer { if isMoved { try? FileManager.default.moveItem(atPath: now, toPath: site) } }
    let done = try PublishedFolder(path: now + "/feeds")
      .recover(companions: [now + "/feedsetter.lock"])
    #expect(done == ["rss.xml"])
    #expect(try text(now + "/feeds/rss.xml") == "new")
    #expect(try text(now + "/feedsetter.lock") == "newer")
    #expect(try FileSystem.names(in: now) == ["feeds", "feedsetter.lock"])
    #expect(try FileSystem.names(in: now + "/feeds") == [".feedsetter-files", "rss.xml"])
  }

  @Test func `a ledger that another site's run was about to write is not touched`() async throws {
    try stop(writing: "rss.xml", "new", ledger: "newer")
    #expect(throws: PublishedFolder.Failure.self) {
      try PublishedFolder(path: feeds).recover(companions: [site + "/other.lock"])
    }
    #expect(throws: PublishedFolder.Failure.self) { try PublishedFolder(path: feeds).recover() }
    #expect(try FileSystem.entry(at: feeds + "/rss.xml") == .missing)
    #expect(try text(site + "/.feedsetter.lock.feedsetter-tmp") == "newer")
  }

  @Test func `a ledger that is a link or a folder is refused before anything changes`()
    async throws
  {
    try await publish([file("rss.xml", "1")], ledger: "one")
    try FileSystem.removeFile(ledger)
    try FileManager.default.createSymbolicLink(atPath: ledger, withDestinationPath: "elsewhere")
    await #expect(throws: PublishedFolder.Failure.self) {
      try await publish([file("rss.xml", "2")], ledger: "two")
    }
    try FileSystem.removeFile(ledger)
    try FileSystem.makeFolder(ledger)
    await #expect(throws: PublishedFolder.Failure.self) {
      try await publish([file("rss.xml", "2")], ledger: "two")
    }
    #expect(try text(feeds + "/rss.xml") == "1")
    #expect(try FileSystem.names(in: feeds) == [".feedsetter-files", "rss.xml"])
  }

  @Test func `many files are flushed at once and all are there`() async throws {
    let files = (0..<60).map { file("keyword/k\($0 % 20)/f\($0).xml", "\($0)") }
    try await publish(files, ledger: "one")
    for file in files { #expect(try FileSystem.holds(feeds + "/" + file.path, file.segments)) }
    try await publish([files[0]], ledger: "two")
    #expect(try FileSystem.names(in: feeds + "/keyword") == ["k0"])
    #expect(try FileSystem.names(in: feeds + "/keyword/k0") == ["f0.xml"])
  }

  @Test func `folders that are one and the same are locked once, and all or none`() async throws {
    try FileManager.default.createSymbolicLink(
      atPath: site + "/link", withDestinationPath: "feeds")
    let locks = try await PublishedFolder.lock(
      folders: [feeds, site + "/link", feeds + "/."], wait: 30)
    #expect(locks.count == 1)
    await #expect(throws: PublishedFolder.Failure.self) {
      _ = try await PublishedFolder.lock(folders: [self.site, self.feeds], wait: 0)
    }
    // What was held of the second attempt has been let go.
    #expect(try await PublishedFolder.lock(folders: [site], wait: 30).count == 1)
    withExtendedLifetime(locks) {}
  }

  @Test(arguments: ["a b/ü\\n.xml", "x\ny"])
  func `a journal keeps every path`(path: String) throws {
    var journal = Journal()
    journal.writes = [Journal.Write(path: path, size: 3)]
    journal.beside = [Journal.Write(path: "../" + path, size: 0)]
    journal.removals = [path]
    journal.listSize = 7
    let bytes = journal.body + journal.ending
    journal.isComplete = true
    #expect(try Journal(SourceText(path: "j", bytes: bytes), bytes: bytes) == journal)
    // Wherever it is cut off, it is not complete, and nothing of it leads elsewhere.
    for end in bytes.indices {
      let part = Array(bytes[..<end])
      let read = try Journal(SourceText(path: "j", bytes: part), bytes: part)
      #expect(!read.isComplete)
      #expect(read.writes.allSatisfy { $0.path == path } && read.removals.allSatisfy { $0 == path })
    }
  }
}
