internal import CCMarkGFM
internal import FeedValues
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// GitHub-flavoured Markdown: tables, strikethrough, autolinks, task lists and footnotes.
///
/// Raw HTML is passed through; what may not stay is taken out by the HTML pass.
/// See <https://github.github.com/gfm/>.
package enum Markdown {
  /// What an article's Markdown becomes.
  package struct Rendering: Sendable {
    /// HTML in UTF-8.
    package let html: [UInt8]
    /// Plain text before a `<!--more-->` comment, or of the first paragraph that has any, or of the
    /// first block; nil where it was not asked for or there is none.
    package let lead: String?
  }

  /// Renders a whole article.
  ///
  /// Safe to call from several threads.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - wantsLead: Whether the lead is put together.
  /// - Returns: HTML, and the lead where it was asked for.
  package static func render(_ bytes: ArraySlice<UInt8>, wantsLead: Bool = false) -> Rendering {
    let document = Document(bytes)
    let lead = wantsLead ? document.lead(mayHoldMore: holdsComment(bytes)) : nil
    return Rendering(html: document.html(), lead: lead)
  }

  private static func holdsComment(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      if rest[open...].starts(with: "<!--".utf8) { return true }
      rest = rest[(open + 1)...]
    }
    return false
  }

  /// The plain text of one line of Markdown, such as a title: marks of emphasis, code, links and HTML
  /// formatting are dropped, what they hold stays.
  ///
  /// `#` and list marks at its beginning are text. An HTML element that is no formatting of HTML's,
  /// such as `<TextMorph />`, is text too.
  package static func plainText(ofLine line: String) -> String {
    if LineMarks.areAbsent(from: line.utf8.span) { return line }
    return parsedText(ofLine: line)
  }

  /// The same of any line, marks or none.
  static func parsedText(ofLine line: String) -> String {
    // Behind a word nothing can open a block, so the line is a paragraph.
    let opening = "x "
    let oneLine = String(line.map { $0.isNewline ? " " : $0 })
    let text = Document(Array((opening + oneLine).utf8)[...]).text()
    return text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : line
  }
}

/// Owns the tree of a parsed text.
///
/// Its memory is the thread's, and goes at once: it must be made and given up on the same thread, which
/// functions that never wait do.
private final class Document {
  private let root: OpaquePointer
  private let parser: OpaquePointer

  /// cmark-gfm edits a process-wide table of special characters while it parses inlines, which it
  /// does in `cmark_parser_finish`: two at once lose strikethrough and autolinks.
  private static let inlineParsing = Mutex(())

  private static let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES

  /// The names of the extensions; reading it registers them, once a process.
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "strikethrough", "autolink", "tasklist"]
  }()

  init(_ bytes: ArraySlice<UInt8>) {
    _ = Self.extensions
    feedsetter_memory_begin()
    let memory = feedsetter_memory()
    guard let parser = cmark_parser_new_with_mem(Self.options, memory) else {
      preconditionFailure("cmark ends the program where it has no memory")
    }
    for name in Self.extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.baseAddress, buffer.count)
    }
    self.parser = parser
    // The address, not the pointer: a pointer may not leave the lock's closure.
    let address = Self.inlineParsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let root = OpaquePointer(bitPattern: address) else {
      preconditionFailure("cmark gives a tree for any text")
    }
    self.root = root
  }

  /// The tree, the parser and all that was rendered: their memory is one document's.
  deinit { feedsetter_memory_end() }

  func html() -> [UInt8] {
    let extensions = cmark_parser_get_syntax_extensions(parser)
    let memory = feedsetter_memory()
    guard let text = cmark_render_html_with_mem(root, Self.options, extensions, memory) else {
      return []
    }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// The plain text of all.
  func text() -> String {
    var text = PlainText(for: .line)
    text.add(root)
    return text.result
  }

  /// The text before a "more" comment, else of the first paragraph that has any, else of the first
  /// block but a heading.
  ///
  /// `mayHoldMore` tells whether there is a comment at all, so that most articles are not walked through
  /// in search of one.
  func lead(mayHoldMore: Bool) -> String? {
    if mayHoldMore {
      var text = PlainText(for: .lead)
      for block in blocks where !text.hasMetMore { text.add(block) }
      if text.hasMetMore { return text.result.isEmpty ? nil : text.result }
    }
    var firstText: String?
    for block in blocks {
      let type = cmark_node_get_type(block)
      let isParagraph = type == CMARK_NODE_PARAGRAPH
      if !isParagraph {
        // A heading, a table or code is no beginning of a text.
        let isText = type == CMARK_NODE_LIST || type == CMARK_NODE_BLOCK_QUOTE
        if firstText != nil || !isText { continue }
      }
      var text = PlainText(for: .lead)
      text.add(block)
      // A picture at the top says nothing of what follows, nor does a note of a revision.
      if !text.hasText || isParagraph && Self.isNote(text.result) { continue }
      if isParagraph { return text.result }
      firstText = firstText ?? text.result
    }
    return firstText
  }

  /// Whether a paragraph says what happened to the article, not what it is about.
  private static func isNote(_ text: String) -> Bool {
    ["Update:", "UPDATE:", "Updated:", "Edit:", "EDIT:", "Update ("].contains {
      text.hasPrefix($0)
    }
  }

  /// The blocks of the outermost level, one after another.
  private var blocks: some Sequence<OpaquePointer> {
    sequence(state: cmark_node_first_child(root)) { (next: inout OpaquePointer?) in
      let block = next
      next = block.flatMap { cmark_node_next($0) }
      return block
    }
  }
}
