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

  // The W3C validator takes these three for errors; vocabularies grow, and readers skip what
  // they don't know.
  static let unknownExtension = Rule(
    "extension-element-unknown", .warning,
    "an element in the namespace of an extension is one that the extension defines",
    cure: "write the name as the extension defines it, or use a namespace of your own")
  static let extensionAttribute = Rule(
    "extension-attribute-unknown", .warning,
    "an attribute of an extension's element is one that the extension defines",
    cure: "remove the attribute, or put it into a namespace of its own")
  static let extensionText = Rule(
    "extension-text", .warning, "an extension's element that holds no text holds none",
    cure: "remove the text, or put it into an attribute or element")

  static let all = [
    missingElement, duplicateElement, undefinedElement, missingAttribute, unexpectedAttribute,
    unexpectedText, grammar, unknownExtension, extensionAttribute, extensionText,
  ]
}
