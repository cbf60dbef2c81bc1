/// What a reader does with an element of HTML.
enum HTMLElement {
  /// Shown like any other.
  case plain
  /// Without content and end tag.
  case void
  /// Its content is text up to the end tag.
  case raw
  /// Removed by readers: it runs, embeds or changes the page around it.
  case active
  /// Both of `active` and `void`.
  case activeVoid
  /// Both of `active` and `raw`.
  case activeRaw

  var isActive: Bool { self == .active || self == .activeVoid || self == .activeRaw }
  var isVoid: Bool { self == .void || self == .activeVoid }
  var isRaw: Bool { self == .raw || self == .activeRaw }

  private static let names: [(name: String, kind: HTMLElement)] =
    ["area", "br", "col", "hr", "img", "input", "param", "source", "track", "wbr"]
    .map { ($0, .void) }
    + ["textarea", "xmp", "noembed", "noframes"].map { ($0, .raw) }
    + ["object", "applet", "iframe", "frameset", "plaintext"].map { ($0, .active) }
    + ["embed", "frame", "meta", "link", "base"].map { ($0, .activeVoid) }
    + ["script", "style"].map { ($0, .activeRaw) }

  /// The names by their first letter, each as one number: nothing is retained to look at them.
  private static let table: [[(name: UInt128, kind: HTMLElement)]] = (0..<26).map { letter in
    names.filter { $0.name.utf8.first == UInt8(ascii: "a") + UInt8(letter) }
      .map { (number($0.name.utf8.span, 0..<$0.name.utf8.count), $0.kind) }
  }

  /// A name of at most 16 bytes as a number, in small letters.
  private static func number(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt128 {
    var number: UInt128 = 0
    for index in range { number = number << 8 | UInt128(text[index] | 0x20) }
    return number
  }

  /// What the element whose name stands at `range` of `html` is.
  static func kind(_ html: Span<UInt8>, _ range: Range<Int>) -> HTMLElement {
    let letter = Int(html[range.lowerBound] | 0x20) - 0x61
    guard 0..<26 ~= letter, range.count <= 9 else { return .plain }
    let candidates = table[letter]
    if candidates.isEmpty { return .plain }
    let name = number(html, range)
    for index in candidates.indices where candidates[index].name == name {
      return candidates[index].kind
    }
    return .plain
  }

  /// Whether readers remove the element called `name`.
  static func isActive(_ name: String) -> Bool {
    names.contains { $0.name == name && $0.kind.isActive }
  }
}

/// What styles may do to the page around them.
enum HTMLStyle {
  /// The part of `style` that a reader had better not apply; nil where there is none.
  static func danger(in style: String) -> String? {
    let text = style.lowercased()
    for declaration in text.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1).map { part in
        String(part.drop { $0.isWhitespace })
      }
      guard let name = parts.first?.prefix(while: { !$0.isWhitespace }) else { continue }
      let value = parts.count > 1 ? parts[1] : ""
      if ["position", "behavior", "behaviour", "z-index"].contains(String(name))
        || name.hasPrefix("-moz-binding") || name.hasPrefix("mso-") || value.contains("url(")
        || value.contains("expression(") || value.contains("javascript:")
      {
        return String(declaration.drop { $0.isWhitespace })
      }
    }
    return nil
  }
}

extension UInt8 {
  /// Whether HTML takes it for white space.
  var isHTMLSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}
