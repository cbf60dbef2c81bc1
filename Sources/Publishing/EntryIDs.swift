internal import Content
internal import Diagnostics
internal import FeedModel
internal import FeedValues

/// The ids of a site's articles.
struct EntryIDs {
  /// The id of each article, in the order of the articles.
  let ids: [String]
  let diagnostics: [Diagnostic]

  /// Gives each article the id that it asks for, else a tag URI of the site's host, the article's day
  /// and its slug; finds those that two articles share.
  ///
  /// Of articles of one day and slug, such as translations, the first by path has that id; the others
  /// have their path in the slug's place.
  init(of articles: [LoadedArticle], site: Site) {
    var minted: Set<String> = []
    ids = articles.map { loaded in
      let article = loaded.article
      if let id = article.id { return id }
      func mint(_ specific: String) -> String {
        TagURI(authority: site.url.host, date: article.day, specific: specific).string
      }
      let id = mint(article.slug)
      if minted.insert(id).inserted { return id }
      let path = article.path.lastIndex(of: ".").map { String(article.path[..<$0]) }
      return mint(path ?? article.path)
    }
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
          Self.finding(
            PublishingRules.duplicateLink, at: loaded.slugMark, of: loaded,
            "the address \(link)" + (hasSameSlug ? " with the slug \"\(slug)\"" : "")
              + " is that of \(articles[sameLink].source.path) too",
            other: articles[sameLink], otherMark: articles[sameLink].slugMark))
      } else if let sameID {
        diagnostics.append(
          Self.finding(
            PublishingRules.duplicateID, at: loaded.idMark, of: loaded,
            "the id \(id) is that of \(articles[sameID].source.path) too",
            other: articles[sameID], otherMark: articles[sameID].idMark))
      }
    }
    self.diagnostics = diagnostics
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
