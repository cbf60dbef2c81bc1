internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// The categories, keywords and authors of a site: which spellings are one term, what it is called
/// and which articles have it.
struct TermIndex {
  /// A term and the articles that have it, as indices in ascending order.
  struct Use {
    let term: Term
    let articles: [Int]
  }

  /// The terms of each kind, ordered by slug.
  let uses: [TermKind: [Use]]
  let diagnostics: [Diagnostic]
  /// What each term is called, by each way that it is written in.
  private let labels: [TermKind: [String: String]]
  private let settings: FeedSettings
  private let schemes: [TermKind: AbsoluteURL]

  /// The terms of `articles`.
  init(of articles: [LoadedArticle], configuration: Configuration) {
    let settings = configuration.feeds
    self.settings = settings
    var uses: [TermKind: [Use]] = [:]
    var labels: [TermKind: [String: String]] = [:]
    var schemes: [TermKind: AbsoluteURL] = [:]
    var diagnostics: [Diagnostic] = []
    for kind in TermKind.allCases {
      var collector = TermCollector(kind: kind, settings: settings)
      for (index, loaded) in articles.enumerated() {
        for label in Self.labels(of: loaded.article, kind: kind, site: configuration.site) {
          collector.add(label, article: index)
        }
      }
      let collected = collector.terms()
      labels[kind] = collected.labels
      if kind != .author {
        diagnostics += collected.spellings(in: articles, content: configuration.content)
      }
      if settings.by.contains(kind) {
        let withFeeds = collected.uses.filter { $0.articles.count >= settings.minimum }
        diagnostics += collected.collisions(
          among: withFeeds, in: articles, configuration: configuration)
        uses[kind] = withFeeds
      }
      schemes[kind] = try? settings.url.appending(folder: kind.folder)
    }
    self.uses = uses
    self.labels = labels
    self.schemes = schemes
    self.diagnostics = diagnostics
  }

  /// An article's categories and keywords as feeds carry them, each label once.
  func categories(of article: Article) -> [Category] {
    var categories: [Category] = []
    for (kind, written) in [(TermKind.category, article.categories), (.keyword, article.keywords)] {
      for label in written {
        let label = labels[kind]?[label] ?? label
        if categories.contains(where: { $0.label == label }) { continue }
        categories.append(Category(label: label, scheme: schemes[kind]))
      }
    }
    return categories
  }

  /// Whether an article fits the condition of a custom feed.
  func fits(_ article: Article, _ condition: FeedCondition, site: Site) -> Bool {
    func keys(_ kind: TermKind) -> Set<String> {
      Set(Self.labels(of: article, kind: kind, site: site).map(key))
    }
    let isRequired = condition.required.allSatisfy { !$0.value.isDisjoint(with: keys($0.key)) }
    return isRequired && condition.excluded.allSatisfy { $0.value.isDisjoint(with: keys($0.key)) }
  }

  private func key(of label: String) -> String { settings.key(of: label) }

  private static func labels(of article: Article, kind: TermKind, site: Site) -> [String] {
    switch kind {
    case .category: article.categories
    case .keyword: article.keywords
    case .author: article.authors.isEmpty ? [site.author.name] : article.authors.map(\.name)
    }
  }
}

/// Collects the terms of one kind.
private struct TermCollector {
  let kind: TermKind
  let settings: FeedSettings
  private var byKey: [String: Spellings] = [:]
  /// The key of each text that was added: making it costs more than finding it.
  private var keys: [String: String] = [:]

  /// The spellings of a term.
  struct Spellings {
    /// How often each is written, and the first article that writes it so.
    var counts: [String: (count: Int, firstArticle: Int)] = [:]
    var articles: [Int] = []
    /// What the configuration calls it.
    var settled: String?

    mutating func add(_ label: String, settled: String?, article: Int) {
      if let settled {
        self.settled = settled
      } else {
        counts[label, default: (0, article)].count += 1
      }
      if articles.last != article { articles.append(article) }
    }
  }

  init(kind: TermKind, settings: FeedSettings) {
    self.kind = kind
    self.settings = settings
  }

