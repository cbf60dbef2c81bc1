internal import FeedValues

/// A date as people write it in front matter.
struct DateText {
  let timestamp: Timestamp
  /// The day as it was written.
  let day: CalendarDate

  /// Reads a date.
  ///
  /// Year, month and day joined by `-` or `/`, each of the latter two in one or two digits; then, after
  /// `T` or spaces, hour and minute, seconds and their fraction; then `Z`, `UTC`, `GMT` or an offset as
  /// `+01:00`, `+0100` or `+01`. Dates of RFC 822 are read too.
  ///
  /// - Parameters:
  ///   - text: The date, nothing around it.
  ///   - zone: The zone of a date that names none.
  /// - Throws: `InvalidValue` for another shape and for what doesn't exist.
  init(_ text: String, zone: TimeZoneRules) throws(InvalidValue) {
    if Self.looksLikeRFC822(text) {
      let date = try RFC822Date(text)
      (timestamp, day) = (date.timestamp, date.date)
      return
    }
    var parts = Parts(text)
    guard let year = parts.number(4...4), parts.take("-") || parts.take("/"),
      let month = parts.number(1...2), parts.take("-") || parts.take("/"),
      let dayOfMonth = parts.number(1...2)
    else { throw InvalidValue("it does not begin with year, month and day such as 2026-02-10") }
    day = try CalendarDate(year: year, month: month, day: dayOfMonth)
    if parts.isAtEnd {
      timestamp = try zone.timestamp(day, .midnight)
      return
    }
    guard parts.take("T") || parts.take("t") || parts.skipSpaces() else {
      throw InvalidValue("\"\(parts.rest)\" follows the day")
    }
    guard let hour = parts.number(1...2), parts.take(":"), let minute = parts.number(2...2) else {
      throw InvalidValue("hour and minute such as 18:30 should follow the day")
    }
    var second = 0
    if parts.take(":") {
      guard let seconds = parts.number(2...2) else {
        throw InvalidValue("its seconds are not two digits")
      }
      second = seconds
      if parts.take(".") || parts.take(","), parts.number(1...18) == nil {
        throw InvalidValue("no digits follow the decimal point")
      }
    }
    let time = try TimeOfDay(hour: hour, minute: minute, second: second)
    _ = parts.skipSpaces()
    if parts.isAtEnd {
      timestamp = try zone.timestamp(day, time)
    } else {
      timestamp = try Timestamp(day, time, secondsFromUTC: try parts.offset())
    }
    guard parts.isAtEnd else { throw InvalidValue("\"\(parts.rest)\" follows the time") }
  }
}

extension DateText {
  /// The date that a file's name begins with and what follows it, as in `2026-02-10-low-water`; nil for
  /// other names.
  static func prefix(ofFileName name: String) -> (date: String, rest: String)? {
    let parts = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].utf8.count == 4, 1...2 ~= parts[1].utf8.count,
      1...2 ~= parts[2].utf8.count, !parts[3].isEmpty,
      parts[..<3].allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return nil }
    return (parts[..<3].joined(separator: "-"), String(parts[3]))
  }

  /// Whether a text begins with the name of a day of the week, or with a number and a month's name.
  private static func looksLikeRFC822(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first else { return false }
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if days.contains(String(first.prefix(3)).lowercased()) { return true }
    return words.count > 2 && first.allSatisfy(\.isNumber) && words[1].allSatisfy(\.isLetter)
  }
}

/// Reads a text from the front.
private struct Parts {
  private let characters: [UInt8]
  private var next = 0

  init(_ text: String) { characters = Array(text.utf8) }

  var isAtEnd: Bool { next == characters.count }
  var rest: String { String(decoding: characters[next...], as: UTF8.self) }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next < characters.count, characters[next] == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  mutating func skipSpaces() -> Bool {
    let start = next
    while next < characters.count, characters[next] == UInt8(ascii: " ") { next += 1 }
    return next > start
  }

  /// All digits that come next as a number, if there are as many as `width` allows.
  mutating func number(_ width: ClosedRange<Int>) -> Int? {
    let digits = characters[next...].prefix { 0x30...0x39 ~= $0 }
    guard width.contains(digits.count) else { return nil }
    next += digits.count
    return digits.reduce(0) { ($0 &* 10) &+ Int($1 - 0x30) }
  }

  mutating func offset() throws(InvalidValue) -> Int {
    for name in ["Z", "z", "UTC", "GMT"] where rest == name {
      next = characters.count
      return 0
    }
    let sign: Int
    if take("+") {
      sign = 1
    } else if take("-") {
      sign = -1
    } else {
      throw InvalidValue("\"\(rest)\" is not a zone such as Z or +01:00")
    }
    let minutes: Int
    if let both = number(4...4) {
      guard both % 100 < 60 else { throw InvalidValue("there is no such time zone offset") }
      minutes = both / 100 * 60 + both % 100
    } else if let hours = number(1...2) {
      let rest = take(":") ? number(2...2) : 0
      guard let rest, rest < 60 else { throw InvalidValue("its zone's minutes are not two digits") }
      minutes = hours * 60 + rest
    } else {
      throw InvalidValue("\"\(rest)\" is not a zone such as Z or +01:00")
    }
    guard minutes < 24 * 60 else { throw InvalidValue("there is no such time zone offset") }
    return sign * minutes * 60
  }
}
