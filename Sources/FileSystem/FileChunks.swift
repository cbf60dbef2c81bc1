#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that is read piece by piece: for files that need not fit into memory.
package final class FileChunks {
  private static let size = 1 << 16

  private let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a regular file or a pipe, or standard input where `path` is `-`.
  ///
  /// - Throws: `FileError` where it can't be opened, and for a folder.
  package init(_ path: String) throws(FileError) {
    self.path = path
    isOwned = path != "-"
    descriptor =
      isOwned
      ? unsafe open(path, O_RDONLY | O_CLOEXEC) : FileSystem.StandardStream.input.rawValue
    guard descriptor >= 0 else { throw .last(path) }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// The next bytes, at most 64 KiB; nil at the end of the file.
  ///
  /// - Throws: `FileError` where the system can't read on.
  package func next() throws(FileError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: Self.size)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(path) }
      if count == 0 { return nil }
      chunk.removeLast(chunk.count - count)
      return chunk
    }
  }
}
