internal import FeedModel
package import FeedValues

/// Where articles are on their site, such as `/:category/:slug/`.
package struct PermalinkPattern: Hashable, Sendable {
  /// What a pattern may name.
  enum Token: String, CaseIterable {
    case year, month, day, slug, category, path, title
  }

  private enum Part: Hashable {
    case text(String)
    case token(Token)
  }

  /// The pattern that holds where none is configured.
  package static let standard = PermalinkPattern(parts: [
    .text("/"), .token(.category), .text("/"), .token(.slug), .text("/"),
  ])

  private let parts: [Part]

  private init(parts: [Part]) { self.parts = parts }

  /// The pattern `text`.
  ///
  /// - Throws: `InvalidValue` for a name that is not known, and for a pattern that gives all articles
  ///   the same address.
  package init(_ text: String) throws(InvalidValue) {
    var parts: [Part] = []
    for (index, piece) in text.split(separator: ":", omittingEmptySubsequences: false).enumerated()
    {
      if index == 0 {
        parts.append(.text(String(piece)))
        continue
      }
      let name = piece.prefix { $0.isLetter || $0 == "_" }
      guard let token = Token(rawValue: String(name)) else {
        let known = Token.allCases.map { ":" + $0.rawValue }.joined(separator: " ")
        throw InvalidValue("\":\(name)\" is none of \(known)")
      }
      parts.append(.token(token))
      parts.append(.text(String(piece.dropFirst(name.count))))
    }
    guard parts.contains(where: { [.token(.slug), .token(.path), .token(.title)].contains($0) })
    else { throw InvalidValue("it has none of :slug, :path and :title to tell articles apart") }
    self.parts = parts
  }

  /// The address of an article.
  ///
  /// A part that an article has nothing for, such as the category of one without, is left out with
  /// its slash.
  ///
  /// - Throws: `InvalidValue` where the outcome is no URL.
  func link(
    site: AbsoluteURL, slug: String, day: CalendarDate, category: String?, path: String,
    title: String
  ) throws(InvalidValue) -> AbsoluteURL {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .token(.slug): result += AbsoluteURL.escapedPathSegment(slug)
      case .token(.year): result += digits(day.year, 4)
      case .token(.month): result += digits(day.month, 2)
      case .token(.day): result += digits(day.day, 2)
      case .token(.category):
        result += category.map { AbsoluteURL.escapedPathSegment(Term.slug(for: $0)) } ?? ""
      case .token(.title): result += AbsoluteURL.escapedPathSegment(Term.slug(for: title))
      case .token(.path):
        result += path.split(separator: "/").map { AbsoluteURL.escapedPathSegment(String($0)) }
          .joined(separator: "/")
      }
    }
    var segments = result.split(separator: "/").joined(separator: "/")
    if result.hasSuffix("/"), !segments.isEmpty { segments += "/" }
    return try site.resolving("./" + segments)
  }

  private func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
