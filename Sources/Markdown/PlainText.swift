internal import CCMarkGFM

/// Collects the plain text of trees of cmark's.
struct PlainText {
  /// What the text is for.
  enum Purpose {
    /// A line that stands for itself.
    case line
    /// The beginning of an article, which ends at a comment that says "more".
    case lead
  }

  private(set) var result = ""
  /// Whether there is text beside that of pictures.
  private(set) var hasText = false
  private let purpose: Purpose
  /// Whether a `<!--more-->` was met, or one of the words that other generators use.
  private(set) var hasMetMore = false

  init(for purpose: Purpose) { self.purpose = purpose }

  mutating func add(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var pictures = 0
    while !hasMetMore {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_IMAGE { pictures += event == CMARK_EVENT_ENTER ? 1 : -1 }
      guard event == CMARK_EVENT_ENTER else { continue }
      if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE {
        result += literal(of: node)
        if pictures == 0 { hasText = true }
      } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
        result += " "
      } else if type == CMARK_NODE_HTML_INLINE {
        let tag = literal(of: node)
        if purpose == .lead, Self.isMoreComment(tag) {
          hasMetMore = true
        } else if !Self.isFormatting(tag) {
          if purpose == .line { result += tag }
        } else if tag.lowercased().hasPrefix("<br") {
          startBlock()
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

  /// Whether a comment ends the lead: `more` and what other generators write.
  private static func isMoreComment(_ html: String) -> Bool {
    guard html.hasPrefix("<!--") else { return false }
    let letters = html.dropFirst(4).prefix(40).lowercased().prefix { $0 != ">" }
      .filter { $0.isLetter }
    return [
      "more", "truncate", "excerpt", "excerptend", "endexcerpt", "readmore", "teaserend",
      "pelicanendsummary",
    ].contains(letters)
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
