internal import Diagnostics

/// Who follows the items or entries of a document while it is judged.
struct RecordObserver {
  /// Whether the rules are applied to them.
  var inspects = true
  /// Called behind each.
  var passed: (Record) -> Void = { _ in }

  /// Where an item or entry stands in the document.
  struct Record {
    let position: Position
    /// The offset of its first byte.
    let start: Int
    /// The offset of its end tag, or of what follows an item of JSON; nil where it has no end tag.
    let end: Int?
  }
}
