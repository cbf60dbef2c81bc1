internal import ArgumentParser
internal import Diagnostics
internal import FileSystem

/// How findings are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github, sarif
}

/// How a run tells what it found and did.
struct ReportOptions: ParsableArguments {
  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  @Flag(
    name: .shortAndLong,
    help: "Tell errors and warnings only: no notes, no summary, no progress.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Name every file that is written or removed, and every place where feeds lose something; tell what "
        + "each stage took, on standard error."))
  var verbose = false

  /// Whether what goes to standard output has colours.
  static var colorsOutput: Bool { FileSystem.isTerminal(.output) && Machine.wantsColor }

  /// How many findings are written out for people; the rest is counted.
  private static let mostFindings = 1000

  /// The findings as text in the format that was asked for, coloured if they go to a terminal.
  func text(of findings: [Diagnostic], toTerminal isTerminal: Bool) throws -> String {
    let shown = findings.filter { !quiet || $0.severity > .info }
    if format == .sarif { return try SARIFRenderer(version: Feedsetter.version).render(shown) }
    let renderer =
      isTerminal
      ? TerminalRenderer(usesColor: Machine.wantsColor, columns: Machine.terminalColumns)
      : TerminalRenderer(usesColor: false)
    var text = ""
    for finding in format == .text ? shown.prefix(Self.mostFindings) : shown[...] {
      switch format {
      case .text: text += renderer.render(finding)
      case .json: text += try JSONLinesRenderer().render(finding)
      case .github: text += GitHubRenderer().render(finding)
      case .sarif: continue
      }
    }
    if shown.count > Self.mostFindings, format == .text {
      text += "… and \(shown.count - Self.mostFindings) findings more\n"
    }
    return text
  }

  /// A watch over a run, which shows people that it goes on.
  func watch() -> RunWatch { RunWatch(showsLine: !quiet && format == .text) }

  /// Takes the watch's line away, and tells what each stage took where that is asked for.
  func end(_ watch: RunWatch) {
    watch.end()
    if verbose, format == .text { FileSystem.write(watch.table(), to: .error) }
  }

  /// Writes findings to standard error; those of SARIF, which are one document, to standard output.
  func print(_ findings: [Diagnostic]) throws {
    FileSystem.write(
      try text(of: findings, toTerminal: FileSystem.isTerminal(.error)),
      to: format == .sarif ? .output : .error)
  }
}
