internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import FeedValues
internal import FileSystem
internal import Hosting

extension WebHost: ExpressibleByArgument {}

/// `feedsetter host`.
struct Host: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the configuration by which a web server or host serves the feeds.",
    discussion: """
      Media types that browsers show and readers take, UTF-8, caching, compression, conditional \
      requests, access from other sites (CORS), and redirections of addresses that feeds had. Comments \
      say where it goes.

      Exit status: 0 done, 1 the configuration has errors, 64 wrong usage, 66 no site in the folder.
      """)

  @Argument(help: "The web server or host.")
  var host: WebHost

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "Redirect an address that feeds had: /feed/=rss.xml; repeatable.",
      discussion: "NEW is seen from the published folder, or a whole address.",
      valueName: "old=new"))
  var redirect: [String] = []

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site names no folder.") }
  }

  func run() throws {
    let (configuration, findings) = Configuration.read(siteFolder: site.folder)
    var report = ReportOptions()
    (report.format, report.quiet) = (.text, true)
    try report.print(findings.filter { $0.severity == .error })
    guard let configuration else {
      let isMissing = findings.contains { $0.rule == ContentRules.configurationMissing }
      throw ExitCode(isMissing ? 66 : 1)
    }
    var site: HostedSite
    do throws(InvalidValue) {
      site = try HostedSite(configuration)
    } catch {
      try report.print([
        configuration.source.diagnostic(
          ContentRules.configurationValue, at: configuration.feeds.position,
          "the path of \(configuration.feeds.url.string) can't stand in a server's configuration: "
            + error.reason, help: "serve the feeds at another path, by feeds.url")
      ])
      throw ExitCode(1)
    }
    for text in redirect {
      do throws(InvalidValue) {
        try site.redirect(text)
      } catch {
        throw ValidationError("--redirect \(text): \(error.reason).")
      }
    }
    FileSystem.write(host.configuration(for: site), to: .output)
  }
}
