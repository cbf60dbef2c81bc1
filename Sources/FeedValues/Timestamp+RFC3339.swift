extension Timestamp {
  /// The instant that an RFC 3339 `date-time` names, as Atom and JSON Feed write it.
  ///
  /// `T` and `Z` are taken in upper case alone: RFC 4287 section 3.3 asks for it, and readers get
  /// lower case wrong. See <https://www.rfc-editor.org/rfc/rfc3339#section-5.6>.
  ///
  /// - Parameter text: A text such as `2026-02-10T09:30:00+01:00`, nothing around it.
  /// - Throws: `InvalidValue` for another shape, and for a day or time that doesn't exist.
  public init(rfc3339 text: String) throws(InvalidValue) {
    var scanner = Scanner(text)
    let (year, month, day) = try scanner.fullDate()
    guard scanner.take("T") else {
      if scanner.isAtEnd { throw InvalidValue("it has no time of day") }
      throw InvalidValue("date and time are not joined by an upper-case \"T\"")
    }
    let hour = try scanner.number(digits: 2, "hour")
    try scanner.expect(":", after: "the hour")
    let minute = try scanner.number(digits: 2, "minute")
    guard scanner.take(":") else { throw InvalidValue("it has no seconds") }
    let second = try scanner.number(digits: 2, "second")
    if scanner.take("."), scanner.digits() == nil {
      throw InvalidValue("no digits follow the decimal point")
    }
    let offset = try Self.rfc3339Offset(&scanner)
    guard scanner.isAtEnd else { throw InvalidValue("\"\(scanner.rest)\" follows the date") }
    let date = try CalendarDate(year: year, month: month, day: day)
    let time = try TimeOfDay(hour: hour, minute: minute, second: second)
    try self.init(date, time, secondsFromUTC: offset)
  }

  private static func rfc3339Offset(_ scanner: inout Scanner) throws(InvalidValue) -> Int {
    if scanner.take("Z") { return 0 }
    let sign: Int
    if scanner.take("+") {
      sign = 1
    } else if scanner.take("-") {
      sign = -1
    } else {
      throw InvalidValue(
        scanner.isAtEnd
          ? "it has no time zone" : "\"\(scanner.rest)\" is not \"Z\" nor an offset like +01:00")
    }
    let hours = try scanner.number(digits: 2, "zone hour")
    try scanner.expect(":", after: "the zone's hours")
    let minutes = try scanner.number(digits: 2, "zone minute")
    guard hours < 24, minutes < 60 else { throw InvalidValue("there is no such time zone offset") }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// The instant in UTC after RFC 3339, such as `2026-02-10T08:30:00Z`.
  public var rfc3339: String {
    let (date, time) = utc
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    date.append(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    time.append(to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A number with leading zeros, `width` digits wide.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Appends the last two digits of a number.
func appendTwoDigits(of number: Int, to bytes: inout [UInt8]) {
  bytes.append(0x30 + UInt8(number / 10 % 10))
  bytes.append(0x30 + UInt8(number % 10))
}

extension TimeOfDay {
  /// Hour, minute and second as `09:30:00`.
  var text: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }

  /// Appends the same.
  func append(to bytes: inout [UInt8]) {
    appendTwoDigits(of: hour, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(of: minute, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendTwoDigits(of: second, to: &bytes)
  }
}
