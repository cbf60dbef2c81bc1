internal import ArgumentParser
internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import FoundationEssentials
internal import Publishing

/// `feedsetter list`.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the site's feeds, and what is due next.",
    discussion: """
      Reads the site and plans its feeds as a build would; writes nothing. The table goes to standard \
      output, errors to standard error. With --html, the lines for a page's head in its stead: \
      docs/lists.md tells more.

      Exit status: 0 done, 1 errors were found, 64 wrong usage, 66 no site in the folder.
      """)

  /// How the list is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: ArgumentHelp(
      "With --html: the page that the lines are for, as an article's file or address.",
      valueName: "page"))
  var page: String?

  @OptionGroup var site: SiteOptions

  @Option(help: "How the list is written.")
  var format: Format?

  @Flag(
    help: ArgumentHelp(
      "Print the lines for the head of a page by which browsers and readers find its feeds.",
      discussion: "The site's feed, and those of the page's categories, keywords and authors."))
  var html = false

  @Option(
    help: ArgumentHelp(
      "With --html: the page is about this category.", valueName: "name"))
  var category: [String] = []

  @Option(help: ArgumentHelp("With --html: the page is about this keyword.", valueName: "name"))
  var keyword: [String] = []

  @Option(help: ArgumentHelp("With --html: the page is about this author.", valueName: "name"))
  var author: [String] = []

  @Option(
    help: ArgumentHelp(
      "List as at this moment; default SOURCE_DATE_EPOCH, else the clock.",
      valueName: "rfc-3339-date"),
    transform: Moment.parse)
  var now: Timestamp?

  @Flag(help: "List feeds with the drafts in them.")
  var drafts = false

  @Flag(name: .shortAndLong, help: "Name the address of every document.")
  var verbose = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
    let terms = category + keyword + author
    if !html, page != nil || !terms.isEmpty {
      throw ValidationError(
        "A page, --category, --keyword and --author go with --html, which prints its links.")
    }
    if html, format != nil { throw ValidationError("--html and --format exclude each other.") }
    if page?.isEmpty == true || terms.contains("") {
      throw ValidationError("An empty text names neither a page nor a term.")
    }
  }

  func run() async throws {
    var report = ReportOptions()
    (report.format, report.quiet) = (format == .json ? .json : .text, true)
    let watch = RunWatch(showsLine: format != .json)
    var options = Publication.Options(
      now: try now ?? Moment.current(), workers: Machine.processorCount)
    options.siteFolder = site.folder
    options.includesDrafts = drafts
    options.progress = watch.progress
    if html { return try await printLinks(options, watch, report) }
    let listing = await SiteListing.read(options)
    watch.end()
    try report.print(listing.diagnostics.filter { $0.severity == .error })
    if let code = listing.status.exitCode { throw code }
    let columns = FileSystem.isTerminal(.output) ? Machine.terminalColumns : 80
    FileSystem.write(
      format == .json
        ? try ListDocument(listing).json()
        : FeedTable(columns: columns, namesAddresses: verbose).text(listing),
      to: .output)
  }

  private func printLinks(
    _ options: Publication.Options, _ watch: RunWatch, _ report: ReportOptions
  ) async throws {
    var page = PageFeeds.Page()
    page.article = self.page
    page.terms =
      category.map { (.category, $0) } + keyword.map { (.keyword, $0) }
      + author.map { (.author, $0) }
    let feeds = await PageFeeds.read(page, options)
    watch.end()
    try report.print(feeds.diagnostics.filter { $0.severity == .error })
    if let code = feeds.status.exitCode { throw code }
    if let unknown = feeds.unknown { throw ValidationError(unknown) }
    FileSystem.write(feeds.html, to: .output)
  }
}

/// The list as one object, for other programs.
private struct ListDocument: Encodable {
  let articles: Int
  let feeds: [Feed]
  let upcoming: [Upcoming]

  struct Feed: Encodable {
    let folder, title, newest: String
    let items, bytes: Int
    let documents: [Document]
  }

  struct Document: Encodable {
    let format, path, url: String
    let bytes: Int
  }

  struct Upcoming: Encodable {
    let date, title, file: String
  }

  init(_ listing: SiteListing) {
    articles = listing.articles
    feeds = listing.feeds.map { shown in
      let feed = shown.listed
      return Feed(
        folder: feed.folder, title: feed.title, newest: feed.newest.date.rfc3339,
        items: feed.items, bytes: shown.bytes,
        documents: shown.documents.map {
          Document(format: $0.format.rawValue, path: $0.path, url: $0.url, bytes: $0.bytes)
        })
    }
    upcoming = listing.upcoming.map {
      Upcoming(date: $0.date.rfc3339, title: $0.title, file: $0.file)
    }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
