internal import FileSystem

extension PublishedFolder {
  /// What publishing `files` would change.
  ///
  /// - Throws: `Failure.foreign` where files are in the way, `Failure.linked` where a symbolic link is,
  ///   `Failure.system` where files can't be read or something else is in their place.
  func changes(
    to files: [File], workers: Int, progress: RunProgress? = nil
  ) async throws(Failure) -> Changes {
    progress?.begin(.comparing, of: files.count)
    let current = Set(files.map(\.path))
    try expectNoLinks(onTheWayTo: owned.union(current))
    let states = await Parallel.map(files, workers: workers, progress: progress) {
      [root = path] file -> Result<State, FileError> in
      do throws(FileError) {
        let target = root + "/" + file.path
        if try FileSystem.holds(target, file.segments) { return .success(.unchanged) }
        return .success(.other(try FileSystem.entry(at: target)))
      } catch {
        return .failure(error)
      }
    }
    let ownedSpellings = Set(owned.map { $0.lowercased() })
    var changes = Changes()
    var foreign: [String] = []
    for (file, state) in zip(files, states) {
      switch try Self.value(state) {
      case .unchanged: changes.unchanged += 1
      case .other(.missing): changes.written.append(file.path)
      case .other(.link): throw .linked(path + "/" + file.path)
      case .other(.folder):
        throw .system(
          FileError(path: path + "/" + file.path, kind: .isDirectory, reason: "it is a folder"),
          replaced: 0)
      case .other(.file)
      where owned.contains(file.path)
        || ownedSpellings.contains(file.path.lowercased()) && isOwnedUnderAnotherSpelling(file.path):
        changes.written.append(file.path)
      case .other: foreign.append(file.path)
      }
    }
    guard foreign.isEmpty else { throw .foreign(foreign, folder: path) }
    changes.removed = try stale(besides: current)
    return changes
  }

  /// The files of earlier runs that are there and are not among `current`.
  private func stale(besides current: Set<String>) throws(Failure) -> [String] {
    let spellings = Dictionary(
      current.map { ($0.lowercased(), $0) }, uniquingKeysWith: { min($0, $1) })
    var stale: [String] = []
    for file in owned.subtracting(current).sorted()
    where !isSameFile(file, spellings[file.lowercased()]) {
      do throws(FileError) {
        if case .file = try FileSystem.entry(at: path + "/" + file) { stale.append(file) }
      } catch {
        throw .system(error, replaced: 0)
      }
    }
    return stale
  }

  /// Refuses symbolic links in the folders that lead to files, so that nothing is written, read or
  /// removed elsewhere.
  ///
  /// - Throws: `Failure.linked`, and `Failure.system` where something else is in a folder's place.
  func expectNoLinks(onTheWayTo files: Set<String>) throws(Failure) {
    for folder in Self.folders(above: files).sorted() where !folder.isEmpty {
      do throws(FileError) {
        switch try FileSystem.entry(at: path + "/" + folder) {
        case .missing, .folder: continue
        case .link: break
        case .file, .other:
          throw FileError(
            path: path + "/" + folder, kind: .notDirectory, reason: "it is not a folder")
        }
      } catch {
        throw .system(error, replaced: 0)
      }
      throw .linked(path + "/" + folder)
    }
  }

  /// Every folder that leads to one of the files; the published one is the empty path.
  static func folders(above files: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = [""]
    for file in files {
      var folder = self.folder(of: file)
      while folders.insert(folder).inserted { folder = self.folder(of: folder) }
    }
    return folders
  }

  /// The path up to its last slash; empty where it has none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Whether a file is also found under another spelling, as where letter case makes no difference.
  private func isSameFile(_ file: String, _ other: String?) -> Bool {
    guard let other, let identity = FileSystem.identity(of: path + "/" + other) else {
      return false
    }
    return identity == FileSystem.identity(of: path + "/" + file)
  }

  /// Whether a file is ours by another spelling of its path.
  func isOwnedUnderAnotherSpelling(_ file: String) -> Bool {
    owned.contains { $0.lowercased() == file.lowercased() && isSameFile(file, $0) }
  }

  private enum State {
    case unchanged
    case other(FileSystem.Entry)
  }

  private static func value(_ state: Result<State, FileError>) throws(Failure) -> State {
    do throws(FileError) {
      return try state.get()
    } catch {
      throw .system(error, replaced: 0)
    }
  }
}
