internal import ArgumentParser
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import Publishing

/// `feedsetter validate`.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judges feeds, whoever wrote them.",
    discussion: """
      RSS 2.0, Atom 1.0, and JSON Feed 1 and 1.1; the format is told from the bytes. Findings go to \
      standard output. Of --format json there is one object a file.

      Exit status: 0 no error was found, 1 errors were found, 64 wrong usage, 66 a file can't be read.
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Leave out the findings of this rule.", valueName: "rule"))
  var ignore: [String] = []

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(
    name: .shortAndLong,
    help: "Tell errors and warnings only: no advice, no count, no progress.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every file with its format, those without findings too.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "The moment that dates are held against. Default: the clock.", valueName: "moment"),
    transform: Moment.parse)
  var now: Timestamp?

  @Option(
    help: ArgumentHelp(
      "The address that the feed is published at, which its link to itself should be.",
      valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp(
      "Say what a rule asks for, and why; \"all\" for a page of all rules.", valueName: "rule"))
  var explain: String?

  func validate() throws {
    guard explain != nil || !paths.isEmpty else {
      throw ValidationError("Name a file, a folder, or - for standard input.")
    }
    let explained = explain == "all" ? nil : explain
    for id in ignore + [explained].compactMap(\.self) where RuleCatalogue.all[id] == nil {
      let nearest = nearestName(to: id, in: RuleCatalogue.all.rules.map(\.id))
      throw ValidationError(
        "There is no rule \"\(id)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""))
    }
  }

  func run() async throws {
    if explain == "all" {
      FileSystem.write(RuleCatalogue.page, to: .output)
      return
    }
    if let explain, let rule = RuleCatalogue.all[explain] {
      Swift.print(Explanation.text(rule))
      return
    }
    var judge = FeedFiles(workers: Machine.processorCount)
    judge.ignoredRules = Set(ignore)
    judge.isStrict = strict
    judge.now = try now ?? Moment.current()
    judge.address = try url.map(Self.address)
    var report = ReportOptions()
    (report.format, report.quiet) = (format, quiet)
    let watch = report.watch()
    judge.progress = watch.progress
    let judgements: [FeedFiles.Judgement]
    do throws(FeedFiles.Defect) {
      judgements = try await judge.judge(paths)
      watch.end()
    } catch {
      watch.end()
      FileSystem.write(TerminalRenderer(usesColor: false).render(error.diagnostic), to: .error)
      throw ExitCode(70)
    }
    try print(judgements, report)
    if judgements.isEmpty || judgements.contains(where: { !$0.wasRead }) { throw ExitCode(66) }
    if judgements.contains(where: \.findings.hasErrors) { throw ExitCode(1) }
  }

  private static func address(_ text: String) throws -> AbsoluteURL {
    do throws(InvalidValue) {
      return try AbsoluteURL(text)
    } catch {
      throw ValidationError("\"\(text)\" is no address: \(error.reason).")
    }
  }

  private func print(_ judgements: [FeedFiles.Judgement], _ report: ReportOptions) throws {
    if format == .json {
      for judgement in judgements { Swift.print(try JudgementLine.json(judgement)) }
      return
    }
    if verbose, format == .text {
      FileSystem.write(judgements.map(JudgementLine.text).joined(), to: .output)
    }
    let text = try report.text(
      of: judgements.flatMap(\.findings), toTerminal: FileSystem.isTerminal(.output))
    FileSystem.write(text, to: .output)
    if format == .text, !quiet { Swift.print(Self.summary(judgements)) }
  }

  private static func summary(_ judgements: [FeedFiles.Judgement]) -> String {
    let findings = judgements.flatMap(\.findings)
    let invalid = judgements.count { $0.findings.hasErrors }
    let errors = Summary.count(findings.count { $0.severity == .error }, "error")
    let warnings = Summary.count(findings.count { $0.severity == .warning }, "warning")
    return "\(Summary.count(judgements.count, "file")) judged, \(invalid) invalid: "
      + "\(errors), \(warnings)"
  }
}

/// What a rule asks for, in words.
enum Explanation {
  static func text(_ rule: Rule) -> String {
    var lines = ["\(rule.id) (\(rule.severity.rawValue))", rule.summary, "mend: \(rule.cure)"]
    if let specification = rule.specification { lines.append("see:  \(specification)") }
    return lines.joined(separator: "\n")
  }
}
