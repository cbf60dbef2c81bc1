internal import CLibXML2

/// libxml2's messages about malformed documents in this program's words.
enum SyntaxMessage {
  /// Whether the fault lies where the part being parsed begins rather than where the parser stopped.
  static func isAboutItsStart(_ code: Int32) -> Bool {
    code == Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue)
      || code == Int32(XML_ERR_COMMENT_NOT_FINISHED.rawValue)
      || code == Int32(XML_ERR_CDATA_NOT_FINISHED.rawValue)
  }

  static func reworded(
    _ error: xmlError, in encoding: DocumentEncoding
  ) -> (SyntaxFault.Kind, String) {
    let first = error.str1.map { String(cString: $0) } ?? ""
    let second = error.str2.map { String(cString: $0) } ?? ""
    let message = error.message.map { String(cString: $0) } ?? ""
    if message.hasPrefix("Input is not proper UTF-8") {
      return (
        .encoding,
        encoding.isDeclared
          ? "the bytes here are no text in \(encoding.name), which the document declares"
          : "the bytes here are not \(encoding.name), and no other encoding is declared"
      )
    }
    if message.contains("Excessive depth") {
      return (.limit, "elements are nested deeper than 256")
    }
    if message.contains("too big") || message.contains("too long")
      || message.contains("XML_PARSE_HUGE")
    {
      return (.limit, "a part of the document is longer than 10 MB")
    }
    switch xmlParserErrors(UInt32(error.code)) {
    case XML_ERR_DOCUMENT_EMPTY: return (.syntax, "there is no XML here")
    case XML_ERR_DOCUMENT_END: return (.syntax, "something follows the end of the document")
    case XML_ERR_TAG_NAME_MISMATCH:
      return (.syntax, "</\(second.isEmpty ? "?" : second)> does not close <\(first)>")
    case XML_ERR_TAG_NOT_FINISHED:
      return (.syntax, "the document ends inside <\(first)>")
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return (.syntax, "the entity &\(first); is not defined as a short text")
    case XML_ERR_ENTITYREF_SEMICOL_MISSING: return (.syntax, "an entity lacks its semicolon")
    case XML_ERR_NAME_REQUIRED: return (.syntax, "a name is missing here, or & is not escaped")
    case XML_ERR_LT_IN_ATTRIBUTE: return (.syntax, "< stands in the value of an attribute")
    case XML_ERR_ATTRIBUTE_REDEFINED:
      let name = second.isEmpty ? first : "\(first):\(second)"
      return (.syntax, "the attribute \(name) stands twice")
    case XML_ERR_INVALID_CHAR: return (.syntax, "a character that XML forbids stands here")
    case XML_ERR_INVALID_CHARREF:
      return (.syntax, "a character reference stands for a character that XML forbids")
    case XML_ERR_INVALID_ENCODING:
      return (.encoding, "the bytes here are not text in the document's encoding")
    case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING:
      return (.encoding, "the encoding \(first) is not known")
    case XML_ERR_GT_REQUIRED: return (.syntax, "a tag lacks its >")
    case XML_ERR_RESERVED_XML_NAME:
      return (.syntax, "the XML declaration is not at the start of the document")
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return (.namespace, "the prefix \(first) is not declared")
    case XML_ERR_NAME_TOO_LONG: return (.limit, "a name is longer than 50,000 characters")
    case XML_ERR_ENTITY_LOOP: return (.limit, "an entity holds itself")
    default: return (.syntax, lowerCased(message))
    }
  }

  /// A message as a clause: one line, its first letter lower-case, no full stop.
  private static func lowerCased(_ message: String) -> String {
    var clause = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    while clause.last == "." || clause.last == " " { clause.removeLast() }
    if clause.isEmpty { return "the document is not well-formed" }
    let isAcronym = clause.dropFirst().first?.isUppercase ?? false
    return isAcronym ? clause : clause.prefix(1).lowercased() + clause.dropFirst()
  }
}
