internal import FeedValues

/// A date as people write it in front matter.
struct DateText {
  let timestamp: Timestamp
  /// The day as it was written.
  let day: CalendarDate

  /// Reads a date that can't be misread.
  ///
  /// Year, month and day in digits and in this order; or a month by its English name, and day and year
  /// around it. Then, if anything, a time and a zone. docs/front-matter.md lists the shapes.
  ///
  /// - Parameters:
  ///   - text: The date, nothing around it.
  ///   - zone: The zone of a date that names none.
  /// - Throws: `InvalidValue` for another shape and for what doesn't exist.
  init(_ text: String, zone: TimeZoneRules) throws(InvalidValue) {
    var reader = DateReader(text)
    try reader.read()
    guard let day = reader.day else { throw InvalidValue("it names no day") }
    self.day = day
    let time = reader.time ?? .midnight
    if let offset = reader.offset {
      timestamp = try Timestamp(day, time, secondsFromUTC: offset)
    } else {
      timestamp = try zone.timestamp(day, time)
    }
  }
}

/// Takes a text apart into a day, a time of day and an offset from UTC.
private struct DateReader {
  private var scanner: Scanner
  var day: CalendarDate?
  var time: TimeOfDay?
  var offset: Int?

  init(_ text: String) { scanner = Scanner(text) }

  mutating func read() throws(InvalidValue) {
    if let byte = scanner.peek(), 0x30...0x39 ~= byte, !dayStandsFirst {
      try readNumericDate()
    } else {
      try readNamedDate()
    }
    guard scanner.isAtEnd else { throw InvalidValue("\"\(scanner.rest)\" follows the date") }
  }

  /// Whether one or two digits come first and then something that a month's name may follow.
  private var dayStandsFirst: Bool {
    var distance = 0
    while let byte = scanner.peek(distance), 0x30...0x39 ~= byte { distance += 1 }
    guard distance < 3, let next = scanner.peek(distance) else { return false }
    if isLetter(next) || next == UInt8(ascii: " ") { return true }
    guard let after = scanner.peek(distance + 1) else { return false }
    return (next == UInt8(ascii: "-") || next == UInt8(ascii: ".")) && !(0x30...0x39 ~= after)
  }

  /// Reads a date such as `2026-02-10`, and what follows it.
  private mutating func readNumericDate() throws(InvalidValue) {
    let shape = InvalidValue("it does not begin with year, month and day such as 2026-02-10")
    guard let year = scanner.number(4...4) else {
      if let choice = orderOfDayAndMonth() { throw choice }
      throw shape
    }
    guard let separator: Unicode.Scalar = ["-", "/", "."].first(where: { scanner.take($0) }),
      let month = scanner.number(1...2), scanner.take(separator),
      let dayOfMonth = scanner.number(1...2)
    else { throw shape }
    day = try CalendarDate(year: year, month: month, day: dayOfMonth)
    if scanner.isAtEnd { return }
    guard scanner.take("T") || scanner.take("t") || scanner.skipSpaces() else {
      throw InvalidValue("\"\(scanner.rest)\" follows the day")
    }
    try readTime()
    scanner.skipSpaces()
    // Some program's slip, seen in the wild: the year again behind the time.
    if scanner.number(4...4).map({ $0 != year }) == true {
      throw InvalidValue("another year follows the time")
    }
    scanner.skipSpaces()
    if !scanner.isAtEnd { try readZone() }
  }

  /// The fault of a date such as `01/02/2024`, with what may be meant; nil for another text.
  private mutating func orderOfDayAndMonth() -> InvalidValue? {
    var reader = scanner
    guard let first = reader.number(1...2),
      let separator: Unicode.Scalar = ["/", "-", "."].first(where: { reader.take($0) }),
      let second = reader.number(1...2), reader.take(separator), let year = reader.number(2...4),
      reader.isAtEnd || reader.skipSpaces()
    else { return nil }
    guard year > 99 else {
      return InvalidValue("its year has two digits: write the year first and in four digits")
    }
    let meant = [(first, second), (second, first)].compactMap { month, day -> String? in
      let date = PathDate(year: year, month: month, day: day)
      return date.calendarDate == nil ? nil : date.text
    }
    let choices = first == second ? Array(meant.prefix(1)) : meant
    switch choices.count {
    case 0: return nil
    case 1: return InvalidValue("a date begins with its year: write \(choices[0])")
    default:
      return InvalidValue(
        "day and month could be meant in either order: write \(choices.joined(separator: " or "))")
    }
  }

