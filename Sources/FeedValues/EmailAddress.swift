/// An e-mail address, such as `team@harbor.example`.
///
/// The form that mail is sent to in practice: a dot-atom or a quoted string, `@`, a domain or an
/// address literal; characters beyond ASCII are taken, as RFC 6531 does. See
/// <https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1>.
public struct EmailAddress: Hashable, Sendable {
  /// The address as it was written.
  public let string: String

  /// An address, without a name and without brackets around it.
  ///
  /// - Throws: `InvalidValue` where a part is missing or holds what it can't.
  public init(_ text: String) throws(InvalidValue) {
    let bytes = Array(text.utf8)
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      throw InvalidValue("it has no \"@\"")
    }
    let local = bytes[..<at]
    let domain = bytes[(at + 1)...]
    guard !local.isEmpty else { throw InvalidValue("nothing stands before its \"@\"") }
    let isQuoted =
      local.count >= 3 && local.first == UInt8(ascii: "\"") && local.last == UInt8(ascii: "\"")
    let isLocal =
      isQuoted ? Self.isQuotedText(local.dropFirst().dropLast()) : Self.isDotAtom(local)
    guard isLocal else {
      throw InvalidValue(
        "\"\(String(decoding: local, as: UTF8.self))\" can't stand before an \"@\"")
    }
    let isLiteral = domain.first == UInt8(ascii: "[") && domain.last == UInt8(ascii: "]")
    guard isLiteral || Self.isDomain(domain) else {
      throw InvalidValue("\"\(String(decoding: domain, as: UTF8.self))\" is not a domain")
    }
    string = text
  }

  /// Whether bytes can stand between quotation marks: a backslash takes any other's meaning away.
  private static func isQuotedText(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isEscaped = false
    for byte in bytes {
      guard byte >= 0x20, byte != 0x7F, isEscaped || byte != UInt8(ascii: "\"") else {
        return false
      }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return !isEscaped
  }

  private static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy {
          $0 >= 0x80 || $0.isAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
        }
    }
  }

  private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      label in
      1...63 ~= label.count && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy { $0 >= 0x80 || $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
  }
}
