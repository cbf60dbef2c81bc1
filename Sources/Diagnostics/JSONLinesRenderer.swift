internal import FoundationEssentials

/// Findings as JSON, one object a line, for other programs.
///
/// Each object has `file`, `severity`, `rule`, `message` and `help`; `line` and `column` where the
/// finding has a place; `spec` where the rule comes from a specification; `notes` where other
/// places matter.
public struct JSONLinesRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// The object of one finding, with a line break at its end.
  ///
  /// - Throws: `EncodingError` where Foundation can't encode a text, which no text is known for.
  public func render(_ diagnostic: Diagnostic) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = try encoder.encode(Object(diagnostic))
    return String(decoding: line, as: UTF8.self) + "\n"
  }

  /// A finding as an object, for documents that hold findings among other things.
  package struct Object: Encodable, Sendable {
    let file: String
    let line: Int?
    let column: Int?
    let severity: String
    let rule: String
    let message: String
    let help: String
    let spec: String?
    private let notes: [Note]?

    /// The object of `diagnostic`.
    package init(_ diagnostic: Diagnostic) {
      file = diagnostic.location.file
      line = diagnostic.location.position?.line
      column = diagnostic.location.position?.column
      severity = diagnostic.severity.rawValue
      rule = diagnostic.rule.id
      message = diagnostic.message
      help = diagnostic.help
      spec = diagnostic.rule.specification
      notes = diagnostic.notes.isEmpty ? nil : diagnostic.notes.map(Note.init)
    }
  }

  private struct Note: Encodable, Sendable {
    let file: String
    let line: Int?
    let column: Int?
    let message: String

    init(_ note: Diagnostic.Note) {
      file = note.location.file
      line = note.location.position?.line
      column = note.location.position?.column
      message = note.message
    }
  }
}
