#if os(Linux)
  internal import CLinux

  #if canImport(Glibc)
    internal import Glibc
  #else
    internal import Musl
  #endif

  internal import FileSystem

  /// What Linux tells of changes: inotify(7).
  final class KernelWatch {
    private struct Place {
      var path: String
      /// Nil for all names.
      var names: Set<String>?
    }

    let descriptor: Int32
    private var places: [Int32: Place] = [:]

    init() throws(FileError) {
      descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
      guard descriptor >= 0 else { throw .last("inotify") }
    }

    deinit { close(descriptor) }

    /// What makes a file another one: not that it is read, nor that a part of it is written.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
        | IN_DELETE_SELF | IN_MOVE_SELF)

    /// Looks at the folders of `tree`, and at no others.
    ///
    /// - Throws: `FileError` where the system watches no more folders.
    func watch(_ tree: FolderTree) throws(FileError) {
      var next: [Int32: Place] = [:]
      for (folder, names) in tree.names {
        let watch = unsafe inotify_add_watch(descriptor, folder, Self.mask)
        guard watch >= 0 else {
          // A folder that went since is told by the one that it was in.
          if [ENOENT, ENOTDIR, EACCES].contains(errno) { continue }
          if errno == ENOSPC {
            throw FileError(
              path: folder, kind: .other,
              reason: "the system watches no more folders (fs.inotify.max_user_watches)")
          }
          throw .last(folder)
        }
        // Two paths may lead to one folder: people know the shorter one.
        var place = Place(path: folder, names: names)
        if let other = next[watch] {
          if (other.path.count, other.path) < (folder.count, folder) { place.path = other.path }
          place.names = other.names.flatMap { one in names.map { one.union($0) } }
        }
        next[watch] = place
      }
      for watch in places.keys where next[watch] == nil {
        _ = inotify_rm_watch(descriptor, watch)
      }
      places = next
    }

    /// The paths that changed since the last call, each once.
    func changes() -> [String] {
      var paths: [String] = []
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = unsafe read(descriptor, &bytes, bytes.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        var start = 0
        while start + 16 <= count {
          let length = Int(Self.number(in: bytes, at: start + 12))
          let watch = Int32(bitPattern: Self.number(in: bytes, at: start))
          let kind = Self.number(in: bytes, at: start + 4)
          let name = bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
          if let path = path(watch, kind, String(decoding: name, as: UTF8.self)) {
            paths.append(path)
          }
          start += 16 + length
        }
      }
      var seen: Set<String> = []
      return paths.filter { seen.insert($0).inserted }
    }

    /// What an event tells of; nil where that doesn't matter.
    private func path(_ watch: Int32, _ kind: UInt32, _ name: String) -> String? {
      // So much changed that the system lost count: what did must be looked for.
      if kind & UInt32(IN_Q_OVERFLOW) != 0 { return "many files" }
      guard kind & UInt32(IN_IGNORED) == 0, let place = places[watch] else { return nil }
      guard !name.isEmpty else {
        // What happens to a folder itself matters where all of it does.
        return place.names == nil && kind & UInt32(IN_ATTRIB) == 0 ? place.path : nil
      }
      guard place.names?.contains(name) ?? !WatchedPaths.isPassing(name) else { return nil }
      return place.path == "." ? name : place.path + "/" + name
    }

    private static func number(in bytes: [UInt8], at index: Int) -> UInt32 {
      // The kernel writes numbers as the machine has them.
      let number = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[index + $1]) << (8 * UInt32($1)) }
      return UInt32(littleEndian: number)
    }
  }
#else
  internal import FileSystem

  /// What the system tells of changes: nothing, on systems other than Linux.
  final class KernelWatch {
    let descriptor: Int32 = -1

    init() throws(FileError) {
      throw FileError(
        path: ".", kind: .other, reason: "changes are told by Linux alone, and looked for here")
    }

    func watch(_ tree: FolderTree) throws(FileError) {}

    func changes() -> [String] { [] }
  }
#endif
