internal import Diagnostics
internal import FeedValues

/// The findings of one document, and what its rules must remember from one record to the next.
final class Log {
  let circumstances: Circumstances
  private(set) var findings: [Finding] = []
  /// How many of them are about what may stand where, which the grammar sees as well.
  private(set) var structuralFindings = 0
  var memory = Memory()
  /// What checks of single values have found to be right.
  let known: KnownValues

  /// More findings than anybody reads; the rest of a hopeless document is only parsed.
  ///
  /// Errors are counted apart, so that nothing else keeps the first of them from being told.
  private let most = 1000
  private var errors = 0

  init(circumstances: Circumstances, known: KnownValues = KnownValues()) {
    self.circumstances = circumstances
    self.known = known
  }

  func add(
    _ rule: Rule, _ message: String, at position: Position, length: Int = 1, help: String? = nil,
    isStructural: Bool = false
  ) {
    if isStructural { structuralFindings += 1 }
    if rule.severity == .error { errors += 1 }
    guard rule.severity == .error ? errors <= most : findings.count < most else { return }
    findings.append(
      Finding(
        rule: rule, position: position, length: length, message: message, help: help ?? rule.cure))
  }
}

/// What rules about a whole feed must know of its items, which are gone by then.
struct Memory {
  /// Where each id or guid was first used.
  var ids: [String: Position] = [:]
  /// Where the first item or entry begins, and where comments are first counted.
  var firstRecord: Position?
  var firstCommentCount: Position?
  /// Whether the document is an Atom entry by itself.
  var isSingleEntry = false
  /// Atom entries that rely on the feed's author.
  var authorless: [Position] = []
  /// A digest of each Atom entry's id and date, to find entries that can't be told apart.
  var editions: Set<Digest> = []
}

/// What a rule's closure reports to: the log, with the rule's name on all it says.
struct Reporter {
  let check: RuleBook.BoundCheck
  let log: Log

  /// Reports `message` at `position`; `help` is the rule's cure where none is given.
  ///
  /// A fault is structural where the grammar would object to it as well.
  func found(
    _ message: String, at position: Position, length: Int = 1, help: String? = nil,
    isStructural: Bool = false
  ) {
    log.add(
      check.rule, message, at: position, length: length, help: help, isStructural: isStructural)
  }
}

/// A text as messages quote it: one line, and not too much of it.
func quoted(_ text: some StringProtocol) -> String {
  let line = String(text.prefix { !$0.isNewline })
  return line.count > 60 ? "\"\(line.prefix(57))…\"" : "\"\(line)\""
}
