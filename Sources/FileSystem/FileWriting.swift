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
      try commit(staged)
    } catch {
      discard(staged)
      throw error
    }
  }

  /// Bytes that are whole and flushed to the disk, and wait beside the file whose place they are to
  /// take.
  package struct StagedFile: Sendable {
    package let path: String
    var temporary: String { FileSystem.temporaryName(for: path) }
  }

  /// Writes and flushes the bytes that are to become the file at `path`.
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
      guard fsync(descriptor) == 0 else { throw .last(path) }
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

  /// Makes a folder and those above it that are missing.
  ///
  /// - Throws: `FileError` where one can't be made; nothing is thrown where it is there.
  package static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    let error = FileError.last(path)
    switch error.kind {
    case .exists:
      guard try kind(of: path) == .folder else {
        throw FileError(path: path, kind: .notDirectory, reason: "it is not a folder")
      }
    case .missing:
      guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw error }
      try makeFolder(String(path[..<slash]))
      guard unsafe mkdir(path, 0o755) == 0 || FileError.last(path).kind == .exists else {
        throw .last(path)
      }
    default: throw error
    }
  }

  /// Flushes the names in a folder to the disk, so that files renamed into it stay after a power cut.
  ///
  /// - Throws: `FileError` where the folder can't be opened or flushed.
  package static func flushFolder(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    // Some file systems can't flush a folder and say EINVAL: there is nothing to be done there.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last(path) }
  }

  /// Removes a file; nothing is thrown where there is none.
  ///
  /// - Throws: `FileError` where it stays.
  package static func removeFile(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 else {
      let error = FileError.last(path)
      if error.kind == .missing { return }
      throw error
    }
  }

  /// Removes a file whose staying would do no harm.
  package static func removeIfPossible(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// Removes a folder if it is empty.
  ///
  /// - Returns: Whether it is gone.
  @discardableResult
  package static func removeFolderIfEmpty(_ path: String) -> Bool {
    unsafe rmdir(path) == 0
  }

  /// A stream that every process has.
  package enum StandardStream: Int32, Sendable {
    case input, output, error
  }

  /// Writes a text to a standard stream; what can't be written there is lost.
  package static func write(_ text: String, to stream: StandardStream) {
    try? writeAll(Array(text.utf8), to: stream.rawValue, path: "standard stream")
  }

  /// Whether a standard stream is a terminal.
  package static func isTerminal(_ stream: StandardStream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// Writes the segments in pieces of at least `pieceSize` bytes, so that small ones cost no call
  /// each.
  private static func write(
    _ segments: [[UInt8]], to descriptor: Int32, path: String
  ) throws(FileError) {
    let pieceSize = 1 << 18
    var piece: [UInt8] = []
    piece.reserveCapacity(min(2 * pieceSize, segments.reduce(0) { $0 + $1.count }))
    for segment in segments {
      piece += segment
      if piece.count >= pieceSize {
        try writeAll(piece, to: descriptor, path: path)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try writeAll(piece, to: descriptor, path: path)
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count =
        written == 0
        ? systemWrite(descriptor, bytes) : systemWrite(descriptor, Array(bytes[written...]))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(path) }
      written += count
    }
  }
}

/// One `write(2)`: the method of that name would hide it inside `FileSystem`.
private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  unsafe write(descriptor, bytes, bytes.count)
}
