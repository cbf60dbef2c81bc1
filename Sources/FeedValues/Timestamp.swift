/// An instant in whole seconds, between the years 1 and 9999.
///
/// Fractions of a second are cut off when a text is read: RSS can't carry them, and the formats of
/// a feed must agree.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC, leap seconds not counted; negative before it.
  public let seconds: Int

  /// The instant that is `seconds` after 1 January 1970, 00:00 UTC.
  ///
  /// - Throws: `InvalidValue` outside the years 1 to 9999.
  public init(seconds: Int) throws(InvalidValue) {
    guard -62_135_596_800...253_402_300_799 ~= seconds else {
      throw InvalidValue("it is not between the years 1 and 9999")
    }
    self.seconds = seconds
  }

  /// The instant at which clocks that are `offset` seconds ahead of UTC show `date` and `time`.
  ///
  /// - Throws: `InvalidValue` where that is outside the years 1 to 9999, and for a second 60 that is
  ///   not the last of a day of UTC.
  public init(
    _ date: CalendarDate, _ time: TimeOfDay, secondsFromUTC offset: Int
  ) throws(InvalidValue) {
    try self.init(seconds: date.daysSince1970 * 86_400 + time.secondsSinceMidnight - offset)
    guard time.second < 60 || seconds % 86_400 == 0 else {
      throw InvalidValue("there is no second 60")
    }
  }

  /// Whether `lhs` is earlier.
  public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool { lhs.seconds < rhs.seconds }

  /// The day and the time that a clock in UTC shows.
  public var utc: (date: CalendarDate, time: TimeOfDay) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    guard let date = CalendarDate(daysSince1970: days),
      let time = try? TimeOfDay(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    else { preconditionFailure("a timestamp is checked when it is made") }
    return (date, time)
  }
}

/// A time of day in whole seconds.
public struct TimeOfDay: Hashable, Sendable {
  /// The hour, 0 to 23.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int
  /// The second, 0 to 60; 60 is a leap second.
  public let second: Int

  /// A time of day.
  ///
  /// - Throws: `InvalidValue` for an hour, minute or second that no clock shows.
  public init(hour: Int, minute: Int, second: Int = 0) throws(InvalidValue) {
    guard 0...23 ~= hour else { throw InvalidValue("there is no hour \(hour)") }
    guard 0...59 ~= minute else { throw InvalidValue("there is no minute \(minute)") }
    guard 0...60 ~= second else { throw InvalidValue("there is no second \(second)") }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// 00:00:00.
  public static let midnight = TimeOfDay()

  private init() { (hour, minute, second) = (0, 0, 0) }

  /// Seconds since 00:00; a leap second counts as the one after it.
  public var secondsSinceMidnight: Int { hour * 3600 + minute * 60 + second }
}
