/// Character references in the attributes of HTML.
enum HTMLReferences {
  /// Stands in a decoded value for the `&` of a reference that was left as it is; HTML can't hold it.
  private static let keptReference: UInt8 = 0x01

  /// The value with its numeric references, and the named ones that URLs depend on, decoded once.
  ///
  /// Other names are kept for `escaped` to write again: no URL's structure depends on them.
  static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = value.startIndex
    while index < value.endIndex {
      guard value[index] == UInt8(ascii: "&") else {
        result.append(value[index])
        index += 1
        continue
      }
      let name = self.name(value[(index + 1)...])
      let end = name.endIndex
      let isEnded = end < value.endIndex && value[end] == UInt8(ascii: ";")
      let isNumber = name.first == UInt8(ascii: "#")
      if name.isEmpty || !isEnded && !isNumber && !isLegacy(name, before: value[end...]) {
        result.append(value[index])
        index += 1
        continue
      }
      if let scalar = scalar(named: name) {
        result += String(Character(scalar)).utf8
      } else {
        result.append(keptReference)
        result += name
        result.append(UInt8(ascii: ";"))
      }
      index = isEnded ? end + 1 : end
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
      case keptReference: result.append(UInt8(ascii: "&"))
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
    case "colon": return ":"
    case "sol": return "/"
    case "quest": return "?"
    case "num": return "#"
    case "period": return "."
    case "bsol": return "\\"
    case "percnt": return "%"
    case "Tab": return "\t"
    case "NewLine": return "\n"
    case let text where text.hasPrefix("#x") || text.hasPrefix("#X"):
      return scalar(UInt32(text.dropFirst(2), radix: 16))
    case let text where text.hasPrefix("#"): return scalar(UInt32(text.dropFirst(), radix: 10))
    default: return nil
    }
  }

  /// The scalar of a number; a replacement character for a number that is none, as HTML has it, and
  /// for those that XML forbids.
  private static func scalar(_ number: UInt32?) -> Unicode.Scalar {
    guard let scalar = number.flatMap(Unicode.Scalar.init), !scalar.isForbiddenInXML else {
      return "\u{FFFD}"
    }
    return scalar
  }

  /// The name, or the number behind a "#", that a reference begins with; empty where it is none.
  private static func name(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == UInt8(ascii: "#") else {
      return bytes.prefix { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF }.prefix(32)
    }
    let digits = bytes.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let number = (isHexadecimal ? digits.dropFirst() : digits).prefix {
      0x30...0x39 ~= $0 || isHexadecimal && 0x41...0x46 ~= $0 & 0xDF
    }
    return number.isEmpty ? [] : bytes[..<number.endIndex]
  }

  /// Whether a name needs no semicolon where it stands: old names, with nothing behind them that could
  /// be part of a query.
  private static func isLegacy(_ name: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "=") { return false }
    return ["amp", "lt", "gt", "quot"].contains { name.elementsEqual($0.utf8) }
  }
}
