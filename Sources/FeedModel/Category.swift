public import FeedValues

/// A category of an entry: its section or one of its keywords.
public struct Category: Hashable, Sendable {
  /// The category as people read it, plain text.
  public let label: String
  /// What scheme the category belongs to (RFC 4287 section 4.2.2.2), so that a section and a keyword
  /// of the same name stay apart; nil where there is only one scheme.
  public let scheme: AbsoluteURL?

  /// The category called `label` in `scheme`.
  public init(label: String, scheme: AbsoluteURL? = nil) {
    self.label = label
    self.scheme = scheme
  }
}
