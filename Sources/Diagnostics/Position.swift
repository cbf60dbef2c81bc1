/// A place in a text: line and column, both counted from 1.
///
/// A column counts Unicode scalars, not bytes and not grapheme clusters, as libyaml and most
/// editors do; a tab is one column.
public struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// A place at `line` and `column`, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a text.
  public static let start = Position(line: 1, column: 1)

  /// Whether `lhs` comes before `rhs` in reading order.
  public static func < (lhs: Position, rhs: Position) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}

/// A file, and where it matters a place in it.
public struct SourceLocation: Hashable, Sendable {
  /// The file as a person would name it: relative to the site, or as it was given.
  public let file: String
  /// The place in the file; nil where the finding is about the file as a whole.
  public let position: Position?

  /// A place in `file`, or the whole of it.
  public init(file: String, position: Position? = nil) {
    self.file = file
    self.position = position
  }
}
