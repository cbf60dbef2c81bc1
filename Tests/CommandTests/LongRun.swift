import FoundationEssentials
import Testing

/// A command that runs until it is told to stop, and what it has written up to now.
struct LongRun {
  let site: ScratchSite
  /// Where its process writes, apart from what the site is made from.
  private let notes: ScratchSite

  var output: String { (try? notes.text("output")) ?? "" }
  var errors: String { (try? notes.text("errors")) ?? "" }

  /// The address that a preview serves at.
  var address: String {
    get throws {
      try #require(
        output.split { $0.isWhitespace }.map(String.init).first { $0.hasPrefix("http://") })
    }
  }

  /// Starts the command in the folder of `site`, does something with it, and ends it by `signal`.
  ///
  /// - Returns: The exit status, after at most three minutes whatever happens.
  @discardableResult
  static func of(
    _ arguments: [String], in site: ScratchSite, endedBy signal: String = "INT",
    _ body: (LongRun) async throws -> Void
  ) async throws -> Int {
    let notes = try ScratchSite(configuration: nil)
    let run = LongRun(site: site, notes: notes)
    let words = ([ScratchSite.command] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let script =
      "echo $$ > '\(notes.path("id"))'; exec \(words) "
      + "> '\(notes.path("output"))' 2> '\(notes.path("errors"))'"
    async let end = runProgram(
      "/usr/bin/timeout", ["180", "/bin/sh", "-c", script], in: site.folder)
    var failure: (any Error)?
    do {
      try await run.wait("the command starts") {
        FileManager.default.fileExists(atPath: notes.path("id"))
      }
      try await body(run)
    } catch {
      failure = error
    }
    let id = try notes.text("id").filter(\.isNumber)
    _ = try await runProgram("/bin/kill", ["-\(signal)", id])
    let status = try await end.status
    if let failure { throw failure }
    return status
  }

  /// Waits until something holds; the test fails where it doesn't within two minutes.
  func wait(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: () async throws -> Bool
  ) async throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(120)
    while clock.now < end {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("\(what): \(output)\(errors)", sourceLocation: sourceLocation)
    throw CancellationError()
  }

  /// What `curl` says of a path below the preview's address.
  func curl(_ path: String, _ arguments: [String] = []) async throws -> String {
    let run = try await runProgram(
      "/usr/bin/curl", ["-s", "--max-time", "60"] + arguments + [try address + path])
    return run.output
  }
}
