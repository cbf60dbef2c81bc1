import FoundationEssentials
import Subprocess
import Testing

/// A server for as long as a test's body runs.
///
/// It is ended with the body, whatever becomes of that, and by itself after two minutes.
enum TestServer {
  /// Starts a program, waits until it is ready, and ends it after `body`.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - folder: Where it runs; what it says goes to `server.log` there.
  ///   - isReady: Whether it serves already; asked for ten seconds at most.
  ///   - body: What is done with it.
  /// - Throws: What `body` throws, and `Fault` where the program does not get ready.
  static func run(
    _ command: [String], in folder: String, isReady: @Sendable () async throws -> Bool,
    _ body: @Sendable () async throws -> Void
  ) async throws {
    let script = "cd \"$0\" && exec timeout 120 \"$@\" >server.log 2>&1"
    _ = try await Subprocess.run(
      .name("sh"), arguments: Arguments(["-c", script, folder] + command), input: .none,
      output: .discarded, error: .discarded
    ) { execution in
      do {
        for attempt in 1... {
          if try await isReady() { break }
          if attempt == 500 { throw Fault(log: try Self.log(in: folder)) }
          try await Task.sleep(for: .milliseconds(20))
        }
        try await body()
      } catch {
        // It may have ended by itself, as where its configuration is wrong.
        try? execution.send(signal: .terminate)
        throw error
      }
      try execution.send(signal: .terminate)
    }
  }

  /// A port of 127.0.0.1 that nobody listens on.
  static func freePort() async throws -> Int {
    let script =
      "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1])"
    let run = try await runProgram("python3", ["-c", script])
    return try #require(Int(run.output.filter(\.isNumber)))
  }

  private static func log(in folder: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder + "/server.log")), as: UTF8.self)
  }

  /// The program did not get ready.
  struct Fault: Error {
    let log: String
  }
}
