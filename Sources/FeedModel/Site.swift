package import FeedValues

/// What a site says of itself, for all of its feeds.
package struct Site: Hashable, Sendable {
  package let title: String
  /// The home page, with a slash at its end.
  package let url: AbsoluteURL
  package let description: String?
  package let language: LanguageTag?
  package let copyright: String?
  /// Who is named where an article names nobody: the site itself where nobody is configured.
  package let author: Author
  package let icon: AbsoluteURL?
  package let logo: AbsoluteURL?
  /// What its feeds say as podcasts; nil where it is none.
  package let podcast: Podcast?

  package init(
    title: String, url: AbsoluteURL, description: String?, language: LanguageTag?,
    copyright: String?, author: Author, icon: AbsoluteURL?, logo: AbsoluteURL?,
    podcast: Podcast? = nil
  ) {
    self.title = title
    self.url = url
    self.description = description
    self.language = language
    self.copyright = copyright
    self.author = author
    self.icon = icon
    self.logo = logo
    self.podcast = podcast
  }
}
