/// Character references in the attributes of HTML.
enum HTMLReferences {
  /// The value with its numeric references, and the named ones that URLs need, decoded once.
  ///
  /// Other names stay as they are: no URL's structure depends on them.
  static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "&"),
        let semicolon = value[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: value[(index + 1)..<semicolon])
      {
        result += String(Character(scalar)).utf8
        index = semicolon + 1
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  /// The value as it stands between two of `quote`.
  static func escaped(_ value: [UInt8], quote: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case quote: result += quote == UInt8(ascii: "'") ? "&#39;".utf8 : "&quot;".utf8
      default: result.append(byte)
      }
    }
    return result
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let text where text.hasPrefix("#x") || text.hasPrefix("#X"):
      return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let text where text.hasPrefix("#"):
      return UInt32(text.dropFirst(), radix: 10).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
