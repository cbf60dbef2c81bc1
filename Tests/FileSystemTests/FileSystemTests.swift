import FoundationEssentials
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Each test has a folder of its own, which goes with it.
final class FileSystemTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: nil)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func path(_ name: String) -> String { folder + "/" + name }

  @Test(arguments: [0, 1, 4095, 4096, 300_000])
  func `a file is read as it was written`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.replace(path("a"), with: [bytes])
    #expect(try FileSystem.read(path("a")) == bytes)
    #expect(try FileSystem.read(path("a"), limit: size) == bytes)
  }

  @Test func `segments are written one after another`() throws {
    let large = [UInt8](repeating: 7, count: 300_000)
    let segments: [[UInt8]] = [[], [1, 2], large, [], [3], large]
    try FileSystem.replace(path("a"), with: segments)
    #expect(try FileSystem.read(path("a")) == Array(segments.joined()))
    #expect(try FileSystem.holds(path("a"), segments))
  }

  @Test func `a file holds bytes only if it is that long and has each of them`() throws {
    try FileSystem.replace(path("a"), with: [[1, 2, 3]])
    #expect(try FileSystem.holds(path("a"), [[1, 2, 3]]))
    #expect(try FileSystem.holds(path("a"), [[1], [], [2, 3]]))
    #expect(try !FileSystem.holds(path("a"), [[1, 2]]))
    #expect(try !FileSystem.holds(path("a"), [[1, 2, 3, 4]]))
    #expect(try !FileSystem.holds(path("a"), [[1], [2, 4]]))
    #expect(try !FileSystem.holds(path("b"), [[1, 2, 3]]))
    #expect(try !FileSystem.holds(folder, []))
  }

  @Test func `what can't be read says why`() throws {
    try FileSystem.replace(path("a"), with: [[1, 2, 3]])
    #expect(failure { try FileSystem.read(path("none")) } == .missing)
    #expect(failure { try FileSystem.read(path("a/b")) } == .notDirectory)
    #expect(failure { try FileSystem.read(folder) } == .isDirectory)
    #expect(failure { try FileSystem.read(path("a"), limit: 2) } == .tooLarge)
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    #expect(failure { try FileSystem.read(path("pipe")) } == .other)
    #expect(symlink("loop", path("loop")) == 0)
    #expect(failure { try FileSystem.read(path("loop")) } == .other)
    #expect(failure { try FileSystem.read("/dev/null") } == .other)
  }

  @Test(.disabled(if: geteuid() == 0, "root may read everything"))
  func `a file without the right to it is not permitted`() throws {
    try FileSystem.replace(path("a"), with: [[1]])
    #expect(chmod(path("a"), 0) == 0)
    #expect(failure { try FileSystem.read(path("a")) } == .notPermitted)
  }

  @Test func `what a path names is told, links followed`() throws {
    try FileSystem.replace(path("a"), with: [])
    #expect(symlink("a", path("link")) == 0)
    #expect(symlink("none", path("dangling")) == 0)
    #expect(try FileSystem.kind(of: path("a")) == .file)
    #expect(try FileSystem.kind(of: path("link")) == .file)
    #expect(try FileSystem.kind(of: folder) == .folder)
    #expect(try FileSystem.kind(of: "/dev/null") == .other)
    #expect(try FileSystem.kind(of: path("dangling")) == nil)
    #expect(try FileSystem.kind(of: path("a/b")) == nil)
  }

  @Test func `paths that lead to one file share its identity`() throws {
    try FileSystem.replace(path("a"), with: [])
    try FileSystem.replace(path("b"), with: [])
    #expect(symlink("a", path("link")) == 0)
    let identity = try #require(FileSystem.identity(of: path("a")))
    #expect(FileSystem.identity(of: path("link")) == identity)
    #expect(FileSystem.identity(of: path("b")) != identity)
    #expect(FileSystem.identity(of: path("none")) == nil)
  }

  @Test func `a file is replaced in one step and nothing is left beside it`() throws {
    try FileSystem.replace(path("a"), with: [[1]])
    var before = stat()
    #expect(stat(path("a"), &before) == 0)
    try FileSystem.replace(path("a"), with: [[2]])
    var after = stat()
    #expect(stat(path("a"), &after) == 0)
    #expect(before.st_ino != after.st_ino)
    #expect(try FileSystem.names(in: folder) == ["a"])
  }

  @Test func `a link is replaced, and what it points to stays`() throws {
    try FileSystem.replace(path("target"), with: [[1]])
    #expect(symlink("target", path("link")) == 0)
    try FileSystem.replace(path("link"), with: [[2]])
    #expect(try FileSystem.read(path("target")) == [1])
    #expect(try FileSystem.read(path("link")) == [2])
  }

  @Test func `a temporary file of a run that was killed is no obstacle`() throws {
    let temporary = FileSystem.temporaryName(for: path("a"))
    #expect(temporary == path(".a.feedsetter-tmp"))
    #expect(FileSystem.temporaryName(for: "a") == ".a.feedsetter-tmp")
    try FileSystem.replace(temporary, with: [[9]])
    try FileSystem.replace(path("a"), with: [[1]])
    #expect(try FileSystem.names(in: folder) == ["a"])
  }

  @Test func `what can't be replaced stays, without a temporary file`() throws {
    try FileSystem.makeFolder(path("a/full"))
    #expect(failure { try FileSystem.replace(path("a"), with: [[1]]) } != nil)
    #expect(failure { try FileSystem.replace(path("none/b"), with: [[1]]) } == .missing)
    #expect(try FileSystem.names(in: folder) == ["a"])
    #expect(try FileSystem.kind(of: path("a/full")) == .folder)
  }

  @Test func `names come in the order of their bytes, hidden ones too`() throws {
    for name in ["b", "a", "B", "é", "10", "9", ".x"] {
      try FileSystem.replace(path(name), with: [])
    }
    #expect(try FileSystem.names(in: folder) == [".x", "10", "9", "B", "a", "b", "é"])
    #expect(failure { try FileSystem.names(in: path("none")) } == .missing)
    #expect(failure { try FileSystem.names(in: path("a")) } == .notDirectory)
  }

  @Test func `a folder is made with those above it, and again without a word`() throws {
    try FileSystem.makeFolder(path("x/y/z"))
    try FileSystem.makeFolder(path("x/y/z"))
    #expect(try FileSystem.kind(of: path("x/y/z")) == .folder)
    try FileSystem.replace(path("file"), with: [])
    #expect(failure { try FileSystem.makeFolder(path("file")) } == .notDirectory)
    #expect(failure { try FileSystem.makeFolder(path("file/z")) } == .notDirectory)
    try FileSystem.flushFolder(path("x"))
  }

  @Test func `removing what is not there is no error, and a full folder stays`() throws {
    try FileSystem.makeFolder(path("x/y"))
    try FileSystem.replace(path("x/a"), with: [])
    try FileSystem.removeFile(path("x/none"))
    try FileSystem.removeFile(path("x/a"))
    #expect(!FileSystem.removeFolderIfEmpty(path("x")))
    #expect(FileSystem.removeFolderIfEmpty(path("x/y")))
    #expect(FileSystem.removeFolderIfEmpty(path("x")))
    #expect(try FileSystem.names(in: folder) == [])
    #expect(failure { try FileSystem.removeFile(folder) } != nil)
  }

  @Test(arguments: [
    ("a", ".", "a"), ("a", "site", "site/a"), ("/a", "site", "/a"), ("a/b", "/s", "/s/a/b"),
  ])
  func `a path is seen from a folder`(path: String, folder: String, expected: String) {
    #expect(FileSystem.path(path, in: folder) == expected)
  }

  private func failure(_ body: () throws -> some Any) -> FileError.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? FileError)?.kind
    }
  }
}
