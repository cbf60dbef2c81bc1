internal import ArgumentParser
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import Publishing

/// How a difference is written.
enum DifferenceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown
}

/// `feedsetter diff`.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what subscribers will see if the site is published.",
    discussion: """
      Makes and validates every feed as build does, writes nothing, and holds the feeds against \
      those that are published: new items, edited, re-dated and removed ones, and those that come \
      under another id and are shown as unread again. The difference goes to standard output, \
      findings to standard error.

      Exit status: 0 the site can be published, whatever changes; 1 errors were found, or a build \
      would refuse the change, or something changes and --exit-code was given; 64 wrong usage, 66 no \
      site in the folder, 70 a defect of Feedsetter, 73 the published folder can't be read.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "Compare with the feeds in this folder instead of the published ones.", valueName: "dir"),
    completion: .directory)
  var against: String?

  @Option(help: "How the difference is written.")
  var format = DifferenceFormat.text

  @Option(
    help: ArgumentHelp(
      "Publish as at this moment; default SOURCE_DATE_EPOCH, else the clock.",
      valueName: "rfc-3339-date"),
    transform: Moment.parse)
  var now: Timestamp?

  @Option(help: AcceptOption.help)
  var accept: [String] = []

  @Flag(help: "Exit with status 1 if subscribers will see any change.")
  var exitCode = false

  @Flag(
    name: .shortAndLong,
    help: "Name every item of every feed; tell what each stage took, on standard error.")
  var verbose = false

  @Flag(
    name: .shortAndLong,
    help: "Tell errors and warnings only: no notes, no difference, no progress.")
  var quiet = false

  func validate() throws {
    if against?.isEmpty == true { throw ValidationError("--against names no folder.") }
    if site.isEmpty { throw ValidationError("--site names no folder.") }
  }

  func run() async throws {
    var options = Publication.Options(
      now: try now ?? Moment.current(), workers: Machine.processorCount)
    options.siteFolder = site.folder
    options.accepted = Set(accept)
    if let against, try FileSystem.kind(of: against) != .folder {
      throw ValidationError("--against \(against): there is no such folder.")
    }
    var report = ReportOptions()
    (report.format, report.quiet, report.verbose) = (.text, quiet, verbose)
    let watch = report.watch()
    options.progress = watch.progress
    let outcome = await Publication(options).compare(
      with: against.map(SiteOptions.withoutSlash))
    report.end(watch)
    try report.print(outcome.diagnostics)
    if let difference = outcome.difference, !quiet {
      FileSystem.write(try text(of: difference), to: .output)
    }
    if let code = outcome.status.exitCode { throw code }
    if exitCode, outcome.difference?.isEmpty == false { throw ExitCode(1) }
  }

  private func text(of difference: FeedDifference) throws -> String {
    let extent: FeedDifference.Extent = verbose ? .whole : .short
    return switch format {
    case .text: difference.text(extent)
    case .json: try difference.json() + "\n"
    case .markdown: difference.markdown(extent)
    }
  }
}

/// The option by which changes are accepted that a build refuses else.
enum AcceptOption {
  static let help = ArgumentHelp(
    "Publish it though it is refused else: resurfacing, losses, a feed (site, category/news), a "
      + "folder of feeds (keyword), or an item's id.", valueName: "what")
}
