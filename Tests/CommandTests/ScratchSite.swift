import FoundationEssentials
import Subprocess
import Testing

/// A folder of its own with a site in it, removed with the last use of the value.
final class ScratchSite: Sendable {
  let folder: String

  /// A site with `files`, by path; its configuration is `configuration`, none where that is nil.
  init(
    configuration: String? = ScratchSite.smallestConfiguration, _ files: [String: String] = [:]
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let configuration { try write("feedsetter.yml", configuration) }
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let smallestConfiguration = """
    site:
      title: Tide Notes
      url: https://tide.example/
    """

  /// An article whose front matter holds `fields` beside a title and a date.
  static func article(
    _ title: String, date: String = "2026-02-10", _ fields: String = "", body: String = "Text."
  ) -> String {
    """
    ---
    title: "\(title)"
    date: \(date)
    \(fields)
    ---

    \(body)

    """
  }

  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  func write(_ path: String, bytes: [UInt8]) throws {
    let full = self.path(path)
    if let slash = full.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(full[..<slash]), withIntermediateDirectories: true)
    }
    try Data(bytes).write(to: URL(filePath: full))
  }

  func path(_ path: String) -> String { folder + "/" + path }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: self.path(path))
  }

  func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: self.path(path))))
  }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The files below a folder, without hidden ones, in order.
  func files(below folder: String) throws -> [String] {
    var found: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: path(folder)) {
      if name.hasPrefix(".") { continue }
      let below = folder + "/" + name
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: path(below), isDirectory: &isFolder)
      found += isFolder ? try files(below: below) : [below]
    }
    return found.sorted()
  }

  /// The documents of feeds below a folder, without the lists and pages beside them, in order.
  func feedFiles(below folder: String) throws -> [String] {
    let names = ["/rss.xml", "/atom.xml", "/feed.json"]
    return try files(below: folder).filter { file in names.contains { file.hasSuffix($0) } }
  }

  /// When each published file was last written, in nanoseconds, and which file it is.
  func states(below folder: String) async throws -> String {
    let paths = try files(below: folder).map { path($0) }
    return try await runProgram("/usr/bin/stat", ["-c", "%n %y %i"] + paths).output
  }

  /// Runs the built command in this folder.
  func feedsetter(_ arguments: [String], environment: [String: String] = [:]) async throws -> Run {
    try await runProgram(Self.command, arguments, in: folder, environment: environment)
  }

  /// Builds the site at a moment at which all of the tests' articles are published.
  func build(_ arguments: [String] = [], environment: [String: String] = [:]) async throws -> Run {
    try await feedsetter(
      ["build", "--now", "2026-11-01T00:00:00Z"] + arguments, environment: environment)
  }

  /// The command, beside the tests that were built with it.
  static let command: String = {
    var folder = CommandLine.arguments[0][...]
    if let slash = folder.lastIndex(of: "/") { folder = folder[..<slash] }
    return folder + "/feedsetter"
  }()
}

/// What a program wrote and how it ended.
struct Run {
  let status: Int
  let output: String
  let errors: String
}

/// Runs a program and waits for it.
func runProgram(
  _ program: String, _ arguments: [String], in folder: String? = nil,
  environment: [String: String] = [:]
) async throws -> Run {
  var updates: [Environment.Key: String?] = [:]
  for (name, value) in environment { updates[Environment.Key(stringLiteral: name)] = value }
  let start = folder.map { ["-C", $0] } ?? []
  let result = try await run(
    .name("env"), arguments: Arguments(start + [program] + arguments),
    environment: .inherit.updating(updates), output: .string(limit: 1 << 24),
    error: .string(limit: 1 << 24))
  let status =
    switch result.terminationStatus {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  return Run(status: status, output: result.standardOutput, errors: result.standardError)
}

/// The project's folder.
let projectFolder: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/")
}()
