internal import FeedValues

/// The values that several rules ask for, as checks of a text.
enum ValueParsers {
  static func absoluteURL(_ text: String) throws(InvalidValue) { _ = try AbsoluteURL(text) }

  static func webURL(_ text: String) throws(InvalidValue) {
    guard try AbsoluteURL(text).isWeb else {
      throw InvalidValue("it begins with neither http: nor https:")
    }
  }

  /// An address that a reader can fetch: with a host, or data in itself.
  static func webAddress(_ text: String) throws(InvalidValue) {
    let url = try AbsoluteURL(text)
    guard !url.host.isEmpty || url.scheme == "data" else { throw InvalidValue("it has no host") }
  }

  /// A URI reference, which may be relative.
  static func reference(_ text: String) throws(InvalidValue) {
    if text.isEmpty { return }
    let delimiter = text.utf8.first {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
        || $0 == UInt8(ascii: "#")
    }
    if delimiter == UInt8(ascii: ":") {
      _ = try AbsoluteURL(text)
    } else {
      // What a relative reference may hold is what may follow a host.
      _ = try AbsoluteURL(text.hasPrefix("//") ? "http:\(text)" : "http://host/\(text)")
    }
  }

  static func language(_ text: String) throws(InvalidValue) {
    _ = try LanguageTag(text)
    try Language.checkPrimary(of: text)
  }

  static func mediaType(_ text: String) throws(InvalidValue) { _ = try MediaType(text) }

  static func email(_ text: String) throws(InvalidValue) { _ = try EmailAddress(text) }

  static func rfc822Date(_ text: String) throws(InvalidValue) { _ = try Timestamp(rfc822: text) }

  static func rfc3339Date(_ text: String) throws(InvalidValue) { _ = try Timestamp(rfc3339: text) }

  /// A whole number in `range`, digits alone.
  static func integer(
    _ range: ClosedRange<Int>
  ) -> @Sendable (String) throws(InvalidValue) -> Void {
    { text throws(InvalidValue) in
      guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
        throw InvalidValue("it is not written in digits alone")
      }
      guard let number = Int(text), range.contains(number) else {
        throw InvalidValue(
          range.upperBound == .max
            ? "it is less than \(range.lowerBound)"
            : "it is not from \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }

  /// One of a few words.
  static func word(
    of words: [String]
  ) -> @Sendable (String) throws(InvalidValue) -> Void {
    { text throws(InvalidValue) in
      guard words.contains(text) else {
        throw InvalidValue("it is none of \(words.joined(separator: ", "))")
      }
    }
  }
}
