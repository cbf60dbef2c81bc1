#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Memory that many files are read into, one after another.
package final class FileBuffer {
  private var bytes: [UInt8] = []

  /// An empty buffer, which grows to the size of the largest file.
  package init() {}

  /// The bytes of a regular file; whoever keeps them while the next is read makes that one dearer.
  ///
  /// - Parameters:
  ///   - path: The file; symbolic links are followed.
  ///   - limit: The most bytes that are read.
  /// - Returns: The bytes.
  /// - Throws: `FileError`; also for a file that grows or shrinks meanwhile.
  package func read(_ path: String, limit: Int = .max) throws(FileError) -> ArraySlice<UInt8> {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, kind: .other, reason: "it is not a regular file")
    }
    guard status.st_size <= limit else {
      throw FileError(path: path, kind: .tooLarge, reason: "it is larger than \(limit) bytes")
    }
    let size = Int(status.st_size)
    // One byte more than the file has, so that one that has grown is noticed.
    if bytes.count <= size {
      bytes = [UInt8](repeating: 0, count: max(size + 1, 2 * bytes.count, 1 << 16))
    }
    let count = systemRead(descriptor, into: &bytes)
    guard count >= 0 else { throw .last(path) }
    guard count == size else {
      throw FileError(path: path, kind: .other, reason: "it changed while it was read")
    }
    return bytes[..<count]
  }
}
