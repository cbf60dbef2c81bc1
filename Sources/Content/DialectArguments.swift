/// What stands behind the name of a tag, shortcode or component: values by name or by place.
struct DialectArguments {
  private(set) var named: [String: String] = [:]
  private(set) var placed: [String] = []
  /// What stands in braces, by name.
  private(set) var expressions: [String: String] = [:]

  /// Reads arguments that white space or commas separate.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let first = rest.first {
      if HTMLNames.isSpace(first) || first == UInt8(ascii: ",") {
        rest = rest.dropFirst()
        continue
      }
      let (token, isQuoted) = Self.token(&rest, endsAtSign: true)
      let behind = rest.drop(while: HTMLNames.isSpace)
      guard !isQuoted, behind.first == UInt8(ascii: "="), !token.isEmpty else {
        if token.isEmpty, !isQuoted { rest = rest.dropFirst() } else { placed.append(token) }
        continue
      }
      rest = behind.dropFirst().drop(while: HTMLNames.isSpace)
      let name = token.lowercased()
      if rest.first == UInt8(ascii: "{") {
        let expression = Self.expression(&rest)
        if let text = Self.literal(expression) {
          named[name] = named[name] ?? text
        } else {
          expressions[name] = expressions[name] ?? expression
        }
      } else {
        let value = Self.token(&rest, endsAtSign: false).text
        named[name] = named[name] ?? value
      }
    }
  }

  /// The first of these that is given and holds something.
  func first(_ names: String...) -> String? {
    for name in names {
      if let value = named[name]?.trimmingSpaces, !value.isEmpty { return value }
    }
    return nil
  }

  mutating func set(_ name: String, _ value: String) { named[name] = value }

  /// The text in quotes; nil for any other expression.
  static func literal(_ expression: String) -> String? {
    let text = expression.trimmingSpaces
    guard text.count >= 2, let quote = text.first, quote == text.last, "\"'`".contains(quote),
      !text.dropFirst().dropLast().contains(quote), !text.contains("${")
    else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private static func token(
    _ rest: inout ArraySlice<UInt8>, endsAtSign: Bool
  ) -> (text: String, isQuoted: Bool) {
    if let quote = rest.first, "\"'`".utf8.contains(quote),
      let end = rest.dropFirst().firstIndex(of: quote)
    {
      let text = rest[(rest.startIndex + 1)..<end]
      rest = rest[(end + 1)...]
      return (String(decoding: text, as: UTF8.self), true)
    }
    let text = rest.prefix {
      !HTMLNames.isSpace($0) && $0 != UInt8(ascii: ",") && !(endsAtSign && $0 == UInt8(ascii: "="))
    }
    rest = rest[text.endIndex...]
    return (String(decoding: text, as: UTF8.self), false)
  }

  private static func expression(_ rest: inout ArraySlice<UInt8>) -> String {
    var depth = 0
    let start = rest.startIndex + 1
    for index in rest.indices {
      if rest[index] == UInt8(ascii: "{") { depth += 1 }
      if rest[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 {
        let text = rest[start..<index]
        rest = rest[(index + 1)...]
        return String(decoding: text, as: UTF8.self)
      }
    }
    let text = rest[start...]
    rest = []
    return String(decoding: text, as: UTF8.self)
  }
}
