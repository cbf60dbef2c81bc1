import FeedValues
import FoundationEssentials
import Testing

/// Clocks of zones in the system's time zone database.
///
/// The expected instants are those of Python's `zoneinfo`.
struct TimeZoneRulesTests {
  @Test(arguments: [
    ("Europe/Berlin", "1980-04-06 02:30:00", "1980-04-06T01:30:00Z"),
    ("Europe/Berlin", "2026-01-01 00:00:00", "2025-12-31T23:00:00Z"),
    ("Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z"),
    ("Europe/Berlin", "2026-03-29 02:30:00", "2026-03-29T01:30:00Z"),
    ("Europe/Berlin", "2026-03-29 03:00:00", "2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "2026-10-25 01:59:59", "2026-10-24T23:59:59Z"),
    ("Europe/Berlin", "2026-10-25 02:30:00", "2026-10-25T00:30:00Z"),
    ("Europe/Berlin", "2026-10-25 03:00:00", "2026-10-25T02:00:00Z"),
    ("Europe/Berlin", "2038-07-01 12:00:00", "2038-07-01T10:00:00Z"),
    ("Europe/Berlin", "2099-07-15 12:00:00", "2099-07-15T10:00:00Z"),
    ("Europe/Berlin", "2100-03-28 02:00:00", "2100-03-28T01:00:00Z"),
    ("Europe/Berlin", "2100-12-31 23:59:59", "2100-12-31T22:59:59Z"),
    ("America/New_York", "1969-12-31 19:00:00", "1970-01-01T00:00:00Z"),
    ("America/New_York", "2026-03-08 01:59:59", "2026-03-08T06:59:59Z"),
    ("America/New_York", "2026-03-08 02:30:00", "2026-03-08T07:30:00Z"),
    ("America/New_York", "2026-03-08 03:00:00", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-11-01 00:59:59", "2026-11-01T04:59:59Z"),
    ("America/New_York", "2026-11-01 01:30:00", "2026-11-01T05:30:00Z"),
    ("America/New_York", "2026-11-01 02:00:00", "2026-11-01T07:00:00Z"),
    ("America/New_York", "2026-12-31 23:59:59", "2027-01-01T04:59:59Z"),
    ("America/New_York", "2050-07-04 09:00:00", "2050-07-04T13:00:00Z"),
    ("America/New_York", "2100-11-07 01:30:00", "2100-11-07T05:30:00Z"),
    ("Asia/Tokyo", "1949-07-01 12:00:00", "1949-07-01T02:00:00Z"),
    ("Asia/Tokyo", "2026-01-01 08:59:59", "2025-12-31T23:59:59Z"),
    ("Asia/Tokyo", "2100-06-30 00:00:00", "2100-06-29T15:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-05 01:29:59", "2026-04-04T14:29:59Z"),
    ("Australia/Lord_Howe", "2026-04-05 01:45:00", "2026-04-04T14:45:00Z"),
    ("Australia/Lord_Howe", "2026-04-05 02:00:00", "2026-04-04T15:30:00Z"),
    ("Australia/Lord_Howe", "2026-10-04 01:59:59", "2026-10-03T15:29:59Z"),
    ("Australia/Lord_Howe", "2026-10-04 02:15:00", "2026-10-03T15:45:00Z"),
    ("Australia/Lord_Howe", "2026-10-04 02:30:00", "2026-10-03T15:30:00Z"),
    ("Australia/Lord_Howe", "2100-01-01 00:00:00", "2099-12-31T13:00:00Z"),
    ("Australia/Lord_Howe", "2100-07-01 00:00:00", "2100-06-30T13:30:00Z"),
    ("America/Sao_Paulo", "2018-11-03 23:59:59", "2018-11-04T02:59:59Z"),
    ("America/Sao_Paulo", "2018-11-04 00:30:00", "2018-11-04T03:30:00Z"),
    ("America/Sao_Paulo", "2018-11-04 01:00:00", "2018-11-04T03:00:00Z"),
    ("America/Sao_Paulo", "2019-02-16 22:59:59", "2019-02-17T00:59:59Z"),
    ("America/Sao_Paulo", "2019-02-16 23:30:00", "2019-02-17T01:30:00Z"),
    ("America/Sao_Paulo", "2019-02-17 00:00:00", "2019-02-17T03:00:00Z"),
    ("America/Sao_Paulo", "2026-12-25 12:00:00", "2026-12-25T15:00:00Z"),
    ("America/Sao_Paulo", "2100-12-25 12:00:00", "2100-12-25T15:00:00Z"),
    ("Africa/Casablanca", "2018-10-28 12:00:00", "2018-10-28T11:00:00Z"),
    ("Africa/Casablanca", "2024-03-10 02:30:00", "2024-03-10T01:30:00Z"),
    ("Africa/Casablanca", "2024-03-20 12:00:00", "2024-03-20T12:00:00Z"),
    ("Africa/Casablanca", "2024-04-14 02:00:00", "2024-04-14T02:00:00Z"),
    ("Africa/Casablanca", "2024-04-14 02:30:00", "2024-04-14T02:30:00Z"),
    ("Africa/Casablanca", "2024-04-14 03:00:00", "2024-04-14T02:00:00Z"),
    ("Africa/Casablanca", "2025-02-23 02:30:00", "2025-02-23T01:30:00Z"),
    ("Africa/Casablanca", "2025-03-10 12:00:00", "2025-03-10T12:00:00Z"),
    ("Africa/Casablanca", "2100-06-01 12:00:00", "2100-06-01T11:00:00Z"),
    ("Pacific/Apia", "2011-12-29 23:59:59", "2011-12-30T09:59:59Z"),
    ("Pacific/Apia", "2011-12-30 12:00:00", "2011-12-30T22:00:00Z"),
    ("Pacific/Apia", "2011-12-31 00:00:00", "2011-12-30T10:00:00Z"),
    ("Europe/Dublin", "2026-01-15 12:00:00", "2026-01-15T12:00:00Z"),
    ("Europe/Dublin", "2026-03-29 01:30:00", "2026-03-29T01:30:00Z"),
    ("Europe/Dublin", "2026-07-15 12:00:00", "2026-07-15T11:00:00Z"),
    ("Europe/Dublin", "2026-10-25 01:30:00", "2026-10-25T00:30:00Z"),
    ("Europe/Dublin", "2099-01-15 12:00:00", "2099-01-15T12:00:00Z"),
    ("Europe/Dublin", "2099-07-15 12:00:00", "2099-07-15T11:00:00Z"),
  ])
  func `clocks of a zone show a time at one instant`(
    zone: String, clock: String, utc: String
  ) throws {
    let rules = try TimeZoneRules(tzif: try file(zone))
    let shown = try Timestamp(rfc3339: clock.replacing(" ", with: "T") + "Z").utc
    #expect(try rules.timestamp(shown.date, shown.time).rfc3339 == utc)
  }

  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tokyo",
  ])
  func `every full hour from 1970 to 2100 is found again from its clock`(zone: String) throws {
    let rules = try TimeZoneRules(tzif: try file(zone))
    var wrong: [Int] = []
    for seconds in stride(from: 0, to: 4_133_980_800, by: 7 * 3600) {
      let offset = rules.offset(at: seconds)
      let clock = try Timestamp(seconds: seconds + offset).utc
      let found = try rules.timestamp(clock.date, clock.time).seconds
      // Of an hour shown twice the first is meant: the second one is found an overlap too early.
      let isFirst = found == seconds
      let isSecond = seconds - found == rules.offset(at: found) - offset && seconds > found
      if !isFirst && !isSecond { wrong.append(seconds) }
    }
    #expect(wrong.prefix(3) == [])
  }

