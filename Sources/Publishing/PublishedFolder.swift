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
      guard error.kind == .missing else { throw .system(error) }
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

  /// Why the folder can't be used.
  enum Failure: Error {
    case system(FileError)
    case broken(Diagnostic)
    /// Files in the way that Feedsetter did not write, below the folder.
    case foreign([String], folder: String)

    var diagnostics: [Diagnostic] {
      switch self {
      case .broken(let finding): return [finding]
      case .system(let error):
        let rule = PublishingRules.fileUnwritable
        return [
          Diagnostic(
            rule: rule, location: SourceLocation(file: error.path),
            message: "feeds can't be published: \(error.reason)", help: rule.cure)
        ]
      case .foreign(let paths, let folder):
        let rule = PublishingRules.fileForeign
        return paths.map {
          Diagnostic(
            rule: rule, location: SourceLocation(file: folder + "/" + $0),
            message: "the file is there already, and Feedsetter did not write it", help: rule.cure)
        }
      }
    }

    var status: Outcome.Status {
      switch self {
      case .system: .cannotWrite
      case .broken, .foreign: .findings
      }
    }
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
      for stale in owned.subtracting(current).sorted()
      where try FileSystem.kind(of: path + "/" + stale) == .file {
        changes.removed.append(stale)
      }
    } catch {
      throw .system(error)
    }
    guard foreign.isEmpty else { throw .foreign(foreign, folder: path) }
    return changes
  }

  private enum State {
    case unchanged, outdated, foreign
  }

  /// Publishes `files` as `changes` say: each one whole, those that fell away removed last.
  ///
  /// The list of files is written first with what is to come added, so that a run that is stopped
  /// leaves no file that the next one doesn't know.
  ///
  /// - Throws: `Failure.system` where the system refuses; files that come later stay as they were.
  func apply(_ changes: Changes, of files: [File], workers: Int) async throws(Failure) {
    do throws(FileError) {
      try await write(changes, of: files, workers: workers)
    } catch {
      throw .system(error)
    }
  }

  private func write(
    _ changes: Changes, of files: [File], workers: Int
  ) async throws(FileError) {
    let current = Set(files.map(\.path))
    if changes.written.isEmpty, changes.removed.isEmpty, owned == current { return }
    try FileSystem.makeFolder(path)
    try writeManifest(owned.union(current))
    let outdated = Set(changes.written)
    let pending = files.filter { outdated.contains($0.path) }
    let folders = Set(pending.map { folder(of: path + "/" + $0.path) })
    for folder in folders.sorted() { try FileSystem.makeFolder(folder) }
    let root = path
    let results = await Parallel.map(pending, workers: workers) { file -> Result<Void, FileError> in
      do throws(FileError) {
        return .success(try FileSystem.replace(root + "/" + file.path, with: file.segments))
      } catch {
        return .failure(error)
      }
    }
    for result in results { try result.get() }
    for folder in folders.sorted() { try FileSystem.flushFolder(folder) }
    for stale in changes.removed {
      try FileSystem.removeFile(path + "/" + stale)
      removeEmptyFolders(above: stale)
    }
    try writeManifest(current)
    try FileSystem.flushFolder(path)
  }

  private func writeManifest(_ paths: Set<String>) throws(FileError) {
    var text =
      "# The files in this folder that Feedsetter wrote. It replaces and removes no others.\n"
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      text += path + "\n"
    }
    let manifest = path + "/" + Self.manifestName
    let segments = [Array(text.utf8)]
    if try FileSystem.holds(manifest, segments) { return }
    try FileSystem.replace(manifest, with: segments)
  }

  private func removeEmptyFolders(above file: String) {
    var folder = folder(of: file)
    while !folder.isEmpty, FileSystem.removeFolderIfEmpty(path + "/" + folder) {
      folder = self.folder(of: folder)
    }
  }

  /// The path up to its last slash; empty where it has none.
  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
