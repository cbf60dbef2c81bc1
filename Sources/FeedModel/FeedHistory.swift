public import FeedValues

/// Where a document stands in the history of its feed (RFC 5005).
///
/// See <https://www.rfc-editor.org/rfc/rfc5005>.
public enum FeedHistory: Hashable, Sendable {
  /// Nothing is said: the document shows the newest entries, and older ones are nowhere.
  case unknown
  /// The document holds every entry of the feed (section 2).
  case complete
  /// The document shows the newest entries; all are in archives, of which this folder has the newest
  /// (section 4).
  case subscription(newestArchive: AbsoluteURL)
  /// The document is an archive; each address is the folder of another document of the feed.
  case archive(Archive)

  /// The documents around an archive.
  public struct Archive: Hashable, Sendable {
    /// The folder that the archive's documents are served from.
    public let location: AbsoluteURL
    /// The folder of the documents that subscribers read.
    public let current: AbsoluteURL
    /// The folder of the archive of what was published before; nil for the oldest.
    public let previous: AbsoluteURL?
    /// The folder of the archive of what was published after; nil for the newest.
    public let next: AbsoluteURL?

    /// An archive at `location` between two others.
    public init(
      location: AbsoluteURL, current: AbsoluteURL, previous: AbsoluteURL?, next: AbsoluteURL?
    ) {
      self.location = location
      self.current = current
      self.previous = previous
      self.next = next
    }
  }

  /// The folder of the document that holds what was published before; nil where there is none.
  public var previous: AbsoluteURL? {
    switch self {
    case .unknown, .complete: nil
    case .subscription(let newest): newest
    case .archive(let archive): archive.previous
    }
  }

  /// The links to other documents of the feed, by relation (section 4).
  public var links: [(relation: String, folder: AbsoluteURL)] {
    var links: [(String, AbsoluteURL)] = []
    if case .archive(let archive) = self {
      links.append(("current", archive.current))
      if let previous { links.append(("prev-archive", previous)) }
      if let next = archive.next { links.append(("next-archive", next)) }
    } else if let previous {
      links.append(("prev-archive", previous))
    }
    return links
  }
}

/// An entry that was in the feed and was taken out of it (RFC 6721).
///
/// See <https://www.rfc-editor.org/rfc/rfc6721#section-3>.
public struct DeletedEntry: Hashable, Sendable {
  /// The id that the entry had.
  public let id: String
  /// When it was taken out.
  public let when: Timestamp

  /// An entry that was taken out at the moment `when`.
  public init(id: String, when: Timestamp) {
    self.id = id
    self.when = when
  }
}