  @Test func `a file that is cut anywhere is refused or read without a crash`() throws {
    let whole = try file("Europe/Berlin")
    for length in 0..<(whole.count - 1) {
      #expect(throws: InvalidValue.self, "\(length) bytes") {
        try TimeZoneRules(tzif: Array(whole[..<length]))
      }
    }
  }

  @Test func `a file with any byte changed is refused or answers without a crash`() throws {
    let whole = try file("Asia/Tokyo")
    var answers = 0
    for index in whole.indices {
      for value: UInt8 in [0, 0x2D, 0x39, 0x7F, 0xFF] where whole[index] != value {
        var changed = whole
        changed[index] = value
        guard let rules = try? TimeZoneRules(tzif: changed) else { continue }
        for seconds in [-62_135_596_800, 0, 1_770_712_200, 253_402_300_799] {
          _ = rules.offset(at: seconds)
          answers += 1
        }
        _ = try? rules.timestamp(try CalendarDate(year: 9999, month: 12, day: 31), .midnight)
      }
    }
    #expect(answers > 0)
  }

  @Test func `UTC and fixed offsets are the same at any time`() throws {
    let day = try CalendarDate(year: 2026, month: 7, day: 1)
    #expect(try TimeZoneRules.utc.timestamp(day, .midnight).rfc3339 == "2026-07-01T00:00:00Z")
    let kathmandu = TimeZoneRules(fixedOffset: 20_700)
    #expect(try kathmandu.timestamp(day, .midnight).rfc3339 == "2026-06-30T18:15:00Z")
  }

  @Test func `an instant before the year 1 is refused`() throws {
    let first = try CalendarDate(year: 1, month: 1, day: 1)
    let rules = try TimeZoneRules(tzif: try file("Europe/Berlin"))
    #expect(throws: InvalidValue.self) { try rules.timestamp(first, .midnight) }
  }

  private func file(_ zone: String) throws -> [UInt8] {
    let path = "/usr/share/zoneinfo/\(zone)"
    return Array(try #require(FileManager.default.contents(atPath: path), "install tzdata"))
  }
}
