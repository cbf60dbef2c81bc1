internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The file system: whole files in, whole files out.
///
/// Every path is a `String` in UTF-8. The calls block; they are safe to make from several threads.
package enum FileSystem {
  /// What a path names.
  package enum Kind: Sendable {
    case file, folder, other
  }

  /// What `path` names, symbolic links followed; nil where there is nothing.
  ///
  /// - Throws: `FileError` where it can't be told.
  package static func kind(of path: String) throws(FileError) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let error = FileError.last(path)
      if error.kind == .missing || error.kind == .notDirectory { return nil }
      throw error
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// How many bytes the regular file at `path` has; nil where no such file can be looked at.
  package static func length(ofFile path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether there is a folder at `path` that can be looked at.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A text that two paths share if they lead to the same file or folder; nil where there is nothing.
  package static func identity(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return "\(status.st_dev) \(status.st_ino)"
  }

  /// A text that changes when what is at `path` is written anew; nil where there is nothing.
  package static func state(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
  }

  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - limit: The most bytes that are read.
  /// - Returns: The bytes.
  /// - Throws: `FileError`; of the kind `tooLarge` for more than `limit` bytes, and `other` for what is
  ///   no regular file, such as a pipe that nobody writes to.
  package static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, kind: .isDirectory, reason: "it is a folder")
    default: throw FileError(path: path, kind: .other, reason: "it is not a regular file")
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, kind: .tooLarge, reason: "it is larger than \(limit) bytes")
    }
    // A read that asks for one byte more than the size meets the end of the file at once; what was
    // appended since comes in further pieces.
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    while true {
      let count = systemRead(descriptor, into: &piece)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(path) }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw FileError(path: path, kind: .tooLarge, reason: "it is larger than \(limit) bytes")
      }
      if bytes.isEmpty, count < piece.count {
        piece.removeLast(piece.count - count)
        swap(&bytes, &piece)
        piece = [UInt8](repeating: 0, count: 4096)
      } else {
        bytes += piece[..<count]
      }
    }
  }

  /// Whether `path` is a regular file that holds just the bytes of `segments`, one after another.
  ///
  /// A symbolic link is none.
  ///
  /// - Throws: `FileError` where the file is there and can't be read.
  package static func holds(_ path: String, _ segments: [[UInt8]]) throws(FileError) -> Bool {
    var status = stat()
    let count = segments.reduce(0) { $0 + $1.count }
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == count
    else { return false }
    let bytes = try read(path)
    guard bytes.count == count else { return false }
    var start = 0
    for segment in segments {
      guard bytes[start..<start + segment.count] == segment[...] else { return false }
      start += segment.count
    }
    return true
  }

  /// The names in a folder, without `.` and `..`, in the order of their bytes.
  ///
  /// - Throws: `FileError` where the folder can't be read.
  package static func names(in folder: String) throws(FileError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      // Foundation's words for the fault are its own; the system's come from asking again.
      let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
      guard descriptor >= 0 else { throw .last(folder) }
      close(descriptor)
      throw FileError(path: folder, kind: .other, reason: "its names can't be listed")
    }
  }

  /// `path` as seen from the folder that `folder` is seen from; an absolute one as it is.
  ///
  /// Slashes at the end are dropped.
  package static func path(_ path: String, in folder: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.hasPrefix("/") || folder == "." ? String(path) : folder + "/" + path
  }
}

/// One `read(2)`: the method of that name would hide it inside `FileSystem`.
func systemRead(_ descriptor: Int32, into bytes: inout [UInt8]) -> Int {
  unsafe read(descriptor, &bytes, bytes.count)
}
