/// A path with a day anywhere in it, as Docusaurus reads the names of its articles.
///
/// The last day counts. `news/2026-02-10-trip/day-1` is the day, the folder `news/` before it and
/// `trip/day-1` behind it.
struct DatedPath {
  let date: PathDate
  /// The day as three folders, with as many digits as it is written with.
  let day: String
  /// What stands before the day.
  let before: String
  /// What stands behind it.
  let behind: String

  /// Looks for the day in a path without ending; nil where there is none.
  init?(in path: String) {
    let bytes = Array(path.utf8)
    for start in bytes.indices.reversed() {
      var next = start
      guard let year = Self.number(4...4, in: bytes, at: &next), Self.separator(bytes, &next),
        let month = Self.number(1...2, in: bytes, at: &next), Self.separator(bytes, &next),
        let day = Self.number(1...2, in: bytes, at: &next)
      else { continue }
      date = PathDate(year: year, month: month, day: day)
      self.day = String(decoding: bytes[start..<next], as: UTF8.self)
        .replacing("-", with: "/")
      before = String(decoding: bytes[..<start], as: UTF8.self)
      _ = Self.separator(bytes, &next)
      behind = String(decoding: bytes[next...], as: UTF8.self)
      return
    }
    return nil
  }

  private static func separator(_ bytes: [UInt8], _ next: inout Int) -> Bool {
    guard next < bytes.count, bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "/")
    else { return false }
    next += 1
    return true
  }

  private static func number(
    _ count: ClosedRange<Int>, in bytes: [UInt8], at next: inout Int
  ) -> Int? {
    let digits = bytes[next...].prefix(count.upperBound).prefix { 0x30...0x39 ~= $0 }
    guard digits.count >= count.lowerBound else { return nil }
    next += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}
