internal import FeedValues

extension HubResponse {
  /// The answer that begins `bytes`: status line, fields and a part of the content.
  ///
  /// Answers that only announce another (1xx) are passed over. Nil where none is complete.
  init?(message bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      guard let line = Self.takeLine(&rest), line.hasPrefix("HTTP/") else { return nil }
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count >= 2, let status = Int(parts[1]), 100..<1000 ~= status else { return nil }
      var fields: [String: String] = [:]
      while true {
        guard let field = Self.takeLine(&rest) else { return nil }
        if field.isEmpty { break }
        let pair = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { continue }
        fields[pair[0].lowercased()] = Self.trimmed(pair[1])
      }
      if status < 200 { continue }
      let content = Self.plainLine(rest)
      self.init(
        status: status,
        words: content.isEmpty ? parts.count > 2 ? Self.trimmed(parts[2]) : "" : content,
        retryAfter: Self.seconds(fields["retry-after"], from: fields["date"]))
      return
    }
  }

  /// Takes a line that ends with a line break; nil where there is none.
  private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    var line = rest[..<end]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }

  /// `Retry-After` in seconds; a date is held against the answer's own, so that no clock counts.
  ///
  /// See <https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3>.
  private static func seconds(_ text: String?, from date: String?) -> Int? {
    guard let text else { return nil }
    if let seconds = Int(text) { return max(seconds, 0) }
    guard let then = try? Timestamp(rfc822: text),
      let now = date.flatMap({ try? Timestamp(rfc822: $0) })
    else { return nil }
    return max(then.seconds - now.seconds, 0)
  }

  /// The first line of a text for people; empty for what is a document and not a sentence.
  private static func plainLine(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
    guard let line = text.split(whereSeparator: \.isNewline).first else { return "" }
    let words = trimmed(line)
    guard let first = words.first, first != "<", first != "{", first != "[" else { return "" }
    let shown = words.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let plain = String(String.UnicodeScalarView(shown))
    return plain.count > 120 ? plain.prefix(119) + "…" : plain
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  private static func trimmed(_ text: String) -> String { trimmed(text[...]) }
}
