internal import Diagnostics
internal import FeedValues
internal import YAML

/// Reads values of YAML as values of feeds, and notes what is wrong with them.
struct FieldReader {
  let source: SourceText
  /// The rule that a wrong value breaks.
  let rule: Rule
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText, rule: Rule) {
    self.source = source
    self.rule = rule
  }

  mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Notes that something is wrong with `node`.
  mutating func report(_ rule: Rule? = nil, at node: Node, _ message: String, help: String? = nil) {
    diagnostics.append(
      source.diagnostic(
        rule ?? self.rule, at: node.mark.position, length: node.mark.length, message,
        help: help))
  }

  /// One line of plain text: white space is folded, characters that XML forbids are dropped; nil for
  /// an empty value, and with a finding for a list or a map.
  mutating func text(_ node: Node, _ name: String) -> String? {
    if node.isNull { return nil }
    guard let text = node.text else {
      report(at: node, "`\(name)` is \(node.kindName), not a text")
      return nil
    }
    let clean = oneLine(text, at: node)
    return clean.isEmpty ? nil : clean
  }

  /// A list of texts, or one text; empty texts are left out.
  ///
  /// `separator` is what separates the texts of a single one; nil where it is always one.
  mutating func texts(_ node: Node, _ name: String, separator: Character? = nil) -> [String] {
    switch node.content {
    case .sequence(let nodes):
      var texts: [String] = []
      for element in nodes {
        if element.text == nil {
          report(
            at: element, "an element of `\(name)` is \(element.kindName), not a text",
            help: "write each one as a text, in quotes if it holds a colon")
        } else if let text = text(element, name), !texts.contains(text) {
          texts.append(text)
        }
      }
      return texts
    case .mapping:
      report(
        at: node, "`\(name)` is a map, not a list of texts",
        help: "write \(name): [one, two], each one in quotes if it holds a colon")
      return []
    case .scalar:
      guard let whole = text(node, name) else { return [] }
      guard let separator else { return [whole] }
      var texts: [String] = []
      for part in whole.split(separator: separator) {
        let text = part.trimmingSpaces
        if !text.isEmpty, !texts.contains(text) { texts.append(text) }
      }
      return texts
    }
  }

  /// A value that is made from a text; nil with a finding where it can't be.
  mutating func value<Value>(
    _ node: Node, _ name: String, _ make: (String) throws(InvalidValue) -> Value,
    help: String? = nil
  ) -> Value? {
    guard let text = text(node, name) else { return nil }
    do {
      return try make(text)
    } catch {
      report(at: node, "`\(name)` is \"\(text)\", but \(error.reason)", help: help)
      return nil
    }
  }

  /// A web address as it stands, or below `base`.
  mutating func url(
    _ node: Node, _ name: String, base: AbsoluteURL? = nil,
    written: (String) -> String = { $0 }
  ) -> AbsoluteURL? {
    value(node, name) { text throws(InvalidValue) in
      guard let base else { return try checkedWeb(AbsoluteURL(text)) }
      return try checkedWeb(base.resolving(written(text)))
    }
  }

  /// A number from `least` on.
  mutating func number(_ node: Node, _ name: String, least: Int) -> Int? {
    value(node, name) { text throws(InvalidValue) in
      guard let number = Int(text), number >= least else {
        throw InvalidValue("it must be a whole number from \(least) on")
      }
      return number
    }
  }

  mutating func bool(_ node: Node, _ name: String) -> Bool? {
    if node.isNull { return nil }
    if let bool = node.truthValue { return bool }
    report(
      at: node, "`\(name)` is \(node.text.map { "\"\($0)\"" } ?? node.kindName)",
      help: "write true or false")
    return nil
  }

  private mutating func oneLine(_ text: String, at node: Node) -> String {
    if text.isFolded { return text }
    for scalar in text.unicodeScalars where scalar.isForbiddenInXML {
      report(
        ContentRules.characterForbidden, at: node,
        "U+\(hexadecimal(scalar.value)) can't stand in a feed and is left out")
    }
    return plainLine(text)
  }
}

/// The URL, if browsers can open it.
func checkedWeb(_ url: AbsoluteURL) throws(InvalidValue) -> AbsoluteURL {
  guard url.isWeb else { throw InvalidValue("it does not begin with https:// or http://") }
  return url
}

extension Node {
  /// The truth value that is meant; a quoted "false" means false to whoever wrote it.
  var truthValue: Bool? {
    bool ?? text.flatMap { $0.utf8.count <= 5 ? Bool($0.lowercased()) : nil }
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmingSpaces: String {
    // Nearly all texts begin and end with a letter of ASCII or another visible sign of it.
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      "!"..."~" ~= first, "!"..."~" ~= last
    {
      return String(self)
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
