#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps other runs out of a folder as long as it lives, however the process ends.
///
/// The folder itself is locked (`flock(2)`): no file is left behind.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The lock of a folder that is there; nil while another run holds it.
  ///
  /// - Throws: `FileError` where the folder can't be opened or its file system knows no locks.
  package static func take(_ folder: String) throws(FileError) -> FolderLock? {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(folder) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FolderLock(descriptor: descriptor) }
    let isHeld = errno == EWOULDBLOCK
    let error = FileError.last(folder)
    close(descriptor)
    if isHeld { return nil }
    throw error
  }
}
