#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
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
  static func write(
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

  static func writeAll(
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
