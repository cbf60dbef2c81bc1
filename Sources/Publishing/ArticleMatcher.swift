internal import FeedReading
internal import FeedValues

/// Finds the articles of a feed's items: by address first, by what else they have in common then.
struct ArticleMatcher {
  typealias Found = (article: Int, evidence: Adoption.Evidence)

  private let articles: [Adoption.Candidate]
  private let byLink: [LinkKey: [Int]]
  private let byPath: [String: [Int]]
  private let byTitle: [String: [Int]]
  /// The articles that items of this feed have been found for.
  private var taken: Set<Int> = []

  init(_ articles: [Adoption.Candidate]) {
    self.articles = articles
    var byLink: [LinkKey: [Int]] = [:]
    var byPath: [String: [Int]] = [:]
    var byTitle: [String: [Int]] = [:]
    for (index, article) in articles.enumerated() {
      if let key = LinkKey(article.link) {
        byLink[key, default: []].append(index)
        if !key.path.isEmpty { byPath[key.path, default: []].append(index) }
      }
      byTitle[Self.key(ofTitle: article.title), default: []].append(index)
    }
    self.byLink = byLink
    self.byPath = byPath
    self.byTitle = byTitle
  }

  /// Begins with another feed, in which each article may be found again.
  mutating func begin() { taken = [] }

  /// The article of each item, by the item's index.
  ///
  /// Each kind of evidence is looked for in all items before the next, weaker one.
  mutating func match(_ items: [FeedSnapshot.Item]) -> [Int: Found] {
    var found: [Int: Found] = [:]
    for evidence in Adoption.Evidence.allCases {
      for (index, item) in items.enumerated() where found[index] == nil {
        guard let article = article(of: item, by: evidence) else { continue }
        taken.insert(article)
        found[index] = (article, evidence)
      }
    }
    return found
  }

  private func article(of item: FeedSnapshot.Item, by evidence: Adoption.Evidence) -> Int? {
    switch evidence {
    case .link:
      // A guid that is an address may be the page's where the link leads elsewhere, as of link blogs.
      for address in [item.link, item.isPermalink ? item.id : nil].compactMap(\.self) {
        if let key = LinkKey(address), let article = only(byLink[key]) { return article }
      }
      return nil
    case .path:
      guard let path = item.link.flatMap(LinkKey.init)?.path else { return nil }
      return only(
        byPath[path]?.filter { isTitled(item, $0) || isNear(item, $0) })
    case .titleAndDate:
      return only(titled(item).filter { isNear(item, $0) })
    case .title:
      return item.date == nil ? only(titled(item)) : nil
    }
  }

  /// The article that is meant, if that is one alone and not taken.
  private func only(_ candidates: [Int]?) -> Int? {
    guard let candidates, candidates.count == 1, !taken.contains(candidates[0]) else { return nil }
    return candidates[0]
  }

  private func titled(_ item: FeedSnapshot.Item) -> [Int] {
    item.title.isEmpty ? [] : byTitle[Self.key(ofTitle: item.title)] ?? []
  }

  private func isTitled(_ item: FeedSnapshot.Item, _ article: Int) -> Bool {
    titled(item).contains(article)
  }

  /// Whether the item has the article's date, zones that were left out left aside.
  private func isNear(_ item: FeedSnapshot.Item, _ article: Int) -> Bool {
    guard let date = item.date else { return false }
    return abs(date.seconds - articles[article].published.seconds) <= 86_400
  }

  /// A title without what generators make of it: letters and digits alone, in lower case, tags and
  /// references decoded once more.
  static func key(ofTitle title: String) -> String {
    let plain = PlainTitle.decoded(title)
    let letters = plain.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return letters.isEmpty ? plain : String(String.UnicodeScalarView(letters))
  }
}