  /// Reads a date with a month's name: `10 Feb 2026`, `Feb 10, 2026`, `Tue Feb 10 08:30:00 UTC 2026`.
  private mutating func readNamedDate() throws(InvalidValue) {
    let shape = InvalidValue("it does not begin with year, month and day such as 2026-02-10")
    var word = scanner.letters()
    if let name = word, Self.index(of: name, in: Self.weekdays) != nil {
      skipSeparators()
      word = scanner.letters()
    }
    var month: Int?
    var dayOfMonth: Int?
    if let name = word {
      guard let index = Self.index(of: name, in: Self.months) else {
        skipSeparators()
        if scanner.isAtEnd { throw shape }
        throw InvalidValue("\"\(name)\" is neither a month nor a day of the week in English")
      }
      month = index + 1
      skipSeparators()
      dayOfMonth = readOrdinal()
    } else {
      dayOfMonth = readOrdinal()
      skipSeparators()
      guard let name = scanner.letters() else { throw shape }
      guard let index = Self.index(of: name, in: Self.months) else {
        throw InvalidValue("\"\(name)\" is not a month's name in English")
      }
      month = index + 1
    }
    skipSeparators()
    guard let month, let dayOfMonth else { throw shape }
    if scanner.peek(1) == UInt8(ascii: ":") || scanner.peek(2) == UInt8(ascii: ":") {
      // As the command `date` and C's `ctime` write it, the year last.
      try readTime()
      scanner.skipSpaces()
      if let byte = scanner.peek(), !(0x30...0x39 ~= byte) {
        try readZone()
        scanner.skipSpaces()
      }
    }
    guard let digits = scanner.number(2...4), digits > 999 || time == nil else {
      throw InvalidValue("it has no year of four digits")
    }
    let hasTwoDigits = digits < 100
    day = try CalendarDate(
      year: hasTwoDigits ? digits + (digits < 50 ? 2000 : 1900) : digits, month: month,
      day: dayOfMonth)
    if time != nil { return }
    skipSeparators()
    if let word = peekedWord, word == "at" { _ = scanner.letters() }
    scanner.skipSpaces()
    if !scanner.isAtEnd {
      try readTime()
      scanner.skipSpaces()
      if !scanner.isAtEnd { try readZone() }
    }
    // RFC 822 has years of two digits, and always a zone; elsewhere they may be days.
    if hasTwoDigits, offset == nil { throw InvalidValue("it has no year of four digits") }
  }

  /// Reads the day of a month, `2` or `2nd`.
  private mutating func readOrdinal() -> Int? {
    guard let number = scanner.number(1...2) else { return nil }
    if let word = peekedWord, ["st", "nd", "rd", "th"].contains(word) { _ = scanner.letters() }
    return number
  }

  /// The letters that come next, in lower case.
  private var peekedWord: String? {
    var copy = scanner
    return copy.letters()?.lowercased()
  }

  private mutating func skipSeparators() {
    while scanner.skipSpaces() || scanner.take(",") || scanner.take(".") || scanner.take("-")
      || scanner.take("/")
    {}
  }

  /// Reads `18:30`, `18:30:05.25` or `6:30 pm`.
  private mutating func readTime() throws(InvalidValue) {
    guard var hour = scanner.number(1...2), scanner.take(":"), let minute = scanner.number(2...2)
    else { throw InvalidValue("hour and minute such as 18:30 should follow the day") }
    var second = 0
    if scanner.take(":") {
      guard let seconds = scanner.number(2...2) else {
        throw InvalidValue("its seconds are not two digits")
      }
      second = seconds
      if scanner.take(".") || scanner.take(","), scanner.number(1...18) == nil {
        throw InvalidValue("no digits follow the decimal point")
      }
    }
    var behind = scanner
    behind.skipSpaces()
    if let half = behind.letters()?.lowercased(), half == "am" || half == "pm" {
      guard 1...12 ~= hour else { throw InvalidValue("there is no hour \(hour) \(half)") }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      scanner = behind
    }
    time = try TimeOfDay(hour: hour, minute: minute, second: second)
  }

  /// Reads `Z`, an offset as `+01:00`, `+0100` or `+01`, or a zone's name in RFC 822; and behind it
  /// the words in parentheses by which programs explain it.
  private mutating func readZone() throws(InvalidValue) {
    if let name = scanner.letters() {
      switch name.uppercased() {
      case "Z", "UTC", "UT", "GMT":
        offset = 0
        let sign = scanner.peek()
        if name.utf8.count > 1, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
          offset = try readOffset()
        }
      case let known:
        // One letter is a zone of the military, which hardly anybody means.
        guard known.utf8.count > 1, let hours = RFC822Date.zoneHours(named: known) else {
          throw InvalidValue(
            "\"\(name)\" is more than one zone, or none: write an offset such as +01:00")
        }
        offset = hours * 3600
      }
    } else {
      offset = try readOffset()
    }
    scanner.skipSpaces()
    if scanner.peek() == UInt8(ascii: "("), scanner.rest.hasSuffix(")") { scanner.skipRest() }
  }

  private mutating func readOffset() throws(InvalidValue) -> Int {
    let shape = InvalidValue("\"\(scanner.rest)\" is not a zone such as Z or +01:00")
    let sign: Int
    if scanner.take("+") {
      sign = 1
    } else if scanner.take("-") {
      sign = -1
    } else {
      throw shape
    }
    let minutes: Int
    if let both = scanner.number(4...4) {
      guard both % 100 < 60 else { throw InvalidValue("there is no such time zone offset") }
      minutes = both / 100 * 60 + both % 100
    } else if let hours = scanner.number(1...2) {
      let rest = scanner.take(":") ? scanner.number(2...2) : 0
      guard let rest, rest < 60 else { throw InvalidValue("its zone's minutes are not two digits") }
      minutes = hours * 60 + rest
    } else {
      throw shape
    }
    guard minutes < 24 * 60 else { throw InvalidValue("there is no such time zone offset") }
    return sign * minutes * 60
  }

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The index of the name that `word` is, or its first letters, three at least.
  private static func index(of word: String, in names: [String]) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let wanted = word.lowercased()
    return names.firstIndex { $0.hasPrefix(wanted) }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }
