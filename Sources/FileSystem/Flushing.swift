internal import CLinux

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// Past how many files the whole file system is flushed at once.
  ///
  /// Each file and folder alone costs a write that waits for the disk. All at once cost two or three,
  /// and whatever other programs have waiting.
  private static let mostSingleFlushes = 16

  /// Flushes staged files, and the names in their folders, to the disk.
  ///
  /// - Parameters:
  ///   - staged: Files that `stage` wrote.
  ///   - folders: The folders that they are in.
  /// - Throws: `FileError` for what can't be flushed, such as a disk that turns out to be full.
  package static func flush(
    _ staged: [StagedFile], in folders: Set<String>
  ) throws(FileError) {
    if staged.count > mostSingleFlushes, try flushFileSystems(of: folders) { return }
    for file in staged { try flushFile(file.temporary, for: file.path) }
    for folder in folders.sorted() { try flushFolder(folder) }
  }

  /// Flushes the names in folders to the disk, so that files renamed into them stay after a power cut.
  ///
  /// - Throws: `FileError` where one can't be opened or flushed.
  package static func flush(folders: Set<String>) throws(FileError) {
    if folders.count > mostSingleFlushes, try flushFileSystems(of: folders) { return }
    for folder in folders.sorted() { try flushFolder(folder) }
  }

  /// Flushes the names in a folder to the disk.
  ///
  /// - Throws: `FileError` where the folder can't be opened or flushed.
  package static func flushFolder(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    // Some file systems can't flush a folder and say EINVAL: there is nothing to be done there.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last(path) }
  }

  /// Flushes the bytes of a file; errors name `path`.
  static func flushFile(_ file: String, for path: String) throws(FileError) {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .last(path) }
  }

  /// Flushes every file system that one of the folders is on.
  ///
  /// - Returns: Whether that is done; false where the system can't.
  private static func flushFileSystems(of folders: Set<String>) throws(FileError) -> Bool {
    #if os(Linux)
      var devices: Set<UInt64> = []
      for folder in folders.sorted() {
        let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard descriptor >= 0 else { throw .last(folder) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last(folder) }
        guard devices.insert(UInt64(status.st_dev)).inserted else { continue }
        if syncfs(descriptor) == 0 { continue }
        if errno == ENOSYS || errno == EINVAL { return false }
        throw .last(folder)
      }
      return true
    #else
      return false
    #endif
  }
}
