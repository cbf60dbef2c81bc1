/// What is watched for changes.
package struct WatchedPaths: Sendable {
  /// Folders, with all that is below them, which need not be there yet.
  package var folders: [String]
  /// Single files, which need not be there yet.
  package var files: [String]
  /// Folders whose changes don't matter, though they may be below one of the others.
  package var ignored: [String]

  /// What is to be watched.
  package init(folders: [String], files: [String], ignored: [String] = []) {
    self.folders = folders
    self.files = files
    self.ignored = ignored
  }

  /// Whether a name is one that editors and version control use for a moment.
  ///
  /// Such as begin with a dot are passed over as they are in a site: nothing below them is an article.
  static func isPassing(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name == "4913"
      || name.hasPrefix("#") && name.hasSuffix("#")
  }
}
