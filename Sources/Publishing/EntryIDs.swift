internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// The ids of a site's articles, and the ledger as it is with them.
struct EntryIDs {
  /// The id of each published article, in the order of the articles.
  let ids: [String]
  let ledger: Ledger
  private(set) var diagnostics: [Diagnostic] = []

  /// Finds the ids that articles were published under, and mints those of new ones.
  ///
  /// A new article has the id that it asks for, else a tag URI of the site's host, the article's day
  /// and its slug; where that id is another's, it has the article's path in the slug's place.
  ///
  /// - Parameters:
  ///   - articles: Those that are published, then those that are not: both keep their ids.
  ///   - faulty: The files of which nothing can be told: what was published of them is not gone.
  ///   - site: The site.
  ///   - archiveSize: How many articles are dealt to an archive; nil where there are none.
  ///   - earlier: The ledger; nil for a site that was never published.
  ///   - options: The moment of the run, and what it may do.
  init(
    of articles: (published: [LoadedArticle], withheld: [LoadedArticle]),
    faulty: Set<String> = [], site: Site, archiveSize: Int? = nil, earlier: Ledger?,
    options: Publication.Options
  ) {
    let all = articles.published + articles.withheld
    let records = earlier?.records ?? []
    let candidates = LedgerMatching.Candidate.all(of: articles)
    let matching = LedgerMatching(candidates, in: records)

    var minter = Minter(
      site: site, records: records, asked: articles.published.compactMap(\.article.id))
    var diagnostics: [Diagnostic] = []
    var updated: [Ledger.Record?] = Array(repeating: nil, count: records.count)
    var new: [Ledger.Record] = []
    // Later than all before, whatever the clock says: archives are dealt in this order.
    let newest = records.map(\.first.seconds).max()
    let upcoming = newest.flatMap { try? Timestamp(seconds: max(options.now.seconds, $0 + 1)) }
    var ids: [String] = []
    for (index, loaded) in all.enumerated() {
      let isPublished = index < articles.published.count
      let record = matching.found[index]
      if let record {
        let isKept = loaded.article.id == nil || loaded.article.id == records[record].id
        if isKept || !isPublished || !options.accepts(records[record].id) {
          if !isKept, isPublished {
            diagnostics.append(Self.changed(from: records[record].id, of: loaded))
          }
          var kept = records[record]
          kept.trace = candidates[index].trace
          kept.gone = isPublished ? nil : kept.gone ?? options.now
          updated[record] = kept
          if isPublished { ids.append(kept.id) }
          continue
        }
      }
      guard isPublished else { continue }
      let id = loaded.article.id ?? minter.mint(for: loaded.article)
      ids.append(id)
      new.append(
        Ledger.Record(
          id: id, first: earlier == nil ? loaded.article.published : upcoming ?? options.now,
          trace: candidates[index].trace))
    }
    self.ids = ids
    let kept = records.indices.map { index in
      if let record = updated[index] { return record }
      var record = records[index]
      if faulty.contains(record.trace.path) { return record }
      record.gone = record.gone ?? options.now
      return record
    }
    let ledger = Ledger(kept, with: new)
    self.ledger = archiveSize.map(ledger.dealt) ?? ledger
    self.diagnostics = diagnostics + Self.clashes(of: articles.published, ids: ids)
  }

  /// The finding for an article that asks for another id than it was published under.
  private static func changed(from id: String, of loaded: LoadedArticle) -> Diagnostic {
    loaded.source.diagnostic(
      PublishingRules.idChanged, at: loaded.idMark.position, length: loaded.idMark.length,
      "the article was published as \(id), and asks for the id \(loaded.article.id ?? "")",
      help: "write id: \(id), or take the id out; --accept \(id) shows it anew to all subscribers")
  }

  /// Two articles with one address or one id.
  private static func clashes(of articles: [LoadedArticle], ids: [String]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var firstByLink: [String: Int] = [:]
    var firstByID: [String: Int] = [:]
    for (index, loaded) in articles.enumerated() {
      let link = loaded.article.link.string
      let id = ids[index]
      let sameLink = firstByLink[link]
      let sameID = firstByID[id]
      firstByLink[link] = sameLink ?? index
      firstByID[id] = sameID ?? index
      // Articles of one address mostly share the id too: that is one fault, not two.
      if let sameLink {
        let slug = loaded.article.slug
        let hasSameSlug = articles[sameLink].article.slug == slug
        diagnostics.append(
          finding(
            PublishingRules.duplicateLink, at: loaded.slugMark, of: loaded,
            "the address \(link)" + (hasSameSlug ? " with the slug \"\(slug)\"" : "")
              + " is that of \(articles[sameLink].source.path) too",
            other: articles[sameLink], otherMark: articles[sameLink].slugMark))
      } else if let sameID {
        diagnostics.append(
          finding(
            PublishingRules.duplicateID, at: loaded.idMark, of: loaded,
            "the id \(id) is that of \(articles[sameID].source.path) too",
            other: articles[sameID], otherMark: articles[sameID].idMark))
      }
    }
    return diagnostics
  }

  private static func finding(
    _ rule: Rule, at mark: LoadedArticle.Mark, of loaded: LoadedArticle, _ message: String,
    other: LoadedArticle, otherMark: LoadedArticle.Mark
  ) -> Diagnostic {
    let place = SourceLocation(file: other.source.path, position: otherMark.position)
    return loaded.source.diagnostic(
      rule, at: mark.position, length: mark.length, message,
      notes: [.init(at: place, "the other article")])
  }
}

/// Makes ids that nothing was ever published under.
private struct Minter {
  private let site: Site
  private let records: [Ledger.Record]
  private let asked: [String]
  /// Ids that are another's; nil until one is minted, since most runs need none.
  ///
  /// Not lazy: that would
  /// copy the set with each id.
  private var taken: Set<String>?

  /// A minter of ids that are neither in `records` nor asked for by an article.
  init(site: Site, records: [Ledger.Record], asked: [String]) {
    self.site = site
    self.records = records
    self.asked = asked
  }

  /// The id of a new article.
  mutating func mint(for article: Article) -> String {
    var taken = self.taken ?? Set(records.map(\.id)).union(asked)
    self.taken = []
    defer { self.taken = taken }
    let path = article.path.lastIndex(of: ".").map { String(article.path[..<$0]) }
    for specific in [article.slug, path ?? article.path] {
      let id = self.id(specific, of: article)
      if taken.insert(id).inserted { return id }
    }
    // Another article had both once, and is gone: numbers tell them apart.
    var number = 2
    while true {
      let id = self.id("\(path ?? article.path)-\(number)", of: article)
      if taken.insert(id).inserted { return id }
      number += 1
    }
  }

  private func id(_ specific: String, of article: Article) -> String {
    TagURI(authority: site.url.host, date: article.day, specific: specific).string
  }
}

extension LedgerMatching.Candidate {
  /// What `loaded` is found again by.
  init(_ loaded: LoadedArticle) {
    let article = loaded.article
    id = article.id
    trace = Ledger.Trace(
      path: article.path, slug: article.slug, day: article.day,
      title: Fingerprint(of: article.title), text: Fingerprint(of: loaded.text))
    textLength = loaded.text.count
  }

  /// Those of a site's articles, the published ones first.
  static func all(
    of articles: (published: [LoadedArticle], withheld: [LoadedArticle])
  ) -> [LedgerMatching.Candidate] {
    let published = articles.published.map { Self($0) }
    return published
      + articles.withheld.map { loaded in
        var candidate = Self(loaded)
        candidate.isPublished = false
        return candidate
      }
  }
}
