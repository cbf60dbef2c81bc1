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
      let bytes = element.trimmedTextBytes
      if report.log.known.contains(bytes, of: report.check) { return }
      let text = element.trimmedText
      let length = max(1, text.unicodeScalars.count)
      do throws(InvalidValue) {
        let parsed = try RFC822Date(text)
        let reason = oddity(of: parsed)
        let written = parsed.weekday ?? parsed.date.weekday
        if written == parsed.date.weekday, reason == nil {
          report.log.known.insert(bytes, of: report.check)
          return
        }
        if written != parsed.date.weekday {
          report.log.add(
            weekday,
            "\(quoted(text)) is a \(days[parsed.date.weekday]), not a \(days[written])",
            at: element.textPosition, length: 3)
        }
        if let reason {
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

  /// What is unusual about a date; nil where nothing is.
  private static func oddity(of date: RFC822Date) -> String? {
    if date.hasShortYear { return "has a year of two digits" }
    return date.hasMilitaryZone ? "has a military zone, which nobody knows" : nil
  }
}
