extension CalendarDate {
  /// The day that an RFC 3339 `full-date` names.
  ///
  /// See <https://www.rfc-editor.org/rfc/rfc3339#section-5.6>.
  ///
  /// - Parameter text: A text such as `2026-02-10`, nothing around it.
  /// - Throws: `InvalidValue` for another shape, and for a day that doesn't exist.
  public init(rfc3339 text: String) throws(InvalidValue) {
    var scanner = Scanner(text)
    let numbers = try scanner.fullDate()
    guard scanner.isAtEnd else { throw InvalidValue("\"\(scanner.rest)\" follows the day") }
    try self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The day after RFC 3339, such as `2026-02-10`.
  public var rfc3339: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same.
  func append(to bytes: inout [UInt8]) {
    appendTwoDigits(of: year / 100, to: &bytes)
    appendTwoDigits(of: year, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(of: month, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    appendTwoDigits(of: day, to: &bytes)
  }
}

extension Scanner {
  /// Reads the numbers of a `full-date`, which need not be a day that exists.
  mutating func fullDate() throws(InvalidValue) -> (year: Int, month: Int, day: Int) {
    let year = try number(digits: 4, "year")
    try expect("-", after: "the year")
    let month = try number(digits: 2, "month")
    try expect("-", after: "the month")
    return (year, month, try number(digits: 2, "day"))
  }
}
