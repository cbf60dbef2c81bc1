#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// Makes `path` hold the bytes of `segments`, whole or not at all.
  ///
  /// A symbolic link at `path` is replaced, not followed.
  ///
  /// - Throws: `FileError`; the old file stays as it was, and the temporary one is removed.
  package static func replace(_ path: String, with segments: [[UInt8]]) throws(FileError) {
    let staged = try stage(segments, for: path)
    do throws(FileError) {
      try flushFile(staged.temporary, for: path)
      try commit(staged)
    } catch {
      discard(staged)
      throw error
    }
  }

  /// Bytes that are whole and wait beside the file whose place they are to take.
  package struct StagedFile: Hashable, Sendable {
    package let path: String
    /// Where the bytes are.
    package var temporary: String { FileSystem.temporaryName(for: path) }

    /// What is, or is to be, staged for `path`.
    package init(path: String) { self.path = path }
  }

  /// Writes the bytes that are to become the file at `path`; they are yet to be flushed.
  ///
  /// The temporary file has one name for each path: who stages must be the only one at work in the
  /// folder (`FolderLock`). What a killed run left under that name is removed.
  ///
  /// - Throws: `FileError`; nothing is left behind.
  package static func stage(
    _ segments: [[UInt8]], for path: String
  ) throws(FileError) -> StagedFile {
    let staged = StagedFile(path: path)
    _ = unsafe unlink(staged.temporary)
    let descriptor = unsafe open(
      staged.temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last(path) }
    do throws(FileError) {
      try write(segments, to: descriptor, path: path)
    } catch {
      close(descriptor)
      discard(staged)
      throw error
    }
    guard close(descriptor) == 0 else {
      let error = FileError.last(path)
      discard(staged)
      throw error
    }
    return staged
  }

  /// Lets staged bytes take their place, in one step.
  ///
  /// - Throws: `FileError`; the old file stays as it was.
  package static func commit(_ staged: StagedFile) throws(FileError) {
    guard unsafe rename(staged.temporary, staged.path) == 0 else { throw .last(staged.path) }
  }

  /// Removes staged bytes that are not to take their place.
  package static func discard(_ staged: StagedFile) {
    _ = unsafe unlink(staged.temporary)
  }

  /// The file beside `path` that holds its next bytes until they are whole.
  package static func temporaryName(for path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<slash]).\(path[slash...])\(temporaryEnding)"
  }

  /// How the names of temporary files end.
  package static let temporaryEnding = ".feedsetter-tmp"
}
