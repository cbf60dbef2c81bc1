package import FeedValues

/// Dates as HTTP writes them: RFC 9110 section 5.6.7.
package enum HTTPDate {
  /// The form that is written: `Tue, 10 Feb 2026 08:30:00 GMT`.
  package static func text(_ moment: Timestamp) -> String {
    String(moment.rfc822.dropLast("+0000".utf8.count)) + "GMT"
  }

  /// The moment that a date names in one of the three forms; nil for anything else.
  ///
  /// - Parameters:
  ///   - text: The date.
  ///   - now: What years of two digits are near to: none is more than 50 years ahead.
  /// - Returns: The moment.
  package static func moment(_ text: String, now: Timestamp) -> Timestamp? {
    guard let (day, rest) = halves(of: text) else { return nil }
    if day.utf8.count == 3, let moment = try? Timestamp(rfc822: text) {
      return text.hasSuffix(" GMT") ? moment : nil
    }
    if let moment = longDayForm(rest, now: now), isLongDay(day) { return moment }
    return asctimeForm(text)
  }

  private static func halves(of text: String) -> (day: Substring, rest: Substring)? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let day = parts[0].hasSuffix(",") ? parts[0].dropLast() : parts[0]
    return (day, parts[1])
  }

  private static func isLongDay(_ day: Substring) -> Bool {
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
      .contains(String(day))
  }

  /// `Tuesday, 10-Feb-26 08:30:00 GMT`, without the day.
  private static func longDayForm(_ text: Substring, now: Timestamp) -> Timestamp? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[2] == "GMT" else { return nil }
    let date = parts[0].split(separator: "-")
    guard date.count == 3, date[2].utf8.count == 2, let short = Int(date[2]) else { return nil }
    let century = now.utc.date.year / 100 * 100
    for year in [century + 100 + short, century + short, century - 100 + short]
    where year <= now.utc.date.year + 50 {
      return try? Timestamp(rfc822: "\(date[0]) \(date[1]) \(year) \(parts[1]) GMT")
    }
    return nil
  }

  /// `Tue Feb 10 08:30:00 2026`.
  private static func asctimeForm(_ text: String) -> Timestamp? {
    let parts = text.split(separator: " ")
    guard parts.count == 5 else { return nil }
    return try? Timestamp(
      rfc822: "\(parts[0]), \(parts[2]) \(parts[1]) \(parts[4]) \(parts[3]) GMT")
  }
}
