internal import FeedValues

/// What stands for what a reader shows of an item: its title and its text.
///
/// The digest of an item is the same in RSS, Atom and JSON Feed. Runs of white space count as one
/// space, comments of HTML not at all, and a character is the same however it is escaped.
package struct ContentDigest: Hashable, Sendable {
  private let digest: Digest

  /// The digest of a title and a text, both folded; nil where both are empty.
  ///
  /// A text that only repeats the title counts as none: formats that require a text put the title there.
  init?(title: [UInt8], text: [UInt8]) {
    if title.isEmpty, text.isEmpty { return nil }
    digest = Digest(title[...], text == title ? [] : text[...])
  }

  /// The digest of an item with a plain title and a text in HTML; nil where both are empty.
  package init?(title: String, html: String) {
    self.init(
      title: FoldedText.plain(Array(title.utf8)[...]),
      text: FoldedText.html(Array(html.utf8)[...]))
  }
}
