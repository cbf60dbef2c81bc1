internal import FeedModel
internal import FeedValues
internal import YAML

extension ArticleBuilder {
  /// Reads whether the article is published, and until when.
  mutating func readState() {
    let draft = read(.draft) { $0.bool($1, $2) }
    let published = read(.published) { $0.bool($1, $2) }
    let feed = read(.feed) { $0.bool($1, $2) }
    let status = frontMatter[.status]?.node.text?.lowercased()
    isDraft = draft == true || published == false || status == "draft" || file.isDraft
    // A page that Eleventy writes no file for has no address that a feed could give.
    isLeftOut =
      feed == false || frontMatter[.hidden] != nil
      || ["hidden", "private", "unlisted", "archived", "pending", "trash"].contains(status)
      || frontMatter[.permalink]?.node.truthValue == false
    expires = timestamp(of: .expires)?.timestamp
  }

  /// Whether the article is in feeds at the moment `now`.
  func state(of article: Article, now: Timestamp) -> LoadedArticle.State {
    if isDraft { return .draft }
    if isLeftOut { return .leftOut }
    if let expires, expires <= now { return .expired }
    return article.published > now ? .due(article.published) : .published
  }

  /// The moments around `now` at which the article's state is the same, and what is odd about it.
  func span(of article: Article, around now: Timestamp) -> QuietSpan {
    var span = QuietSpan()
    for event in [article.published, article.updated, expires] {
      if let event { span.add(event.seconds, seenAt: now) }
    }
    return span
  }
}
