package import Diagnostics
internal import FileSystem

/// A file that holds an article.
package struct ArticleFile: Hashable, Sendable {
  /// The file, as the system finds it.
  package let path: String
  /// The file as findings name it.
  package let displayPath: String
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
    var files: [ArticleFile] = []
    var diagnostics: [Diagnostic] = []
    // Folders still to be read, the next one last; each is "" or ends with a slash.
    var folders = [""]
    while let folder = folders.popLast() {
      let names: [String]
      do {
        names = try FileSystem.names(in: folder.isEmpty ? root : root + "/" + folder)
      } catch {
        let rule = folder.isEmpty ? ContentRules.contentMissing : ContentRules.fileUnreadable
        diagnostics.append(
          Diagnostic(
            rule: rule, location: SourceLocation(file: root + (folder.isEmpty ? "" : "/" + folder)),
            message: folder.isEmpty
              ? "the content folder can't be read: \(error.reason)"
              : "the folder can't be read: \(error.reason)", help: rule.cure))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = folder + name
        if exclude.contains(where: { $0.matches(path) }) { continue }
        let full = root + "/" + path
        // Only what can't be an article by its name is asked whether it is a folder.
        if include.contains(where: { $0.matches(path) }) {
          files.append(ArticleFile(path: full, displayPath: full, pathInContent: path))
        } else if (try? FileSystem.kind(of: full)) == .folder {
          folders.append(path + "/")
        }
      }
    }
    files.sort { $0.pathInContent.utf8.lexicographicallyPrecedes($1.pathInContent.utf8) }
    return (files, diagnostics)
  }
}
