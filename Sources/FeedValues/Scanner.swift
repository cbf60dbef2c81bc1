/// Reads a short text of ASCII from the front.
package struct Scanner {
  private let text: String
  private let bytes: [UInt8]
  private var index = 0

  package init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  package var isAtEnd: Bool { index == bytes.count }

  /// How many bytes have been read.
  var offset: Int { index }

  /// The byte that comes next; nil at the end.
  var next: UInt8? { peek() }

  /// What has not been read yet.
  package var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  /// Reads `character` if it comes next.
  package mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ character: Unicode.Scalar, after what: String) throws(InvalidValue) {
    guard take(character) else { throw InvalidValue("no \"\(character)\" follows \(what)") }
  }

  mutating func expectSpaces(after what: String) throws(InvalidValue) {
    guard skipSpaces() else { throw InvalidValue("no space follows \(what)") }
  }

  mutating func skipCharacter() { index += 1 }

  /// Passes spaces and tabs.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  package mutating func skipSpaces() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == 0x09 {
      index += 1
    }
    return index > start
  }

  /// The byte `distance` behind the next one; nil behind the end.
  package func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  /// Passes all that comes next.
  package mutating func skipRest() { index = bytes.count }

  /// Reads all digits that come next as a number, if there are as many as `count` allows.
  package mutating func number(_ count: ClosedRange<Int>) -> Int? {
    var end = index
    var number = 0
    while end < bytes.count, 0x30...0x39 ~= bytes[end] {
      number = (number &* 10) &+ Int(bytes[end] - 0x30)
      end += 1
    }
    guard count.contains(end - index) else { return nil }
    index = end
    return number
  }

  /// Reads all digits that come next; nil where there are none.
  package mutating func digits() -> ArraySlice<UInt8>? { run { 0x30...0x39 ~= $0 } }

  /// Reads all ASCII letters that come next; nil where there are none.
  package mutating func letters() -> String? {
    run { 0x41...0x5A ~= $0 & 0xDF }.map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func number(digits count: Int, _ what: String) throws(InvalidValue) -> Int {
    try number(digits: count...count, what)
  }

  /// Reads a number that has as many digits as `count` allows.
  mutating func number(
    digits count: ClosedRange<Int>, _ what: String
  ) throws(InvalidValue) -> Int {
    let found = digits() ?? []
    guard count.contains(found.count) else {
      let isFixed = count.lowerBound == count.upperBound
      let wanted = isFixed ? "\(count.lowerBound)" : "\(count.lowerBound) or \(count.upperBound)"
      throw InvalidValue(
        found.isEmpty
          ? "it has no \(what) in digits" : "the \(what) has \(found.count) digits, not \(wanted)")
    }
    return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Reads a year of four digits, or of two: below 50 it is of this century.
  mutating func year() throws(InvalidValue) -> Int {
    let found = digits() ?? []
    let year = found.reduce(0) { ($0 &* 10) &+ Int($1 - 0x30) }
    switch found.count {
    case 4: return year
    case 2: return year < 50 ? year + 2000 : year + 1900
    case 0: throw InvalidValue("it has no year in digits")
    default: throw InvalidValue("the year has \(found.count) digits, not 2 or 4")
    }
  }

  private mutating func run(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8>? {
    let start = index
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    return index > start ? bytes[start..<index] : nil
  }
}
