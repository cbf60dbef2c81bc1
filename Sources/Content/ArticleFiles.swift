package import Diagnostics
package import FeedValues
package import FileSystem

/// A file that holds an article.
package struct ArticleFile: Hashable, Sendable {
  /// The file, as the system finds it and findings name it.
  package let path: String
  /// The file below the content folder.
  package let pathInContent: String

  /// What stands for the file as it is now; nil where it can't be read.
  package func digest(by buffer: FileBuffer) -> Digest? {
    (try? buffer.read(path, limit: ArticleReader.largestFile)).map(digest)
  }

  /// What stands for the file if it holds `bytes`.
  func digest(of bytes: ArraySlice<UInt8>) -> Digest {
    Digest(Array(pathInContent.utf8)[...], bytes)
  }
}

extension ContentSettings {
  /// The files of a site that hold articles, in the order of their paths.
  ///
  /// Names that begin with a dot are passed over, and those with an underscore: `_index.md` is a list of
  /// pages, `_includes/` and `_note.md` are parts of them. `_posts/` and `_drafts/` are not, nor are names
  /// that stand in `content.include`.
  ///
  /// - Parameter siteFolder: The folder of `feedsetter.yml`.
  /// - Returns: The files; and a finding for each folder that can't be read.
  package func articleFiles(
    siteFolder: String
  ) -> (files: [ArticleFile], diagnostics: [Diagnostic]) {
    let root = path == "." ? siteFolder : FileSystem.path(path, in: siteFolder)
    let named = Set(include?.flatMap { $0.pattern.split(separator: "/") } ?? [])
    let walk = FolderWalk(
      root,
      skips: { path in Self.isPart(path, unless: named) || exclude.contains { $0.matches(path) } },
      takes: { path in
        include.map { $0.contains { $0.matches(path) } } ?? Self.hasEndingOfMarkdown(path)
      })
    let files = walk.files.map {
      ArticleFile(path: root == "." ? $0 : root + "/" + $0, pathInContent: $0)
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

  /// Whether the last name of a path says that it is a part of pages, and none itself.
  private static func isPart(_ path: String, unless named: Set<Substring>) -> Bool {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      path[path.utf8.index(after: $0)...]
    }
    let last = name ?? path[...]
    return last.utf8.first == UInt8(ascii: "_") && last != "_posts" && last != "_drafts"
      && !named.contains(last)
  }

  /// Whether a file's name ends as Markdown's do, in any letter case.
  private static func hasEndingOfMarkdown(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    return ["md", "markdown", "mdx", "mkd", "mkdn", "mdown"].contains(ending)
  }
}
