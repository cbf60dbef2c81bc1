internal import FileSystem

extension PublishedFolder {
  /// Publishes `files` as `changes` say, and `companions` with them: all of it, or nothing.
  ///
  /// 1. The journal names every file that is to come or to go.
  /// 2. New files are written beside their places and flushed.
  /// 3. A checksum makes the journal complete. Up to here nothing has changed; from here on, this run or
  ///    the next one brings it to an end.
  /// 4. Each new file takes its place in one step; then those that fell away are removed, the list of
  ///    files takes its place, and the journal goes.
  ///
  /// The folder must be locked, with those of the companions, and without a journal.
  ///
  /// - Parameters:
  ///   - changes: What `changes(to:workers:)` said.
  ///   - files: Everything that is published.
  ///   - companions: Files elsewhere; those that hold their bytes already are left alone.
  ///   - workers: How many files are written at once.
  ///   - progress: Takes how many files are written.
  /// - Throws: `Failure.system` where the system refuses; before the third step nothing is left behind.
  func apply(
    _ changes: Changes, of files: [File], alongside companions: [Companion] = [], workers: Int,
    progress: RunProgress? = nil
  ) async throws(Failure) {
    progress?.begin(.writing, of: changes.written.count)
    let current = Set(files.map(\.path))
    let outdated = Set(changes.written)
    var staging = Staging(
      files: files.filter { outdated.contains($0.path) }, companions: [],
      list: Self.manifest(of: current))
    removeLeftovers(of: current)
    var journal = Journal()
    do throws(FileError) {
      for companion in companions
      where try !FileSystem.holds(companion.path, [companion.bytes]) {
        staging.companions.append(companion)
      }
      if staging.isEmpty, changes.removed.isEmpty, owned == current { return }
      journal.writes = staging.files.map { file in
        Journal.Write(path: file.path, size: file.segments.reduce(0) { $0 + $1.count })
      }
      for companion in staging.companions {
        journal.beside.append(
          Journal.Write(
            path: try relativePath(of: companion.path), size: companion.bytes.count))
      }
      journal.removals = changes.removed
      journal.listSize = staging.list.count
      try expectReplaceable(journal, companions: staging.companions.map(\.path))
      try FileSystem.create(journalPath, journal.body)
    } catch {
      if error.path == journalPath, error.kind != .exists {
        FileSystem.removeIfPossible(journalPath)
      }
      throw .system(error, replaced: 0)
    }
    do throws(FileError) {
      let staged = try await stage(staging, workers: workers, progress: progress)
      let companionFolders = staging.companions.map { Self.parent(of: $0.path) }
      try FileSystem.flush(
        staged,
        in: Set(Self.folders(above: journal.writes.map(\.path)).map(place) + companionFolders))
      try FileSystem.append(journal.ending, to: journalPath, flushes: true)
    } catch {
      // In this order, so that no complete journal names what is not there.
      FileSystem.removeIfPossible(journalPath)
      discard(journal, companions: staging.companions.map(\.path))
      throw .system(error, replaced: 0)
    }
    try complete(journal, companions: staging.companions.map(\.path))
  }

  /// Does what a complete journal says: everything it names is staged.
  func complete(_ journal: Journal, companions: [String]) throws(Failure) {
    var replaced = 0
    do throws(FileError) {
      for companion in companions {
        try FileSystem.commit(FileSystem.StagedFile(path: companion))
      }
      for write in journal.writes {
        let target = place(write.path)
        if !owned.contains(write.path), try FileSystem.entry(at: target) != .missing,
          !isOwnedUnderAnotherSpelling(write.path)
        {
          throw FileError(
            path: target, kind: .exists, reason: "somebody else's file came there meanwhile")
        }
        try FileSystem.commit(FileSystem.StagedFile(path: target))
        replaced += 1
      }
      try FileSystem.flush(
        folders: Set(
          journal.writes.map { place(Self.folder(of: $0.path)) }
            + companions.map { Self.parent(of: $0) }))
      for stale in journal.removals {
        try FileSystem.removeFile(place(stale))
        removeEmptyFolders(above: stale)
      }
      try FileSystem.commit(FileSystem.StagedFile(path: place(Self.manifestName)))
      try FileSystem.flushFolder(path)
      try FileSystem.removeFile(journalPath)
    } catch {
      throw .system(error, replaced: replaced)
    }
  }

