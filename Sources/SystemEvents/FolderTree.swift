internal import FileSystem

/// The folders that changes are looked for in, each with the names that matter there.
struct FolderTree {
  /// Nil for all names.
  private(set) var names: [String: Set<String>?] = [:]

  /// The folders that `paths` ask for and that are there.
  init(_ paths: WatchedPaths) {
    let ignored = Set(paths.ignored.compactMap(FileSystem.identity))
    for folder in paths.folders {
      // The folder itself may come, go or be another one tomorrow.
      addParent(of: folder)
      add(folder, ancestors: ignored)
    }
    for file in paths.files {
      addParent(of: file)
      // A link's target may be what is edited.
      if (try? FileSystem.entry(at: file)) == .link,
        let target = try? FileSystem.canonicalPath(of: file)
      {
        addParent(of: target)
      }
    }
  }

  private mutating func add(_ folder: String, ancestors: Set<String>) {
    guard let identity = FileSystem.identity(of: folder), !ancestors.contains(identity),
      let entries = try? FileSystem.names(in: folder)
    else { return }
    names[folder] = .some(nil)
    for name in entries where !WatchedPaths.isPassing(name) {
      let path = folder == "." ? name : folder + "/" + name
      if FileSystem.isFolder(path) { add(path, ancestors: ancestors.union([identity])) }
    }
  }

  /// Adds the folder that `path` is in; the nearest one above it that is there, where it isn't.
  private mutating func addParent(of path: String) {
    guard path != ".", path != "/" else { return }
    let slash = path.lastIndex(of: "/")
    let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    if FileSystem.isFolder(parent) {
      if case .some(.none) = names[parent] { return }
      names[parent, default: []]?.insert(name)
    } else {
      addParent(of: parent)
    }
  }
}
