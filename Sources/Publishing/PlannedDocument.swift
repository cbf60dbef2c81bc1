internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedModel

/// A document of a feed, the file that it is to become, and the articles of its entries.
struct PlannedDocument: Sendable {
  /// The file below the published folder.
  let path: String
  let document: FeedDocument
  /// In the order of the entries, as indices in the plan.
  let articles: [Int]
}

/// The documents of a run, and what of its articles they could not carry.
struct PlannedDocuments: Sendable {
  let documents: [PlannedDocument]
  /// The files beside the feeds.
  let sideFiles: [PublishedFolder.File]
  /// The pages for people, and what they and browsers need to show feeds.
  let pages: FeedPages
  let diagnostics: [Diagnostic]
}

extension FeedPlan {
  /// The documents of all feeds.
  ///
  /// Each article that some feed shows is rendered and serialised once a
  /// format, and every document holds those same bytes (P8).
  ///
  /// - Parameters:
  ///   - workers: How many articles are worked on at once.
  ///   - listsPlaces: Whether all places are told at which something is lost, or one a kind.
  ///   - progress: Takes how many articles are done.
  /// - Returns: The documents, and what of the articles they could not carry.
  func documents(
    workers: Int, listsPlaces: Bool = false, progress: RunProgress? = nil
  ) async -> PlannedDocuments {
    let renderer = EntryRenderer(configuration: configuration, index: index)
    let formats = configuration.feeds.formats
    let shown = shownArticles
    let previewed = configuration.feeds.hasPages ? previewedArticles : []
    let (articles, terms) = (articles, terms)
    progress?.begin(.rendering, of: shown.count)
    let made = await Parallel.map(shown, workers: workers, progress: progress) { index in
      let planned = articles[index]
      let rendered = renderer.entry(
        for: planned.loaded, id: planned.id,
        categories: terms.categories(of: planned.loaded.article))
      return (
        EntryFragments(rendered.entry, formats: formats), rendered.diagnostics, rendered.losses,
        previewed.contains(index)
          ? FeedPreview.item(rendered.entry, day: planned.loaded.article.day) : nil
      )
    }
    var report = DialectReport(listsPlaces: listsPlaces)
    for losses in made.compactMap(\.2) { report.add(losses) }
    let fragments = Dictionary(uniqueKeysWithValues: zip(shown, made.map(\.0)))
    let documents = feeds.flatMap { planned in
      formats.map { format in
        PlannedDocument(
          path: planned.folder + format.fileName,
          document: FeedDocument(
            planned.feed, entries: planned.articles.compactMap { fragments[$0] }, format: format),
          articles: planned.articles)
      }
    }
    var previews: [Int: [UInt8]] = [:]
    for (index, made) in zip(shown, made) { previews[index] = made.3 }
    return PlannedDocuments(
      documents: documents, sideFiles: SideFiles.files(for: directory),
      pages: FeedPages(of: self, items: previews),
      diagnostics: made.flatMap(\.1) + report.diagnostics)
  }
}