  /// Undoes the staging of what a journal names.
  func discard(_ journal: Journal, companions: [String]) {
    for write in journal.writes {
      FileSystem.discard(FileSystem.StagedFile(path: place(write.path)))
      removeEmptyFolders(above: write.path)
    }
    for path in companions + [place(Self.manifestName)] {
      FileSystem.discard(FileSystem.StagedFile(path: path))
    }
  }

  /// What a run writes beside its places.
  private struct Staging {
    let files: [File]
    var companions: [Companion]
    /// The next list of files.
    let list: [UInt8]

    var isEmpty: Bool { files.isEmpty && companions.isEmpty }
  }

  private func stage(
    _ staging: Staging, workers: Int, progress: RunProgress?
  ) async throws(FileError) -> [FileSystem.StagedFile] {
    for folder in Set(staging.files.map { place(Self.folder(of: $0.path)) }).sorted() {
      try FileSystem.makeFolder(folder)
    }
    let all =
      staging.files.map { (path: place($0.path), segments: $0.segments) }
      + staging.companions.map { (path: $0.path, segments: [$0.bytes]) }
      + [(path: place(Self.manifestName), segments: [staging.list])]
    let results = await Parallel.map(all, workers: workers, progress: progress) {
      file -> Result<FileSystem.StagedFile, FileError> in
      do throws(FileError) {
        return .success(try FileSystem.stage(file.segments, for: file.path))
      } catch {
        return .failure(error)
      }
    }
    var staged: [FileSystem.StagedFile] = []
    for result in results { staged.append(try result.get()) }
    return staged
  }

  /// Refuses, before anything is written, what could not take its place or go.
  private func expectReplaceable(
    _ journal: Journal, companions: [String]
  ) throws(FileError) {
    for file in journal.writes.map(\.path) + journal.removals + [Self.manifestName] {
      let target = place(file)
      if case .file = try FileSystem.entry(at: target) {
        try FileSystem.expectReplaceable(target, in: place(Self.folder(of: file)))
      }
    }
    for path in companions {
      switch try FileSystem.entry(at: path) {
      case .missing: continue
      case .file: try FileSystem.expectReplaceable(path, in: Self.parent(of: path))
      case .link: throw Self.linkError(path)
      case .folder: throw FileError(path: path, kind: .isDirectory, reason: "it is a folder")
      case .other: throw FileError(path: path, kind: .other, reason: "it is not a regular file")
      }
    }
  }

  /// Removes temporary files that no journal speaks of, and the folders that they kept alive.
  private func removeLeftovers(of current: Set<String>) {
    for folder in Self.folders(above: owned.union(current)).sorted() {
      guard let names = try? FileSystem.names(in: place(folder)) else { continue }
      for name in names where name.hasSuffix(FileSystem.temporaryEnding) {
        FileSystem.removeIfPossible(place(folder) + "/" + name)
      }
      removeEmptyFolders(above: folder + "/")
    }
  }

  /// The list of files that says that `paths` are ours.
  static func manifest(of paths: Set<String>) -> [UInt8] {
    var text =
      "# The files in this folder that Feedsetter wrote. It replaces and removes no others.\n"
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      text += path + "\n"
    }
    return Array(text.utf8)
  }

  func removeEmptyFolders(above file: String) {
    var folder = Self.folder(of: file)
    while !folder.isEmpty, FileSystem.removeFolderIfEmpty(place(folder)) {
      folder = Self.folder(of: folder)
    }
  }

  /// Where a file or folder below the published one is; that itself for the empty path.
  func place(_ below: String) -> String { below.isEmpty ? path : path + "/" + below }

  var journalPath: String { place(Journal.name) }

  /// The folder of a file elsewhere.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
