internal import Diagnostics
internal import FileSystem

/// The folder that is published, and which files in it Feedsetter wrote.
///
/// The list of those files is kept in the folder itself. Only they are replaced or removed.
struct PublishedFolder {
  /// A document and its file below the folder.
  struct File: Sendable {
    let path: String
    let segments: [[UInt8]]
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

  /// The folder at `path`, which need not be there yet.
  ///
  /// - Throws: `Failure.system` where its list of files can't be read, `Failure.broken` where the list
  ///   names what is not in the folder.
  init(path: String) throws(Failure) {
    self.path = path
    let manifest = path + "/" + Self.manifestName
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(manifest, limit: 1 << 26)
    } catch {
      guard error.kind == .missing else { throw .system(error, replaced: 0) }
      owned = []
      return
    }
    var owned: Set<String> = []
    let source = SourceText(path: manifest, bytes: bytes)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
        throw .broken(
          source.diagnostic(
            PublishingRules.manifestBroken, at: Position(line: index + 1, column: 1),
            length: line.unicodeScalars.count, "\"\(line)\" is not a file in this folder"))
      }
      owned.insert(String(line))
    }
    self.owned = owned
  }

  /// Keeps other runs out of the folder at `path`, which is made if it is not there.
  ///
  /// - Throws: `Failure.busy` where another run holds it for longer than `wait` seconds,
  ///   `Failure.system` where it can't be made or locked.
  static func lock(_ path: String, wait seconds: Int) async throws(Failure) -> FolderLock {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    do throws(FileError) {
      try FileSystem.makeFolder(path)
      while true {
        if let lock = try FolderLock.take(path) { return lock }
        if clock.now >= deadline { break }
        // A cancelled sleep only means that the next try comes sooner.
        try? await Task.sleep(for: .milliseconds(50))
      }
    } catch {
      throw .system(error, replaced: 0)
    }
    throw .busy(folder: path)
  }

  /// What publishing `files` would change.
  ///
  /// - Throws: `Failure.foreign` where files are in the way, `Failure.system` where files can't be read.
  func changes(to files: [File], workers: Int) async throws(Failure) -> Changes {
    let (root, owned) = (path, owned)
    let states = await Parallel.map(files, workers: workers) { file -> Result<State, FileError> in
      do throws(FileError) {
        let target = root + "/" + file.path
        if try FileSystem.holds(target, file.segments) { return .success(.unchanged) }
        if owned.contains(file.path) { return .success(.outdated) }
        return .success(try FileSystem.kind(of: target) == nil ? .outdated : .foreign)
      } catch {
        return .failure(error)
      }
    }
    var changes = Changes()
    var foreign: [String] = []
    do throws(FileError) {
      for (file, state) in zip(files, states) {
        switch try state.get() {
        case .unchanged: changes.unchanged += 1
        case .outdated: changes.written.append(file.path)
        case .foreign: foreign.append(file.path)
        }
      }
      let current = Set(files.map(\.path))
      let spellings = Dictionary(
        files.map { ($0.path.lowercased(), $0.path) }, uniquingKeysWith: { first, _ in first })
      for stale in owned.subtracting(current).sorted()
      where !isSameFile(stale, spellings[stale.lowercased()]) {
        if try FileSystem.kind(of: path + "/" + stale) == .file { changes.removed.append(stale) }
      }
    } catch {
      throw .system(error, replaced: 0)
    }
    guard foreign.isEmpty else { throw .foreign(foreign, folder: path) }
    return changes
  }

  /// Whether a file is also found under another spelling, as where letter case makes no difference.
  private func isSameFile(_ file: String, _ other: String?) -> Bool {
    guard let other, let identity = FileSystem.identity(of: path + "/" + other) else {
      return false
    }
    return identity == FileSystem.identity(of: path + "/" + file)
  }

  private enum State {
    case unchanged, outdated, foreign
  }
}
