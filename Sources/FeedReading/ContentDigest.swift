/// 128 bits that stand for what a reader shows of an item: its title and its text.
///
/// The digest of an item is the same in RSS, Atom and JSON Feed. Runs of white space count as one
/// space, comments of HTML not at all, and a character is the same however it is escaped.
package struct ContentDigest: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The digest of a title and a text, both folded; nil where both are empty.
  ///
  /// A text that only repeats the title counts as none: formats that require a text put the title there.
  init?(title: [UInt8], text: [UInt8]) {
    if title.isEmpty, text.isEmpty { return nil }
    // Two FNV-1a hashes with different bases: only sameness matters, and nobody gains by forging it.
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    func take(_ byte: UInt8) {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
    }
    for byte in title { take(byte) }
    // No byte of UTF-8, nor one that folded text begins tags with.
    take(0xFD)
    if text != title { for byte in text { take(byte) } }
    self.first = first
    self.second = second
  }

  /// The digest of an item with a plain title and a text in HTML; nil where both are empty.
  package init?(title: String, html: String) {
    self.init(
      title: FoldedText.plain(Array(title.utf8)[...]),
      text: FoldedText.html(Array(html.utf8)[...]))
  }
}
