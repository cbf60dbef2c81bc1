import FoundationEssentials
import Subprocess
import Testing

/// A program that serves for as long as a test's body runs.
///
/// It is started in a folder of its own and is ended with the body, whatever becomes of that.
struct TestServer {
  /// Starts a program, waits until it is ready, and ends it after `body`.
  ///
  /// - Parameters:
  ///   - program: The program's name or path.
  ///   - arguments: Its arguments.
  ///   - folder: Where it runs; what it says goes to `server.log` there.
  ///   - isReady: Whether it serves already; asked every 20 ms for at most 20 s.
  ///   - body: What is done with it.
  /// - Throws: What `body` throws, and `Fault` where the program does not get ready.
  static func run(
    _ program: String, _ arguments: [String], in folder: String,
    isReady: @escaping @Sendable () async -> Bool,
    _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    // The shell ends the program when its own standard input ends, so with this process at the latest.
    let words = ([program] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let script = """
      cd "$0" && exec 3<&0
      { \(words.joined(separator: " ")) <&3 & } >server.log 2>&1
      cat >/dev/null; kill -TERM $! 2>/dev/null; wait $!
      """
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", script, folder], output: .discarded, error: .discarded
    ) { _, input, _, _ in
      do {
        var attempts = 0
        while !(await isReady()) {
          attempts += 1
          if attempts > 1000 { throw Fault() }
          try await Task.sleep(for: .milliseconds(20))
        }
        try await body()
      } catch {
        try await input.finish()
        throw error
      }
      try await input.finish()
    }
    _ = result
  }

  /// The program did not get ready.
  struct Fault: Error {}
}
