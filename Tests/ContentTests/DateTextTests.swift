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
    "2026-02-10 08:30 +01:60", "2026-02-10 08:30 +", "2026-02-10 08:30 Z x", "2026-02-10 8:30 PM",
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
