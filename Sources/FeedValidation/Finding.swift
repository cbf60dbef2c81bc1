public import Diagnostics
internal import XML

/// Something in a feed document that breaks a rule.
public struct Finding: Hashable, Sendable {
  /// The rule.
  public let rule: Rule
  /// Where the element, attribute, member or value begins that the finding is about.
  public let position: Position
  /// How many characters from there on it is about, where that is known; else 1.
  public let length: Int
  /// What was found, as a lower-case clause without full stop.
  public let message: String
  /// What to write instead.
  public let help: String

  /// A finding by `rule` at `position`.
  public init(rule: Rule, position: Position, length: Int = 1, message: String, help: String) {
    self.rule = rule
    self.position = position
    self.length = length
    self.message = message
    self.help = help
  }

  /// How much it matters.
  public var severity: Severity { rule.severity }

  /// The finding as a diagnostic about `file`.
  ///
  /// - Parameters:
  ///   - file: The document as a person would name it.
  ///   - sourceLine: The line that the finding is in, where the caller has it.
  /// - Returns: The diagnostic.
  public func diagnostic(file: String, sourceLine: String? = nil) -> Diagnostic {
    Diagnostic(
      rule: rule, location: SourceLocation(file: file, position: position), message: message,
      help: help, sourceLine: sourceLine, length: length)
  }
}

/// What a validator has to say about one document.
public struct FeedReport: Sendable {
  /// What the document is; nil where it is no feed that this module knows.
  public let kind: FeedKind?
  /// The version that it declares, such as `2.0` or `1.1`; `1.0` for Atom.
  public let version: String?
  /// What breaks a rule, in reading order.
  public let findings: [Finding]

  /// Whether no finding is an error.
  public var isValid: Bool { !findings.contains { $0.severity == .error } }

  /// The lines that the findings are in, by number, from a document that is read once more.
  ///
  /// Meant for documents that were judged while they were read and are in no memory. A finding too
  /// far off in a long line goes without: no line is kept beyond 16,384 characters, and no more
  /// than 4 MB in all.
  ///
  /// - Parameter next: Gives the same bytes as were judged, chunk by chunk, and nil at the end.
  /// - Returns: The lines without their line breaks, in UTF-8, cut off where they are long.
  /// - Throws: What `next` throws.
  public func sourceLines<Failure: Error>(
    reading next: @escaping () throws(Failure) -> [UInt8]?
  ) throws(Failure) -> [Int: String] {
    var failure: Failure?
    let chunks = DecodedChunks {
      do throws(Failure) {
        return failure == nil ? try next() : nil
      } catch {
        failure = error
        return nil
      }
    }
    var lines = LineCollector(
      wanted: Set(findings.filter { $0.position.column <= 16_384 }.map(\.position.line)))
    while !lines.isDone, let chunk = chunks.next() { lines.read(chunk) }
    if let failure { throw failure }
    return lines.finished()
  }
}
