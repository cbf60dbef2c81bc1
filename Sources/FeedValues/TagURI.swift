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
    guard text.hasPrefix("tag:") else { throw InvalidValue("it does not begin with \"tag:\"") }
    let rest = text.dropFirst(4)
    guard let comma = rest.firstIndex(of: ",") else {
      throw InvalidValue("no \",\" and date follow the authority")
    }
    let authority = String(rest[..<comma])
    if authority.contains("@") {
      _ = try EmailAddress(authority)
    } else if authority.isEmpty
      || !authority.utf8.allSatisfy({ $0.isAlphanumeric || $0 == 0x2D || $0 == 0x2E })
    {
      throw InvalidValue("\"\(authority)\" is neither a domain nor an e-mail address")
    }
    let afterComma = rest[rest.index(after: comma)...]
    guard let colon = afterComma.firstIndex(of: ":") else {
      throw InvalidValue("no \":\" follows the date")
    }
    try Self.checkDate(afterComma[..<colon])
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
    let host = authority.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map { Punycode.label(String($0)) }.joined(separator: ".")
    let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    let name = specific.split(separator: "/", omittingEmptySubsequences: false)
      .map { AbsoluteURL.escapedPathSegment(String($0)) }.joined(separator: "/")
    string = "tag:\(host),\(day):\(name)"
  }

  private static func checkDate(_ text: Substring) throws(InvalidValue) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = parts.map(\.utf8.count)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil }
    guard widths == Array([4, 2, 2].prefix(parts.count)), numbers.count == parts.count else {
      throw InvalidValue("\"\(text)\" is not a date like 2026 or 2026-02-10")
    }
    _ = try CalendarDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
  }
}
