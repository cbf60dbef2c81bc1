internal import Content
package import Diagnostics
internal import FeedModel
internal import FeedReading
internal import FeedValues
internal import FileSystem

/// A run that takes over the ids of earlier feeds: from feed files to the ledger.
package struct AdoptionRun: Sendable {
  /// What came of it.
  package struct Result: Sendable {
    package internal(set) var status = Outcome.Status.findings
    package internal(set) var diagnostics: [Diagnostic] = []
    /// What was found; nil where it was not come to.
    package internal(set) var adoption: Adoption?
    /// Whether the ledger changes.
    package internal(set) var changesLedger = false
    /// The ledger's file.
    package internal(set) var ledger = ""
    /// Articles that the feeds don't know, that are older than all their items, and that the site's feed
    /// would show: subscribers would see them as new.
    package internal(set) var flooding: [String] = []
    /// How many articles the site's feed may show so that none of those is among them.
    package internal(set) var quietLimit = 0
    /// Where each feed that was read is to lead to: its old address and its new one.
    package internal(set) var moves: [Move] = []
  }

  /// An address that subscribers have, and the one that it must lead to.
  package struct Move: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  /// The largest feed file that is read.
  private static let largestFile = 1 << 28

  private let feeds: [String]
  private let options: Publication.Options
  private let replaces: Bool

  /// A run that reads `feeds`, the one that counts most first.
  ///
  /// - Parameters:
  ///   - feeds: The files.
  ///   - options: Where the site is, the moment, and whether nothing is to be written (`isCheck`).
  ///   - replaces: Whether ids are replaced that the ledger has for the articles.
  package init(_ feeds: [String], options: Publication.Options, replaces: Bool) {
    self.feeds = feeds
    self.options = options
    self.replaces = replaces
  }

  /// Reads feeds, ledger and articles, finds what belongs together, and writes the ledger.
  package func run() async -> Result {
    var result = Result()
    result.ledger = Ledger.path(siteFolder: options.siteFolder)
    let (read, findings) = Configuration.read(siteFolder: options.siteFolder)
    result.diagnostics += findings
    guard let configuration = read else {
      let isMissing = findings.contains { $0.rule == ContentRules.configurationMissing }
      result.status = isMissing ? .noSite : .findings
      return result
    }
    let locks: [FolderLock]
    do throws(PublishedFolder.Failure) {
      locks = try await begin(configuration, &result.diagnostics)
    } catch {
      result.diagnostics += error.diagnostics
      result.status = error.status
      return result
    }
    defer { withExtendedLifetime(locks) {} }
    let sources = readFeeds(&result.diagnostics)
    let earlier: Ledger?
    do throws(Ledger.Fault) {
      earlier = try Ledger.read(siteFolder: options.siteFolder)
    } catch {
      result.diagnostics += error.diagnostics
      return result
    }
    let collection = await ArticleCollection.read(configuration, options: options)
    result.diagnostics += collection.diagnostics.filter { $0.severity > .info }
    if result.diagnostics.hasErrors { return result }

    let articles = collection.published
    let adoption = Adoption(sources, candidates: articles.map(Adoption.Candidate.init))
    result.adoption = adoption
    let entryIDs = EntryIDs(
      of: (articles, collection.withheld), site: configuration.site, earlier: earlier,
      options: options)
    result.diagnostics += adoption.findings + entryIDs.diagnostics
    let adopted = LedgerAdoption(
      adoption, ids: zip(articles, entryIDs.ids).map { ($0.source.path, $1) },
      ledger: entryIDs.ledger, earlier: earlier, replaces: replaces)
    result.diagnostics += adopted.diagnostics
    result.note(sources, articles, configuration)
    if result.diagnostics.hasErrors { return result }
    write(LedgerChange(from: earlier, to: adopted.ledger), &result)
    return result
  }

  /// Keeps builds out, and completes one that was stopped: what it had still to write is older than what
  /// is written here.
  ///
  /// - Throws: `PublishedFolder.Failure` where that can't be done.
  private func begin(
    _ configuration: Configuration, _ diagnostics: inout [Diagnostic]
  ) async throws(PublishedFolder.Failure) -> [FolderLock] {
    if options.isCheck { return [] }
    var outcome = Outcome()
    outcome.folder = FileSystem.path(configuration.feeds.path, in: options.siteFolder)
    let locks = try await Publication(options).begin(&outcome)
    diagnostics += outcome.diagnostics
    return locks
  }

  private func readFeeds(_ diagnostics: inout [Diagnostic]) -> [Adoption.Source] {
    feeds.compactMap { file in
      func finding(_ position: Position?, _ message: String) -> Diagnostic {
        let rule = PublishingRules.feedUnreadable
        return Diagnostic(
          rule: rule, location: SourceLocation(file: file, position: position),
          message: "it can't be read: \(message)", help: "name a feed file: RSS, Atom or JSON Feed")
      }
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try FileSystem.read(file, limit: Self.largestFile)
      } catch {
        diagnostics.append(finding(nil, error.reason))
        return nil
      }
      do throws(FeedFault) {
        return Adoption.Source(file: file, feed: try FeedReader().read([bytes]))
      } catch {
        diagnostics.append(finding(error.position, error.message))
        return nil
      }
    }
  }

  private func write(_ change: LedgerChange, _ result: inout Result) {
    result.changesLedger = !change.isEmpty
    result.status = .published
    if options.isCheck { return }
    do throws(PublishedFolder.Failure) {
      try change.write(siteFolder: options.siteFolder)
    } catch {
      result.diagnostics += error.diagnostics
      result.status = error.status
    }
  }
}

extension Adoption.Candidate {
  /// What an article is found by.
  init(_ loaded: LoadedArticle) {
    let article = loaded.article
    self.init(
      file: loaded.source.path, link: article.link.string, title: article.title,
      published: article.published, ownID: article.id)
  }
}

extension AdoptionRun.Result {
  /// Notes what else a site that moves has to see to.
  fileprivate mutating func note(
    _ sources: [Adoption.Source], _ articles: [LoadedArticle], _ configuration: Configuration
  ) {
    let older = Set(adoption?.older ?? [])
    let byDate = articles.sorted { $0.article.published > $1.article.published }
    let shown = configuration.feeds.limit.map { Array(byDate.prefix($0)) } ?? byDate
    flooding = shown.map(\.source.path).filter(older.contains).sorted()
    quietLimit = byDate.firstIndex { older.contains($0.source.path) } ?? byDate.count
    moves = sources.compactMap { source in
      guard let from = source.feed.selfAddress else { return nil }
      let formats = configuration.feeds.formats
      let format = FeedFormat(rawValue: source.feed.format.rawValue).flatMap { same in
        formats.first { $0 == same }
      }
      guard let name = (format ?? formats.first)?.fileName else { return nil }
      let to = configuration.feeds.url.string + name
      return from == to ? nil : AdoptionRun.Move(from: from, to: to)
    }
  }
}
