#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

package import FileSystem

/// Ends a wait from another thread.
package final class Wakeup: Sendable {
  private let ends: (reading: Int32, writing: Int32)

  /// A way to end a wait.
  ///
  /// - Throws: `FileError` where the process may open no more files.
  package init() throws(FileError) { ends = try Descriptors.pipe() }

  deinit {
    close(ends.reading)
    close(ends.writing)
  }

  /// What the wait looks at.
  package var descriptor: Int32 { ends.reading }

  /// Ends the wait, or the next one.
  package func call() { Descriptors.sendByte(to: ends.writing) }

  /// Forgets the calls up to now.
  package func reset() { Descriptors.drain(ends.reading) }
}
