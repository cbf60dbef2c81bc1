/// A zone as a POSIX `TZ` string gives it, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// With the extension of RFC 9636 section 3.3.2: hours of a change from -167 to 167.
struct PosixZone: Equatable, Sendable {
  private let standardOffset: Int
  private let summer: Summer?

  private struct Summer: Equatable, Sendable {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// When clocks change in a year.
  private struct Change: Equatable, Sendable {
    enum Day: Equatable, Sendable {
      /// Day 1 to 365; 29 February is never counted.
      case julian(Int)
      /// Day 0 to 365; 29 February is counted.
      case ordinal(Int)
      /// Day of the week 0 to 6 in week 1 to 5 of a month; week 5 is the last.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    let day: Day
    /// Seconds after midnight on the clocks that hold before the change.
    let time: Int
  }

  init(_ text: String) throws(InvalidValue) {
    var scanner = Scanner(text)
    try Self.skipName(&scanner)
    standardOffset = -(try Self.time(&scanner))
    if scanner.isAtEnd {
      summer = nil
      return
    }
    try Self.skipName(&scanner)
    var offset = standardOffset + 3600
    if !scanner.take(",") {
      offset = -(try Self.time(&scanner))
      try scanner.expect(",", after: "the summer time offset")
    }
    let start = try Self.change(&scanner)
    try scanner.expect(",", after: "the start of summer time")
    summer = Summer(offset: offset, start: start, end: try Self.change(&scanner))
    guard scanner.isAtEnd else { throw InvalidValue("\"\(scanner.rest)\" follows the zone") }
  }

  /// How many seconds clocks are ahead of UTC at `seconds` since 1970.
  func offset(at seconds: Int) -> Int {
    guard let summer else { return standardOffset }
    let local = seconds + standardOffset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    guard let year = CalendarDate(daysSince1970: days)?.year,
      let start = Self.instant(of: summer.start, year: year),
      let end = Self.instant(of: summer.end, year: year)
    else { return standardOffset }
    let (summerStart, summerEnd) = (start - standardOffset, end - summer.offset)
    let isSummer =
      summerStart < summerEnd
      ? summerStart..<summerEnd ~= seconds : !(summerEnd..<summerStart ~= seconds)
    return isSummer ? summer.offset : standardOffset
  }

  /// Seconds since 1970 on the clocks that hold before the change.
  private static func instant(of change: Change, year: Int) -> Int? {
    func first(of month: Int) -> CalendarDate? {
      try? CalendarDate(year: year, month: month, day: 1)
    }
    guard let january = first(of: 1)?.daysSince1970 else { return nil }
    let day: Int
    switch change.day {
    case .ordinal(let number): day = january + number
    case .julian(let number):
      guard let march = first(of: 3)?.daysSince1970 else { return nil }
      let isAfterLeapDay = number >= 60 && march - january == 60
      day = january + number - 1 + (isAfterLeapDay ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      guard let start = first(of: month) else { return nil }
      let firstSuch = start.daysSince1970 + (weekday - start.weekday + 7) % 7
      var candidate = firstSuch + (week - 1) * 7
      while CalendarDate(daysSince1970: candidate)?.month != month { candidate -= 7 }
      day = candidate
    }
    return day * 86_400 + change.time
  }

  private static func change(_ scanner: inout Scanner) throws(InvalidValue) -> Change {
    let day: Change.Day
    if scanner.take("M") {
      let month = try scanner.number(digits: 1...2, "month")
      try scanner.expect(".", after: "the month")
      let week = try scanner.number(digits: 1, "week")
      try scanner.expect(".", after: "the week")
      let weekday = try scanner.number(digits: 1, "day of the week")
      guard 1...12 ~= month, 1...5 ~= week, 0...6 ~= weekday else {
        throw InvalidValue("there is no such day")
      }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if scanner.take("J") {
      day = .julian(try scanner.number(digits: 1...3, "day"))
    } else {
      day = .ordinal(try scanner.number(digits: 1...3, "day"))
    }
    return Change(day: day, time: scanner.take("/") ? try time(&scanner) : 7200)
  }

  /// A signed `h[:mm[:ss]]` in seconds.
  private static func time(_ scanner: inout Scanner) throws(InvalidValue) -> Int {
    let sign = scanner.take("-") ? -1 : 1
    if sign == 1 { _ = scanner.take("+") }
    var seconds = try scanner.number(digits: 1...3, "hour") * 3600
    if scanner.take(":") { seconds += try scanner.number(digits: 2, "minute") * 60 }
    if scanner.take(":") { seconds += try scanner.number(digits: 2, "second") }
    return sign * seconds
  }

  private static func skipName(_ scanner: inout Scanner) throws(InvalidValue) {
    if scanner.take("<") {
      while !scanner.isAtEnd, !scanner.take(">") { scanner.skipCharacter() }
    } else if scanner.letters() == nil {
      throw InvalidValue("it has no zone name")
    }
  }
}
