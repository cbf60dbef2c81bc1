public import FeedModel

/// An entry in the formats that its feeds are published in, made once however many feeds carry it.
public struct EntryFragments: Sendable {
  private let bytes: [FeedFormat: [UInt8]]
  /// Whether the entry is an episode of a podcast, which a feed declares a namespace for.
  let isEpisode: Bool

  /// The entry in each of `formats`.
  public init(_ entry: Entry, formats: [FeedFormat]) {
    var bytes: [FeedFormat: [UInt8]] = [:]
    // RSS and Atom escape content alike.
    let escaped =
      formats.contains { $0 != .json } ? entry.contentHTML.map(XMLWriter.escaped) : nil
    for format in formats {
      let fragment =
        switch format {
        case .rss: RSS.item(entry, escapedContent: escaped)
        case .atom: Atom.entry(entry, escapedContent: escaped)
        case .json: JSONFeed.item(entry)
        }
      // Kept for as long as the run lasts: without the room that a writer has to spare.
      bytes[format] = Array(fragment[...])
    }
    self.bytes = bytes
    isEpisode = entry.isEpisode
  }

  /// The bytes of the entry in `format`; empty where it was not made for it.
  public subscript(format: FeedFormat) -> [UInt8] { bytes[format] ?? [] }
}

/// The document of a feed in one format: its bytes as slices that are never joined.
public struct FeedDocument: Sendable {
  /// The format.
  public let format: FeedFormat
  /// The bytes, one slice after another: a head, the entries, a tail.
  public let segments: [[UInt8]]
  /// The index in `segments` of each entry, in the order of the feed.
  public let entrySegments: [Int]

  /// The document of `feed` with `entries`, newest first.
  public init(_ feed: Feed, entries: [EntryFragments], format: FeedFormat) {
    self.format = format
    var segments: [[UInt8]] = []
    var entrySegments: [Int] = []
    segments.reserveCapacity(2 * entries.count + 2)
    switch format {
    case .rss: segments.append(RSS.head(feed, isPodcast: entries.contains(where: \.isEpisode)))
    case .atom: segments.append(Atom.head(feed))
    case .json: segments.append(JSONFeed.head(feed))
    }
    for entry in entries {
      if format == .json, !entrySegments.isEmpty { segments.append(JSONFeed.separator) }
      entrySegments.append(segments.count)
      segments.append(entry[format])
    }
    switch format {
    case .rss: segments.append(RSS.tail)
    case .atom: segments.append(Atom.tail)
    case .json: segments.append(JSONFeed.tail)
    }
    self.segments = segments
    self.entrySegments = entrySegments
  }

  /// The document in one piece.
  public var bytes: [UInt8] { Array(segments.joined()) }
}
