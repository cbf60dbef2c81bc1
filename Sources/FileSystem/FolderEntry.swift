#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// What a folder holds under a name; a symbolic link is one, whatever it leads to.
  package enum Entry: Hashable, Sendable {
    case missing
    /// A regular file of so many bytes.
    case file(size: Int)
    case folder, link, other
  }

  /// What is at `path` itself, the last link not followed.
  ///
  /// - Throws: `FileError` where it can't be told.
  package static func entry(at path: String) throws(FileError) -> Entry {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      let error = FileError.last(path)
      if error.kind == .missing || error.kind == .notDirectory { return .missing }
      throw error
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// Refuses a file that could neither be replaced nor removed.
  ///
  /// A file's own mode doesn't matter for that. What does is its folder's, and whether the file is
  /// immutable or mounted alone.
  ///
  /// - Throws: `FileError` that says why.
  package static func expectReplaceable(_ path: String, in folder: String) throws(FileError) {
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw FileError(path: path, reasonFrom: .last(folder))
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno == EPERM || errno == EROFS {
      throw .last(path)
    }
  }

  /// The absolute path that leads to a file or folder without symbolic links.
  ///
  /// - Throws: `FileError` where there is nothing.
  package static func canonicalPath(of path: String) throws(FileError) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw .last(path) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Writes a file that must not be there yet.
  ///
  /// - Throws: `FileError`; of the kind `exists` where something is there, be it a link.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try write(bytes, to: path, flags: O_CREAT | O_EXCL, flushes: true)
  }

  /// Adds bytes to the end of a file; one that is not there is made.
  ///
  /// - Throws: `FileError`; a part of the bytes may have been written.
  package static func append(
    _ bytes: [UInt8], to path: String, flushes: Bool = false
  ) throws(FileError) {
    try write(bytes, to: path, flags: O_CREAT | O_APPEND, flushes: flushes)
  }

  /// Writes to what is there, such as a pipe or a device.
  ///
  /// - Throws: `FileError`; a part of the bytes may have been written.
  package static func writeInPlace(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(bytes, to: path, flags: 0, flushes: false)
  }

  private static func write(
    _ bytes: [UInt8], to path: String, flags: Int32, flushes: Bool
  ) throws(FileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw .last(path) }
    do throws(FileError) {
      try writeAll(bytes, to: descriptor, path: path)
      guard !flushes || fsync(descriptor) == 0 else { throw .last(path) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw .last(path) }
  }
}
