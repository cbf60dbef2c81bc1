package import FeedValues

/// An article as its front matter tells it: all but the text.
package struct Article: Hashable, Sendable {
  /// The file below the content folder, with `/` between folders.
  package let path: String
  package let title: String
  /// The last part of its address: one path segment.
  package let slug: String
  package let published: Timestamp
  /// `published` where the article was not revised.
  package let updated: Timestamp
  /// The day of `published` on the clocks of the site, or of the zone that the date was written in.
  package let day: CalendarDate
  /// As written, each once; the first is the permalink's.
  package let categories: [String]
  /// As written, each once.
  package let keywords: [String]
  /// Empty where the article names nobody.
  package let authors: [Author]
  package let excerpt: String?
  package let image: Image?
  package let enclosures: [Enclosure]
  package let episode: Episode?
  package let language: LanguageTag?
  /// The id that the article asks for.
  package let id: String?
  package let link: AbsoluteURL
  package let externalLink: AbsoluteURL?

  package init(
    path: String, title: String, slug: String, published: Timestamp, updated: Timestamp,
    day: CalendarDate, categories: [String], keywords: [String], authors: [Author],
    excerpt: String?, image: Image?, enclosures: [Enclosure], episode: Episode?,
    language: LanguageTag?, id: String?, link: AbsoluteURL, externalLink: AbsoluteURL?
  ) {
    self.path = path
    self.title = title
    self.slug = slug
    self.published = published
    self.updated = updated
    self.day = day
    self.categories = categories
    self.keywords = keywords
    self.authors = authors
    self.excerpt = excerpt
    self.image = image
    self.enclosures = enclosures
    self.episode = episode
    self.language = language
    self.id = id
    self.link = link
    self.externalLink = externalLink
  }
}
