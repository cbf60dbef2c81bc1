package import Diagnostics

/// What was found in a folder, and the configuration that follows from it.
package struct SetupReport: Sendable {
  /// The text of a `feedsetter.yml`.
  package let configuration: String
  /// What keeps articles from being read.
  package internal(set) var findings: [Diagnostic] = []
  var files = 0
  var articles = 0
  var withheld = 0
  var unreadable = 0
  /// A file and the address that its article has.
  var example: (file: String, link: String)?
  private let generator: String
  private let sign: String
  private let rows: [(name: String, text: String, place: String)]
  private let remarks: [String]
  private let missing: [String]
  /// What is said of articles without titles.
  private let untitled: String?

  init(proposal: Proposal, configuration: String) {
    self.configuration = configuration
    generator = proposal.generator
    sign = proposal.sign
    var rows: [(name: String, text: String, place: String)] = []
    let values = [
      ("title", proposal.title), ("url", proposal.url), ("description", proposal.description),
      ("language", proposal.language), ("timezone", proposal.timezone),
      ("author", proposal.author), ("copyright", proposal.copyright),
    ]
    for (name, value) in values {
      if let value, !value.text.isEmpty { rows.append((name, value.text, placeName(value.place))) }
    }
    for permalink in proposal.permalinks {
      let glob = permalink.glob.map { $0 + " at " } ?? ""
      rows.append(
        (
          "addresses", glob + permalink.patterns.joined(separator: ", else "),
          placeName(permalink.place)
        ))
    }
    for (field, text) in proposal.defaults { rows.append(("default", "\(field): \(text)", "")) }
    for (field, names) in proposal.keys {
      rows.append(("field", "\(names.joined(separator: ", ")) is read as \(field)", ""))
    }
    if let authors = proposal.authors { rows.append(("authors", authors, "")) }
    self.rows = rows
    remarks = proposal.remarks.map { remark in
      let place = placeName(remark.place)
      return place.isEmpty ? remark.message : "\(place): \(remark.message)"
    }
    missing = [proposal.title == nil ? "site.title" : nil, proposal.url == nil ? "site.url" : nil]
      .compactMap { $0 }
    folder = proposal.path
    untitled = proposal.untitled.map {
      "articles without a title are called by their \($0 == "name" ? "files' names" : "first words")"
        + ": content.untitled"
    }
  }

  private let folder: String

  /// The lines for people.
  ///
  /// - Parameters:
  ///   - file: The configuration's file; nil where none was written.
  ///   - next: The command that publishes the site.
  /// - Returns: The lines, without a line break at the end.
  package func text(file: String?, next: String) -> String {
    var lines = [
      sign.isEmpty
        ? "no generator was recognised: the folder is taken for articles written by hand"
        : "a site of \(generator), by \(sign)"
    ]
    let width = rows.map(\.name.count).max() ?? 0
    for row in rows {
      let name = row.name + String(repeating: " ", count: width - row.name.count)
      let text = row.text.count > 100 ? row.text.prefix(99) + "…" : row.text
      lines.append("  \(name)  \(text)" + (row.place.isEmpty ? "" : "  (\(row.place))"))
    }
    var counts = "\(folder): \(Self.count(articles, "article")) in \(Self.count(files, "file"))"
    if withheld > 0 { counts += ", \(withheld) withheld" }
    if unreadable > 0 {
      counts +=
        ", \(unreadable) that can't be published as \(unreadable == 1 ? "it is" : "they are")"
    }
    lines.append(counts)
    if let example { lines.append("  \(example.file) is \(example.link)") }
    if !remarks.isEmpty {
      lines.append("not taken over:")
      lines += remarks.map { "  \($0)" }
    }
    if !findings.isEmpty { lines.append("to mend:") }
    for finding in findings.prefix(Self.mostFindings) {
      let place = placeName(finding.location)
      lines.append("  \(place): \(finding.message) [\(finding.rule.id)]")
    }
    if findings.count > Self.mostFindings {
      lines.append("  … and \(findings.count - Self.mostFindings) more")
    }
    if unreadable > 0, articles > 0 {
      lines.append("  or publish the others without: content.faulty: leave-out")
    }
    if let untitled { lines.append(untitled) }
    if let file { lines.append("wrote \(file)") }
    if !missing.isEmpty {
      lines.append(
        "fill in \(missing.joined(separator: " and ")) there: nothing in the folder tells it")
    }
    lines.append("next: \(next)")
    return lines.joined(separator: "\n")
  }

  private static let mostFindings = 10

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}

/// A place as people name it; empty where there is none.
func placeName(_ location: SourceLocation?) -> String {
  guard let location else { return "" }
  return location.file + (location.position.map { ":\($0.line)" } ?? "")
}
