internal import ArgumentParser

/// Where the site is.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .customLong("site"),
    help: ArgumentHelp("The folder of feedsetter.yml.", valueName: "dir"), completion: .directory)
  private var path = "."

  /// The folder without slashes at its end.
  var folder: String { Self.withoutSlash(path) }

  var isEmpty: Bool { path.isEmpty }

  /// A path without slashes at its end.
  static func withoutSlash(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
