internal import Diagnostics

/// The rules about a document as such, before anything in it is looked at.
enum DocumentRules {
  static let malformedXML = Rule(
    "xml-syntax", .error, "a document is well-formed XML: readers stop at the first fault",
    cure: "mend the markup here; & and < in text are written &amp; and &lt;",
    specification: "https://www.w3.org/TR/xml/#sec-well-formed")
  static let undeclaredPrefix = Rule(
    "xml-namespace", .error, "a prefix is declared before it is used",
    cure: "declare the prefix on the root element with xmlns:prefix=\"…\"",
    specification: "https://www.w3.org/TR/xml-names/#ns-qualnames")
  static let badEncoding = Rule(
    "xml-encoding", .error, "the bytes are text in the encoding that the document declares",
    cure: "save the document as UTF-8 and declare that, or nothing",
    specification: "https://www.w3.org/TR/xml/#charencoding")
  static let beyondLimit = Rule(
    "document-limit", .error, "a document keeps within what readers can bear",
    cure: "make it smaller or less deeply nested")
  static let externalEntity = Rule(
    "xml-external-entity", .warning,
    "a document is whole by itself: readers leave out the text of entities from elsewhere",
    cure: "write the text itself, and take the declaration out",
    specification: "https://www.w3.org/TR/xml/#include-if-valid")
  static let notAFeed = Rule(
    "not-a-feed", .error, "the document is RSS 2.0, Atom 1.0 or JSON Feed",
    cure: "begin with <rss version=\"2.0\">, <feed xmlns=\"http://www.w3.org/2005/Atom\"> or {")
  static let otherKind = Rule(
    "other-format", .error, "the document is of the format that it is published as",
    cure: "publish it under the name and media type of its own format")

  static let all = [
    malformedXML, undeclaredPrefix, badEncoding, beyondLimit, externalEntity, notAFeed, otherKind,
  ]
}
