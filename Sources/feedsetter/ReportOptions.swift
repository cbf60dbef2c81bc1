internal import ArgumentParser
internal import Diagnostics
internal import FileSystem
internal import Publishing

/// How a run tells what it found and did: findings on standard error, the result on standard output.
struct ReportOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "How findings and the result are written.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Write no result, and of the findings errors and warnings only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every file that is written or removed.")
  var verbose = false

  /// How many findings are written out; the rest is counted.
  private static let mostFindings = 1000

  func print(_ outcome: Outcome) throws {
    let shown = outcome.diagnostics.filter { !quiet || $0.severity > .info }
    for diagnostic in shown.prefix(Self.mostFindings) {
      FileSystem.writeToStandardError(try render(diagnostic))
    }
    if format == .text, shown.count > Self.mostFindings {
      FileSystem.writeToStandardError(
        "… and \(shown.count - Self.mostFindings) findings more\n")
    }
    if quiet { return }
    Swift.print(format == .text ? Summary.text(outcome, names: verbose) : Summary.json(outcome))
  }

  private func render(_ diagnostic: Diagnostic) throws -> String {
    switch format {
    case .text:
      let usesColor = FileSystem.standardErrorIsTerminal && Machine.wantsColor
      return TerminalRenderer(usesColor: usesColor).render(diagnostic)
    case .json: return try JSONLinesRenderer().render(diagnostic)
    }
  }
}
