internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedModel
internal import FeedValidation

/// The pages for people: one of all feeds, one that previews each, and the stylesheet of the feeds themselves.
struct FeedPages: Sendable {
  /// The pages by their path below the published folder.
  private let pages: [PublishedFolder.File]

  /// The pages of a site; none where the configuration wants none, or there is no feed.
  ///
  /// - Parameters:
  ///   - plan: The feeds.
  ///   - items: What previews show of the articles that they show, by index in the plan.
  init(of plan: FeedPlan, items: [Int: [UInt8]]) {
    let directory = plan.directory
    guard plan.configuration.feeds.hasPages, !directory.feeds.isEmpty else {
      pages = []
      return
    }
    let shown = Dictionary(
      plan.feeds.map { ($0.folder, $0.articles) }, uniquingKeysWith: { first, _ in first })
    let previews = directory.feeds.map { feed in
      PublishedFolder.File(
        path: FeedPreview.folder(of: feed) + FeedPreview.fileName,
        segments: FeedPreview.segments(
          for: feed, in: directory,
          items: (shown[feed.folder] ?? []).prefix(FeedPreview.limit).compactMap { items[$0] }))
    }
    let all = PublishedFolder.File(
      path: SubscribePage.fileName, segments: SubscribePage.segments(for: directory))
    pages = previews + [all]
  }

  /// What is published, in the order in which it is written.
  var files: [PublishedFolder.File] {
    if pages.isEmpty { return [] }
    let stylesheet = PublishedFolder.File(
      path: FeedStylesheet.fileName, segments: [FeedStylesheet.bytes])
    return [stylesheet] + pages
  }

  /// Judges the pages before any of them is published.
  ///
  /// - Throws: `ValidatorDefect` where one is no well-formed XML: no article can cause that.
  func expectWhole(workers: Int) async throws(ValidatorDefect) {
    let faults = await Parallel.map(pages, workers: workers) { page -> String? in
      PageSyntax.fault(in: page.segments).map { position, message in
        "\(page.path), line \(position.line), column \(position.column): \(message)"
      }
    }
    if let fault = faults.lazy.compactMap(\.self).first { throw ValidatorDefect(message: fault) }
  }

  /// Whether a published file of this path is here because the configuration wants pages.
  static func isNameOfPage(_ path: String) -> Bool {
    path == FeedStylesheet.fileName || path.hasSuffix(FeedPreview.fileName)
  }

  /// How browsers show the feed in a folder: by files at the root of the published one, wherever that is
  /// served; nil where the configuration wants no pages.
  static func style(of folder: String, _ settings: FeedSettings) -> FeedStyle? {
    guard settings.hasPages else { return nil }
    let depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
    let root = String(repeating: "../", count: depth)
    return FeedStyle(
      stylesheet: root + FeedStylesheet.fileName, subscribePage: root + SubscribePage.fileName)
  }
}

extension FeedPlan {
  /// The articles that previews show.
  var previewedArticles: Set<Int> {
    var previewed: Set<Int> = []
    for feed in feeds where !feed.isArchive {
      previewed.formUnion(feed.articles.prefix(FeedPreview.limit))
    }
    return previewed
  }
}
