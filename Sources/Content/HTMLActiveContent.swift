/// Attribute values that could run something.
enum HTMLActiveContent {
  /// Schemes whose URLs run code, or reach into the reader itself.
  private static let activeSchemes: Set<String> = [
    "javascript", "vbscript", "livescript", "jscript", "mocha", "view-source", "jar", "mhtml",
    "mk", "res", "blob", "filesystem", "about",
  ]

  /// Whether a browser could run what the URL in `value` names.
  ///
  /// Looks through references of any form, and past control characters, white space and what is beyond
  /// ASCII, wherever they stand: browsers drop some of them
  /// (<https://url.spec.whatwg.org/#concept-basic-url-parser>), and a scheme holds none.
  ///
  /// - Parameters:
  ///   - value: As it stands in the attribute.
  ///   - isShown: Whether it is shown in place, as a picture is, so that even SVG runs nothing.
  /// - Returns: Whether it must go.
  static func isActive(_ value: ArraySlice<UInt8>, isShown: Bool) -> Bool {
    guard let first = value.first else { return false }
    switch first {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "?"): return false
    case UInt8(ascii: "h") where value.starts(with: "https:".utf8): return false
    case UInt8(ascii: "h") where value.starts(with: "http:".utf8): return false
    default: break
    }
    var scanner = ReferenceScanner(value)
    var scheme: [UInt8] = []
    while let scalar = scanner.next() {
      if scalar <= 0x20 || scalar >= 0x7F { continue }
      let byte = UInt8(scalar)
      if byte == UInt8(ascii: ":") {
        let name = String(decoding: scheme, as: UTF8.self)
        if name == "feed" {
          // What follows is a URL of its own.
          scheme.removeAll()
          continue
        }
        if name == "data" { return !isHarmlessData(&scanner, isShown: isShown) }
        return activeSchemes.contains(name)
      }
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if scheme.count > 16 { return false }
        scheme.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
      default: return false
      }
    }
    return false
  }

  /// Whether a `data:` URL holds a picture, sound, film, font or plain text.
  private static func isHarmlessData(_ scanner: inout ReferenceScanner, isShown: Bool) -> Bool {
    var type: [UInt8] = []
    while let scalar = scanner.next(), type.count < 64 {
      if scalar <= 0x20 || scalar >= 0x7F { continue }
      let byte = UInt8(scalar)
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { break }
      type.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    let name = String(decoding: type, as: UTF8.self)
    if name.hasPrefix("image/svg") { return isShown }
    return name.isEmpty || name == "text/plain"
      || ["image/", "audio/", "video/", "font/"].contains { name.hasPrefix($0) }
  }

  /// Whether a `style` attribute loads something, or could run it in old engines.
  ///
  /// One with escapes or comments is taken for one that hides as much.
  static func isActiveStyle(_ value: ArraySlice<UInt8>) -> Bool {
    guard let css = foldedStyle(value) else { return true }
    return holds(
      [
        "url(", "expression", "behavior", "binding", "@import", "script:", "image-set", "image(",
        "src(", "/*", "data:",
      ], in: css)
  }

  /// Whether a `style` attribute lays what it styles over what the reader shows beside it.
  static func isOverlay(_ value: ArraySlice<UInt8>) -> Bool {
    guard let css = foldedStyle(value) else { return true }
    return holds(["position:fixed", "position:absolute", "position:sticky"], in: css)
  }

  /// CSS in lower case, without white space; nil where it holds escapes.
  private static func foldedStyle(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    var scanner = ReferenceScanner(value)
    var text: [UInt8] = []
    while let scalar = scanner.next() {
      if scalar <= 0x20 || scalar >= 0x7F { continue }
      let byte = UInt8(scalar)
      if byte == UInt8(ascii: "\\") { return nil }
      text.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return text
  }

  private static func holds(_ signs: [StaticString], in css: [UInt8]) -> Bool {
    signs.contains { sign in
      let bytes = Array(sign.description.utf8)
      return css.indices.contains { css[$0] == bytes[0] && css[$0...].starts(with: bytes) }
    }
  }

  /// Whether an animation of the attribute named by `value` could set a URL or a handler.
  static func isActiveTarget(_ value: ArraySlice<UInt8>) -> Bool {
    var scanner = ReferenceScanner(value)
    var name = ""
    while let scalar = scanner.next(), name.utf8.count < 32 {
      if 0x21...0x7E ~= scalar { name.append(Character(Unicode.Scalar(UInt8(scalar)))) }
    }
    let folded = name.lowercased()
    return folded.hasSuffix("href") || folded.hasPrefix("on") || folded == "src"
  }
}

/// The bytes of an attribute's value with its references read as the most lenient parser does: numbers
/// of any length, with or without a semicolon.
///
/// See <https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state>.
private struct ReferenceScanner {
  private let value: ArraySlice<UInt8>
  private var index: Int

  init(_ value: ArraySlice<UInt8>) {
    self.value = value
    index = value.startIndex
  }

  mutating func next() -> UInt32? {
    guard index < value.endIndex else { return nil }
    let byte = value[index]
    index += 1
    guard byte == UInt8(ascii: "&") else { return UInt32(byte) }
    if index < value.endIndex, value[index] == UInt8(ascii: "#") { return number() }
    let names: [(String, UInt32)] = [
      ("colon;", 0x3A), ("Tab;", 0x09), ("NewLine;", 0x0A), ("lpar;", 0x28), ("bsol;", 0x5C),
      ("sol;", 0x2F), ("ast;", 0x2A), ("comma;", 0x2C), ("semi;", 0x3B), ("period;", 0x2E),
      ("commat;", 0x40), ("nbsp;", 0xA0), ("shy;", 0xAD), ("ZeroWidthSpace;", 0x200B),
      ("zwj;", 0x200D), ("zwnj;", 0x200C), ("hyphen;", 0x2D),
    ]
    for (name, scalar) in names where value[index...].starts(with: name.utf8) {
      index += name.utf8.count
      return scalar
    }
    return UInt32(byte)
  }

  private mutating func number() -> UInt32 {
    var digits = index + 1
    var radix: UInt32 = 10
    if digits < value.endIndex, value[digits] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      digits += 1
    }
    let first = digits
    var number: UInt32 = 0
    while digits < value.endIndex,
      let digit = Character(Unicode.Scalar(value[digits])).hexDigitValue, digit < radix
    {
      number = min(number &* radix &+ UInt32(digit), 0x11_0000)
      digits += 1
    }
    guard digits > first else { return UInt32(UInt8(ascii: "&")) }
    index = digits
    if index < value.endIndex, value[index] == UInt8(ascii: ";") { index += 1 }
    return number
  }
}
