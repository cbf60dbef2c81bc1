import Testing

@testable import FeedValues

/// Zones as the footer of a TZif file tells them; the expected offsets are those of `TZ=… date`.
struct PosixZoneTests {
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-01-01T00:00:00Z", 3600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-03-31T00:59:59Z", 3600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-03-31T01:00:00Z", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-10-27T00:59:59Z", 7200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2024-10-27T01:00:00Z", 3600),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-03-10T06:59:59Z", -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-03-10T07:00:00Z", -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", "2024-12-31T23:59:59Z", -18_000),
    // Winter time as the exception, as Dublin has it.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-01-01T00:00:00Z", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-07-01T12:00:00Z", 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-10-27T00:59:59Z", 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2024-10-27T01:00:00Z", 0),
    // The southern half of the Earth, and half an hour of summer time.
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2024-01-01T00:00:00Z", 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2024-07-01T12:00:00Z", 37_800),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2024-12-31T23:59:59Z", 39_600),
    // Changes on another day than the one that is named.
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:59:59Z", -7200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T01:00:00Z", -3600),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-28T23:59:59Z", 7200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-29T00:00:00Z", 10_800),
    // Julian days leave out 29 February, ordinal ones count it.
    ("AAA0BBB,J60,J300", "2024-02-29T02:00:00Z", 0),
    ("AAA0BBB,J60,J300", "2024-03-01T02:00:00Z", 3600),
    ("AAA0BBB,J60,J300", "2025-03-01T01:59:59Z", 0),
    ("AAA0BBB,J60,J300", "2025-03-01T02:00:00Z", 3600),
    ("AAA0BBB,59,299", "2024-02-29T02:00:00Z", 3600),
    ("AAA0BBB,59,299", "2025-03-01T01:59:59Z", 0),
    ("AAA0BBB,59,299", "2025-03-01T02:00:00Z", 3600),
    // Summer time all the year (RFC 9636 section 3.3.2).
    ("EST5EDT,0/0,J365/25", "2024-01-01T00:00:00Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2024-01-01T05:00:00Z", -14_400),
    ("EST5EDT,0/0,J365/25", "2024-12-31T23:59:59Z", -14_400),
    ("JST-9", "2024-07-01T12:00:00Z", 32_400),
    ("<+0545>-5:45", "2024-07-01T12:00:00Z", 20_700),
  ])
  func `clocks are so many seconds ahead of UTC`(zone: String, utc: String, offset: Int) throws {
    #expect(try PosixZone(zone).offset(at: Timestamp(rfc3339: utc).seconds) == offset)
  }

  @Test(arguments: [
    "", "CET", "-1", "<+01", "CET-1CEST", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,",
    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
    "CET-1CEST,M3.5,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/", "CET-1CEST,M3.5.0,M10.5.0/3x",
    "CET-1CEST,Jx,J300",
  ])
  func `what is no zone of POSIX is refused`(text: String) {
    #expect(throws: InvalidValue.self) { try PosixZone(text) }
  }
}
