internal import CLoopback

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

package import FileSystem

/// A port of 127.0.0.1 that clients of this machine, and no others, connect to.
package final class LoopbackListener: Sendable {
  package let descriptor: Int32
  package let port: Int

  /// Listens on `port`, or on one that the system picks where that is 0.
  ///
  /// - Throws: `FileError`; of the kind `busy` where another program listens there.
  package init(port: UInt16) throws(FileError) {
    let descriptor = feedsetter_listen(port)
    guard descriptor >= 0 else { throw .last("127.0.0.1:\(port)") }
    let taken = feedsetter_port(descriptor)
    guard taken >= 0 else {
      let error = FileError.last("127.0.0.1:\(port)")
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.port = Int(taken)
  }

  deinit { close(descriptor) }

  /// The next client; nil where none waits.
  package func accept() -> LoopbackConnection? {
    let client = feedsetter_accept(descriptor)
    return client < 0 ? nil : LoopbackConnection(descriptor: client)
  }
}

/// A client's connection, which ends with the last use of the value.
package final class LoopbackConnection: Sendable {
  package let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// What came of a call that doesn't wait.
  package enum Progress: Hashable, Sendable {
    case bytes(Int)
    /// There is nothing to be done yet.
    case later
    /// Nobody is at the other end.
    case over
  }

  /// Adds what the client sent to `bytes`: at most `limit`.
  package func receive(into bytes: inout [UInt8], atMost limit: Int) -> Progress {
    var piece = [UInt8](repeating: 0, count: limit)
    let count = unsafe read(descriptor, &piece, limit)
    guard count > 0 else { return count == 0 ? .over : Self.refusal }
    bytes += piece[..<count]
    return .bytes(count)
  }

  /// Sends the bytes from `start` on, as many as the system takes at once.
  package func send(_ bytes: [UInt8], from start: Int) -> Progress {
    let count = unsafe feedsetter_send(descriptor, bytes, start, bytes.count)
    return count < 0 ? Self.refusal : .bytes(count)
  }

  private static var refusal: Progress {
    [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) ? .later : .over
  }
}
