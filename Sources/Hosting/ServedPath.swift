package import FeedValues

/// A path on a web server that every server's configuration can hold between double quotes.
package struct ServedPath: Hashable, Sendable {
  /// The path as servers compare it: without percent-escapes.
  let plain: String
  /// The path as it stands in addresses: ASCII, with percent-escapes.
  let escaped: String

  /// The path of an address.
  ///
  /// - Throws: `InvalidValue` where it holds what means something of its own in a configuration, such as
  ///   a wildcard, or leads up.
  package init(of url: AbsoluteURL) throws(InvalidValue) {
    let text = url.path.isEmpty ? "/" : url.path
    guard let plain = Self.unescaped(text) else {
      throw InvalidValue("its percent-escapes are not UTF-8")
    }
    for scalar in plain.unicodeScalars {
      let category = scalar.properties.generalCategory
      if category == .control || category == .lineSeparator || category == .paragraphSeparator {
        throw InvalidValue("it holds a control character")
      }
      if "\"\\{}[]<>*?#%:^|`".unicodeScalars.contains(scalar) {
        throw InvalidValue("it holds \"\(scalar)\"")
      }
    }
    let segments = plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !segments.contains(where: { $0 == "." || $0 == ".." }),
      !segments.dropFirst().dropLast().contains("")
    else { throw InvalidValue("it holds an empty segment, \".\" or \"..\"") }
    self.plain = plain
    escaped = segments.map(AbsoluteURL.escapedPathSegment).joined(separator: "/")
  }

  /// The path as a regular expression that matches nothing else.
  var expression: String {
    plain.map { ".+$()".contains($0) ? "[\($0)]" : String($0) }.joined()
  }

  /// The path without a slash at its end; nil where it has none, or is nothing else.
  var withoutSlash: String? {
    plain.hasSuffix("/") && plain != "/" ? String(plain.dropLast()) : nil
  }

  /// The same as it stands in addresses.
  var escapedWithoutSlash: String? { withoutSlash == nil ? nil : String(escaped.dropLast()) }

  private static func unescaped(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
