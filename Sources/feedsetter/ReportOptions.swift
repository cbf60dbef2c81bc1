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

  @Flag(name: .shortAndLong, help: "Tell errors and warnings only.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Name every file that is written or removed, and every place where feeds lose something.")
  var verbose = false

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

  /// Writes findings to standard error; those of SARIF, which are one document, to standard output.
  func print(_ findings: [Diagnostic]) throws {
    FileSystem.write(
      try text(of: findings, toTerminal: FileSystem.isTerminal(.error)),
      to: format == .sarif ? .output : .error)
  }
}
