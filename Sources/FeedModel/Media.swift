public import FeedValues

/// A picture that stands for an entry.
public struct Image: Hashable, Sendable {
  /// Where the picture is.
  public let url: AbsoluteURL
  /// Its media type; nil where it isn't known.
  public let type: MediaType?
  /// What it shows, as plain text for people who don't see it.
  public let alternativeText: String?
  /// Who made it, as plain text.
  public let credit: String?
  /// How large it is; nil where that isn't known.
  public let size: Size?

  /// The picture at `url`; its type is told from the ending of the path where none is given.
  public init(
    url: AbsoluteURL, type: MediaType? = nil, alternativeText: String? = nil,
    credit: String? = nil, size: Size? = nil
  ) {
    self.url = url
    self.type = type ?? MediaType(pathOf: url)
    self.alternativeText = alternativeText
    self.credit = credit
    self.size = size
  }

  /// The size of a picture in pixels.
  public struct Size: Hashable, Sendable {
    /// From left to right, at least 1.
    public let width: Int
    /// From top to bottom, at least 1.
    public let height: Int

    /// A size; nil for one without an area.
    public init?(width: Int, height: Int) {
      guard width > 0, height > 0 else { return nil }
      self.width = width
      self.height = height
    }
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
  /// What the file is called, as plain text; it tells several of one entry apart.
  public let title: String?

  /// The file at `url` of `length` bytes.
  public init(
    url: AbsoluteURL, type: MediaType, length: Int, duration: Int? = nil, title: String? = nil
  ) {
    self.url = url
    self.type = type
    self.length = length
    self.duration = duration
    self.title = title
  }

  /// Whether it is sound or film, which make an entry an episode of a podcast.
  public var isPlayed: Bool {
    let type = type.string.lowercased()
    return type.hasPrefix("audio/") || type.hasPrefix("video/")
  }
}

extension MediaType {
  /// The media type that the ending of a URL's path stands for; nil where it stands for none.
  public init?(pathOf url: AbsoluteURL) {
    // By bytes: in URLs these have no other meaning.
    let path = url.path.utf8
    guard let name = path.split(separator: UInt8(ascii: "/")).last,
      let dot = name.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    self.init(fileExtension: String(Substring(name[name.index(after: dot)...])))
  }
}
