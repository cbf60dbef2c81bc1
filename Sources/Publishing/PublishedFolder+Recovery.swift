internal import Diagnostics
internal import FileSystem

extension PublishedFolder {
  /// Brings to an end what a stopped run began: completes it where its journal is complete, else discards
  /// what it had staged.
  ///
  /// The folder must be locked, with those of the companions. What came in the way of a file since is left
  /// alone, and that file is dropped: the run that follows speaks of it.
  ///
  /// - Parameter companions: The files elsewhere that this site publishes to, whether they are there or not.
  /// - Returns: The files below the folder that were written or removed.
  /// - Throws: `Failure.foreignJournal` where it names other files elsewhere, `Failure.linked` where a
  ///   symbolic link is on the way, `Failure.system` where the system refuses; the journal stays.
  func recover(companions: [String] = []) throws(Failure) -> [String] {
    guard let journal else { return [] }
    let named = try companionsNamed(by: journal, among: companions)
    try expectNoLinks(onTheWayTo: Set(journal.writes.map(\.path) + journal.removals))
    do throws(FileError) {
      guard journal.isComplete else {
        discard(journal, companions: named.map(\.path))
        try FileSystem.removeFile(journalPath)
        return []
      }
      var remaining = journal
      remaining.writes = []
      var dropped: Set<String> = []
      for write in journal.writes {
        switch try state(
          of: place(write.path), size: write.size, isOurs: owned.contains(write.path))
        {
        case .staged: remaining.writes.append(write)
        case .done: continue
        case .lost: dropped.insert(write.path)
        }
      }
      remaining.removals = []
      for path in journal.removals where owned.contains(path) {
        if case .file = try FileSystem.entry(at: place(path)) { remaining.removals.append(path) }
      }
      var stagedCompanions: [String] = []
      for companion in named
      where try state(of: companion.path, size: companion.size, isOurs: true) == .staged {
        stagedCompanions.append(companion.path)
      }
      try stageManifest(after: journal, without: dropped)
      try finish(remaining, companions: stagedCompanions, of: journal)
      return remaining.writes.map(\.path) + remaining.removals
    } catch {
      throw .system(error, replaced: 0)
    }
  }

  /// A finding about the journal.
  func finding(_ rule: Rule, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: rule, location: SourceLocation(file: journalPath), message: message, help: rule.cure)
  }

  /// How far a stopped run came with a file.
  private enum WriteState {
    /// It waits beside its place.
    case staged
    /// It took its place.
    case done
    /// It is gone, or something that is not ours is in its place.
    case lost
  }

  private func state(
    of target: String, size: Int, isOurs: Bool
  ) throws(FileError) -> WriteState {
    let staged = FileSystem.StagedFile(path: target)
    let place = try FileSystem.entry(at: target)
    switch try FileSystem.entry(at: staged.temporary) {
    case .missing: return isOurs || place == .file(size: size) ? .done : .lost
    case .file(size):
      if place == .missing { return .staged }
      if isOurs, case .file = place { return .staged }
      fallthrough
    case .file, .link, .folder, .other:
      FileSystem.discard(staged)
      return isOurs ? .done : .lost
    }
  }

  /// The companions that a journal names, with the sizes of what is staged for them.
  private func companionsNamed(
    by journal: Journal, among companions: [String]
  ) throws(Failure) -> [Journal.Write] {
    var known: [String: String] = [:]
    for path in companions {
      do throws(FileError) {
        known[try relativePath(of: path)] = path
      } catch {
        throw .system(error, replaced: 0)
      }
    }
    var named: [Journal.Write] = []
    for file in journal.beside {
      guard let path = known[file.path] else {
        throw .foreignJournal(journalPath, names: file.path)
      }
      named.append(Journal.Write(path: path, size: file.size))
    }
    return named
  }

  /// Stages the list of files as it is after the journal.
  private func stageManifest(
    after journal: Journal, without dropped: Set<String>
  ) throws(FileError) {
    let list = Self.manifest(
      of: owned.union(journal.writes.map(\.path)).subtracting(journal.removals)
        .subtracting(dropped))
    let manifest = place(Self.manifestName)
    // On a full disk there is room for what the stopped run staged, and for no second one.
    let staged = FileSystem.StagedFile(path: manifest)
    if try FileSystem.holds(staged.temporary, [list]) { return }
    try FileSystem.flush([FileSystem.stage([list], for: manifest)], in: [path])
  }

  private func finish(
    _ remaining: Journal, companions: [String], of journal: Journal
  ) throws(FileError) {
    do throws(Failure) {
      try complete(remaining, companions: companions)
    } catch {
      guard case .system(let error, _) = error else { return }
      throw error
    }
    for path in journal.removals { removeEmptyFolders(above: path) }
  }

  /// A path as seen from the published folder, both without symbolic links: what a journal may keep, and
  /// what stays right when the site is moved.
  func relativePath(of file: String) throws(FileError) -> String {
    let start = try FileSystem.canonicalPath(of: path).split(separator: "/")
    let goal = try FileSystem.canonicalPath(of: Self.parent(of: file)).split(separator: "/")
    let shared = zip(start, goal).prefix { $0 == $1 }.count
    let name = file.split(separator: "/").last ?? ""
    let steps =
      Array(repeating: "..", count: start.count - shared) + goal.dropFirst(shared) + [name]
    return steps.joined(separator: "/")
  }
}
