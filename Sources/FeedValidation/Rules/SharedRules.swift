internal import Diagnostics
internal import FeedValues
internal import XML

/// A rule about an attribute wherever a format's own element has it.
struct AttributeCheck: Sendable {
  let rule: Rule
  let namespace: KnownNamespace
  let name: String
  /// The value with its article, such as "a language tag".
  let what: String
  let parse: @Sendable (String) throws(InvalidValue) -> Void

  func apply(to attribute: Attribute, log: Log) {
    let value = attribute.value
    do throws(InvalidValue) {
      try parse(value)
    } catch {
      log.add(
        rule, "\(quoted(value)) in \(attribute.writtenName) is not \(what): \(error.reason)",
        at: attribute.valuePosition, length: max(1, value.unicodeScalars.count))
    }
  }
}

/// The rules that hold in every XML format.
enum SharedRules {
  static let all = [
    AttributeCheck(
      rule: Rule(
        "xml-lang", .error, "xml:lang is a language tag, or empty for none",
        cure: "write it like en or pt-BR",
        specification: "https://www.w3.org/TR/xml/#sec-lang-tag"),
      namespace: .xml, name: "lang", what: "a language tag",
      parse: { text throws(InvalidValue) in
        if !text.isEmpty { try ValueParsers.language(text) }
      }),

    AttributeCheck(
      rule: Rule(
        "xml-base", .error, "xml:base is a URI reference",
        cure: "percent-escape what a URI can't hold",
        specification: "https://www.w3.org/TR/xmlbase/#syntax"),
      namespace: .xml, name: "base", what: "a URI reference", parse: ValueParsers.reference),
  ]
}
