public import FeedValues

/// Who wrote an entry or is responsible for a feed.
public struct Author: Hashable, Sendable {
  /// The name, as plain text.
  public let name: String
  /// An address for mail; it is published in Atom alone.
  public let email: EmailAddress?
  /// A page about the author.
  public let url: AbsoluteURL?
  /// A picture of the author, for JSON Feed; square, and large enough for 512 by 512 pixels.
  public let avatar: AbsoluteURL?

  /// An author called `name`.
  public init(
    name: String, email: EmailAddress? = nil, url: AbsoluteURL? = nil, avatar: AbsoluteURL? = nil
  ) {
    self.name = name
    self.email = email
    self.url = url
    self.avatar = avatar
  }
}
