/// A strong validator: bytes that differ have another one.
///
/// RFC 9110 section 8.8.3.
package struct EntityTag: Hashable, Sendable {
  /// The tag with its quotation marks.
  package let text: String

  /// The tag of a body.
  ///
  /// - Parameters:
  ///   - digest: What stands for the bytes before they were compressed.
  ///   - coding: The coding that it is sent in: what is compressed is another body with a tag of its own.
  init(digest: String, coding: ContentCoding) {
    text = coding == .identity ? "\"\(digest)\"" : "\"\(digest)-\(coding.rawValue)\""
  }

  /// Whether a field such as If-None-Match names this tag.
  ///
  /// - Parameters:
  ///   - field: `*`, or tags with commas between them.
  ///   - isStrong: Whether tags that are marked as weak don't count.
  /// - Returns: Whether one of them is this one.
  func isNamed(in field: String, isStrong: Bool) -> Bool {
    if field == "*" { return true }
    var rest = field[...]
    while let quote = rest.firstIndex(of: "\"") {
      let isWeak = rest[..<quote].hasSuffix("W/")
      let inside = rest[rest.index(after: quote)...]
      guard let end = inside.firstIndex(of: "\"") else { return false }
      if inside[..<end] == text.dropFirst().dropLast(), !(isStrong && isWeak) { return true }
      rest = inside[inside.index(after: end)...]
    }
    return false
  }
}
