internal import ArgumentParser

/// Where the site is.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .customLong("site"),
    help: ArgumentHelp("The folder of feedsetter.yml.", valueName: "dir"), completion: .directory)
  private var path = "."

  /// The folder without slashes at its end.
  var folder: String {
    var folder = path[...]
    while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
    return folder.isEmpty ? "." : String(folder)
  }
}
