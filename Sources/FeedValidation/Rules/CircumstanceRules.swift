internal import Diagnostics
internal import FeedValues
internal import XML

/// What is known of a document that does not stand in it.
struct Circumstances {
  var now: Timestamp?
  var address: AbsoluteURL?
}

/// The rules that need more than the document: the clock, and where it is published.
enum CircumstanceRules {
  // The W3C validator minds dates before 1990 too; archives that go back further are real, and only
  // those before 1970 are known to break a reader.
  static let date = Rule(
    "date-implausible", .warning,
    "a date is not in the future and not before 1970: readers hide such items, or sort them wrongly",
    cure: "write the day on which it was published",
    specification: "https://www.rssboard.org/rss-profile#element-channel-item-pubdate")
  static let selfLink = Rule(
    "self-link-elsewhere", .warning,
    "a feed's link to itself is the address that it is published at: readers move to it",
    cure: "write the address that subscribers use",
    specification: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2")

  static let rules = [date, selfLink]

  static let all = [
    Check(date, on: .rss("pubDate", "lastBuildDate"), .atom("published", "updated")) {
      element, report in
      guard let now = report.log.circumstances.now,
        !isUsual(element.trimmedTextBytes, before: now)
      else { return }
      let text = element.trimmedText
      let isAtom = element.namespace == .atom
      let moment = isAtom ? try? Timestamp(rfc3339: text) : try? Timestamp(rfc822: text)
      guard let reason = moment.flatMap({ oddity(of: $0, at: now) }) else { return }
      report.found(
        "\(quoted(text)) is \(reason)", at: element.textPosition,
        length: text.unicodeScalars.count)
    },

    Check(selfLink, on: .atom("link", in: "feed"), .of(.atom, "link", inRSS: "channel")) {
      link, report in
      guard let address = report.log.circumstances.address, let href = link.attribute("href"),
        AtomLink.relation(of: link) == "self", (try? AbsoluteURL(href.value)) != nil,
        href.value != address.string
      else { return }
      report.found(
        mismatch(href.value, address), at: href.valuePosition,
        length: href.value.unicodeScalars.count)
    },
  ]

  /// How a link to itself differs from the address.
  static func mismatch(_ link: String, _ address: AbsoluteURL) -> String {
    "\(quoted(link)) is not the feed's address, \(address.string)"
  }

  /// What is odd about a moment; nil where nothing is.
  ///
  /// Clocks may differ by a day.
  static func oddity(of moment: Timestamp, at now: Timestamp) -> String? {
    if moment.seconds < 0 { return "before 1970" }
    return moment.seconds > now.seconds + 86_400 ? "in the future" : nil
  }

  /// Whether a date need not be read to know that it is plausible: it holds four digits that are a year
  /// between 1970 and that of `now`, as all but the newest do.
  private static func isUsual(_ bytes: ArraySlice<UInt8>, before now: Timestamp) -> Bool {
    let thisYear = now.utc.date.year
    var digits = 0
    var number = 0
    for byte in bytes {
      if 0x30...0x39 ~= byte {
        digits += 1
        number = number &* 10 &+ Int(byte - 0x30)
        continue
      }
      if digits == 4 { break }
      (digits, number) = (0, 0)
    }
    return digits == 4 && 1971..<thisYear ~= number
  }
}
