package import Diagnostics

/// Why a text is not YAML, or more of it than is taken.
package struct YAMLError: Error, Hashable, Sendable {
  /// Where the fault shows.
  package let position: Position
  /// What is wrong, as a lower-case clause without full stop.
  package let message: String
  /// Whether it is YAML, but more of it than is taken.
  package let isTooMuch: Bool
  /// Where what is at fault began, and what it is, where that is another place.
  package let context: Context?

  package struct Context: Hashable, Sendable {
    package let position: Position
    package let message: String
  }

  init(
    at position: Position, _ message: String, isTooMuch: Bool = false, context: Context? = nil
  ) {
    self.position = position
    self.message = message
    self.isTooMuch = isTooMuch
    self.context = context
  }

  /// The error for what stands behind the first document.
  static func anotherDocument(at position: Position) -> YAMLError {
    YAMLError(at: position, "another document begins here, and only one is read", isTooMuch: true)
  }
}
