internal import FeedValues

/// A value without quotation marks: a truth value, a number, a date or a time of day.
///
/// See sections "Integer" to "Local Time" of <https://toml.io/en/v1.0.0>.
struct TOMLBareValue {
  /// The value in the words of a plain scalar: numbers in decimal digits without underscores.
  let text: String

  /// The value that is written as `word`, with the spaces inside of it.
  ///
  /// - Throws: `InvalidValue` for what TOML has no value for.
  init(_ word: String) throws(InvalidValue) {
    let bytes = Array(word.utf8)
    switch word {
    case "true", "false", "inf", "+inf", "-inf", "nan", "+nan", "-nan": text = word
    default:
      if bytes.count > 4, bytes[..<4].allSatisfy(isDigit), bytes[4] == UInt8(ascii: "-") {
        try Self.checkDateTime(bytes[...])
        text = word
      } else if bytes.count > 2, isDigit(bytes[0]), isDigit(bytes[1]), bytes[2] == UInt8(ascii: ":")
      {
        let rest = try Self.checkTime(bytes[...])
        guard rest.isEmpty else { throw InvalidValue("it goes on behind the time of day") }
        text = word
      } else {
        text = try Self.number(bytes, word)
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ word: String) throws(InvalidValue) -> String {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      let digits = bytes[2...]
      guard isGrouped(digits, { isHexDigit($0) }),
        digits.allSatisfy({ $0 == UInt8(ascii: "_") || isDigit($0, radix) })
      else { throw InvalidValue("it is not a number of base \(radix)") }
      guard let number = Int(withoutUnderscores(digits), radix: radix) else {
        throw InvalidValue("it does not fit into 64 bits")
      }
      return String(number)
    }
    let isSigned = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
    var rest = bytes[(isSigned ? 1 : 0)...]
    let whole = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    guard isGrouped(whole, isDigit) else {
      throw InvalidValue("it is no number, date or truth value")
    }
    if whole.count > 1, whole.first == UInt8(ascii: "0") {
      throw InvalidValue("a number has no zero in front of it")
    }
    rest = rest[whole.endIndex...]
    if rest.isEmpty {
      guard let number = Int(withoutUnderscores(bytes[...])) else {
        throw InvalidValue("it does not fit into 64 bits")
      }
      return String(number)
    }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
      guard isGrouped(fraction, isDigit) else {
        throw InvalidValue("no digits follow the decimal point")
      }
      rest = rest[fraction.endIndex...]
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      let exponent = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
      guard isGrouped(exponent, isDigit) else { throw InvalidValue("it has no exponent") }
      rest = rest[exponent.endIndex...]
    }
    guard rest.isEmpty else { throw InvalidValue("it is no number, date or truth value") }
    return withoutUnderscores(bytes[...])
  }

  private static func checkDateTime(_ bytes: ArraySlice<UInt8>) throws(InvalidValue) {
    var rest = bytes
    let year = try number(&rest, digits: 4)
    try expect("-", &rest)
    let month = try number(&rest, digits: 2)
    try expect("-", &rest)
    _ = try CalendarDate(year: year, month: month, day: try number(&rest, digits: 2))
    if rest.isEmpty { return }
    guard let separator = rest.popFirst(),
      separator == 0x20 || separator & 0xDF == UInt8(ascii: "T")
    else { throw InvalidValue("neither T nor a space follows the day") }
    rest = try checkTime(rest)
    if rest.isEmpty { return }
    if rest.count == 1, rest.first == UInt8(ascii: "Z") || rest.first == UInt8(ascii: "z") {
      return
    }
    guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      throw InvalidValue("its zone is neither Z nor an offset such as +01:00")
    }
    let hours = try number(&rest, digits: 2)
    try expect(":", &rest)
    let minutes = try number(&rest, digits: 2)
    guard rest.isEmpty, hours < 24, minutes < 60 else {
      throw InvalidValue("its zone is neither Z nor an offset such as +01:00")
    }
  }

  /// Reads a time of day and gives what follows it.
  private static func checkTime(
    _ bytes: ArraySlice<UInt8>
  ) throws(InvalidValue) -> ArraySlice<UInt8> {
    var rest = bytes
    let hour = try number(&rest, digits: 2)
    try expect(":", &rest)
    let minute = try number(&rest, digits: 2)
    try expect(":", &rest)
    _ = try TimeOfDay(hour: hour, minute: minute, second: try number(&rest, digits: 2))
    guard rest.first == UInt8(ascii: ".") else { return rest }
    let fraction = rest.dropFirst().prefix(while: isDigit)
    guard !fraction.isEmpty else { throw InvalidValue("no digits follow the decimal point") }
    return rest[fraction.endIndex...]
  }

  private static func number(
    _ rest: inout ArraySlice<UInt8>, digits count: Int
  ) throws(InvalidValue) -> Int {
    let digits = rest.prefix(while: isDigit)
    guard digits.count == count else {
      throw InvalidValue("TOML writes dates as 2026-02-10 or 2026-02-10T18:30:00Z")
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func expect(
    _ byte: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>
  ) throws(InvalidValue) {
    guard rest.popFirst() == UInt8(ascii: byte) else {
      throw InvalidValue("TOML writes dates as 2026-02-10 or 2026-02-10T18:30:00Z")
    }
  }

  /// Whether there are digits, and underscores only between two of them.
  private static func isGrouped(
    _ digits: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool
  ) -> Bool {
    var previousIsDigit = false
    for byte in digits {
      let isThisDigit = isDigit(byte)
      if !isThisDigit, byte != UInt8(ascii: "_") || !previousIsDigit { return false }
      previousIsDigit = isThisDigit
    }
    return previousIsDigit
  }

  private static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

private func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
  radix == 16 ? isHexDigit(byte) : 0x30..<(0x30 + UInt8(radix)) ~= byte
}
