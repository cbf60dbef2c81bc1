import FeedValues
import Testing

@testable import Content

/// Dates as people write them, on the clocks of Berlin where they name no zone.
struct DateTextTests {
  @Test(arguments: [
    ("2026-02-10T08:30:00.123Z", "2026-02-10T08:30:00Z"),
    ("2026-02-10", "2026-02-09T23:00:00Z"),
    ("2026-02-10 08:30:00 +0100", "2026-02-10T07:30:00Z"),
    ("2026-02-10 08:30:00 -0800", "2026-02-10T16:30:00Z"),
    ("2026-02-10 08:30:00", "2026-02-10T07:30:00Z"),
    ("2026-02-10T08:30:00Z", "2026-02-10T08:30:00Z"),
    ("2026-02-10T08:30:00-0500", "2026-02-10T13:30:00Z"),
    ("2026-02-10T08:30:00-05:00", "2026-02-10T13:30:00Z"),
    ("2026-02-10 8:30:00", "2026-02-10T07:30:00Z"),
    ("2026-02-10 8:30:00 +0100", "2026-02-10T07:30:00Z"),
    ("2026-2-10", "2026-02-09T23:00:00Z"),
    ("2026-02-1", "2026-01-31T23:00:00Z"),
    ("2026-2-1 8:30", "2026-02-01T07:30:00Z"),
    ("2026-02-10 08:30", "2026-02-10T07:30:00Z"),
  ])
  func `a shape that sites use is read`(text: String, utc: String) throws {
    #expect(try read(text).timestamp.rfc3339 == utc)
  }

  @Test(arguments: [
    ("2026/02/10", "2026-02-09T23:00:00Z"),
    ("2026-07-10", "2026-07-09T22:00:00Z"),
    ("2026-02-10t08:30:00z", "2026-02-10T08:30:00Z"),
    ("2026-02-10T08:30", "2026-02-10T07:30:00Z"),
    ("2026-02-10 08:30:00 UTC", "2026-02-10T08:30:00Z"),
    ("2026-02-10 08:30:00 GMT", "2026-02-10T08:30:00Z"),
    ("2026-02-10 08:30 +02", "2026-02-10T06:30:00Z"),
    ("2026-02-10   08:30:00", "2026-02-10T07:30:00Z"),
    ("2026-02-10 08:30:00,5", "2026-02-10T07:30:00Z"),
    ("Tue, 10 Feb 2026 08:30:00 +0000", "2026-02-10T08:30:00Z"),
    ("10 Feb 2026 08:30:00 +0000", "2026-02-10T08:30:00Z"),
    ("2024-02-29", "2024-02-28T23:00:00Z"),
    ("2026-03-29 02:30", "2026-03-29T01:30:00Z"),
    ("2026-10-25 02:30", "2026-10-25T00:30:00Z"),
    ("2026-12-31 23:59:60 +0000", "2027-01-01T00:00:00Z"),
    ("0001-01-02", "0001-01-01T23:06:32Z"),
  ])
  func `other unmistakable shapes are read too`(text: String, utc: String) throws {
    #expect(try read(text).timestamp.rfc3339 == utc)
  }

  /// Shapes of real folders that no specification has, and others that can mean one thing alone.
  @Test(arguments: [
    ("2023-01-29 18:30:22 2023 -0800", "2023-01-30T02:30:22Z"),
    ("Fri Nov 24 2023 11:49:41 GMT+0000 (Greenwich Mean Time)", "2023-11-24T11:49:41Z"),
    ("Fri Nov 24 2023 11:49:41 GMT-0500 (EST)", "2023-11-24T16:49:41Z"),
    ("2026-02-10 08:30:00 +0100 (CET)", "2026-02-10T07:30:00Z"),
    ("2026.02.10", "2026-02-09T23:00:00Z"), ("2026/2/1 8:30", "2026-02-01T07:30:00Z"),
    ("January 2, 2024", "2024-01-01T23:00:00Z"), ("Jan 2, 2024", "2024-01-01T23:00:00Z"),
    ("Jan. 2nd, 2024", "2024-01-01T23:00:00Z"), ("2 January 2024", "2024-01-01T23:00:00Z"),
    ("2 Jan 2024", "2024-01-01T23:00:00Z"), ("02-Jan-2024", "2024-01-01T23:00:00Z"),
    ("1st Sept 2024", "2024-08-31T22:00:00Z"), ("3. May 2024", "2024-05-02T22:00:00Z"),
    ("Tuesday, 2 January 2024", "2024-01-01T23:00:00Z"),
    ("Tue, January 2, 2024, 8:30 am", "2024-01-02T07:30:00Z"),
    ("January 2, 2024 at 8:30 PM", "2024-01-02T19:30:00Z"),
    ("2024-01-02 12:05 am", "2024-01-01T23:05:00Z"), ("2024-01-02 12:05PM", "2024-01-02T11:05:00Z"),
    ("Tue Jan  2 15:04:05 2024", "2024-01-02T14:04:05Z"),
    ("Tue Jan  2 15:04:05 MST 2024", "2024-01-02T22:04:05Z"),
    ("Tue Jan 2 15:04:05 +0100 2024", "2024-01-02T14:04:05Z"),
    ("2024-01-02 15:04 EST", "2024-01-02T20:04:00Z"),
    ("2024-01-02 15:04 PDT", "2024-01-02T22:04:00Z"),
    ("Tue, 02 Jan 24 15:04 GMT", "2024-01-02T15:04:00Z"),
    ("02 Jan 99 15:04 UT", "1999-01-02T15:04:00Z"),
    ("2024-01-02T15:04:05.123456789+05:30", "2024-01-02T09:34:05Z"),
    ("2024-01-02 15:04 UTC+2", "2024-01-02T13:04:00Z"), ("JAN 2 2024", "2024-01-01T23:00:00Z"),
  ])
  func `so are shapes that can mean one thing alone`(text: String, utc: String) throws {
    #expect(try read(text).timestamp.rfc3339 == utc)
  }

