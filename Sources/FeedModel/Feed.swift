public import FeedValues

/// What a feed says of itself, beside its entries.
public struct Feed: Hashable, Sendable {
  /// The title as plain text.
  public let title: String
  /// What the feed is about, as plain text.
  public let description: String
  /// The folder that the feed's documents are served from, with a slash at its end.
  ///
  /// It is also the feed's id.
  public let location: AbsoluteURL
  /// The page for people that the feed belongs to.
  public let homePage: AbsoluteURL
  /// The language of what has no language of its own.
  public let language: LanguageTag?
  /// The newest `updated` of the entries.
  public let updated: Timestamp
  /// Who is responsible for the feed.
  public let author: Author
  /// Who holds which rights, as plain text.
  public let rights: String?
  /// A small square picture.
  public let icon: AbsoluteURL?
  /// A larger picture, twice as wide as high in Atom.
  public let logo: AbsoluteURL?
  /// The WebSub hub that tells subscribers of changes.
  public let hub: AbsoluteURL?
  /// Where the document stands in the feed's history.
  public let history: FeedHistory
  /// Entries that were taken out, which Atom tells its readers.
  public let deletedEntries: [DeletedEntry]
  /// What the feed says as a podcast, if an entry of it is an episode; nil where it says nothing.
  public let podcast: Podcast?
  /// What makes the feed's XML readable in browsers; nil where they are to show the bare source.
  public let style: FeedStyle?

  /// What a feed says of itself.
  public init(
    title: String, description: String, location: AbsoluteURL, homePage: AbsoluteURL,
    language: LanguageTag? = nil, updated: Timestamp, author: Author, rights: String? = nil,
    icon: AbsoluteURL? = nil, logo: AbsoluteURL? = nil, hub: AbsoluteURL? = nil,
    podcast: Podcast? = nil, history: FeedHistory = .unknown,
    deletedEntries: [DeletedEntry] = [], style: FeedStyle? = nil
  ) {
    self.title = title
    self.description = description
    self.location = location
    self.homePage = homePage
    self.language = language
    self.updated = updated
    self.author = author
    self.rights = rights
    self.icon = icon
    self.logo = logo
    self.hub = hub
    self.history = history
    self.deletedEntries = deletedEntries
    self.podcast = podcast
    self.style = style
  }

  /// The address of the feed's document in `format`.
  public func selfLink(in format: FeedFormat) -> String {
    var folder = location
    if case .archive(let archive) = history { folder = archive.location }
    return folder.string + format.fileName
  }
}
