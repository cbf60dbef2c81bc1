import Diagnostics
import FeedFormats
import FeedModel
import FeedValidation
import FeedValues
import Testing

@testable import Content
@testable import Publishing

/// Small sites in memory.
enum Fixture {
  static let configuration: Configuration = {
    do {
      return try configuration("site: { title: Tide Notes, url: https://tide.example/ }")
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// The configuration that `text` is.
  static func configuration(_ text: String) throws -> Configuration {
    let (configuration, _) = Configuration.parse(
      SourceText(path: "feedsetter.yml", bytes: Array(text.utf8)))
    return try #require(configuration)
  }

  static func article(_ name: String, _ fields: String = "") throws -> LoadedArticle {
    try article(
      text: "---\ntitle: \(name)\ndate: 2026-02-10\n\(fields)\n---\nText of \(name).\n",
      path: "\(name).md")
  }

  static func article(
    text: String, path: String, in configuration: Configuration = configuration
  ) throws -> LoadedArticle {
    let reader = ArticleReader(
      configuration: configuration, now: try now)
    let source = SourceText(path: "content/\(path)", bytes: Array(text.utf8))
    return try #require(reader.read(source, path: path).article)
  }

  /// The ids of articles that `earlier` may know, on 1 November 2026.
  static func ids(of articles: [LoadedArticle], earlier: Ledger? = nil) throws -> EntryIDs {
    EntryIDs(
      of: (articles, []), site: configuration.site, earlier: earlier,
      options: Publication.Options(now: try now, workers: 1))
  }

  /// What a site publishes for the first time.
  static func plan(_ articles: [LoadedArticle]) throws -> FeedPlan {
    let ids = try ids(of: articles)
    return FeedPlan(
      articles, ids: ids.ids, ledger: ids.ledger, configuration: configuration, now: try now)
  }

  static var now: Timestamp { get throws { try Timestamp(rfc3339: "2026-11-01T00:00:00Z") } }

  static func feed() throws -> Feed {
    Feed(
      title: "Tide Notes", description: "Mud",
      location: try AbsoluteURL("https://tide.example/feeds/"),
      homePage: try AbsoluteURL("https://tide.example/"), language: try LanguageTag("en"),
      updated: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"), author: Author(name: "Tide Team"))
  }

  static func entry(_ id: String) throws -> Entry {
    Entry(
      id: id, link: try AbsoluteURL("https://tide.example/\(id.utf8.count)/"), title: "Ebb",
      summary: "Low", contentHTML: Array("<p>Low\n</p>\n<p>water</p>\n".utf8),
      authors: [Author(name: "Tide Team")],
      published: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"))
  }
}

@Suite("P1 Validated: a document that is not valid is found before it is written")
struct ValidatedTests {
  @Test(arguments: FeedFormat.allCases)
  func `a finding in a feed names the article whose entry it is in`(format: FeedFormat) throws {
    let articles = try ["a", "b", "c"].map { try Fixture.article($0) }
    // The third has the id of the second, which every format minds.
    let ids = ["1", "22", "22"].map { "tag:tide.example,2026:\($0)" }
    let findings = try DocumentValidation.findings(
      in: Self.document(ids, format: format, articles: [2, 0, 1]),
      articles: articles.map(\.source), by: FeedValidator())
    #expect(findings.count == 1, "\(findings)")
    #expect(findings.first?.location.file == "content/b.md")
    #expect(findings.first?.notes.first?.location.file == format.fileName)
  }

  @Test(arguments: [FeedFormat.atom, .json])
  func `an id that its format does not allow is an error`(format: FeedFormat) throws {
    let articles = [try Fixture.article("a")]
    let findings = try DocumentValidation.findings(
      in: Self.document([""], format: format, articles: [0]), articles: articles.map(\.source),
      by: FeedValidator())
    #expect(findings.hasErrors)
    #expect(findings.first?.location.file == "content/a.md")
  }

  private static func document(
    _ ids: [String], format: FeedFormat, articles: [Int]
  ) throws -> PlannedDocument {
    let fragments = try ids.map { EntryFragments(try Fixture.entry($0), formats: [format]) }
    return PlannedDocument(
      path: format.fileName,
      document: FeedDocument(try Fixture.feed(), entries: fragments, format: format),
      articles: articles)
  }

  @Test(arguments: FeedFormat.allCases)
  func `what the serialisers write has no finding`(format: FeedFormat) throws {
    let document = FeedDocument(
      try Fixture.feed(),
      entries: [EntryFragments(try Fixture.entry("tag:tide.example,2026:1"), formats: [format])],
      format: format)
    #expect(try FeedValidator().validate(document.segments, as: nil) == [])
  }
}

@Suite("P8 Each article once")
struct OnceTests {
  @Test func `every feed of an article holds the same bytes in memory, not a copy`() async throws {
    let articles = try [
      Fixture.article("a", "tags: [x, y, z]"), Fixture.article("b", "tags: [x, z]"),
    ]
    let plan = try Fixture.plan(articles)
    let documents = await plan.documents(workers: 2).documents
    #expect(documents.count == 12, "the site, x, y and z in three formats")
    var addresses: [String: Set<UInt>] = [:]
    for planned in documents {
      for (article, segment) in zip(planned.articles, planned.document.entrySegments) {
        let address = planned.document.segments[segment].withUnsafeBufferPointer {
          UInt(bitPattern: $0.baseAddress)
        }
        addresses["\(article) \(planned.document.format)", default: []].insert(address)
      }
    }
    #expect(addresses.count == 6)
    #expect(addresses.values.allSatisfy { $0.count == 1 }, "\(addresses)")
  }
}
