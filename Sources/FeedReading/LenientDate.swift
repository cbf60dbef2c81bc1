internal import FeedValues

/// Dates as feeds write them, right and nearly right: RFC 3339, RFC 822 and what is like them.
///
/// A zone that is missing or not known is taken for UTC, a time that is missing for midnight.
struct LenientDate {
  private let bytes: [UInt8]
  private var index = 0

  /// The instant that `text` names; nil where it names none.
  static func parse(_ text: String) -> Timestamp? {
    var date = LenientDate(bytes: Array(text.utf8.prefix(80)))
    return try? date.timestamp()
  }

  private struct NoDate: Error {}

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func timestamp() throws -> Timestamp {
    skip(where: Self.isFiller)
    let date: CalendarDate
    if bytes[index...].prefix(5).count == 5, bytes[index + 4] == UInt8(ascii: "-") {
      date = try numbers()
    } else {
      date = try words()
    }
    let time = try self.time()
    return try Timestamp(date, time, secondsFromUTC: zone())
  }

  /// `2026-02-10`, with the `T` or space behind it.
  private mutating func numbers() throws -> CalendarDate {
    let year = try number(upTo: 4)
    try take("-")
    let month = try number(upTo: 2)
    try take("-")
    let day = try number(upTo: 2)
    if let next, next | 0x20 == UInt8(ascii: "t") { index += 1 }
    return try CalendarDate(year: year, month: month, day: day)
  }

  /// `Tue, 10 Feb 2026`, `10-Feb-26`, `Tue Feb 10 2026`.
  private mutating func words() throws -> CalendarDate {
    var word = letters()
    skip(where: Self.isWordFiller)
    var day: Int?
    if next.map(Self.isDigit) == true {
      if let month = Self.month(word) { return try american(month: month) }
      day = try number(upTo: 2)
      skip(where: Self.isWordFiller)
    }
    word = letters()
    guard let month = Self.month(word) else { throw NoDate() }
    skip(where: Self.isWordFiller)
    guard let day else { return try american(month: month) }
    return try CalendarDate(year: try year(), month: month, day: day)
  }

  /// The day and the year behind a month.
  private mutating func american(month: Int) throws -> CalendarDate {
    let day = try number(upTo: 2)
    skip(where: Self.isWordFiller)
    return try CalendarDate(year: try year(), month: month, day: day)
  }

  private mutating func year() throws -> Int {
    let start = index
    let year = try number(upTo: 4)
    // RFC 2822 section 4.3.
    return index - start > 2 ? year : year + (year < 50 ? 2000 : 1900)
  }

  private mutating func time() throws -> TimeOfDay {
    skip(where: Self.isFiller)
    guard next.map(Self.isDigit) == true else { return .midnight }
    let hour = try number(upTo: 2)
    try take(":")
    let minute = try number(upTo: 2)
    var second = 0
    if next == UInt8(ascii: ":") {
      index += 1
      second = try number(upTo: 2)
    }
    if next == UInt8(ascii: ".") {
      index += 1
      skip(where: Self.isDigit)
    }
    return try TimeOfDay(hour: hour, minute: minute, second: second)
  }

  private mutating func zone() throws -> Int {
    skip(where: Self.isFiller)
    let name = letters()
    guard let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return (Self.zones[name.uppercased()] ?? 0) * 3600
    }
    index += 1
    let hours = try number(upTo: 2)
    if next == UInt8(ascii: ":") { index += 1 }
    let minutes = next.map(Self.isDigit) == true ? try number(upTo: 2) : 0
    guard hours < 24, minutes < 60 else { throw NoDate() }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static let zones = [
    "EDT": -4, "EST": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8,
    "BST": 1, "CET": 1, "CEST": 2,
  ]

  private static func month(_ word: String) -> Int? {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(where belongs: (UInt8) -> Bool) {
    while let next, belongs(next) { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) throws {
    guard next == UInt8(ascii: character) else { throw NoDate() }
    index += 1
  }

  private mutating func number(upTo digits: Int) throws -> Int {
    let start = index
    while let next, Self.isDigit(next), index - start < digits { index += 1 }
    guard index > start else { throw NoDate() }
    return bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func letters() -> String {
    let start = index
    while let next, 0x41...0x5A ~= next & 0xDF { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// What stands between the parts of a date in words.
  private static func isWordFiller(_ byte: UInt8) -> Bool {
    isFiller(byte) || byte == UInt8(ascii: "-")
  }

  /// What stands between a date, its time and its zone.
  private static func isFiller(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }
}
