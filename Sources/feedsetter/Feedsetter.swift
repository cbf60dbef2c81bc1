internal import ArgumentParser

/// The command line's root.
@main
struct Feedsetter: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "feedsetter",
    abstract: "Publishes a folder of Markdown articles as validated RSS, Atom and JSON feeds.",
    version: version,
    subcommands: [
      Init.self, Build.self, List.self, Diff.self, Adopt.self, Preview.self, Validate.self,
      Host.self, Ping.self,
    ])

  func run() throws {
    print(
      """
      Feedsetter publishes a folder of Markdown articles with front matter as RSS 2.0, Atom 1.0 and
      JSON Feed 1.1: for the whole site, for each category and for each keyword. It validates every
      feed before anybody can see it.

      In a folder with your articles in content/, write a feedsetter.yml:

        site:
          title: Harbor Voices
          url: https://harbor.example/

      (feedsetter init writes one for the site of another generator) and publish to feeds/:

        feedsetter build

      feedsetter validate judges any feed, whoever wrote it. --help tells the rest.
      """)
  }
}
