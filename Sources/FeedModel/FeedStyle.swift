/// What makes the XML of a feed a page where a browser shows it.
///
/// Addresses may be absolute or relative to the feed's document, so that it can be served anywhere.
public struct FeedStyle: Hashable, Sendable {
  /// The address of the CSS stylesheet.
  public let stylesheet: String
  /// The address of the page that tells people of the site's feeds.
  public let subscribePage: String

  /// A style with a stylesheet, and a page to subscribe on.
  public init(stylesheet: String, subscribePage: String) {
    self.stylesheet = stylesheet
    self.subscribePage = subscribePage
  }
}
