internal import Diagnostics

/// Who follows the items or entries of a document while it is judged.
struct RecordObserver {
  /// Whether the rules are applied to them.
  var inspects = true
  /// Called behind each, with where it begins and where its end tag does; JSON has no end tags.
  var passed: (_ start: Position, _ end: Position?) -> Void = { _, _ in }
}
