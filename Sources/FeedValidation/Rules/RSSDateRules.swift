internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of RSS's dates, which are read once for all of them.
///
/// See <https://www.rssboard.org/rss-profile#data-types-datetime>.
enum RSSDateRules {
  private static let profile = "https://www.rssboard.org/rss-profile#data-types-datetime"

  private static let date = Rule(
    "rss-date", .error, "a date is written as RFC 822 has it, and is a day of the calendar",
    cure: "write it like Tue, 10 Feb 2026 08:30:00 +0000", specification: profile)
  private static let weekday = Rule(
    "rss-date-weekday", .error, "the day of the week is that of the date",
    cure: "write the right day, or leave it out",
    specification: "https://www.rfc-editor.org/rfc/rfc5322#section-3.3")
  // The W3C validator minds zones with minutes too, which half of India's feeds have.
  private static let form = Rule(
    "rss-date-form", .warning,
    "a date has a year of four digits and a zone that all readers know",
    cure: "write it like Tue, 10 Feb 2026 08:30:00 +0000", specification: profile)

  static let rules = [date, weekday, form]

  static let all: [Check] = [
    Check(date, on: .rss("pubDate", "lastBuildDate")) { element, report in
      let text = element.trimmedText
      let length = max(1, text.unicodeScalars.count)
      do throws(InvalidValue) {
        let parsed = try RFC822Date(text)
        if let (written, right) = wrongWeekday(of: parsed, in: text) {
          report.log.add(
            weekday, "\(quoted(text)) is a \(right), not a \(written)", at: element.textPosition,
            length: 3)
        }
        if let reason = oddity(of: text) {
          report.log.add(
            form, "\(quoted(text)) \(reason)", at: element.textPosition, length: length)
        }
      } catch {
        report.found(
          text.isEmpty
            ? "<\(element.writtenName)> is empty instead of an RFC 822 date"
            : "\(quoted(text)) is not an RFC 822 date: \(error.reason)",
          at: element.textPosition, length: length)
      }
    }
  ]

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// The day of the week that `text` names and the one it should name; nil where it is right, or
  /// names none.
  private static func wrongWeekday(
    of parsed: RFC822Date, in text: String
  ) -> (written: String, right: String)? {
    guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let right = days[parsed.date.weekday]
    let written = text[..<comma]
    if written == right { return nil }
    guard let day = days.first(where: { $0.lowercased() == written.lowercased() }), day != right
    else { return nil }
    return (day, right)
  }

  /// What is unusual about a date that is one; nil where nothing is.
  private static func oddity(of text: String) -> String? {
    var parts = text.utf8.split(separator: 0x20)
    if parts.first?.last == UInt8(ascii: ",") { parts.removeFirst() }
    if parts.count >= 3, parts[2].count < 4 { return "has a year of two digits" }
    guard let zone = parts.last, zone.count == 1, zone.first != UInt8(ascii: "Z") else {
      return nil
    }
    return "has a military zone, which nobody knows"
  }
}
