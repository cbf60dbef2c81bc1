public import FeedValues

/// A picture that stands for an entry.
public struct Image: Hashable, Sendable {
  /// Where the picture is.
  public let url: AbsoluteURL
  /// Its media type; nil where it isn't known.
  public let type: MediaType?
  /// What it shows, as plain text for people who don't see it.
  public let alternativeText: String?

  /// The picture at `url`; its type is told from the ending of the path where none is given.
  public init(url: AbsoluteURL, type: MediaType? = nil, alternativeText: String? = nil) {
    self.url = url
    self.type = type ?? MediaType(pathOf: url)
    self.alternativeText = alternativeText
  }
}

/// A file that belongs to an entry, such as an episode of a podcast: RSS calls it enclosure, JSON
/// Feed attachment.
public struct Enclosure: Hashable, Sendable {
  /// Where the file is.
  public let url: AbsoluteURL
  /// Its media type.
  public let type: MediaType
  /// Its size in bytes.
  ///
  /// RSS 2.0 asks for it.
  public let length: Int
  /// How long it plays, in seconds; nil for what doesn't play and where it isn't known.
  public let duration: Int?

  /// The file at `url` of `length` bytes.
  public init(url: AbsoluteURL, type: MediaType, length: Int, duration: Int? = nil) {
    self.url = url
    self.type = type
    self.length = length
    self.duration = duration
  }
}

extension MediaType {
  /// The media type that the ending of a URL's path stands for; nil where it stands for none.
  public init?(pathOf url: AbsoluteURL) {
    let name = url.path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(fileExtension: String(name[name.index(after: dot)...]))
  }
}
