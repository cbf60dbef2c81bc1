internal import CCMarkGFM

/// Collects the plain text of a tree of cmark's.
struct PlainText {
  private(set) var result = ""

  /// Puts a space before what comes next, if there is something before it.
  mutating func startBlock() {
    if !result.isEmpty, !result.hasSuffix(" ") { result += " " }
  }

  mutating func add(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE {
        result += literal(of: node)
      } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
        result += " "
      } else if type == CMARK_NODE_HTML_INLINE {
        let tag = literal(of: node)
        if !Self.isFormatting(tag) { result += tag }
      } else if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING
        || type == CMARK_NODE_ITEM
      {
        startBlock()
      }
    }
  }

  private func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// Whether `tag` is a comment or a tag of one of HTML's elements for phrases.
  private static func isFormatting(_ tag: String) -> Bool {
    if tag.hasPrefix("<!") || tag.hasPrefix("<?") { return true }
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    return phrasingElements.contains(name.lowercased())
  }

  private static let phrasingElements: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]
}
