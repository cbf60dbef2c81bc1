internal import Diagnostics
internal import FoundationEssentials
internal import Publishing

/// A judged file as one line of JSON.
struct JudgementLine: Encodable {
  private let file: String
  private let format: String?
  private let version: String?
  private let valid: Bool
  private let problems: [Problem]

  private struct Problem: Encodable {
    let severity: String
    let rule: String
    let line: Int?
    let column: Int?
    let message: String
    let help: String
    let spec: String?
  }

  static func json(_ judgement: FeedFiles.Judgement) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(JudgementLine(judgement)), as: UTF8.self)
  }

  /// The file, what it is, and whether it may be published, for people.
  static func text(_ judgement: FeedFiles.Judgement) -> String {
    let format = [judgement.format, judgement.version].compactMap(\.self).joined(separator: " ")
    let verdict = judgement.findings.hasErrors ? "invalid" : "valid"
    return "\(judgement.file): \(format.isEmpty ? "no feed" : format), \(verdict)\n"
  }

  private init(_ judgement: FeedFiles.Judgement) {
    file = judgement.file
    format = judgement.format
    version = judgement.version
    valid = !judgement.findings.hasErrors
    problems = judgement.findings.map { finding in
      Problem(
        severity: finding.severity.rawValue, rule: finding.rule.id,
        line: finding.location.position?.line, column: finding.location.position?.column,
        message: finding.message, help: finding.help, spec: finding.rule.specification)
    }
  }
}
