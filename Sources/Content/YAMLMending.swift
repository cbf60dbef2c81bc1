internal import Diagnostics
internal import YAML

/// Looks for a line of front matter that, written otherwise, would make it YAML.
///
/// Each proposal is tried: it is shown only where libyaml gets further with it.
struct YAMLMending {
  /// What to write instead; nil where nothing helps.
  let help: String?

  /// A line in another wording, and what was wrong with it.
  private struct Proposal {
    let reason: String
    let line: String
  }

  /// Looks for the mended line of `error` in the front matter `fields` of `source`.
  init(_ error: SyntaxError, in source: SourceText, fields: Range<Int>) {
    let isSecond = error.message.contains("another document")
    guard !error.isTooMuch || isSecond, fields.count < 1 << 16 else {
      help = nil
      return
    }
    let firstLine = source.position(ofByteAt: fields.lowerBound).line
    let lines = String(decoding: source.bytes[fields], as: UTF8.self)
      .replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let fault = error.position.line
    // What a fault is part of began at its context, or in a line above.
    var numbers = [fault, error.context?.position.line ?? fault, fault - 1]
    if let above = numbers.dropLast().min(), error.message.contains("':'") { numbers.append(above) }
    var found: Proposal?
    search: for (index, number) in numbers.enumerated()
    where numbers.firstIndex(of: number) == index {
      guard lines.indices.contains(number - firstLine) else { continue }
      for proposal in Self.proposals(for: lines[number - firstLine]) {
        var mended = lines
        mended[number - firstLine] = proposal.line
        if Self.isBetter(mended, than: fault, firstLine: firstLine) {
          found = proposal
          break search
        }
      }
    }
    help = found.map { "\($0.reason): \($0.line)" }
  }

  /// The mended first line of front matter that is one text, as `key:value` is.
  static func help(forText source: SourceText, fields: Range<Int>) -> String? {
    let error = SyntaxError(at: source.position(ofByteAt: fields.lowerBound), "it is no map")
    return YAMLMending(error, in: source, fields: fields).help
  }

  /// Whether lines are a map, or not one because of a line below `fault`.
  private static func isBetter(_ lines: [String], than fault: Int, firstLine: Int) -> Bool {
    do throws(SyntaxError) {
      let root = try YAMLParser.parse(
        Array(lines.joined(separator: "\n").utf8)[...], firstLine: firstLine)
      if case .mapping? = root?.content { return true }
      return false
    } catch {
      return max(error.position.line, error.context?.position.line ?? 0) > fault
        && (error.context?.position.line ?? fault + 1) > fault
    }
  }

  private static func proposals(for line: String) -> [Proposal] {
    var proposals: [Proposal] = []
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let text = line[indent.endIndex...]
    if indent.contains("\t") {
      let spaces = indent.map { $0 == "\t" ? "  " : String($0) }.joined()
      proposals.append(Proposal(reason: "indent by spaces, not tabs", line: spaces + text))
    }
    // `key: value`, `- key: value` or `- value`.
    let dash = text.hasPrefix("- ") ? text.prefix(2) : ""
    let item = text.dropFirst(dash.count)
    if let colon = item.firstRange(of: ": "), isName(item[..<colon.lowerBound]) {
      let head = "\(indent)\(dash)\(item[..<colon.lowerBound]): "
      proposals += values(for: item[colon.upperBound...].trimmingSpaces, behind: head)
    }
    if !dash.isEmpty {
      proposals += values(for: item.trimmingSpaces, behind: "\(indent)\(dash)")
    }
    if let colon = item.firstIndex(of: ":"), isName(item[..<colon]) {
      let value = item[item.index(after: colon)...]
      if let first = value.first, first != " " {
        proposals.append(
          Proposal(
            reason: "a space must follow the colon",
            line: "\(indent)\(dash)\(item[..<colon]): \(value.trimmingSpaces)"))
      }
    }
    if let separator = item.firstIndex(where: { $0 == " " || $0 == "=" }) {
      let name = item[..<separator]
      let value = item[separator...].drop { $0 == " " || $0 == "=" }
      if FrontMatterField.byName[name.lowercased()] != nil {
        proposals.append(
          Proposal(
            reason: "a colon must follow the name", line: "\(indent)\(dash)\(name): \(value)"))
      }
    }
    if !indent.isEmpty {
      proposals.append(Proposal(reason: "take out the space before the name", line: String(text)))
    }
    return proposals
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  /// Other wordings of a value, and of the line with it behind `head`.
  private static func values(for value: String, behind head: String) -> [Proposal] {
    guard let first = value.first else { return [] }
    var proposals: [Proposal] = []
    if first == "[", !value.contains("]") {
      proposals.append(Proposal(reason: "close the bracket", line: head + value + "]"))
    }
    if first == "{", !value.contains("}") {
      proposals.append(Proposal(reason: "close the brace", line: head + value + "}"))
    }
    if first == "\"" || first == "'" {
      let inner = value.dropFirst()
      if !inner.contains(first) {
        proposals.append(
          Proposal(reason: "close the quotation mark", line: head + value + String(first)))
      } else if inner.last == first {
        proposals.append(
          Proposal(
            reason: "a mark inside of quotation marks ends the text",
            line: head + quoted(String(inner.dropLast()))))
      }
    }
    let reason =
      value.contains(": ") ? "a value that holds \": \" needs quotes" : "put the value in quotes"
    proposals.append(Proposal(reason: reason, line: head + quoted(value)))
    return proposals
  }

  private static func quoted(_ text: String) -> String {
    if text.contains("\"") || text.contains("\\"), !text.contains("'") { return "'\(text)'" }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
