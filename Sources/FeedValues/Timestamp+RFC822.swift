/// A date as RFC 822 writes it: an instant, and the day that it was written as.
public struct RFC822Date: Hashable, Sendable {
  /// The instant.
  public let timestamp: Timestamp
  /// The day on the clocks of the zone that the date names.
  public let date: CalendarDate
  /// The day of the week that the date names, 0 for Sunday; nil where it names none.
  public let weekday: Int?
  /// Whether the year was written in two digits.
  public let hasShortYear: Bool
  /// Whether the zone is a single letter other than `Z`, which RFC 2822 section 4.3 calls meaningless.
  public let hasMilitaryZone: Bool

  /// The date that an RFC 822 `date-time` names, as RSS 2.0 writes it.
  ///
  /// Years of two digits and the zone names of RFC 822 section 5 are taken; a two-digit year below 50
  /// is of this century, as RFC 2822 section 4.3 says. A day of the week is read, not compared: see
  /// `CalendarDate.weekday`. See <https://www.rfc-editor.org/rfc/rfc822#section-5>.
  ///
  /// - Parameter text: A text such as `Tue, 10 Feb 2026 08:30:00 +0000`, nothing around it.
  /// - Throws: `InvalidValue` for another shape, and for a day or time that doesn't exist.
  public init(_ text: String) throws(InvalidValue) {
    var scanner = Scanner(text)
    var weekday: Int?
    if let name = scanner.letters() {
      weekday = weekdayNames.firstIndex { $0.caseInsensitivelyEquals(name) }
      guard weekday != nil else {
        throw InvalidValue("\"\(name)\" is not a day of the week in three letters")
      }
      try scanner.expect(",", after: "the day of the week")
      scanner.skipSpaces()
    }
    let day = try scanner.number(digits: 1...2, "day")
    try scanner.expectSpaces(after: "the day")
    let monthName = scanner.letters() ?? ""
    guard
      let month = monthNames.firstIndex(where: { $0.caseInsensitivelyEquals(monthName) })
    else { throw InvalidValue("\"\(monthName)\" is not a month in three letters") }
    try scanner.expectSpaces(after: "the month")
    let yearStart = scanner.offset
    let year = try scanner.year()
    hasShortYear = scanner.offset - yearStart < 4
    try scanner.expectSpaces(after: "the year")
    let hour = try scanner.number(digits: 2, "hour")
    try scanner.expect(":", after: "the hour")
    let minute = try scanner.number(digits: 2, "minute")
    let second = scanner.take(":") ? try scanner.number(digits: 2, "second") : 0
    scanner.skipSpaces()
    let zoneStart = scanner.offset
    let isZulu = scanner.next == UInt8(ascii: "Z") || scanner.next == UInt8(ascii: "z")
    let offset = try Self.offset(&scanner)
    hasMilitaryZone = scanner.offset == zoneStart + 1 && !isZulu
    guard scanner.isAtEnd else { throw InvalidValue("\"\(scanner.rest)\" follows the date") }
    let date = try CalendarDate(year: year, month: month + 1, day: day)
    let time = try TimeOfDay(hour: hour, minute: minute, second: second)
    timestamp = try Timestamp(date, time, secondsFromUTC: offset)
    self.date = date
    self.weekday = weekday
  }

  private static func offset(_ scanner: inout Scanner) throws(InvalidValue) -> Int {
    if let name = scanner.letters() {
      guard let offset = zoneHours(named: name.uppercased()) else {
        throw InvalidValue("\"\(name)\" is not a zone that RFC 822 knows")
      }
      return offset * 3600
    }
    let sign: Int
    if scanner.take("+") {
      sign = 1
    } else if scanner.take("-") {
      sign = -1
    } else {
      throw InvalidValue(
        scanner.isAtEnd ? "it has no time zone" : "\"\(scanner.rest)\" is not a time zone")
    }
    let digits = try scanner.number(digits: 4, "zone offset")
    guard digits / 100 < 24, digits % 100 < 60 else {
      throw InvalidValue("there is no such time zone offset")
    }
    return sign * (digits / 100 * 3600 + digits % 100 * 60)
  }

  /// The hours that a zone name of RFC 822 stands for.
  ///
  /// Military letters say UTC: RFC 822 got their
  /// sign wrong, and RFC 2822 section 4.3 tells to ignore them.
  package static func zoneHours(named name: String) -> Int? {
    switch name {
    case "UT", "GMT", "Z": 0
    case "EDT": -4
    case "EST", "CDT": -5
    case "CST", "MDT": -6
    case "MST", "PDT": -7
    case "PST": -8
    default: name.utf8.count == 1 && name != "J" ? 0 : nil
    }
  }
}

extension Timestamp {
  /// The instant that an RFC 822 `date-time` names; see `RFC822Date`.
  ///
  /// - Parameter text: A text such as `Tue, 10 Feb 2026 08:30:00 +0000`, nothing around it.
  /// - Throws: `InvalidValue` for another shape, and for a day or time that doesn't exist.
  public init(rfc822 text: String) throws(InvalidValue) {
    self = try RFC822Date(text).timestamp
  }

  /// The instant in UTC after RFC 822 with a year of four digits, such as
  /// `Tue, 10 Feb 2026 08:30:00 +0000`.
  public var rfc822: String {
    let (date, time) = utc
    return "\(weekdayNames[date.weekday]), \(padded(date.day, 2)) "
      + "\(monthNames[date.month - 1]) \(padded(date.year, 4)) \(time.text) +0000"
  }
}

private let weekdayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

extension String {
  fileprivate func caseInsensitivelyEquals(_ other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { $0 | 0x20 == $1 | 0x20 }
  }
}
