internal import FeedFormats
internal import FeedModel
internal import FeedValidation

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
    let fragments = directory.feeds.map { feed in
      PublishedFolder.File(
        path: Autodiscovery.path(for: feed),
        segments: [Autodiscovery.links(to: [feed], formats: directory.formats)])
    }
    return [
      .init(path: OPML.fileName, segments: [OPML.document(directory)]),
      .init(path: FeedList.fileName, segments: [FeedList.document(directory)]),
    ] + fragments
  }

  /// Judges the lists before any of them is published (P1).
  ///
  /// - Throws: `ValidatorDefect` where one is not what its readers expect: no article can cause that.
  static func expectValid(_ files: [PublishedFolder.File]) throws(ValidatorDefect) {
    let validator = try ListValidator()
    for file in files {
      let fault: String?
      switch file.path {
      case OPML.fileName: fault = validator.fault(inOPML: file.segments)
      case FeedList.fileName: fault = validator.fault(inJSON: file.segments)
      default: fault = nil
      }
      if let fault { throw ValidatorDefect(message: "\(file.path) is not valid: \(fault)") }
    }
  }
}
