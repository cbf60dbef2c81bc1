/// A tag URI (RFC 4151), such as `tag:harbor.example,2026-02-10:work-from-home-ai-jobs`: a name that
/// is unique without being an address, so that it can outlive every address.
///
/// See <https://www.rfc-editor.org/rfc/rfc4151#section-2.1>.
public struct TagURI: Hashable, Sendable {
  /// The URI.
  public let string: String

  /// A tag URI.
  ///
  /// - Throws: `InvalidValue` where the scheme, the authority, the date or the colon behind it is
  ///   missing or wrong.
  public init(_ text: String) throws(InvalidValue) {
    // By bytes: ids are the values of a feed that never come twice.
    let bytes = Array(text.utf8)
    guard bytes.starts(with: "tag:".utf8) else {
      throw InvalidValue("it does not begin with \"tag:\"")
    }
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else {
      throw InvalidValue("no \",\" and date follow the authority")
    }
    let authority = bytes[4..<comma]
    if authority.contains(UInt8(ascii: "@")) {
      _ = try EmailAddress(String(decoding: authority, as: UTF8.self))
    } else if authority.isEmpty
      || !authority.allSatisfy({ $0.isAlphanumeric || $0 == 0x2D || $0 == 0x2E })
    {
      let authority = String(decoding: authority, as: UTF8.self)
      throw InvalidValue("\"\(authority)\" is neither a domain nor an e-mail address")
    }
    guard let colon = bytes[comma...].firstIndex(of: UInt8(ascii: ":")) else {
      throw InvalidValue("no \":\" follows the date")
    }
    try Self.checkDate(bytes[(comma + 1)..<colon])
    _ = try AbsoluteURL(text)
    string = text
  }

  /// The tag URI of what `authority` named `specific` on `date`.
  ///
  /// - Parameters:
  ///   - authority: A domain that the minter held on that day; labels beyond ASCII are written as
  ///     Punycode does.
  ///   - date: The day.
  ///   - specific: Any text; what a URI can't hold is percent-escaped.
  public init(authority: String, date: CalendarDate, specific: String) {
    let lower = authority.lowercased()
    let isASCII = lower.utf8.allSatisfy { $0 < 0x80 }
    let host =
      isASCII
      ? lower
      : lower.split(separator: ".", omittingEmptySubsequences: false)
        .map { Punycode.label(String($0)) }.joined(separator: ".")
    let name =
      !specific.utf8.contains(UInt8(ascii: "/"))
      ? AbsoluteURL.escapedPathSegment(specific)
      : specific.split(separator: "/", omittingEmptySubsequences: false)
        .map { AbsoluteURL.escapedPathSegment(String($0)) }.joined(separator: "/")
    string = "tag:\(host),\(date.rfc3339):\(name)"
  }

  private static func checkDate(_ text: ArraySlice<UInt8>) throws(InvalidValue) {
    var numbers = (year: 0, month: 1, day: 1)
    var isDate = [4, 7, 10].contains(text.count)
    for (index, byte) in text.enumerated() {
      if index == 4 || index == 7 {
        isDate = isDate && byte == UInt8(ascii: "-")
        continue
      }
      guard isDate, byte.isDigit else {
        isDate = false
        break
      }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch index {
      case 0..<4: numbers.year = 10 * numbers.year + digit
      case 5: numbers.month = digit
      case 6: numbers.month = 10 * numbers.month + digit
      case 8: numbers.day = digit
      default: numbers.day = 10 * numbers.day + digit
      }
    }
    guard isDate else {
      throw InvalidValue(
        "\"\(String(decoding: text, as: UTF8.self))\" is not a date like 2026 or 2026-02-10")
    }
    _ = try CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day)
  }
}
