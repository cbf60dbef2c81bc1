import Diagnostics
import FeedModel
import FeedValidation
import FeedValues
import Markdown

@testable import Content
@testable import FeedFormats

/// What the stages work on: a site's articles as each stage gets them.
struct Material {
  let reader: ArticleReader
  let loaded: [LoadedArticle]
  /// The front matter of each article, without its fences.
  let frontMatters: [[UInt8]]
  /// The text of each article as Markdown's HTML.
  let rendered: [[UInt8]]
  /// The same as feeds carry it.
  let contents: [[UInt8]]
  let entries: [Entry]
  private let site: AbsoluteURL

  private static let fence = Array("---\n".utf8)
  /// As many as a feed shows.
  private static let feedSize = 20

  init(siteFolder: String) throws {
    let read = Configuration.read(siteFolder: siteFolder)
    guard let configuration = read.configuration else {
      throw Unusable(reason: read.diagnostics.map(\.message).joined(separator: "\n"))
    }
    let reader = ArticleReader(
      configuration: configuration, now: try Timestamp(seconds: 1_767_225_600))
    self.reader = reader
    site = configuration.site.url
    let files = configuration.content.articleFiles(siteFolder: siteFolder).files
    loaded = files.compactMap { reader.read($0).article }
    guard !loaded.isEmpty, loaded.count == files.count else {
      throw Unusable(reason: "\(loaded.count) of \(files.count) articles can be used")
    }
    frontMatters = loaded.map {
      Array($0.source.bytes[..<$0.bodyStart].dropFirst(Self.fence.count).dropLast(Self.fence.count))
    }
    rendered = loaded.map { Markdown.render($0.source.bytes[$0.bodyStart...]).html }
    let renderer = EntryRenderer(configuration: configuration)
    entries = loaded.map { article in
      renderer.entry(
        for: article, id: article.article.link.string,
        categories: article.article.keywords.map { Category(label: $0) }
      ).entry
    }
    contents = entries.map { $0.contentHTML ?? [] }
  }

  /// The entries' bytes in `format`, as many together as a feed shows.
  func batches(_ format: FeedFormat) -> [[[UInt8]]] {
    chunks.map { $0.map { EntryFragments($0, formats: [format])[format] } }
  }

  /// Documents that hold all entries among them.
  func documents(_ format: FeedFormat) -> [[UInt8]] {
    chunks.map { document(of: $0, format).bytes }
  }

  /// What is around the entries of the first document.
  func frame(_ format: FeedFormat) -> PartwiseJudge.Frame {
    let segments = document(of: chunks[0], format).segments
    return PartwiseJudge.Frame(head: segments[0], tail: segments[segments.count - 1])
  }

  private var chunks: [[Entry]] {
    stride(from: 0, to: entries.count, by: Self.feedSize).map {
      Array(entries[$0..<min($0 + Self.feedSize, entries.count)])
    }
  }

  private func document(of entries: [Entry], _ format: FeedFormat) -> FeedDocument {
    let feed = Feed(
      title: "Bench", description: "Articles to measure with", location: site, homePage: site,
      updated: entries[0].updated, author: Author(name: "Bench"))
    return FeedDocument(
      feed, entries: entries.map { EntryFragments($0, formats: [format]) }, format: format)
  }
}
