public import FeedValues

/// What a podcast says of itself beside what every feed says.
///
/// See <https://podcasters.apple.com/support/823-podcast-requirements>.
public struct Podcast: Hashable, Sendable {
  /// How directories sort the episodes: the newest first, or from the first on.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case episodic, serial
  }

  /// The cover: a square JPEG or PNG file of at least 1400 pixels a side.
  public let image: AbsoluteURL
  /// At least one; the first is the one that directories list the podcast under.
  public let categories: [PodcastCategory]
  /// Whether there is strong language in it.
  public let isExplicit: Bool
  /// Who makes it; nil for the feed's author.
  public let author: String?
  /// Whom directories write to.
  public let owner: Author?
  /// The order of the episodes; nil for `episodic`.
  public let kind: Kind?

  /// What a podcast says of itself.
  public init(
    image: AbsoluteURL, categories: [PodcastCategory], isExplicit: Bool = false,
    author: String? = nil,
    owner: Author? = nil, kind: Kind? = nil
  ) {
    self.image = image
    self.categories = categories
    self.isExplicit = isExplicit
    self.author = author
    self.owner = owner
    self.kind = kind
  }
}

/// What an entry with sound or film says as an episode of a podcast.
public struct Episode: Hashable, Sendable {
  /// What kind of episode it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case full, trailer, bonus
  }

  /// The title without number and season, as plain text.
  public let title: String?
  /// Its number, from 1 on, in its season if it has one.
  public let number: Int?
  /// The number of its season, from 1 on.
  public let season: Int?
  /// Its kind; nil for `full`.
  public let kind: Kind?
  /// Whether there is strong language in it; nil for what the podcast says.
  public let isExplicit: Bool?

  /// What an entry says as an episode.
  public init(
    title: String? = nil, number: Int? = nil, season: Int? = nil, kind: Kind? = nil,
    isExplicit: Bool? = nil
  ) {
    self.title = title
    self.number = number
    self.season = season
    self.kind = kind
    self.isExplicit = isExplicit
  }
}
