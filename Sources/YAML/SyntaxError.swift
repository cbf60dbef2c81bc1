package import Diagnostics

/// Why a text is not in the language that it should be in, or more of it than is taken.
package struct SyntaxError: Error, Hashable, Sendable {
  /// A language in which people write fields and values.
  package enum Language: String, Sendable {
    case yaml = "YAML"
    case toml = "TOML"
    case json = "JSON"
  }

  package let language: Language
  /// Where the fault shows.
  package let position: Position
  /// What is wrong, as a lower-case clause without full stop.
  package let message: String
  /// What to write instead, where the fault itself tells it.
  package let help: String?
  /// Whether it is in that language, but more of it than is taken.
  package let isTooMuch: Bool
  /// Where what is at fault began, and what it is, where that is another place.
  package let context: Context?

  package struct Context: Hashable, Sendable {
    package let position: Position
    package let message: String

    package init(position: Position, message: String) {
      self.position = position
      self.message = message
    }
  }

  package init(
    _ language: Language = .yaml, at position: Position, _ message: String, help: String? = nil,
    isTooMuch: Bool = false, context: Context? = nil
  ) {
    self.language = language
    self.position = position
    self.message = message
    self.help = help
    self.isTooMuch = isTooMuch
    self.context = context
  }

  /// The error for what stands behind the first document.
  static func anotherDocument(at position: Position) -> SyntaxError {
    SyntaxError(at: position, "another document begins here, and only one is read", isTooMuch: true)
  }
}
