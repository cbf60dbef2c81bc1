internal import FeedValues

/// What a pattern of addresses may name.
enum PermalinkToken: String, CaseIterable, Sendable {
  case year, month, day, slug, category, path, title
  // The date in other shapes.
  case shortYear = "short_year"
  case iMonth = "i_month"
  case iDay = "i_day"
  case yDay = "y_day"
  case shortMonth = "short_month"
  case longMonth = "long_month"
  case wYear = "w_year"
  case week
  case wDay = "w_day"
  case shortDay = "short_day"
  case longDay = "long_day"
  case hour, minute, second
  // The file and the folders above it.
  case name, folders, section, subfolders
  case datedPath = "dated_path"
  // All categories of the article.
  case categories
  case slugifiedCategories = "slugified_categories"

  /// Whether it may tell articles apart.
  var isDistinct: Bool { [.slug, .path, .title, .name, .datedPath].contains(self) }

  /// What it stands for in the address of `article`: a path, escaped; empty where there is nothing.
  func path(of article: PermalinkSubject, style: AddressStyle) -> String {
    func segment(_ text: String, _ kind: AddressStyle.Kind) -> String {
      escaped(style.segment(text, kind))
    }
    func segments(_ texts: some Sequence<String>, _ kind: AddressStyle.Kind) -> String {
      texts.map { segment($0, kind) }.filter { !$0.isEmpty }.joined(separator: "/")
    }
    switch self {
    case .slug: return segment(article.slug, .slug)
    case .title: return segment(article.title, .title)
    case .category: return article.categories.first.map { segment($0, .category) } ?? ""
    case .categories: return segments(article.categories, .category)
    case .slugifiedCategories: return segments(article.categories, .title)
    case .path: return segments(article.path, .name)
    case .datedPath:
      let path = article.path.joined(separator: "/")
      let dated = DatedPath(in: path).map { $0.day + "/" + $0.before + $0.behind } ?? path
      return segments(dated.split(separator: "/").map(String.init), .name)
    case .name: return segments(article.path.suffix(1), .name)
    case .folders: return segments(article.path.dropLast(), .name)
    case .section: return segments(article.path.dropLast().prefix(1), .name)
    case .subfolders: return segments(article.path.dropLast().dropFirst(), .name)
    default: return date(article.day, article.time)
    }
  }

  private func date(_ day: CalendarDate, _ time: TimeOfDay) -> String {
    switch self {
    case .year: digits(day.year, 4)
    case .shortYear: digits(day.year % 100, 2)
    case .month: digits(day.month, 2)
    case .iMonth: String(day.month)
    case .shortMonth: String(Self.months[day.month - 1].prefix(3))
    case .longMonth: Self.months[day.month - 1]
    case .day: digits(day.day, 2)
    case .iDay: String(day.day)
    case .yDay: digits(day.dayOfYear, 3)
    case .wYear: digits(day.isoWeek.year, 4)
    case .week: digits(day.isoWeek.week, 2)
    case .wDay: String(day.weekday == 0 ? 7 : day.weekday)
    case .shortDay: String(Self.days[day.weekday].prefix(3))
    case .longDay: Self.days[day.weekday]
    case .hour: digits(time.hour, 2)
    case .minute: digits(time.minute, 2)
    case .second: digits(time.second, 2)
    default: ""
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
}

/// What an address can tell of an article.
struct PermalinkSubject {
  let slug: String
  let title: String
  let categories: [String]
  /// The folders of the file below the content folder and its name without ending.
  let path: [String]
  let day: CalendarDate
  let time: TimeOfDay
  /// What the front matter holds under a key, by key in lower case.
  let fields: [String: String]
}

/// Plain text as one segment of an address: only what no segment can hold is percent-escaped
/// (`pchar` of RFC 3986 section 3.3).
func escaped(_ text: String) -> String {
  if text.utf8.allSatisfy(isOfSegment) { return text }
  var result: [UInt8] = []
  let hexadecimal = Array("0123456789ABCDEF".utf8)
  for byte in text.utf8 {
    if isOfSegment(byte) {
      result.append(byte)
    } else {
      result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Whether a segment holds a byte as it is: letters, digits and ``-._~!$&'()*+,;=:@``.
private func isOfSegment(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x24, 0x26...0x2E, 0x3A, 0x3B, 0x3D, 0x40,
    0x5F, 0x7E:
    true
  default: false
  }
}

private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

extension CalendarDate {
  /// The day of the year, from 1.
  fileprivate var dayOfYear: Int { daysSince1970 - firstDay(of: year) + 1 }

  /// The week by ISO 8601 and the year that it belongs to: a week is its Thursday's year's.
  fileprivate var isoWeek: (year: Int, week: Int) {
    let thursday = daysSince1970 + 4 - (weekday == 0 ? 7 : weekday)
    let year = CalendarDate(daysSince1970: thursday)?.year ?? year
    return (year, (thursday - firstDay(of: year)) / 7 + 1)
  }

  private func firstDay(of year: Int) -> Int {
    (try? CalendarDate(year: year, month: 1, day: 1))?.daysSince1970 ?? daysSince1970
  }
}
