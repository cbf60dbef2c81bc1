#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import FileSystem

/// Waiting until one of several descriptors has something to be done.
package enum Descriptors {
  /// What a descriptor is waited for.
  package struct Interest: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    /// That bytes, clients or events came, or that nobody is at the other end.
    package static let reading = Interest(rawValue: 1)
    /// That bytes can be sent.
    package static let writing = Interest(rawValue: 2)
  }

  /// Waits until a descriptor can be read or written, a signal comes, or time is over.
  ///
  /// - Parameters:
  ///   - interests: What each descriptor is waited for.
  ///   - limit: How long to wait at most; nil for ever.
  /// - Returns: What can be done; nothing where time is over or a signal came.
  package static func wait(
    for interests: [Int32: Interest], atMost limit: Duration?
  ) -> [Int32: Interest] {
    var entries = interests.map { descriptor, interest in
      var events: Int32 = 0
      if interest.contains(.reading) { events |= Int32(POLLIN) }
      if interest.contains(.writing) { events |= Int32(POLLOUT) }
      return pollfd(fd: descriptor, events: Int16(events), revents: 0)
    }
    guard unsafe poll(&entries, nfds_t(entries.count), limit.map(milliseconds) ?? -1) > 0 else {
      return [:]
    }
    var ready: [Int32: Interest] = [:]
    for entry in entries where entry.revents != 0 {
      var interest: Interest = []
      // Where nobody is at the other end, reading and writing both tell so.
      let isOver = entry.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0
      if isOver || entry.revents & Int16(POLLIN) != 0 { interest.insert(.reading) }
      if entry.revents & Int16(POLLOUT) != 0 { interest.insert(.writing) }
      ready[entry.fd] = interest
    }
    return ready
  }

  /// Whole milliseconds, rounded up so that a wait doesn't end just before its time.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds < 86_400 else { return 86_400_000 }
    return max(
      0, Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }

  /// Two ends of a pipe that no call waits for and no program inherits.
  static func pipe() throws(FileError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw .last("pipe") }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }

  /// Reads away what came; how much there was doesn't matter.
  static func drain(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 256)
    while unsafe read(descriptor, &bytes, bytes.count) > 0 {}
  }

  static func sendByte(to descriptor: Int32) {
    var byte: UInt8 = 0
    // A pipe that is full has told already.
    _ = unsafe write(descriptor, &byte, 1)
  }
}

/// `pipe(2)`: the method of that name would hide it inside `Descriptors`.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { unsafe pipe(&ends) }
