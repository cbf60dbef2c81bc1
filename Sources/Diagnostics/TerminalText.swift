/// Text from files on its way to a terminal.
package enum TerminalText {
  /// The text with characters made visible that a terminal would act on.
  package static func printable(_ text: String) -> String { TerminalRenderer.printable(text) }

  /// The text in no more than `columns` columns: cut off with an ellipsis where it is wider.
  package static func fitted(_ text: String, columns: Int) -> String {
    let scalars = Array(printable(text).unicodeScalars)
    var width = 0
    var lastFitting = 0
    for (index, scalar) in scalars.enumerated() {
      width += scalar == "\t" ? 1 : scalar.terminalColumns
      if width < columns { lastFitting = index + 1 }
      guard width <= columns else {
        return String(String.UnicodeScalarView(scalars[..<lastFitting])) + "…"
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The text in lines of no more than `columns` columns, broken at spaces, all but the first indented.
  package static func wrapped(_ text: String, columns: Int) -> String {
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in printable(text).split(separator: " ") {
      let wordWidth = word.unicodeScalars.reduce(0) { $0 + $1.terminalColumns }
      if !line.isEmpty, width + 1 + wordWidth > columns {
        lines.append(line)
        (line, width) = (" ", 1)
      }
      if !line.isEmpty { line += " " }
      width += wordWidth + (line.isEmpty ? 0 : 1)
      line += word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
