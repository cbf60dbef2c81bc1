public import FeedValues

/// One entry of a feed: an `item` of RSS and JSON Feed, an `entry` of Atom.
///
/// The same entry goes into every feed and every format as it is: nothing in it depends on the feed
/// around it.
public struct Entry: Hashable, Sendable {
  /// The id, which stays the same as long as the entry is published: a URI, or a text that another program
  /// gave it; Atom carries a URN in place of such a text.
  public let id: String
  /// The entry's page.
  public let link: AbsoluteURL
  /// The page elsewhere that the entry is about; nil for most.
  public let externalLink: AbsoluteURL?
  /// The title as plain text.
  public let title: String
  /// A summary as plain text.
  public let summary: String?
  /// The full text in HTML as UTF-8, every URL in it absolute; nil where feeds carry summaries alone.
  public let contentHTML: [UInt8]?
  /// Who wrote it; at least one, for Atom.
  public let authors: [Author]
  /// Sections and keywords, each label once.
  public let categories: [Category]
  /// When it was first published.
  public let published: Timestamp
  /// When it was last revised in a way that readers should notice; equal to `published` where it
  /// wasn't.
  public let updated: Timestamp
  /// The language, where it isn't the feed's.
  public let language: LanguageTag?
  /// A picture that stands for the entry.
  public let image: Image?
  /// Files that belong to the entry, the most important first.
  ///
  /// RSS carries the first alone: readers know no more than one there.
  public let enclosures: [Enclosure]
  /// What it says as an episode of a podcast, if it is one; nil where it says nothing.
  public let episode: Episode?

  /// An entry; `updated` is `published` where none is given.
  public init(
    id: String, link: AbsoluteURL, externalLink: AbsoluteURL? = nil, title: String,
    summary: String? = nil, contentHTML: [UInt8]? = nil, authors: [Author],
    categories: [Category] = [], published: Timestamp, updated: Timestamp? = nil,
    language: LanguageTag? = nil, image: Image? = nil, enclosures: [Enclosure] = [],
    episode: Episode? = nil
  ) {
    self.id = id
    self.link = link
    self.externalLink = externalLink
    self.title = title
    self.summary = summary
    self.contentHTML = contentHTML
    self.authors = authors
    self.categories = categories
    self.published = published
    self.updated = updated ?? published
    self.language = language
    self.image = image
    self.enclosures = enclosures
    self.episode = episode
  }

  /// Whether its first file is sound or film.
  public var isEpisode: Bool { enclosures.first?.isPlayed ?? false }
}
