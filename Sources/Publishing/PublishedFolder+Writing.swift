internal import FileSystem

extension PublishedFolder {
  /// Publishes `files` as `changes` say: each one whole, those that fell away removed last.
  ///
  /// Every new file is written and flushed beside its place before the first one takes it: a disk that
  /// is full changes nothing. The list of files is written before that with what is to come added, so
  /// that a run that is stopped leaves no file that the next one doesn't know. The folder must be
  /// locked.
  ///
  /// - Throws: `Failure.system` where the system refuses.
  func apply(_ changes: Changes, of files: [File], workers: Int) async throws(Failure) {
    let current = Set(files.map(\.path))
    var replaced = 0
    do throws(FileError) {
      removeLeftovers(of: current)
      if changes.written.isEmpty, changes.removed.isEmpty, owned == current { return }
      try writeManifest(owned.union(current))
      let staged = try await stage(changes, of: files, workers: workers)
      for file in staged {
        do throws(FileError) {
          try FileSystem.commit(file)
        } catch {
          for file in staged.dropFirst(replaced) { FileSystem.discard(file) }
          throw error
        }
        replaced += 1
      }
      for folder in Set(staged.map { folder(of: $0.path) }).sorted() {
        try FileSystem.flushFolder(folder)
      }
      for stale in changes.removed {
        try FileSystem.removeFile(path + "/" + stale)
        removeEmptyFolders(above: stale)
      }
      try writeManifest(current)
    } catch {
      throw .system(error, replaced: replaced)
    }
  }

  /// Writes and flushes every file that changed, beside its place.
  private func stage(
    _ changes: Changes, of files: [File], workers: Int
  ) async throws(FileError) -> [FileSystem.StagedFile] {
    let outdated = Set(changes.written)
    let pending = files.filter { outdated.contains($0.path) }
    for folder in Set(pending.map { folder(of: path + "/" + $0.path) }).sorted() {
      try FileSystem.makeFolder(folder)
    }
    let root = path
    let results = await Parallel.map(pending, workers: workers) {
      file -> Result<FileSystem.StagedFile, FileError> in
      do throws(FileError) {
        return .success(try FileSystem.stage(file.segments, for: root + "/" + file.path))
      } catch {
        return .failure(error)
      }
    }
    var staged: [FileSystem.StagedFile] = []
    var firstError: FileError?
    for result in results {
      switch result {
      case .success(let file): staged.append(file)
      case .failure(let error): firstError = firstError ?? error
      }
    }
    if let firstError {
      for file in staged { FileSystem.discard(file) }
      throw firstError
    }
    return staged
  }

  /// Removes temporary files of runs that were killed, and the folders that they kept alive.
  private func removeLeftovers(of current: Set<String>) {
    let folders = Set(owned.union(current).map { folder(of: $0) })
    for folder in folders.union([""]).sorted() {
      let prefix = folder.isEmpty ? path + "/" : path + "/" + folder + "/"
      guard let names = try? FileSystem.names(in: prefix) else { continue }
      for name in names where name.hasSuffix(FileSystem.temporaryEnding) {
        FileSystem.removeIfPossible(prefix + name)
      }
      removeEmptyFolders(above: folder + "/")
    }
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
    try FileSystem.flushFolder(path)
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
