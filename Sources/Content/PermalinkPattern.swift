package import FeedValues

/// Where articles are on their site, such as `/:category/:slug/`.
package struct PermalinkPattern: Hashable, Sendable {
  private enum Part: Hashable {
    case text(String)
    case token(PermalinkToken)
    /// What the front matter holds under a key, in lower case.
    case field(String)
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
      if piece.first == "{" {
        guard let close = piece.firstIndex(of: "}"), close > piece.index(after: piece.startIndex)
        else { throw InvalidValue("\":{\" begins the name of a field that no \"}\" ends") }
        parts.append(.field(piece[piece.index(after: piece.startIndex)..<close].lowercased()))
        parts.append(.text(String(piece[piece.index(after: close)...])))
        continue
      }
      let name = piece.prefix { $0.isLetter || $0 == "_" }
      guard let (token, length) = Self.token(name) else {
        let known = PermalinkToken.allCases.map { ":" + $0.rawValue }.joined(separator: " ")
        throw InvalidValue("\":\(name)\" is none of \(known)")
      }
      parts.append(.token(token))
      parts.append(.text(String(piece.dropFirst(length))))
    }
    let isDistinct = parts.contains { part in
      switch part {
      case .token(let token): token.isDistinct
      case .field: true
      case .text: false
      }
    }
    guard isDistinct else {
      throw InvalidValue("it has none of :slug, :path, :name and :title to tell articles apart")
    }
    self.parts = parts
  }

  /// The token that `name` is, or what is before an underscore at its end, as in `:year_:slug`.
  private static func token(_ name: Substring) -> (token: PermalinkToken, length: Int)? {
    if let token = PermalinkToken(rawValue: String(name)) { return (token, name.count) }
    guard name.last == "_", let token = PermalinkToken(rawValue: String(name.dropLast())) else {
      return nil
    }
    return (token, name.count - 1)
  }

  /// The keys of front matter that it names.
  var fields: [String] {
    parts.compactMap { if case .field(let key) = $0 { key } else { nil } }
  }

  /// Whether an article has something for each part of it.
  func isFilled(by article: PermalinkSubject) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .text: true
      case .field(let key): article.fields[key]?.isEmpty == false
      case .token(let token): !token.path(of: article, style: .plain).isEmpty
      }
    }
  }

  /// The address of an article.
  ///
  /// A part that an article has nothing for, such as the category of one without, is left out with
  /// its slash.
  ///
  /// - Throws: `InvalidValue` where the outcome is no URL.
  func link(
    site: AbsoluteURL, to article: PermalinkSubject, style: AddressStyle
  ) throws(InvalidValue) -> AbsoluteURL {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .token(let token): result += token.path(of: article, style: style)
      case .field(let key):
        // Most generators take what is written; some clean a slug as they do a name.
        let isCleaned = key == "slug" && style.cleansSlugs
        result += (article.fields[key] ?? "").split(separator: "/").map {
          escaped(isCleaned ? style.segment(String($0), .slug) : String($0))
        }.joined(separator: "/")
      }
    }
    return try site.resolving("./" + Self.withoutEmptySegments(result))
  }

  /// A path that begins with no slash and has none twice.
  private static func withoutEmptySegments(_ path: String) -> String {
    let slash = UInt8(ascii: "/")
    var result: [UInt8] = []
    for byte in path.utf8 where byte != slash || result.last.map({ $0 != slash }) ?? false {
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Which pattern an article's address is made by: that of the first glob that its path fits.
package struct PermalinkRules: Hashable, Sendable {
  /// What holds for some articles.
  struct Rule: Hashable, Sendable {
    /// Which: a pattern for paths below the content folder; nil for all.
    let glob: Glob?
    /// The first one that the article has something for each part of counts, else the last one.
    let patterns: [PermalinkPattern]
  }

  /// What holds where nothing is configured.
  static let standard = PermalinkRules([Rule(glob: nil, patterns: [.standard])])

  private let rules: [Rule]
  /// The keys of front matter that patterns name, in lower case.
  let fields: Set<String>

  init(_ rules: [Rule]) {
    self.rules = rules
    fields = Set(rules.flatMap { $0.patterns.flatMap(\.fields) })
  }

  /// The address of the article whose file is `file` below the content folder.
  ///
  /// - Throws: `InvalidValue` where the outcome is no URL.
  func link(
    site: AbsoluteURL, to article: PermalinkSubject, file: String, style: AddressStyle
  ) throws(InvalidValue) -> AbsoluteURL {
    let patterns = rules.first { $0.glob?.matches(file) ?? true }?.patterns ?? [.standard]
    let pattern =
      patterns.count == 1 ? nil : patterns.first { $0.isFilled(by: article) }
    return try (pattern ?? patterns.last ?? .standard).link(
      site: site, to: article, style: style)
  }
}
