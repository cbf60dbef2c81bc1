package import Diagnostics
package import FeedModel
internal import FeedValues
internal import Markdown

/// An entry, and what of its article it could not carry.
package struct RenderedEntry: Sendable {
  package let entry: Entry
  package let diagnostics: [Diagnostic]
  /// What of other dialects of Markdown it could not carry.
  package let losses: DialectLosses?
}

/// Makes entries of articles: the one place where Markdown is rendered.
package struct EntryRenderer: Sendable {
  /// How many characters a summary has at most that is cut from the text.
  static let longestSummary = 280

  private let configuration: Configuration
  private let index: ArticleIndex
  private let dialects: DialectPass

  /// A renderer for the site of `configuration`, whose articles are those of `index`.
  package init(configuration: Configuration, index: ArticleIndex = ArticleIndex()) {
    self.configuration = configuration
    self.index = index
    dialects = DialectPass(settings: configuration.content.dialects)
  }

  /// The entry that feeds carry of an article.
  ///
  /// - Parameters:
  ///   - loaded: The article.
  ///   - id: Its id.
  ///   - categories: Its categories and keywords as feeds call them.
  /// - Returns: The entry, and a warning for each kind of thing that was taken out of its text.
  package func entry(
    for loaded: LoadedArticle, id: String, categories: [Category]
  ) -> RenderedEntry {
    let article = loaded.article
    let isFull = configuration.feeds.content == .full
    let bytes = loaded.source.bytes
    let read = dialects.run(
      bytes, from: loaded.bodyStart, page: { page(of: article) },
      isMDX: article.path.hasSuffix(".mdx"))
    let rendering = Markdown.render(
      read?.text[...] ?? bytes[loaded.bodyStart...], wantsLead: article.excerpt == nil)
    let summary =
      article.excerpt ?? rendering.lead.map { Self.cut($0, to: Self.longestSummary) }
    let content =
      isFull
      ? HTMLPass(base: article.link, sources: { index.link(toSource: $0, from: article.path) }).run(
        rendering.html) : nil
    let entry = Entry(
      id: id, link: article.link, externalLink: article.externalLink, title: article.title,
      summary: summary,
      contentHTML: content?.html,
      authors: article.authors.isEmpty ? [configuration.site.author] : article.authors,
      categories: categories, published: article.published, updated: article.updated,
      language: article.language == configuration.site.language ? nil : article.language,
      image: article.image, enclosures: article.enclosures, episode: article.episode)
    let removals = content?.removals ?? HTMLRemovals()
    return RenderedEntry(
      entry: entry,
      diagnostics: removals.diagnostics(in: loaded.source, bodyStart: loaded.bodyStart),
      losses: DialectLosses(
        loaded.source, bodyStart: loaded.bodyStart, read?.losses ?? [],
        deadLinks: content?.deadLinks ?? []))
  }

  private func page(of article: Article) -> DialectPage {
    let site = configuration.site
    let url = site.url.string
    return DialectPage(
      title: article.title, link: article.link.string, path: article.path, siteTitle: site.title,
      siteDescription: site.description ?? "",
      siteURL: url.hasSuffix("/") ? String(url.dropLast()) : url, index: index)
  }

  /// The text with white space folded, cut behind a word so that it has at most `limit` characters,
  /// the ellipsis counted.
  static func cut(_ text: String, to limit: Int) -> String {
    let folded = plainLine(text)
    guard folded.count > limit else { return folded }
    let head = folded.prefix(limit - 1)
    // A script without spaces, or with few of them, is cut between characters.
    let near = head.suffix(max(limit / 7, 12))
    let isWhole = folded[head.endIndex] == " "
    let cut = isWhole ? head.endIndex : near.lastIndex(of: " ") ?? head.endIndex
    let kept = head[..<cut]
    let trimmed = kept.lastIndex { !$0.isPunctuation && !$0.isWhitespace }.map { kept[...$0] }
    return (trimmed ?? kept) + "…"
  }
}
