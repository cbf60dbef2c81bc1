internal import Diagnostics

/// The rules about what may stand where, which the formats' tables are read by.
enum StructureRules {
  static let missingElement = Rule(
    "missing-element", .error, "an element that the format requires is there",
    cure: "add the element")
  static let duplicateElement = Rule(
    "duplicate-element", .error, "an element that may stand once stands once",
    cure: "keep one of them")
  static let undefinedElement = Rule(
    "undefined-element", .error,
    "an element in the format's own namespace is one that the format defines for this place",
    cure: "remove the element, or put it into a namespace of its own")
  static let missingAttribute = Rule(
    "missing-attribute", .error, "an attribute that the format requires is there",
    cure: "add the attribute")
  static let unexpectedAttribute = Rule(
    "unexpected-attribute", .error,
    "an attribute without a namespace is one that the format defines",
    cure: "remove the attribute, or put it into a namespace of its own")
  static let unexpectedText = Rule(
    "unexpected-text", .error, "text stands only in elements that hold text",
    cure: "remove the text, or put it into an element")
  static let grammar = Rule(
    "grammar", .error, "the document matches the RELAX NG schema of its format",
    cure: "compare the element with the specification of the format")

  static let all = [
    missingElement, duplicateElement, undefinedElement, missingAttribute, unexpectedAttribute,
    unexpectedText, grammar,
  ]
}
