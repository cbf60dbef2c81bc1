/// A finding: what is wrong, where, and what to write instead.
public struct Diagnostic: Hashable, Sendable {
  /// Another place that has to do with a finding.
  public struct Note: Hashable, Sendable {
    /// The other place.
    public let location: SourceLocation
    /// What is there, as a lower-case clause without full stop.
    public let message: String

    /// A note that `message` holds at `location`.
    public init(at location: SourceLocation, _ message: String) {
      self.location = location
      self.message = message
    }
  }

  /// The rule that was broken.
  public let rule: Rule
  /// How much this finding matters: as the rule says, or as the run was told.
  public let severity: Severity
  /// Where it is.
  public let location: SourceLocation
  /// What was found, as a lower-case clause without full stop.
  public let message: String
  /// What to write instead.
  public let help: String
  /// The line of the file that the finding is in; nil where it is about a whole file.
  public let sourceLine: String?
  /// How many characters from the column on the finding is about, at least 1.
  public let length: Int
  /// Other places that have to do with it.
  public let notes: [Note]

  /// A finding by `rule` at `location`; `severity` is the rule's where none is given.
  public init(
    rule: Rule, severity: Severity? = nil, location: SourceLocation, message: String, help: String,
    sourceLine: String? = nil, length: Int = 1, notes: [Note] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.location = location
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
    self.length = max(length, 1)
    self.notes = notes
  }

  /// The same finding with another severity.
  public func with(severity: Severity) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, location: location, message: message, help: help,
      sourceLine: sourceLine, length: length, notes: notes)
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of the findings is an error, so that nothing may be published.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings by file, then place, then rule: the same order whatever order they came in.
  public func inReadingOrder() -> [Diagnostic] {
    sorted { lhs, rhs in
      if lhs.location.file != rhs.location.file { return lhs.location.file < rhs.location.file }
      let (left, right) = (lhs.location.position, rhs.location.position)
      if left != right {
        guard let left else { return true }
        guard let right else { return false }
        return left < right
      }
      return (lhs.rule.id, lhs.message) < (rhs.rule.id, rhs.message)
    }
  }
}
