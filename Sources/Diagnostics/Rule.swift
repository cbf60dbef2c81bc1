/// How much a finding matters.
public enum Severity: String, Comparable, Sendable, CaseIterable {
  /// Worth knowing; nothing is wrong.
  case info
  /// Some readers or tools will mind; publication goes on.
  case warning
  /// Nothing is published.
  case error

  /// Whether `lhs` matters less than `rhs`.
  public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A rule that findings are made by: what it asks for, why, and what to do about it.
///
/// A module declares its rules as constants in a catalogue of its own; the wording of what was
/// found stands where the rule is applied.
public struct Rule: Hashable, Sendable {
  /// The name that findings carry, in kebab case.
  ///
  /// It never changes once released.
  public let id: String
  /// How much it matters when the rule is broken.
  public let severity: Severity
  /// What the rule asks for and why, in a sentence.
  public let summary: String
  /// What to write instead.
  public let cure: String
  /// The section of the specification that the rule comes from, as a link; nil for house rules.
  public let specification: String?

  /// A rule; `id` in kebab case.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, cure: String,
    specification: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.cure = cure
    self.specification = specification
  }
}

/// Rules by id.
public struct RuleCatalogue: Sendable {
  /// The rules, sorted by id.
  public let rules: [Rule]

  /// A catalogue of `rules`, in any order.
  public init(_ rules: [Rule]) {
    self.rules = rules.sorted { $0.id < $1.id }
  }

  /// The rule called `id`; nil where there is none.
  public subscript(id: String) -> Rule? {
    rules.first { $0.id == id }
  }
}
