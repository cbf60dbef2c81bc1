package import Diagnostics
internal import FileSystem

/// A file that holds an article.
package struct ArticleFile: Hashable, Sendable {
  /// The file, as the system finds it and findings name it.
  package let path: String
  /// The file below the content folder.
  package let pathInContent: String
}

extension ContentSettings {
  /// The files of a site that hold articles, in the order of their paths.
  ///
  /// Names that begin with a dot are passed over.
  ///
  /// - Parameter siteFolder: The folder of `feedsetter.yml`.
  /// - Returns: The files; and a finding for each folder that can't be read.
  package func articleFiles(
    siteFolder: String
  ) -> (files: [ArticleFile], diagnostics: [Diagnostic]) {
    let root = FileSystem.path(path, in: siteFolder)
    let walk = FolderWalk(
      root, skips: { path in exclude.contains { $0.matches(path) } },
      takes: { path in include.contains { $0.matches(path) } })
    let files = walk.files.map {
      ArticleFile(path: root + "/" + $0, pathInContent: $0)
    }
    let diagnostics = walk.faults.map { fault in
      let isRoot = fault.path == root
      let rule = isRoot ? ContentRules.contentMissing : ContentRules.fileUnreadable
      return Diagnostic(
        rule: rule, location: SourceLocation(file: fault.path),
        message: "the \(isRoot ? "content folder" : "folder") can't be read: \(fault.reason)",
        help: rule.cure)
    }
    return (files, diagnostics)
  }
}
