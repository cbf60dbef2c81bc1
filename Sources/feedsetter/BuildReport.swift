internal import ArgumentParser
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import FoundationEssentials
internal import Publishing

/// What came of a build, for the programs that go on from there: `docs/cron.md` describes it.
struct BuildReport: Encodable {
  /// Grows when a member goes or gets another meaning.
  private let version = 1
  private let status: String
  private let exitStatus: Int
  /// Whether published files changed, or with `--check` would change.
  private let changed: Bool
  private let folder: String
  private let articles, feeds, drafts, due, leftOut: Int
  private let nextDue: String?
  private let files: Files
  private let errors, warnings: Int
  private let findings: [JSONLinesRenderer.Object]

  private struct Files: Encodable {
    let written, removed, completed: [String]
    let unchanged: Int
  }

  init(_ outcome: Outcome) {
    status = outcome.status.rawValue
    exitStatus = outcome.status.exitCode.map { Int($0.rawValue) } ?? 0
    changed = !outcome.changesNothing || !outcome.completed.isEmpty
    folder = outcome.folder
    articles = outcome.articles
    feeds = outcome.feeds
    drafts = outcome.drafts
    due = outcome.due
    leftOut = outcome.leftOut
    nextDue = outcome.nextDue?.rfc3339
    files = Files(
      written: outcome.written, removed: outcome.removed, completed: outcome.completed,
      unchanged: outcome.unchanged)
    errors = outcome.diagnostics.count { $0.severity == .error }
    warnings = outcome.diagnostics.count { $0.severity == .warning }
    findings = outcome.diagnostics.map(JSONLinesRenderer.Object.init)
  }

  /// Writes the report to `file`, and values of it to where GitHub Actions asks for them.
  ///
  /// - Returns: A finding for each file that can't be written.
  /// - Throws: `EncodingError` where Foundation can't encode a text, which no text is known for.
  func write(to file: String) throws -> [Diagnostic] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let bytes = Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    var failures: [Diagnostic] = []
    do throws(FileError) {
      try Self.write(bytes, to: file)
    } catch {
      failures.append(PublishingRules.reportUnwritable(error))
    }
    if let path = ProcessInfo.processInfo.environment["GITHUB_OUTPUT"], !path.isEmpty {
      do throws(FileError) {
        try FileSystem.append(Array(gitHubOutput.utf8), to: path)
      } catch {
        failures.append(PublishingRules.reportUnwritable(error))
      }
    }
    return failures
  }

  /// Replaces a regular file, that a link leads to too, and writes into what is none, such as a pipe.
  private static func write(_ bytes: [UInt8], to file: String) throws(FileError) {
    if file == "-" {
      FileSystem.write(String(decoding: bytes, as: UTF8.self), to: .output)
      return
    }
    switch try FileSystem.kind(of: file) {
    case .file: try FileSystem.replace(try FileSystem.canonicalPath(of: file), with: [bytes])
    case nil: try FileSystem.replace(file, with: [bytes])
    case .folder: throw FileError(path: file, kind: .isDirectory, reason: "it is a folder")
    case .other: try FileSystem.writeInPlace(bytes, to: file)
    }
  }

  /// Lines `name=value`, as GitHub Actions reads them.
  ///
  /// Only numbers, truth values, dates and words of Feedsetter's own are among them: nothing that an
  /// article, a file name or an option says can begin a line.
  private var gitHubOutput: String {
    """
    status=\(status)
    changed=\(changed)
    articles=\(articles)
    feeds=\(feeds)
    written=\(files.written.count)
    removed=\(files.removed.count)
    errors=\(errors)
    warnings=\(warnings)
    next-due=\(nextDue ?? "")

    """
  }
}
