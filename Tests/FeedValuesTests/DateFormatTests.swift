import FeedValues
import Testing

/// RFC 3339 and RFC 822 as they are read; `TimestampTests` has how they are written.
struct DateFormatTests {
  @Test(arguments: [
    ("2026-02-10T08:30:00Z", "2026-02-10T08:30:00Z"),
    ("2026-02-10T08:30:00+00:00", "2026-02-10T08:30:00Z"),
    ("2026-02-10T08:30:00-00:00", "2026-02-10T08:30:00Z"),
    ("2026-02-10T08:30:00.999999999Z", "2026-02-10T08:30:00Z"),
    ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
    ("2025-12-31T23:30:00-01:00", "2026-01-01T00:30:00Z"),
    ("2024-03-01T00:30:00+05:45", "2024-02-29T18:45:00Z"),
    ("2024-02-28T23:59:59-23:59", "2024-02-29T23:58:59Z"),
    ("2000-02-29T12:00:00Z", "2000-02-29T12:00:00Z"),
    ("1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z"),
    ("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00Z"),
    ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
  ])
  func `a date of RFC 3339 is read`(text: String, utc: String) throws {
    #expect(try Timestamp(rfc3339: text).rfc3339 == utc)
  }

  @Test(arguments: [
    "", "2026-02-10", "2026-02-10T08:30:00", "2026-02-10T08:30Z", "2026-02-10 08:30:00Z",
    "2026-02-10t08:30:00Z", "2026-02-10T08:30:00z", "2026-02-10T08:30:00+0100",
    "2026-02-10T08:30:00+1:00", "2026-02-10T08:30:00+24:00", "2026-02-10T08:30:00+01:60",
    "2026-02-10T08:30:00.Z", "2026-02-10T08:30:00,5Z", "2026-02-10T08:30:00ZZ",
    " 2026-02-10T08:30:00Z", "2026-02-10T08:30:00Z ", "2026-2-10T08:30:00Z",
    "26-02-10T08:30:00Z", "02026-02-10T08:30:00Z", "2026-02-30T08:30:00Z",
    "2026-02-29T08:30:00Z", "1900-02-29T08:30:00Z", "2026-13-10T08:30:00Z",
    "2026-00-10T08:30:00Z", "2026-02-00T08:30:00Z", "2026-02-10T24:00:00Z",
    "2026-02-10T08:60:00Z", "2026-02-10T08:30:61Z", "2026-02-10T08:30:60Z",
    "2026-12-31T23:59:60+01:00", "0000-01-01T00:00:00Z", "0001-01-01T00:30:00+01:00",
    "9999-12-31T23:30:00-01:00", "２０２６-02-10T08:30:00Z", "2026-02-10T08:30:00\u{2212}01:00",
  ])
  func `what is no date of RFC 3339 is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try Timestamp(rfc3339: text) }
  }

  @Test(arguments: [
    ("Tue, 10 Feb 2026 08:30:00 +0000", "2026-02-10T08:30:00Z"),
    ("10 Feb 2026 08:30:00 GMT", "2026-02-10T08:30:00Z"),
    ("Tue, 10 Feb 2026 08:30 UT", "2026-02-10T08:30:00Z"),
    ("tue, 1 feb 2026 08:30:00 z", "2026-02-01T08:30:00Z"),
    ("Tue,10 Feb 2026  08:30:00  +0000", "2026-02-10T08:30:00Z"),
    ("Thu, 01 Jan 2026 00:30:00 +0100", "2025-12-31T23:30:00Z"),
    ("Wed, 31 Dec 2025 23:30:00 -0100", "2026-01-01T00:30:00Z"),
    ("Thu, 29 Feb 2024 23:59:60 +0000", "2024-03-01T00:00:00Z"),
    ("Mon, 01 Jan 0001 00:00:00 +0000", "0001-01-01T00:00:00Z"),
    ("Fri, 31 Dec 9999 23:59:59 +0000", "9999-12-31T23:59:59Z"),
  ])
  func `a date of RFC 822 is read`(text: String, utc: String) throws {
    #expect(try Timestamp(rfc822: text).rfc3339 == utc)
  }

  @Test(arguments: [
    ("00", "2000"), ("26", "2026"), ("49", "2049"), ("50", "1950"), ("69", "1969"), ("99", "1999"),
    ("0049", "0049"), ("0926", "0926"), ("1926", "1926"),
  ])
  func `a year of two digits is between 1950 and 2049, one of four is as it is`(
    written: String, year: String
  ) throws {
    let timestamp = try Timestamp(rfc822: "10 Feb \(written) 08:30:00 GMT")
    #expect(timestamp.rfc3339 == "\(year)-02-10T08:30:00Z")
  }

  @Test(arguments: [
    ("UT", 0), ("GMT", 0), ("Z", 0), ("EST", 5), ("EDT", 4), ("CST", 6), ("CDT", 5), ("MST", 7),
    ("MDT", 6), ("PST", 8), ("PDT", 7), ("A", 0), ("M", 0), ("Y", 0), ("-0500", 5), ("+0000", 0),
    ("-0000", 0), ("-1200", 12),
  ])
  func `a zone of RFC 822 is so many hours behind UTC`(zone: String, hours: Int) throws {
    let midnight = try Timestamp(rfc822: "10 Feb 2026 00:00:00 GMT")
    let local = try Timestamp(rfc822: "10 Feb 2026 00:00:00 \(zone)")
    #expect(local.seconds - midnight.seconds == hours * 3600)
  }

  @Test(arguments: [
    "", "Tue, 10 Feb 2026", "Tue, 10 Feb 2026 08:30:00", "Tuesday, 10 Feb 2026 08:30:00 GMT",
    "Tue 10 Feb 2026 08:30:00 GMT", "Dienstag, 10 Feb 2026 08:30:00 GMT",
    "Tue, 10 February 2026 08:30:00 GMT", "Tue, 10 Fév 2026 08:30:00 GMT",
    "Tue, 10 02 2026 08:30:00 GMT", "Tue, 10 Feb 026 08:30:00 GMT",
    "Tue, 10 Feb 12026 08:30:00 GMT", "Tue, 10 Feb 2026 8:30:00 GMT",
    "Tue, 10 Feb 2026 08:30:00 CET", "Tue, 10 Feb 2026 08:30:00 J",
    "Tue, 10 Feb 2026 08:30:00 +01:00", "Tue, 10 Feb 2026 08:30:00 +2400",
    "Tue, 10 Feb 2026 08:30:00 +0160", "Tue, 10 Feb 2026 08:30:00 GMT+1",
    "Mon, 30 Feb 2026 08:30:00 GMT", "Sun, 29 Feb 2026 08:30:00 GMT",
    "Tue, 10 Feb 2026 24:00:00 GMT", "Tue, 10 Feb 2026 08:30:60 GMT",
    "Tue, 10 Feb 2026 08:30:00 GMT x", "2026-02-10T08:30:00Z", ", 10 Feb 2026 08:30:00 GMT",
  ])
  func `what is no date of RFC 822 is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try Timestamp(rfc822: text) }
  }

  @Test(arguments: [
    ("2026-02-30T08:30:00Z", "February 2026 has no day 30"),
    ("2026-02-10", "it has no time of day"),
    ("2026-02-10T08:30:00", "it has no time zone"),
    ("2026-13-10T08:30:00Z", "there is no month 13"),
    ("2026-02-10T25:30:00Z", "there is no hour 25"),
  ])
  func `the reason says what is wrong`(text: String, reason: String) {
    #expect(throws: InvalidValue(reason)) { try Timestamp(rfc3339: text) }
  }
}
