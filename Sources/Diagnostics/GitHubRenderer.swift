/// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.
///
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
public struct GitHubRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// The command of one finding, with a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    var properties = ["file=\(Self.escapedProperty(diagnostic.location.file))"]
    if let position = diagnostic.location.position {
      properties += ["line=\(position.line)", "col=\(position.column)"]
    }
    properties.append("title=\(Self.escapedProperty(diagnostic.rule.id))")
    var lines = [diagnostic.message]
    lines += diagnostic.notes.map { "\(TerminalRenderer.place($0.location)): \($0.message)" }
    if !diagnostic.help.isEmpty { lines.append(diagnostic.help) }
    let text = Self.escaped(lines.joined(separator: "\n"))
    return "::\(command) \(properties.joined(separator: ","))::\(text)\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
