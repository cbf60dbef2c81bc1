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
    var walk = Walk(settings: self, root: FileSystem.path(path, in: siteFolder))
    walk.enter("", ancestors: [])
    walk.files.sort { $0.pathInContent.utf8.lexicographicallyPrecedes($1.pathInContent.utf8) }
    return (walk.files, walk.diagnostics)
  }
}

/// A walk through the content folder.
private struct Walk {
  let settings: ContentSettings
  let root: String
  var files: [ArticleFile] = []
  var diagnostics: [Diagnostic] = []

  init(settings: ContentSettings, root: String) {
    self.settings = settings
    self.root = root
  }

  /// Collects the files in and below a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder below the root: empty, or with a slash at its end.
  ///   - ancestors: The folders around it. A link that leads back to one of them is not followed.
  mutating func enter(_ folder: String, ancestors: [String]) {
    let path = folder.isEmpty ? root : root + "/" + folder.dropLast()
    let names: [String]
    do throws(FileError) {
      names = try FileSystem.names(in: path)
    } catch {
      let rule = folder.isEmpty ? ContentRules.contentMissing : ContentRules.fileUnreadable
      diagnostics.append(
        Diagnostic(
          rule: rule, location: SourceLocation(file: path),
          message: folder.isEmpty
            ? "the content folder can't be read: \(error.reason)"
            : "the folder can't be read: \(error.reason)", help: rule.cure))
      return
    }
    guard let identity = FileSystem.identity(of: path), !ancestors.contains(identity) else {
      return
    }
    for name in names where !name.hasPrefix(".") {
      let below = folder + name
      if settings.exclude.contains(where: { $0.matches(below) }) { continue }
      // Only what can't be an article by its name is asked whether it is a folder.
      if settings.include.contains(where: { $0.matches(below) }) {
        let full = root + "/" + below
        files.append(ArticleFile(path: full, displayPath: full, pathInContent: below))
      } else if (try? FileSystem.kind(of: root + "/" + below)) == .folder {
        enter(below + "/", ancestors: ancestors + [identity])
      }
    }
  }
}
