internal import ArgumentParser
internal import FeedValues
internal import FileSystem
internal import Publishing

/// `feedsetter build`.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publishes the site's articles as feeds.",
    discussion: """
      Reads feedsetter.yml and the articles, validates every feed, and writes those that changed. \
      One error anywhere, and nothing is written. The result goes to standard output, findings to \
      standard error; those of --format sarif are one document on standard output.

      Exit status: 0 done, 1 errors were found or --check found a change, 64 wrong usage, 66 no site \
      in the folder, 70 a defect of Feedsetter, 73 the feeds or the report can't be written, \
      75 another build is publishing to the folder.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Option(
    help: ArgumentHelp("Publish to this folder instead of feeds.path.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Publish as at this moment; default SOURCE_DATE_EPOCH, else the clock.",
      valueName: "rfc-3339-date"),
    transform: Moment.parse)
  var now: Timestamp?

  @Flag(help: "Publish drafts as well, to look at them.")
  var drafts = false

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(
    name: .customLong("validate"),
    help: ArgumentHelp(
      "Judge entries and frames once each (parts), or every document as a whole (whole).",
      valueName: "how"))
  var validation = ValidationMode.parts

  @Flag(help: "Write nothing; tell what would change, with exit status 1 if something would.")
  var check = false

  @Flag(help: "Fail if feedsetter.lock would change: for CI, where nobody would commit it.")
  var frozen = false

  @Option(
    help: ArgumentHelp(
      "Work on this many articles at once; default the number of processors.", valueName: "count"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Wait this long for another build that is publishing to the same folder.",
      valueName: "seconds"))
  var wait = 60

  @Option(help: AcceptOption.help)
  var accept: [String] = []
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write what came of the build to this file as JSON; - for standard output.",
      discussion: "Where GITHUB_OUTPUT names a file, a few of its values are added there.",
      valueName: "file"),
    completion: .file())
  var reportFile: String?

  @Flag(help: "Build again whenever an article or feedsetter.yml changes, and when one is due.")
  var watch = false

  func validate() throws {
    if watch, check { throw ValidationError("--watch and --check exclude each other.") }
    if watch, report.format == .sarif {
      throw ValidationError("--format sarif is one document; --watch builds more than once.")
    }
    if let jobs, !(1...1024 ~= jobs) { throw ValidationError("--jobs must be from 1 to 1024.") }
    if !(0...86_400 ~= wait) { throw ValidationError("--wait must be from 0 to 86400.") }
    if output?.isEmpty == true { throw ValidationError("--output names no folder.") }
    if reportFile?.isEmpty == true { throw ValidationError("--report names no file.") }
    if reportFile == "-", report.format == .sarif {
      throw ValidationError("--report - and --format sarif both write to standard output.")
    }
    if site.isEmpty { throw ValidationError("--site names no folder.") }
  }

  func run() async throws {
    if watch { return try await BuildWatch(build: self).run() }
    if let code = try await once().status.exitCode { throw code }
  }

  /// Builds once, and tells what came of it.
  ///
  /// - Parameter cause: Why it is built again: the result is told in one line then.
  /// - Returns: What came of it.
  /// - Throws: `ValidationError` where the environment names no moment, `ExitCode` where the report
  ///   can't be written, `EncodingError` where Foundation can't encode a text.
  func once(because cause: String? = nil) async throws -> Outcome {
    var options = Publication.Options(
      now: try now ?? Moment.current(), workers: jobs ?? Machine.processorCount)
    options.siteFolder = site.folder
    options.output = output.map(SiteOptions.withoutSlash)
    options.wait = wait
    options.includesDrafts = drafts
    options.isStrict = strict
    options.isCheck = check
    options.validatesWhole = validation == .whole
    options.isFrozen = frozen
    options.accepted = Set(accept)
    options.listsLosses = report.verbose
    let progress = report.watch()
    options.progress = progress.progress
    let outcome = await Publication(options).run()
    report.end(progress)
    try report.print(outcome.diagnostics)
    if !report.quiet, report.format != .sarif, reportFile != "-" {
      let text =
        switch (report.format, cause) {
        case (.json, _): try Summary.json(outcome)
        case (_, nil):
          Summary.text(outcome, names: report.verbose, inColor: ReportOptions.colorsOutput)
        case (_, let cause?): "\(cause): \(Summary.line(outcome))"
        }
      FileSystem.write(text + "\n", to: .output)
    }
    if let reportFile {
      let failures = try BuildReport(outcome).write(to: reportFile)
      try report.print(failures)
      if !watch, outcome.status.exitCode == nil, !failures.isEmpty { throw ExitCode(73) }
    }
    return outcome
  }
}

/// How documents are judged before they are published.
enum ValidationMode: String, ExpressibleByArgument {
  case parts, whole
}
