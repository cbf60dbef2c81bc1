internal import Content
internal import FeedModel

extension FeedPlan {
  /// The feeds that are planned, without their archives.
  var directory: FeedDirectory {
    let site = configuration.site
    return FeedDirectory(
      title: site.title, description: site.description, homePage: site.url,
      location: configuration.feeds.url, language: site.language,
      formats: configuration.feeds.formats, feeds: feeds.compactMap(listed))
  }

  private func listed(_ planned: PlannedFeed) -> ListedFeed? {
    // An archive may be empty; a feed is not.
    guard !planned.isArchive, let first = planned.articles.first else { return nil }
    let newest = articles[first].loaded.article
    return ListedFeed(
      subject: planned.subject, title: planned.feed.title, description: planned.feed.description,
      folder: planned.folder, location: planned.feed.location, items: planned.articles.count,
      articles: planned.available,
      newest: .init(
        title: newest.title, date: newest.published, day: newest.day, link: newest.link),
      updated: planned.feed.updated)
  }
}
