/// Findings as text for people: the place, what is wrong, the line with a mark under it, the help.
///
/// ```
/// content/hello.md:3:7: error: 2026-02-30 is not a day of the calendar [date-impossible]
///   3 | date: 2026-02-30
///     |       ^~~~~~~~~~
///   help: write a date that exists, such as 2026-02-28
/// ```
public struct TerminalRenderer: Sendable {
  /// Whether severity and mark are coloured by ANSI escape sequences.
  public let usesColor: Bool
  /// How many characters of a source line are shown at most.
  private let widest: Int
  private let markColor = "32"

  /// A renderer that colours only where `usesColor` says so: on a terminal, without `NO_COLOR`.
  ///
  /// - Parameters:
  ///   - usesColor: Whether severity and mark are coloured.
  ///   - columns: How wide the lines may be that show a part of a file.
  public init(usesColor: Bool, columns: Int = 170) {
    self.usesColor = usesColor
    widest = max(40, columns - 10)
  }

  /// The text of one finding, with a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let label = colored(diagnostic.severity.rawValue, diagnostic.severity.color)
    var text =
      "\(Self.place(diagnostic.location)): \(label): "
      + "\(Self.printable(diagnostic.message)) [\(diagnostic.rule.id)]\n"
    if let line = diagnostic.sourceLine, let position = diagnostic.location.position {
      text += excerpt(of: line, at: position, length: diagnostic.length)
    }
    for note in diagnostic.notes {
      text += "  note: \(Self.place(note.location)): \(Self.printable(note.message))\n"
    }
    if !diagnostic.help.isEmpty { text += "  help: \(Self.printable(diagnostic.help))\n" }
    return text
  }

  /// `file:line:column`, or `file` alone where there is no place in it.
  static func place(_ location: SourceLocation) -> String {
    let file = printable(location.file)
    guard let position = location.position else { return file }
    return "\(file):\(position.line):\(position.column)"
  }

  private func excerpt(of line: String, at position: Position, length: Int) -> String {
    let scalars = Array(line.unicodeScalars)
    let start = min(position.column - 1, scalars.count)
    // A long line is shown from a little before the mark.
    let first = start > widest * 3 / 4 ? start - widest / 4 : 0
    let shown = scalars[first..<min(first + widest, scalars.count)]
    let marked = max(1, min(length, first + shown.count - start))
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)

    var padding = ""
    for scalar in scalars[first..<start] {
      padding += scalar == "\t" ? "\t" : String(repeating: " ", count: scalar.terminalColumns)
    }
    var markWidth = 0
    for offset in 0..<marked where start + offset < scalars.count {
      markWidth += scalars[start + offset].terminalColumns
    }
    let mark = "^" + String(repeating: "~", count: max(markWidth - 1, 0))
    let text = String(String.UnicodeScalarView(shown))
    return "  \(number) | \(Self.printable(text))\n"
      + "  \(gutter) | \(padding)\(colored(mark, markColor))\n"
  }

  private func colored(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
  }

  /// The text with control characters made visible, so that a file can't write to the terminal.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isTerminalControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.isTerminalControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

extension Severity {
  fileprivate var color: String {
    switch self {
    case .info: "36"
    case .warning: "33"
    case .error: "31"
    }
  }
}
