internal import ArgumentParser
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import Publishing

/// `feedsetter adopt`.
struct Adopt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes over the ids that subscribers know from earlier feeds.",
    discussion: """
      Reads feeds that another program published for this site, finds the article of each item, by \
      its address first, and writes its id and the date of its first publication into the ledger. \
      What subscribers have read stays read when Feedsetter's feeds take the place of the old ones. \
      Where two feeds know an article by different ids, the feed that is named first counts.

      Exit status: 0 done, 1 errors were found and nothing was written, 64 wrong usage, 66 no site in \
      the folder, 73 the ledger can't be written.
      """)

  @Argument(
    help: ArgumentHelp("The old feeds, as files: RSS, Atom, JSON Feed.", valueName: "feed"))
  var feeds: [String]

  @OptionGroup var site: SiteOptions

  @Flag(help: "Write nothing; tell what would be taken over.")
  var dryRun = false

  @Flag(help: "Replace ids that the ledger has, where no feed with them was published.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "Articles of a later date are not looked at; default SOURCE_DATE_EPOCH, else the clock.",
      valueName: "rfc-3339-date"),
    transform: Moment.parse)
  var now: Timestamp?

  @Flag(name: .shortAndLong, help: "Name every article and item.")
  var verbose = false

  @Flag(
    name: .shortAndLong,
    help: "Tell errors and warnings only: no notes, no account, no progress.")
  var quiet = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
    for feed in feeds where feed.contains("://") {
      throw ValidationError(
        "\(feed) is an address; adopt reads files. Fetch it first: curl -L -o old-feed '\(feed)'")
    }
  }

  func run() async throws {
    var options = Publication.Options(
      now: try now ?? Moment.current(), workers: Machine.processorCount)
    options.siteFolder = site.folder
    options.isCheck = dryRun
    var report = ReportOptions()
    (report.format, report.quiet) = (.text, quiet)
    let watch = report.watch()
    options.progress = watch.progress
    let result = await AdoptionRun(feeds, options: options, replaces: replace).run()
    watch.end()
    try report.print(result.diagnostics.inReadingOrder())
    if !quiet {
      FileSystem.write(result.text(isDryRun: dryRun, names: verbose), to: .output)
    }
    if let code = result.status.exitCode { throw code }
  }
}
