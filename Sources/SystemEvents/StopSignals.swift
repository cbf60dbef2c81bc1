internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

package import FileSystem

/// Ctrl-C and `kill`, told by a descriptor instead of ending the process where it stands.
package enum StopSignals {
  /// Where the handler writes to; a handler may look at nothing else.
  private static let writing = Atomic<Int32>(-1)

  /// From now on the first SIGINT or SIGTERM makes the descriptor readable; the second one ends the process.
  ///
  /// - Returns: What the wait looks at.
  /// - Throws: `FileError` where the process may open no more files.
  package static func descriptor() throws(FileError) -> Int32 {
    let ends = try Descriptors.pipe()
    writing.store(ends.writing, ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        let code = errno
        _ = signal(number, SIG_DFL)
        Descriptors.sendByte(to: StopSignals.writing.load(ordering: .sequentiallyConsistent))
        errno = code
      }
    }
    return ends.reading
  }
}