  mutating func add(_ label: String, article: Int) {
    let key = key(of: label)
    let settled = settings.aliases.isEmpty ? nil : settings.aliases[Term.key(of: label)]
    // In place: taken out, all of a term would be copied with each of its articles.
    byKey[key, default: Spellings()].add(label, settled: settled, article: article)
  }

  private mutating func key(of label: String) -> String {
    if let key = keys[label] { return key }
    let key = settings.key(of: label)
    keys[label] = key
    return key
  }

  func terms() -> CollectedTerms {
    var labelsByKey: [String: String] = [:]
    var uses: [TermIndex.Use] = []
    for (key, spellings) in byKey {
      // The one written most often; of several the first in the order of their bytes.
      let usual = spellings.counts.min {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }?.key
      let label = spellings.settled ?? usual ?? key
      labelsByKey[key] = label
      let slug = settings.slugs[key] ?? Term.slug(for: label)
      uses.append(
        .init(term: Term(kind: kind, label: label, slug: slug), articles: spellings.articles))
    }
    uses.sort { ($0.term.slug, $0.term.label) < ($1.term.slug, $1.term.label) }
    return CollectedTerms(
      kind: kind, uses: uses, labels: keys.mapValues { labelsByKey[$0] ?? $0 },
      labelsByKey: labelsByKey, byKey: byKey)
  }
}

/// The terms of one kind, and what is to be said of them.
private struct CollectedTerms {
  let kind: TermKind
  let uses: [TermIndex.Use]
  /// What each term is called, by each way that it is written in.
  let labels: [String: String]
  let labelsByKey: [String: String]
  let byKey: [String: TermCollector.Spellings]

  /// A note for each spelling that is not the term's.
  func spellings(in articles: [LoadedArticle], content: ContentSettings) -> [Diagnostic] {
    byKey.flatMap { key, spellings -> [Diagnostic] in
      guard spellings.counts.count > 1, let label = labelsByKey[key] else { return [] }
      return spellings.counts.filter { $0.key != label }.map { written, use in
        let loaded = articles[use.firstArticle]
        let position = loaded.position(of: written, as: kind, settings: content)
        return loaded.source.diagnostic(
          PublishingRules.termSpelling, at: position, length: written.unicodeScalars.count,
          "the \(kind.rawValue) \"\(written)\" is shown as \"\(label)\", as it is written most often",
          help: "write \"\(label)\"")
      }
    }
  }

  /// An error for each two terms whose feeds would be in one folder.
  func collisions(
    among uses: [TermIndex.Use], in articles: [LoadedArticle], configuration: Configuration
  ) -> [Diagnostic] {
    let content = configuration.content
    var firstBySlug: [String: TermIndex.Use] = [:]
    var diagnostics: [Diagnostic] = []
    for use in uses {
      let slug = use.term.slug.lowercased()
      guard let other = firstBySlug[slug] else {
        firstBySlug[slug] = use
        continue
      }
      guard let index = use.articles.first, let otherIndex = other.articles.first else { continue }
      let (loaded, otherLoaded) = (articles[index], articles[otherIndex])
      let (label, otherLabel) = (use.term.label, other.term.label)
      let line = configuration.feeds.position.map { ":\($0.line)" } ?? ""
      let place = SourceLocation(
        file: otherLoaded.source.path,
        position: otherLoaded.position(of: otherLabel, as: kind, settings: content))
      diagnostics.append(
        loaded.source.diagnostic(
          PublishingRules.termCollision,
          at: loaded.position(of: label, as: kind, settings: content),
          length: label.unicodeScalars.count,
          "the \(kind.rawValue)s \"\(label)\" and \"\(otherLabel)\" would both have "
            + "the folder \(kind.folder)/\(use.term.slug)",
          help: "in \(configuration.source.path)\(line), under feeds, write "
            + "slugs: { \(quoted(label)): \(use.term.slug)-2 } to keep them apart, or "
            + "aliases: { \(quoted(label)): \(quoted(otherLabel)) } to make them one",
          notes: [.init(at: place, "\"\(otherLabel)\" is written here")]))
    }
    return diagnostics
  }
}

/// A text between quotation marks as YAML takes it.
private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
