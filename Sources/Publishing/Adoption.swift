internal import FeedReading
package import FeedValues

/// Which of a site's articles the items of earlier feeds are, so that they keep the ids and the dates
/// that subscribers know.
package struct Adoption: Hashable, Sendable {
  /// A feed file that was read.
  struct Source: Sendable {
    /// The file as it was named.
    let file: String
    let feed: FeedSnapshot
  }

  /// An article that may be the one of an item.
  struct Candidate: Hashable, Sendable {
    /// The article's file.
    let file: String
    let link: String
    let title: String
    let published: Timestamp
    /// The id that its front matter asks for.
    let ownID: String?
  }

  /// What an article was known by.
  package enum Evidence: String, CaseIterable, Sendable {
    /// The address.
    case link
    /// The path of the address, on another host, beside the title or the day.
    case path
    /// The title and the day.
    case titleAndDate = "title-and-date"
    /// The title, where the item tells no date.
    case title
  }

  /// An article and the item that it was.
  package struct Match: Hashable, Sendable {
    /// The article's file.
    package let file: String
    package let title: String
    /// The id that subscribers know it by.
    package let id: String
    /// When subscribers first saw it; nil where the feed does not say.
    package let published: Timestamp?
    package let evidence: Evidence
    /// The feed file.
    package let feed: String
  }

  /// Something that the user has to decide.
  package enum Conflict: Hashable, Sendable {
    /// Two feeds know one article by different ids: the first keeps it.
    case twoIDs(file: String, kept: String, other: String, feed: String)
    /// The front matter asks for another id than subscribers know.
    case ownID(file: String, own: String, id: String)
  }

  /// An item that no article is known for.
  package struct Orphan: Hashable, Sendable {
    package let title: String
    package let id: String
    package let link: String?
    package let feed: String
  }

  /// In the order of the articles' files.
  package let matches: [Match]
  package let conflicts: [Conflict]
  /// In the order of the feeds.
  package let orphans: [Orphan]
  /// Articles that no feed has and that are older than all its items, and the other articles that none
  /// has: new ones.
  package let older: [String]
  package let newer: [String]
  /// The addresses that the feeds say they are published at.
  package let addresses: [String]

  /// Finds the articles of the items of `sources` among `candidates`.
  init(_ sources: [Source], candidates: [Candidate]) {
    var matcher = ArticleMatcher(candidates)
    var matches: [Int: Match] = [:]
    var conflicts: [Conflict] = []
    var orphans: [Orphan] = []
    for source in sources {
      matcher.begin()
      let found = matcher.match(source.feed.items)
      for (index, item) in source.feed.items.enumerated() {
        guard let (article, evidence) = found[index] else {
          orphans.append(
            Orphan(title: item.title, id: item.identity, link: item.link, feed: source.file))
          continue
        }
        let file = candidates[article].file
        if let earlier = matches[article] {
          if earlier.id != item.identity {
            conflicts.append(
              .twoIDs(file: file, kept: earlier.id, other: item.identity, feed: source.file))
          }
          continue
        }
        if let own = candidates[article].ownID, own != item.identity {
          conflicts.append(.ownID(file: file, own: own, id: item.identity))
          continue
        }
        matches[article] = Match(
          file: file, title: candidates[article].title, id: item.identity, published: item.date,
          evidence: evidence, feed: source.file)
      }
    }
    self.conflicts = conflicts
    self.matches = matches.values.sorted { $0.file < $1.file }
    let known = Set(self.matches.map(\.id))
    // An item that another feed found the article of is no orphan.
    self.orphans = orphans.filter { !known.contains($0.id) }
    let oldest = sources.flatMap(\.feed.items).compactMap(\.date).min()
    let rest = candidates.indices.filter { index in
      matches[index] == nil && !conflicts.contains { $0.file == candidates[index].file }
    }.map { candidates[$0] }.sorted { $0.file < $1.file }
    older = rest.filter { article in oldest.map { article.published < $0 } ?? false }.map(\.file)
    newer = rest.filter { article in oldest.map { article.published >= $0 } ?? true }.map(\.file)
    addresses = sources.compactMap(\.feed.selfAddress)
  }
}

extension Adoption.Conflict {
  /// The article's file.
  package var file: String {
    switch self {
    case .twoIDs(let file, _, _, _), .ownID(let file, _, _): file
    }
  }
}
