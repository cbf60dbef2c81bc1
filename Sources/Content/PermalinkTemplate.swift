/// A permalink in Nunjucks or Liquid, as Eleventy takes it, in the names of our patterns.
package enum PermalinkTemplate {
  /// The template as a pattern, and the first expression that has no counterpart.
  package static func pattern(
    of permalink: String
  ) -> (pattern: String, unknown: String?) {
    var result = ""
    var unknown: String?
    var rest = permalink[...]
    while let open = rest.firstRange(of: "{{") {
      result += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { break }
      let expression = String(rest[..<close.lowerBound].filter { $0 != " " && $0 != "-" })
      rest = rest[close.upperBound...]
      if let token = token(expression) {
        result += token
      } else {
        unknown = unknown ?? "{{ \(expression) }}"
      }
    }
    result += rest
    if result.hasSuffix("/index.html") { result.removeLast("index.html".count) }
    return (result, result.contains("{%") ? "{%" : unknown)
  }

  private static func token(_ expression: String) -> String? {
    let dates = [
      "%Y": ":year", "%m": ":month", "%d": ":day", "%y": ":short_year", "yyyy": ":year",
      "MM": ":month", "dd": ":day", "YYYY": ":year", "DD": ":day", "%Y/%m/%d": ":year/:month/:day",
      "%Y/%m": ":year/:month", "yyyy/MM/dd": ":year/:month/:day", "yyyy/MM": ":year/:month",
      "YYYY/MM/DD": ":year/:month/:day", "YYYY/MM": ":year/:month",
    ]
    let parts = expression.split(separator: "|")
    guard let value = parts.first else { return nil }
    switch value {
    case "page.fileSlug", "fileSlug": return ":slug"
    case "slug": return ":{slug}"
    case "title": return ":title"
    case "page.filePathStem": return "/:folders/:slug"
    case "page.date", "date":
      let quotes = expression.split { $0 == "\"" || $0 == "'" }
      return quotes.lazy.compactMap { dates[String($0)] }.first
    default: return nil
    }
  }
}