  @Test(arguments: [
    (
      "01/02/2024",
      "day and month could be meant in either order: write 2024-01-02 or 2024-02-01"
    ),
    (
      "10-02-2026 08:00",
      "day and month could be meant in either order: write 2026-10-02 or 2026-02-10"
    ),
    ("13.02.2024", "a date begins with its year: write 2024-02-13"),
    ("02/02/2024", "a date begins with its year: write 2024-02-02"),
    ("01/02/24", "its year has two digits: write the year first and in four digits"),
    (
      "2026-02-10 08:30 CET",
      "\"CET\" is more than one zone, or none: write an offset such as +01:00"
    ),
    ("2026-02-10 08:30 A", "\"A\" is more than one zone, or none: write an offset such as +01:00"),
    ("2 Janvier 2024", "\"Janvier\" is not a month's name in English"),
    ("Mardi 2", "\"Mardi\" is neither a month nor a day of the week in English"),
    ("2 Jan 24", "it has no year of four digits"),
    ("Ja 2 2024", "\"Ja\" is neither a month nor a day of the week in English"),
    ("30 Feb 2024", "February 2024 has no day 30"),
    ("2026-02/10", "it does not begin with year, month and day such as 2026-02-10"),
    ("Jan 2, 2024 yesterday", "hour and minute such as 18:30 should follow the day"),
    ("2026-02-10 08:30:00 2025 +0100", "another year follows the time"),
    ("1707523200", "it does not begin with year, month and day such as 2026-02-10"),
    ("Jan 2024", "it does not begin with year, month and day such as 2026-02-10"),
    ("", "it does not begin with year, month and day such as 2026-02-10"),
  ])
  func `what could be misread is told with what may be meant`(text: String, reason: String) throws {
    let error = try #require(throws: InvalidValue.self) { try read(text) }
    #expect(error.reason == reason)
  }

  @Test(arguments: [
    ("2026-02-10", "2026-02-10"), ("2026-02-10T23:30:00-08:00", "2026-02-10"),
    ("2026-02-10T00:30:00+14:00", "2026-02-10"),
    ("Tue, 10 Feb 2026 23:30:00 -0800", "2026-02-10"),
    ("Tue, 10 Feb 2026 00:30:00 +0200", "2026-02-10"),
  ])
  func `the day is the one that was written`(text: String, day: String) throws {
    let read = try read(text).day
    let expected = try Timestamp(rfc3339: day + "T00:00:00Z").utc.date
    #expect(read == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2026", "2026-02", "10.02.2026", "02/10/2026", "10-02-2026", "26-02-10",
    "2017-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-02-00", "2026-02-10x",
    "2026-02-10T", "2026-02-10 8", "2026-02-10 8:3", "2026-02-10 24:00", "2026-02-10 08:60",
    "2026-02-10 08:30:61", "2026-02-10 08:30:60", "2026-02-10 08:30:5", "2026-02-10 08:30:00.",
    "2026-02-10 08:30 CET", "2026-02-10 08:30 +2400", "2026-02-10 08:30 +0160",
    "2026-02-10 08:30 +01:60", "2026-02-10 08:30 +", "2026-02-10 08:30 Z x", "2026-02-10 13:30 PM",
    "2026-02-10 0:30 am",
    "0000-01-01", "10000-01-01", "0001-01-01 00:00:00 +0100", "２０２６-02-10",
    "2026-02-10 08:30:00 +99999999999999999999", "99999999999999999999-01-01",
  ])
  func `what doesn't exist or can be misread is refused`(text: String) throws {
    let berlin = try TimeZoneDatabase.zone(named: "Europe/Berlin")
    #expect(throws: InvalidValue.self) { try DateText(text, zone: berlin) }
  }

  @Test(arguments: ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
  func `a zone of the database is found`(name: String) throws {
    #expect(throws: Never.self) { try TimeZoneDatabase.zone(named: name) }
  }

  @Test(arguments: [
    "", "Europe/Berln", "Europe", "../../../etc/passwd", "/etc/passwd", "Europe/../Asia/Tokyo",
    "tzdata.zi", "zone.tab", "leapseconds", "Berlin\u{0}", "Европа",
  ])
  func `what is no zone of the database is refused`(name: String) {
    #expect(throws: InvalidValue.self) { try TimeZoneDatabase.zone(named: name) }
  }

  private func read(_ text: String) throws -> DateText {
    try DateText(text, zone: try TimeZoneDatabase.zone(named: "Europe/Berlin"))
  }
}
