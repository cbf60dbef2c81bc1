/// A walk through a folder and those below it.
///
/// Names that begin with a dot are passed over. Links to folders are followed, but for those that lead
/// back to a folder above them.
package struct FolderWalk: Sendable {
  /// The files that were taken, below the root, in the order of their bytes.
  package private(set) var files: [String] = []
  /// What could not be read.
  package private(set) var faults: [FileError] = []

  private let root: String

  /// Walks through `root`.
  ///
  /// - Parameters:
  ///   - root: The folder.
  ///   - skips: Whether what is at a path below the root is passed over, with all that is in it.
  ///   - takes: Whether what is at a path below the root is a file to be taken; it is not asked what it
  ///     is then. Everything else is entered if it is a folder.
  package init(_ root: String, skips: (String) -> Bool, takes: (String) -> Bool) {
    self.root = root
    enter("", ancestors: [], skips: skips, takes: takes)
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func enter(
    _ folder: String, ancestors: [String], skips: (String) -> Bool, takes: (String) -> Bool
  ) {
    let path = folder.isEmpty ? root : root + "/" + folder.dropLast()
    guard let identity = FileSystem.identity(of: path), !ancestors.contains(identity) else {
      if folder.isEmpty { faults.append(.last(path)) }
      return
    }
    let names: [String]
    do throws(FileError) {
      names = try FileSystem.names(in: path)
    } catch {
      faults.append(error)
      return
    }
    for name in names where !name.hasPrefix(".") {
      let below = folder + name
      if skips(below) { continue }
      if takes(below) {
        files.append(below)
        continue
      }
      do throws(FileError) {
        if try FileSystem.kind(of: root + "/" + below) == .folder {
          enter(below + "/", ancestors: ancestors + [identity], skips: skips, takes: takes)
        }
      } catch {
        faults.append(error)
      }
    }
  }
}
