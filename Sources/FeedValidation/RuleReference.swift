package import Diagnostics

/// The page that documents the rules, made from them.
package enum RuleReference {
  /// `docs/RULES.md`: every rule with its severity, what it asks for, the cure and the specification.
  ///
  /// - Parameter catalogue: The rules.
  /// - Returns: The page in Markdown, with a line break at its end.
  package static func markdown(_ catalogue: RuleCatalogue) -> String {
    var page = """
      # Rules

      Generated from the rules themselves: change them, not this page.

      An **error** breaks what subscribers see, or a MUST of a specification; nothing with an error is
      published. A **warning** is something that some readers mind. An **info** is advice.

      | rule | severity | asks for |
      |---|---|---|

      """
    for rule in catalogue.rules {
      page += "| [\(rule.id)](#\(rule.id)) | \(rule.severity.rawValue) | \(cell(rule.summary)) |\n"
    }
    for rule in catalogue.rules {
      page += "\n## \(rule.id)\n\n\(rule.severity.rawValue): \(text(rule.summary))\n\n"
      page += "Instead: \(text(rule.cure))\n"
      if let specification = rule.specification { page += "\nSee <\(specification)>.\n" }
    }
    return page
  }

  /// A text of a rule with its tags as code, which Markdown would take for HTML.
  private static func text(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += rest[..<open] + "`\(rest[open...close])`"
      rest = rest[rest.index(after: close)...]
    }
    // Two tags side by side are one piece of code.
    return (result + rest).replacing("``", with: "")
  }

  private static func cell(_ text: String) -> String {
    self.text(text).replacing("|", with: "\\|")
  }
}
