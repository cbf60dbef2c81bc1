import Diagnostics
import FeedValidation

/// What is wrong with a feed, as a terminal shows it, and whether it may be published.
func judge(_ document: [UInt8], called name: String) throws(ValidatorDefect) -> String {
  // Keep the validator where there are more documents: its schemas are compiled once.
  let validator = try FeedValidator()
  let report = validator.report(on: [document])

  var chunks = [document][...]
  let lines = report.sourceLines { chunks.popFirst() }
  let renderer = TerminalRenderer(usesColor: false)
  var text = ""
  for finding in report.findings {
    let line = lines[finding.position.line]
    text += renderer.render(finding.diagnostic(file: name, sourceLine: line))
  }
  let kind = report.kind?.rawValue ?? "no feed"
  return text + "\(name): \(kind), \(report.isValid ? "valid" : "not valid")\n"
}
