internal import FileSystem

/// How files were when they were looked at.
struct FolderScan {
  let tree: FolderTree
  private var states: [String: String] = [:]

  init(_ tree: FolderTree) {
    self.tree = tree
    for (folder, names) in tree.names {
      guard let entries = try? FileSystem.names(in: folder) else { continue }
      for name in entries {
        guard names?.contains(name) ?? !WatchedPaths.isPassing(name) else { continue }
        let path = folder + "/" + name
        // What is in a folder is looked at there.
        states[path] =
          FileSystem.isFolder(path) ? FileSystem.identity(of: path) : FileSystem.state(of: path)
      }
    }
  }

  /// The paths that came, went or are others than before.
  func changes(since earlier: FolderScan) -> [String] {
    Set(states.keys).union(earlier.states.keys)
      .filter { states[$0] != earlier.states[$0] }.sorted()
  }
}
