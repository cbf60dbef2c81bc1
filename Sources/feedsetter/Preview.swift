internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import Publishing
internal import SystemEvents

/// `feedsetter preview`.
struct Preview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the site's feeds to this machine, as they would be published now.",
    discussion: """
      Makes and validates every feed as build does, keeps them in memory and serves them on 127.0.0.1, \
      below the path that feeds.url has. When an article or feedsetter.yml changes they are made \
      again, and pages that are open show it. Neither the published feeds nor feedsetter.lock are \
      touched. While there are errors the feeds from before are served, and pages tell the errors.

      Exit status: 0 ended by Ctrl-C, 64 wrong usage, 66 no site in the folder, 69 the port can't be \
      had.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The port; 0 for any that is free. Default: \(Preview.usualPort), or any if that is taken.",
      valueName: "number"))
  var port: UInt16?

  @Flag(help: "Show drafts as well.")
  var drafts = false

  @Option(
    help: ArgumentHelp(
      "Show the feeds as at this moment; default SOURCE_DATE_EPOCH, else the clock.",
      valueName: "rfc-3339-date"),
    transform: Moment.parse)
  var now: Timestamp?

  @Flag(name: .shortAndLong, help: "Tell the address, errors and warnings only.")
  var quiet = false

  static let usualPort: UInt16 = 4000

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
  }

  func run() async throws {
    let (configuration, findings) = Configuration.read(siteFolder: site.folder)
    if findings.contains(where: { $0.rule == ContentRules.configurationMissing }) {
      var report = ReportOptions()
      (report.format, report.quiet) = (.text, quiet)
      try report.print(findings)
      throw ExitCode(66)
    }
    let session = try await PreviewSession(
      self, on: try listener(), url: configuration?.feeds.url)
    try await session.run()
  }

  private func listener() throws -> LoopbackListener {
    do throws(FileError) {
      do throws(FileError) {
        return try LoopbackListener(port: port ?? Self.usualPort)
      } catch {
        guard port == nil, error.kind == .busy else { throw error }
        return try LoopbackListener(port: 0)
      }
    } catch {
      FileSystem.write("error: \(error.path) can't be had: \(error.reason)\n", to: .error)
      throw ExitCode(69)
    }
  }
}
