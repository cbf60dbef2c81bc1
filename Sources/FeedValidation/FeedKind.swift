/// A family of feed documents.
public enum FeedKind: String, Sendable, CaseIterable {
  /// RSS, the version without RDF.
  case rss
  /// Atom 1.0, a feed or a single entry.
  case atom
  /// JSON Feed.
  case json
}
