internal import FeedValues

/// What the path of an article's file tells: its name, its day and its language.
///
/// Only the ending of the file is cut off: `v8.0.0-beta.1.md` is `v8.0.0-beta.1`. The folder of an
/// `index.md` stands for the article.
struct ArticlePath {
  /// The folders and the name, without ending and language.
  let parts: [String]
  /// The name without the date that it begins with.
  let slug: String
  /// The day that the name begins with, or that the folders spell, as year, month and day.
  let date: PathDate?
  /// The suffix for the language that the name had.
  let language: String?
  /// Whether the file is in a folder for drafts.
  let isDraft: Bool

  /// The name as words: without its date, with spaces for hyphens where it has no spaces itself.
  var title: String {
    slug.contains(" ") || !slug.contains(where: \.isLetter)
      ? slug : slug.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
  }

  /// What `path`, below the content folder, tells on a site of articles in `languages`.
  init(_ path: String, languages: [String] = []) {
    // By bytes, as the file system has names.
    var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let file = parts.popLast() ?? ""
    let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")) ?? file.endIndex
    var stem = String(file[..<dot])
    var language: String?
    if let last = stem.utf8.lastIndex(of: UInt8(ascii: ".")), last > stem.startIndex {
      let suffix = stem[stem.index(after: last)...].lowercased()
      let isIndex = stem[..<last].lowercased() == "index"
      if languages.contains(suffix) || isIndex && Self.looksLikeLanguage(suffix) {
        language = suffix
        stem = String(stem[..<last])
      }
    }
    isDraft = parts.contains("_drafts")
    if stem.lowercased() != "index" || parts.isEmpty { parts.append(stem) }
    self.parts = parts
    self.language = language
    let found = PathDate.find(in: parts)
    date = found?.date
    slug = found?.slug ?? parts.last ?? ""
  }

  /// Whether a suffix is two letters, or two, a hyphen and two to four, as `zh-cn` and `zh-hant`.
  private static func looksLikeLanguage(_ suffix: String) -> Bool {
    let subtags = suffix.split(separator: "-", omittingEmptySubsequences: false)
    guard subtags.count < 3, subtags[0].utf8.count == 2,
      subtags.allSatisfy({ $0.utf8.allSatisfy { 0x61...0x7A ~= $0 } })
    else { return false }
    return subtags.count == 1 || 2...4 ~= subtags[1].utf8.count
  }
}

/// A day that a path spells.
struct PathDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// The day at the end of a path, and the name that follows it.
  ///
  /// `2026-02-10-slug`, `2026-02-10_slug`, `2026/02/10/slug`, `2026/02-10-slug`, `2026-02-10/slug` and
  /// `2026-02-10` alone, whose name is the whole. `20260210-slug` gives a day and keeps its name, because
  /// no generator takes that off.
  ///
  /// - Parameter parts: The folders and the name.
  /// - Returns: The day, whether it exists or not, and the name; nil where the path spells none.
  static func find(in parts: [String]) -> (date: PathDate, slug: String)? {
    guard let name = parts.last else { return nil }
    // The day begins in the name or in one of the three folders above it.
    for depth in 0..<min(4, parts.count) {
      let first = parts[parts.count - 1 - depth]
      guard let byte = first.utf8.first, 0x30...0x39 ~= byte else { continue }
      let text = depth == 0 ? first : parts.suffix(depth + 1).joined(separator: "/")
      if let found = read(text, name: name) { return found }
    }
    return nil
  }

  private static func read(_ text: String, name: String) -> (date: PathDate, slug: String)? {
    var scanner = Scanner(text)
    if let compact = scanner.number(8...8) {
      let date = PathDate(
        year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
      guard scanner.isAtEnd || scanner.take("-") || scanner.take("_"), !scanner.rest.contains("/"),
        1970...2100 ~= date.year, date.calendarDate != nil
      else { return nil }
      return (date, name)
    }
    guard let year = scanner.number(4...4), takeSeparator(&scanner),
      let month = scanner.number(1...2), takeSeparator(&scanner), let day = scanner.number(1...2)
    else { return nil }
    let date = PathDate(year: year, month: month, day: day)
    // The day alone, and nothing that could be something else.
    if scanner.isAtEnd { return text == name ? (date, name) : nil }
    guard takeSeparator(&scanner) || scanner.take("_") || scanner.take(" ") else { return nil }
    let rest = scanner.rest
    return rest.isEmpty || rest.contains("/") ? nil : (date, rest)
  }

  private static func takeSeparator(_ scanner: inout Scanner) -> Bool {
    scanner.take("-") || scanner.take("/")
  }

  /// The day, if there is one.
  var calendarDate: CalendarDate? { try? CalendarDate(year: year, month: month, day: day) }

  /// The day as it is written.
  var text: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
