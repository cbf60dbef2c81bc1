/// A URL with a scheme, in the characters that RFC 3986 allows and, as RFC 3987 does, those beyond
/// ASCII.
public struct AbsoluteURL: Hashable, Sendable {
  /// The URL as it was written.
  public let string: String
  /// The scheme in lower case, such as `https`.
  public let scheme: String
  /// The host as it was written, without user and port; empty for URLs that have none.
  public let host: String

  /// A URL that stands by itself.
  ///
  /// - Parameter text: The URL, nothing around it.
  /// - Throws: `InvalidValue` for a text without scheme, with a character that URLs can't hold, with
  ///   a broken percent-escape, and for an http, https or ftp URL without host.
  public init(_ text: String) throws(InvalidValue) {
    let bytes = Array(text.utf8)
    if let reason = Self.illegality(of: bytes) { throw InvalidValue(reason) }
    let reference = URLReference(bytes[...])
    guard let schemeRange = reference.scheme else {
      throw InvalidValue("it has no scheme such as https:")
    }
    let scheme = Self.scheme(bytes[schemeRange])
    let host: ArraySlice<UInt8>
    if let authority = reference.authority {
      host = try Self.host(of: bytes[authority])
    } else {
      host = []
    }
    let behindHost = bytes[(reference.authority?.upperBound ?? reference.path.lowerBound)...]
    guard !behindHost.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else {
      throw InvalidValue("it holds a bracket, which a URL must escape behind its host")
    }
    if let fragment = reference.fragment, bytes[fragment].contains(UInt8(ascii: "#")) {
      throw InvalidValue("it holds a second \"#\"")
    }
    switch scheme {
    case "http", "https", "ftp", "ws", "wss":
      guard !host.isEmpty else { throw InvalidValue("it has no host") }
    default:
      guard bytes.count > schemeRange.count + 1 else {
        throw InvalidValue("nothing follows its scheme")
      }
    }
    string = text
    self.scheme = scheme
    self.host = String(decoding: host, as: UTF8.self)
  }

  /// A scheme in lower case; those of nearly all URLs without making a text of it.
  private static func scheme(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.elementsEqual("https".utf8) { return "https" }
    if bytes.elementsEqual("http".utf8) { return "http" }
    if bytes.elementsEqual("tag".utf8) { return "tag" }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// The path, escapes left as they are; empty where there is none.
  public var path: String {
    let bytes = Array(string.utf8)
    return String(decoding: bytes[URLReference(bytes[...]).path], as: UTF8.self)
  }

  /// Whether it is an `http:` or `https:` URL.
  public var isWeb: Bool { scheme == "http" || scheme == "https" }

  /// The URL that `reference` means on a page at this URL (RFC 3986 section 5.2), with spaces and
  /// characters beyond ASCII percent-escaped.
  ///
  /// - Throws: `InvalidValue` where the outcome is no URL.
  public func resolving(_ reference: String) throws(InvalidValue) -> AbsoluteURL {
    let escaped = percentEscaped(Array(reference.utf8)[...])
    let resolved = ReferenceResolver(base: self).resolve(escaped[...])
    return try AbsoluteURL(String(decoding: resolved, as: UTF8.self))
  }

  /// This URL with a path segment and a slash behind its path, its query and fragment dropped.
  ///
  /// - Parameter segment: Plain text; what a path segment can't hold is percent-escaped.
  /// - Returns: The URL of the folder.
  /// - Throws: `InvalidValue` where the outcome is no URL.
  public func appending(folder segment: String) throws(InvalidValue) -> AbsoluteURL {
    try asFolder.resolving("./" + Self.escapedPathSegment(segment) + "/")
  }

  /// The URL with a slash at the end of its path, without query and fragment.
  private var asFolder: AbsoluteURL {
    get throws(InvalidValue) {
      let bytes = Array(string.utf8)
      let reference = URLReference(bytes[...])
      var folder = Array(bytes[..<reference.path.upperBound])
      if folder.last != UInt8(ascii: "/") { folder.append(UInt8(ascii: "/")) }
      return try AbsoluteURL(String(decoding: folder, as: UTF8.self))
    }
  }

  /// Plain text as one segment of a URL's path: all but RFC 3986's unreserved characters and the
  /// sub-delimiters that mean nothing in a path is percent-escaped.
  public static func escapedPathSegment(_ text: String) -> String {
    if text.utf8.allSatisfy(isOfSegment) { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isOfSegment(byte) {
        result.append(byte)
      } else {
        appendPercentEscape(of: byte, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isOfSegment(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Why the bytes can't be a URL whatever their structure; nil where they can.
  private static func illegality(of bytes: [UInt8]) -> String? {
    if bytes.isEmpty { return "it is empty" }
    var index = unwritten.next(in: bytes.span)
    if index == bytes.count { return nil }
    if bytes.contains(where: { $0 >= 0x80 }), holdsUnwrittenScalar(bytes) {
      return "it holds a control character"
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20: return "it holds a space"
      case 0..<0x20, 0x7F: return "it holds a control character"
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"):
        return "it holds \"\(Unicode.Scalar(byte))\", which a URL must escape"
      case UInt8(ascii: "%"):
        guard isPercentEscape(bytes[index...]) else {
          return "its \"%\" is not followed by two hexadecimal digits"
        }
      default: break
      }
      index = unwritten.next(in: bytes.span, from: index + 1)
    }
    return nil
  }

  /// Whether UTF-8 holds a scalar that RFC 3987 keeps out of IRIs: C1 controls and noncharacters.
  private static func holdsUnwrittenScalar(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x80..<0xA0, 0xFDD0...0xFDEF: true
      default: scalar.value & 0xFFFE == 0xFFFE
      }
    }
  }

  private static func host(of authority: ArraySlice<UInt8>) throws(InvalidValue) -> ArraySlice<
    UInt8
  > {
    let afterUser = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 }
    let hostAndPort = authority[(afterUser ?? authority.startIndex)...]
    var hostEnd = hostAndPort.endIndex
    if hostAndPort.first == UInt8(ascii: "[") {
      guard let bracket = hostAndPort.firstIndex(of: UInt8(ascii: "]")) else {
        throw InvalidValue("its \"[\" is not closed")
      }
      hostEnd = bracket + 1
    } else if let colon = hostAndPort.firstIndex(of: UInt8(ascii: ":")) {
      hostEnd = colon
    }
    let port = hostAndPort[hostEnd...]
    guard port.isEmpty || (port.first == UInt8(ascii: ":") && isPort(port.dropFirst())) else {
      throw InvalidValue("its port is not a number from 0 to 65535")
    }
    return hostAndPort[..<hostEnd]
  }

  private static func isPort(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }), digits.count <= 5 else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 65535
  }
}
