internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Another program of the system, run as a child process: the only module that starts any.
package struct Program: Sendable {
  /// What a program wrote, and how it ended.
  package struct Ending: Hashable, Sendable {
    /// The exit status; 128 and the signal's number for a program that a signal ended.
    package let status: Int
    /// What it wrote to standard output, as far as the limit goes.
    package let output: [UInt8]
    /// What it wrote to standard error, as far as the limit goes.
    package let errors: [UInt8]
  }

  /// Why a program could not be run.
  package enum Failure: Error, Hashable, Sendable {
    /// There is no program of that name.
    case missing
    /// The system refused, for a reason that is a lower-case clause without full stop.
    case refused(String)
  }

  /// The most bytes of input: what the smallest pipes hold, so that nobody waits for a reader.
  package static let inputLimit = 4096

  private let name: String

  /// The program that the environment's `PATH` has under `name`.
  package init(named name: String) { self.name = name }

  /// Runs the program to its end, with this process's environment.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments, without its name.
  ///   - input: What it reads from standard input, at most `inputLimit` bytes.
  ///   - limit: How much of each stream is kept; the rest is read and dropped.
  /// - Returns: What it wrote, and how it ended.
  /// - Throws: `Failure` where it could not be started.
  package func run(
    _ arguments: [String], input: [UInt8], limit: Int
  ) throws(Failure) -> Ending {
    guard input.count <= Self.inputLimit else {
      throw .refused("more than \(Self.inputLimit) bytes are to be handed to it")
    }
    let (stdin, stdout, stderr) = (try Pipe(), try Pipe(), try Pipe())
    // Both ends are open here, and the pipe has room for it: this neither waits nor meets a closed pipe.
    stdin.fill(input)
    let child = try start(arguments, streams: [stdin.reading, stdout.writing, stderr.writing])
    for end in [stdin, stdout, stderr] { end.closeWriting() }
    let output = stdout.drain(limit: limit)
    let errors = stderr.drain(limit: limit)
    return Ending(status: Self.status(of: child), output: output, errors: errors)
  }

  private func start(
    _ arguments: [String], streams: [Int32]
  ) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // Threads that do tasks block signals, and a child inherits that: it could not be interrupted.
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }.sorted()
    var words = unsafe ([name] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var settings = unsafe environment.map { unsafe strdup($0) }
    unsafe settings.append(nil)
    defer { unsafe settings.forEach { unsafe free($0) } }
    var child: pid_t = 0
    switch unsafe posix_spawnp(&child, name, &actions, &attributes, words, settings) {
    case 0: return child
    case ENOENT: throw .missing
    case let code: throw .refused("the system reports error \(code)")
    }
  }

  /// Waits for a child and tells how it ended.
  private static func status(of child: pid_t) -> Int {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Int(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }
}

/// A pipe of which this process keeps one end; both are closed with the value.
private final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init() throws(Program.Failure) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .refused("the system reports error \(errno)") }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reading)
    closeWriting()
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Writes bytes that the pipe has room for.
  func fill(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe write(writing, Array(rest), rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads to the end and keeps the first bytes.
  func drain(limit: Int) -> [UInt8] {
    var kept: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe read(reading, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return kept }
      kept += piece[..<min(count, limit - kept.count)]
    }
  }
}
