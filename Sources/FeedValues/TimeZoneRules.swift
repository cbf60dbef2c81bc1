/// The offsets from UTC that the clocks of a zone show over time, as RFC 9636 (TZif) holds them.
///
/// Made from the bytes of a file of the system's time zone database, so that Foundation's calendars
/// and the process's own zone stay out of it. See <https://www.rfc-editor.org/rfc/rfc9636>.
public struct TimeZoneRules: Equatable, Sendable {
  /// Seconds since 1970 at which an offset begins to hold, ascending.
  private let transitions: [Int]
  /// The offset that holds from the transition of the same index on.
  private let offsets: [Int]
  /// The offset before the first transition.
  private let initialOffset: Int
  /// What holds after the last transition.
  private let footer: PosixZone?

  /// Coordinated Universal Time.
  public static let utc = TimeZoneRules(fixedOffset: 0)

  /// A zone whose clocks are always `fixedOffset` seconds ahead of UTC.
  public init(fixedOffset: Int) {
    transitions = []
    offsets = []
    initialOffset = fixedOffset
    footer = nil
  }

  /// The zone of a TZif file.
  ///
  /// - Parameter tzif: The whole file.
  /// - Throws: `InvalidValue` where the bytes are no TZif of version 2 or later, or cut short.
  public init(tzif: [UInt8]) throws(InvalidValue) {
    var reader = TZifReader(bytes: tzif)
    let first = try reader.header()
    guard first.version >= UInt8(ascii: "2") else {
      throw InvalidValue("it is a TZif file of version 1, which holds no times after 2037")
    }
    try reader.skip(first.bodyLength(timeSize: 4))
    let header = try reader.header()
    var transitions: [Int] = []
    for _ in 0..<header.timeCount { transitions.append(try reader.integer(bytes: 8)) }
    var types: [Int] = []
    for _ in 0..<header.timeCount { types.append(try reader.integer(bytes: 1) & 0xFF) }
    var typeOffsets: [Int] = []
    for _ in 0..<header.typeCount {
      typeOffsets.append(try reader.integer(bytes: 4))
      try reader.skip(2)
    }
    guard let initialOffset = typeOffsets.first, types.allSatisfy({ $0 < typeOffsets.count }) else {
      throw InvalidValue("its local time types don't fit its transitions")
    }
    try reader.skip(header.rest(timeSize: 8))
    self.transitions = transitions
    offsets = types.map { typeOffsets[$0] }
    self.initialOffset = initialOffset
    footer = try reader.footer().map { text throws(InvalidValue) in try PosixZone(text) }
  }

  /// How many seconds clocks are ahead of UTC at `seconds` since 1970.
  public func offset(at seconds: Int) -> Int {
    guard let last = transitions.last, seconds < last else {
      return footer?.offset(at: seconds) ?? offsets.last ?? initialOffset
    }
    // The number of transitions at or before the instant, by bisection.
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : offsets[low - 1]
  }

  /// The instant at which clocks of the zone show `date` and `time`.
  ///
  /// Of an hour that clocks show twice the first is meant; a time that they skip is read as if they
  /// had not been put forward yet (02:30 becomes 03:30), as RFC 5545 section 3.3.5 says.
  ///
  /// - Throws: `InvalidValue` outside the years 1 to 9999.
  public func timestamp(_ date: CalendarDate, _ time: TimeOfDay) throws(InvalidValue) -> Timestamp {
    let wall = date.daysSince1970 * 86_400 + time.secondsSinceMidnight
    let before = offset(at: wall - 86_400)
    let after = offset(at: wall + 86_400)
    let holdsAfter = offset(at: wall - after) == after && offset(at: wall - before) != before
    return try Timestamp(date, time, secondsFromUTC: holdsAfter ? after : before)
  }
}

/// Reads the numbers of a TZif file.
private struct TZifReader {
  let bytes: [UInt8]
  private var next = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  struct Header {
    let version: UInt8
    let utCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

    func bodyLength(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + rest(timeSize: timeSize)
    }

    /// What follows the local time types: designations, leap seconds and two kinds of flags.
    func rest(timeSize: Int) -> Int {
      characterCount + leapCount * (timeSize + 4) + standardCount + utCount
    }
  }

  mutating func header() throws(InvalidValue) -> Header {
    guard bytes[next...].starts(with: "TZif".utf8), bytes.count >= next + 44 else {
      throw InvalidValue("it is not a TZif file")
    }
    let version = bytes[next + 4]
    next += 20
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(try integer(bytes: 4)) }
    guard counts.allSatisfy({ 0...bytes.count ~= $0 }) else {
      throw InvalidValue("its header counts more than the file holds")
    }
    return Header(
      version: version, utCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], characterCount: counts[5])
  }

  mutating func skip(_ count: Int) throws(InvalidValue) {
    guard bytes.count - next >= count else { throw InvalidValue("it is cut short") }
    next += count
  }

  /// A big-endian number in two's complement.
  mutating func integer(bytes count: Int) throws(InvalidValue) -> Int {
    let start = next
    try skip(count)
    var value = bytes[start] >= 0x80 ? -1 : 0
    for byte in bytes[start..<next] { value = value << 8 | Int(byte) }
    return value
  }

  /// The POSIX TZ string between the last two line feeds; nil where it is empty.
  mutating func footer() throws(InvalidValue) -> String? {
    guard next < bytes.count, bytes[next] == 0x0A,
      let end = bytes[(next + 1)...].firstIndex(of: 0x0A)
    else { throw InvalidValue("it has no footer") }
    let text = bytes[(next + 1)..<end]
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
