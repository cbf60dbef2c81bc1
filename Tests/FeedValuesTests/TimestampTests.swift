import FeedValues
import Testing

struct TimestampTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2), (2026, 2, 10, 20_494, 2),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5), (1900, 3, 1, -25_508, 4),
    (2100, 2, 28, 47_540, 0),
  ])
  func `a day has its number and its day of the week`(
    year: Int, month: Int, day: Int, days: Int, weekday: Int
  ) throws {
    let date = try CalendarDate(year: year, month: month, day: day)
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(daysSince1970: days) == date)
  }

  @Test(arguments: [
    (2026, 2, 29), (2024, 2, 30), (2026, 2, 30), (1900, 2, 29), (2100, 2, 29), (2026, 4, 31),
    (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1),
    (-1, 1, 1),
  ])
  func `a day that doesn't exist is refused`(year: Int, month: Int, day: Int) {
    #expect(throws: InvalidValue.self) {
      try CalendarDate(year: year, month: month, day: day)
    }
  }

  @Test(arguments: [(2000, 29), (2024, 29), (1900, 28), (2026, 28), (2100, 28), (2400, 29)])
  func `February ends as the Gregorian calendar says`(year: Int, last: Int) throws {
    let end = try CalendarDate(year: year, month: 2, day: last)
    let march = try CalendarDate(year: year, month: 3, day: 1)
    #expect(end.daysSince1970 + 1 == march.daysSince1970)
  }

  @Test func `days before the year 1 and after 9999 are none`() {
    #expect(CalendarDate(daysSince1970: -719_163) == nil)
    #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    #expect(CalendarDate(daysSince1970: .min) == nil)
    #expect(CalendarDate(daysSince1970: .max) == nil)
  }

  /// 20,000 instants spread over all years: a step of some 182 days that divides no day evenly.
  @Test func `both formats give back every timestamp that they were made of`() throws {
    let (first, last) = (-62_135_596_800, 253_402_300_799)
    var wrong: [String] = []
    for step in 0...20_000 {
      let seconds = min(last, first + step * 15_776_897)
      let timestamp = try Timestamp(seconds: seconds)
      let texts = (timestamp.rfc3339, timestamp.rfc822)
      if try Timestamp(rfc3339: texts.0) != timestamp { wrong.append(texts.0) }
      if try Timestamp(rfc822: texts.1) != timestamp { wrong.append(texts.1) }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test(arguments: [
    (-62_135_596_800, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"),
    (-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
    (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
    (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 +0000"),
    (1_770_712_200, "2026-02-10T08:30:00Z", "Tue, 10 Feb 2026 08:30:00 +0000"),
    (253_402_300_799, "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 +0000"),
  ])
  func `an instant is written in UTC`(seconds: Int, rfc3339: String, rfc822: String) throws {
    let timestamp = try Timestamp(seconds: seconds)
    #expect(timestamp.rfc3339 == rfc3339)
    #expect(timestamp.rfc822 == rfc822)
  }

  @Test(arguments: [-62_135_596_801, 253_402_300_800, Int.min, Int.max])
  func `seconds outside the years 1 to 9999 are refused`(seconds: Int) {
    #expect(throws: InvalidValue.self) { try Timestamp(seconds: seconds) }
  }

  @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 61), (0, 0, -1)])
  func `a time that no clock shows is refused`(hour: Int, minute: Int, second: Int) {
    #expect(throws: InvalidValue.self) {
      try TimeOfDay(hour: hour, minute: minute, second: second)
    }
  }
}
