internal import Diagnostics
internal import FileSystem

/// The folder that is published, and which files in it Feedsetter wrote.
///
/// The list of those files is kept in the folder itself. Only they are replaced or removed. No symbolic
/// link inside the folder is followed; the folder itself may be one.
struct PublishedFolder {
  /// A document and its file below the folder.
  struct File: Sendable {
    let path: String
    let segments: [[UInt8]]
  }

  /// A file outside the folder that changes in the same transaction, such as the ledger.
  struct Companion: Sendable {
    /// Absolute, or as seen from the current folder.
    let path: String
    let bytes: [UInt8]
  }

  /// What a run did, or would do, to the folder.
  struct Changes: Sendable {
    var written: [String] = []
    var unchanged = 0
    var removed: [String] = []
  }

  static let manifestName = ".feedsetter-files"

  let path: String
  /// The files that earlier runs wrote.
  let owned: Set<String>
  /// What a run that was stopped left to be done or discarded.
  let journal: Journal?

  /// The folder at `path`, which need not be there yet.
  ///
  /// - Throws: `Failure.system` where its list of files or its journal can't be read, `Failure.broken`
  ///   where they name what is not in the folder.
  init(path: String) throws(Failure) {
    self.path = path
    let journal = try Self.readJournal(in: path)
    self.journal = journal
    var owned = try Self.readManifest(in: path)
    if let journal, journal.isComplete {
      // What took its place before the run was stopped is on no list yet.
      for write in journal.writes where !owned.contains(write.path) {
        do throws(FileError) {
          let target = path + "/" + write.path
          if try FileSystem.entry(at: FileSystem.temporaryName(for: target)) == .missing,
            try FileSystem.entry(at: target) == .file(size: write.size)
          {
            owned.insert(write.path)
          }
        } catch {
          throw .system(error, replaced: 0)
        }
      }
    }
    self.owned = owned
  }

  /// Whether a path is that of a file below the folder that may be ours.
  static func isOwnPath(_ path: some StringProtocol) -> Bool {
    path != manifestName && path != Journal.name && !path.contains("\0")
      && path.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static func readManifest(in folder: String) throws(Failure) -> Set<String> {
    let manifest = folder + "/" + Self.manifestName
    guard let bytes = try read(manifest) else { return [] }
    var owned: Set<String> = []
    let source = SourceText(path: manifest, bytes: bytes)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      guard isOwnPath(line) else {
        throw .broken(
          source.diagnostic(
            PublishingRules.manifestBroken, at: Position(line: index + 1, column: 1),
            length: line.unicodeScalars.count, "\"\(line)\" is not a file in this folder"))
      }
      owned.insert(String(line))
    }
    return owned
  }

  private static func readJournal(in folder: String) throws(Failure) -> Journal? {
    let path = folder + "/" + Journal.name
    guard let bytes = try read(path) else { return nil }
    return try Journal(SourceText(path: path, bytes: bytes), bytes: bytes)
  }

  /// The bytes of a file of Feedsetter's own; nil where it is not there.
  private static func read(_ path: String) throws(Failure) -> [UInt8]? {
    do throws(FileError) {
      if try FileSystem.entry(at: path) == .link { throw Self.linkError(path) }
      return try FileSystem.read(path, limit: 1 << 26)
    } catch {
      if error.kind == .missing { return nil }
      throw .system(error, replaced: 0)
    }
  }

  static func linkError(_ path: String) -> FileError {
    FileError(path: path, kind: .other, reason: "it is a symbolic link")
  }

  /// Keeps other runs out of the folder at `path`, which is made if it is not there, and of others.
  ///
  /// - Parameters:
  ///   - path: The published folder.
  ///   - others: Folders of companions; they must be there.
  ///   - seconds: How long to wait for other runs.
  /// - Returns: The locks, which last as long as the values do.
  /// - Throws: `Failure.busy` where another run holds one of them for longer, `Failure.system` where one
  ///   can't be made or locked.
  static func lock(
    _ path: String, and others: [String] = [], wait seconds: Int
  ) async throws(Failure) -> [FolderLock] {
    do throws(FileError) {
      try FileSystem.makeFolder(path)
    } catch {
      throw .system(error, replaced: 0)
    }
    return try await lock(folders: [path] + others, wait: seconds)
  }

  /// Keeps other runs out of folders that are there, all of them or none.
  ///
  /// - Parameters:
  ///   - folders: The folders; those that are one and the same are locked once.
  ///   - seconds: How long to wait for other runs.
  /// - Returns: The locks, which last as long as the values do.
  /// - Throws: `Failure.busy` where another run holds one of them for longer, `Failure.system` where one
  ///   can't be locked.
  static func lock(
    folders: [String], wait seconds: Int
  ) async throws(Failure) -> [FolderLock] {
    var identities: Set<String?> = []
    let distinct = folders.filter { identities.insert(FileSystem.identity(of: $0)).inserted }
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while true {
      guard let held = try take(distinct) else {
        guard clock.now < deadline else { throw .busy(folder: folders[0]) }
        // A cancelled sleep only means that the next try comes sooner.
        try? await Task.sleep(for: .milliseconds(20))
        continue
      }
      return held
    }
  }

  /// The locks of all folders; nil, with none held, while another run holds one.
  private static func take(_ folders: [String]) throws(Failure) -> [FolderLock]? {
    var locks: [FolderLock] = []
    for folder in folders {
      do throws(FileError) {
        guard let lock = try FolderLock.take(folder) else { return nil }
        locks.append(lock)
      } catch {
        throw .system(error, replaced: 0)
      }
    }
    return locks
  }
}
