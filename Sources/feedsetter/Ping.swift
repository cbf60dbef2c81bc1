internal import ArgumentParser
internal import FileSystem
internal import FoundationEssentials
internal import Publishing

/// `feedsetter ping`.
struct Ping: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the site's WebSub hub of the feeds that changed.",
    discussion: """
      Run it when the feeds are where subscribers get them: after a build, and after what uploads it. \
      The hub of feeds.hub is told of every feed whose bytes changed since it was last told, which is \
      kept in .feedsetter-hub in the published folder; with --report, of those that the build changed, \
      and nothing is kept. What the hub does not answer, or answers with 408, 425, 429 or 5xx, is asked \
      again after 1, 2, 4 … seconds, or as long as it says. The program curl is used.

      Exit status: 0 the hub took all of them, or nothing changed; 1 it refused some, or there is none; \
      64 wrong usage, 66 no site in the folder, 73 what it was told can't be kept, 75 it did not answer: \
      come again.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp("The published folder, where it is not feeds.path.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Tell of what the build changed that wrote this file by --report.", valueName: "file"),
    completion: .file())
  var reportFile: String?

  @Option(help: ArgumentHelp("Ask so many times before giving up.", valueName: "count"))
  var tries = 4

  @Option(help: ArgumentHelp("Wait this long for an answer.", valueName: "seconds"))
  var timeout = 30

  @Option(help: "How the result and findings are written.")
  var format = ReportFormat.text

  @Flag(name: .shortAndLong, help: "Tell what went wrong only.")
  var quiet = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
    if output?.isEmpty == true { throw ValidationError("--output names no folder.") }
    if output != nil, reportFile != nil {
      throw ValidationError("--report names the folder that its build published; omit --output.")
    }
    if !(1...6 ~= tries) { throw ValidationError("--tries must be from 1 to 6.") }
    if !(1...300 ~= timeout) { throw ValidationError("--timeout must be from 1 to 300.") }
  }

  func run() async throws {
    var options = HubNotification.Options()
    options.siteFolder = site.folder
    options.output = output.map(SiteOptions.withoutSlash)
    options.rounds = tries
    options.timeout = timeout
    options.changes = try reportFile.map { try BuiltFiles.read($0).changes }
    let outcome = await HubNotification(options).run()
    var report = ReportOptions()
    (report.format, report.quiet) = (format, quiet)
    try report.print(outcome.diagnostics)
    if !quiet, format != .sarif, !outcome.hub.isEmpty {
      FileSystem.write(
        format == .json ? try PingObject(outcome).json() : Self.text(outcome), to: .output)
    }
    if let code = outcome.status.exitCode { throw code }
  }

  private static func text(_ outcome: HubNotification.Outcome) -> String {
    var lines = outcome.told.map { told in
      "\(told.url): \(told.answer)" + (told.tries > 1 ? ", asked \(told.tries) times" : "")
    }
    let total = outcome.told.count + outcome.untold
    if total == 0 {
      lines.append("\(outcome.hub) knows all feeds as they are")
    } else if outcome.untold == 0 {
      lines.append("told \(outcome.hub) of \(Summary.count(total, "changed feed"))")
    } else {
      lines.append(
        "told \(outcome.hub) of \(outcome.told.count) of \(Summary.count(total, "changed feed"))")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension HubNotification.Status {
  /// The exit status; nil for success.
  fileprivate var exitCode: ExitCode? {
    switch self {
    case .told: nil
    case .findings: ExitCode(1)
    case .noSite: ExitCode(66)
    case .cannotWrite: ExitCode(73)
    case .later: ExitCode(75)
    }
  }
}

/// What a ping did as one object, for other programs.
private struct PingObject: Encodable {
  let status, hub: String
  let told: [Told]
  let untold: Int

  struct Told: Encodable {
    let url, answer: String
    let tries: Int
  }

  init(_ outcome: HubNotification.Outcome) {
    status = outcome.status.rawValue
    hub = outcome.hub
    told = outcome.told.map { Told(url: $0.url, answer: $0.answer, tries: $0.tries) }
    untold = outcome.untold
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

/// The files of a build's report, `BuildReport`.
private struct BuiltFiles: Decodable {
  let version: Int
  let status, folder: String
  let files: Files

  struct Files: Decodable {
    let written, removed, completed: [String]
  }

  /// The report in `file`.
  ///
  /// - Throws: `ValidationError` where it is none, or of a build that published nothing by intention.
  static func read(_ file: String) throws -> BuiltFiles {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(file, limit: 1 << 28)
    } catch {
      throw ValidationError("--report \(file): \(error.reason).")
    }
    guard let report = try? JSONDecoder().decode(BuiltFiles.self, from: Data(bytes)),
      report.version == 1
    else { throw ValidationError("--report \(file): it is not what build --report writes.") }
    guard !["up-to-date", "outdated"].contains(report.status) else {
      throw ValidationError("--report \(file): build --check publishes nothing to tell of.")
    }
    return report
  }

  /// What the build published.
  ///
  /// One that ended with findings tells what it would have written, too.
  var changes: HubNotification.Changes {
    let written = ["published", "cannot-write"].contains(status) ? files.written : []
    let gone = Set(files.removed)
    var seen: Set<String> = []
    return HubNotification.Changes(
      folder: folder,
      files: (written + files.completed).filter { !gone.contains($0) && seen.insert($0).inserted })
  }
}
