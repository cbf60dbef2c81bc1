import FileSystem
import FoundationEssentials
import SystemEvents
import Testing

/// A folder of its own, removed with the last use of the value.
private final class Scratch: Sendable {
  let folder = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"

  init() throws { try makeFolder("content") }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/" + path, withIntermediateDirectories: true)
  }

  func write(_ path: String, _ text: String = "text") throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + path))
  }

  /// Writes beside the file, and renames into its place.
  func replace(_ path: String, _ text: String) throws {
    try FileSystem.replace(folder + "/" + path, with: [Array(text.utf8)])
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + path)
  }

  /// The paths that `watcher` tells, below this folder, in order.
  func changes(_ watcher: ChangeWatcher) -> [String] {
    watcher.changes().map { String($0.dropFirst(folder.utf8.count + 1)) }.sorted()
  }

  var paths: WatchedPaths {
    WatchedPaths(
      folders: [folder + "/content"], files: [folder + "/feedsetter.yml"],
      ignored: [folder + "/content/feeds"])
  }
}

@Suite("Changes of what a site is made from are told")
struct ChangeWatcherTests {
  /// A watcher of a folder with an article, that asks the system or looks for itself.
  private static func watcher(
    _ asksTheSystem: Bool, _ scratch: Scratch
  ) throws -> ChangeWatcher {
    try scratch.write("content/a.md")
    try scratch.makeFolder("content/sub")
    let watcher = ChangeWatcher(asksTheSystem: asksTheSystem)
    watcher.watch(scratch.paths)
    #expect((watcher.descriptor == nil) == !asksTheSystem)
    #expect((watcher.interval == nil) == asksTheSystem)
    #expect(scratch.changes(watcher) == [])
    return watcher
  }

  @Test(arguments: [true, false])
  func `files that are written, made and removed are`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.write("content/a.md", "another text")
    #expect(scratch.changes(watcher) == ["content/a.md"])
    try scratch.write("content/sub/b.md")
    #expect(scratch.changes(watcher).filter { $0.hasSuffix(".md") } == ["content/sub/b.md"])
    try scratch.remove("content/a.md")
    #expect(scratch.changes(watcher) == ["content/a.md"])
    #expect(scratch.changes(watcher) == [])
  }

  @Test(arguments: [true, false])
  func `a file that an editor renames into place is`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.write("content/.a.md.swp", "another text")
    try scratch.write("content/a.md~")
    try scratch.write("content/4913")
    #expect(scratch.changes(watcher) == [])
    try scratch.replace("content/a.md", "another text")
    #expect(scratch.changes(watcher) == ["content/a.md"])
  }

  @Test(arguments: [true, false])
  func `files in folders that came are, once those are looked at`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.makeFolder("content/new/deep")
    #expect(scratch.changes(watcher).first == "content/new")
    watcher.watch(scratch.paths)
    try scratch.write("content/new/deep/c.md")
    #expect(scratch.changes(watcher) == ["content/new/deep/c.md"])
  }

  @Test(arguments: [true, false])
  func `a folder that goes and comes again is`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.remove("content")
    #expect(scratch.changes(watcher).contains("content"))
    watcher.watch(scratch.paths)
    try scratch.makeFolder("content")
    #expect(scratch.changes(watcher) == ["content"])
    watcher.watch(scratch.paths)
    try scratch.write("content/a.md")
    #expect(scratch.changes(watcher).contains("content/a.md"))
  }

  @Test(arguments: [true, false])
  func `of the site's folder the configuration alone is`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.write("feedsetter.lock")
    try scratch.write("README.md")
    #expect(scratch.changes(watcher) == [])
    try scratch.write("feedsetter.yml")
    #expect(scratch.changes(watcher) == ["feedsetter.yml"])
  }

  @Test(arguments: [true, false])
  func `what is published below the articles is not`(asksTheSystem: Bool) throws {
    let scratch = try Scratch()
    try scratch.makeFolder("content/feeds/keyword")
    let watcher = try Self.watcher(asksTheSystem, scratch)
    try scratch.write("content/feeds/rss.xml")
    try scratch.write("content/feeds/keyword/rss.xml")
    #expect(scratch.changes(watcher) == [])
  }

  @Test func `links that go round in a circle end`() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder + "/content/round", withDestinationPath: "..")
    let watcher = try Self.watcher(true, scratch)
    try scratch.write("content/a.md", "another text")
    #expect(scratch.changes(watcher).contains { $0.hasSuffix("content/a.md") })
  }

  @Test func `a wait ends when a file changes`() async throws {
    let scratch = try Scratch()
    let watcher = try Self.watcher(true, scratch)
    let descriptor = try #require(watcher.descriptor)
    #expect(Descriptors.wait(for: [descriptor: .reading], atMost: .zero) == [:])
    try scratch.write("content/a.md", "another text")
    #expect(
      Descriptors.wait(for: [descriptor: .reading], atMost: .seconds(20))
        == [descriptor: .reading])
  }
}

@Suite("Many changes at once are one rebuild")
struct ChangeCollectorTests {
  private let start = ContinuousClock().now

  @Test func `changes are told once no more come for a while`() {
    var collector = ChangeCollector()
    #expect(collector.due == nil)
    #expect(collector.take(at: start) == nil)
    collector.add([], at: start)
    #expect(collector.due == nil)
    collector.add(["a", "b"], at: start)
    collector.add(["b", "c"], at: start + .milliseconds(50))
    #expect(collector.due == start + .milliseconds(130))
    #expect(collector.take(at: start + .milliseconds(129)) == nil)
    #expect(collector.take(at: start + .milliseconds(130)) == ["a", "b", "c"])
    #expect(collector.take(at: start + .seconds(9)) == nil)
  }

  @Test func `changes that never end are told all the same`() {
    var collector = ChangeCollector()
    for step in 0..<30 { collector.add(["\(step)"], at: start + .milliseconds(50 * step)) }
    #expect(collector.due == start + .seconds(1))
  }
}

@Suite("Waits end when another thread says so")
struct WakeupTests {
  @Test func `a call ends a wait, once`() async throws {
    let wakeup = try Wakeup()
    let descriptor = wakeup.descriptor
    #expect(Descriptors.wait(for: [descriptor: .reading], atMost: .milliseconds(1)) == [:])
    // Before the wait: one that blocked a thread of the pool might keep the call from being made.
    wakeup.call()
    #expect(
      Descriptors.wait(for: [descriptor: .reading], atMost: .seconds(20)) == [descriptor: .reading])
    wakeup.reset()
    #expect(Descriptors.wait(for: [descriptor: .reading], atMost: .zero) == [:])
  }

  @Test func `a port that is taken is said to be`() throws {
    let listener = try LoopbackListener(port: 0)
    #expect(listener.port > 0)
    #expect {
      try LoopbackListener(port: UInt16(listener.port))
    } throws: {
      ($0 as? FileError)?.kind == .busy
    }
  }
}
