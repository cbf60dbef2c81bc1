internal import CCMarkGFM

/// Collects the plain text of trees of cmark's, up to a comment that says "more".
struct PlainText {
  private(set) var result = ""
  /// Whether a `<!--more-->` was met, or one of the words that other generators use.
  private(set) var hasMetMore = false

  mutating func add(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while !hasMetMore {
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
        if Self.isMoreComment(tag) {
          hasMetMore = true
        } else if !Self.isFormatting(tag) {
          result += tag
        }
      } else if type == CMARK_NODE_HTML_BLOCK {
        hasMetMore = Self.isMoreComment(literal(of: node))
      } else if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) {
        startBlock()
      }
    }
  }

  /// Puts a space before what comes next, if there is something before it.
  private mutating func startBlock() {
    if !result.isEmpty, !result.hasSuffix(" ") { result += " " }
  }

  private func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private static func isMoreComment(_ html: String) -> Bool {
    let comment = html.lowercased().filter { !$0.isWhitespace }
    return ["<!--more-->", "<!--truncate-->", "<!--excerpt-->"].contains(comment)
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
