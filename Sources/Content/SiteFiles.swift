internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem

/// A file on this machine that an address stands for.
struct LocalFile: Hashable, Sendable {
  let path: String
  /// In bytes.
  let length: Int
}

/// The files that are served with a site: beside its articles, and in folders whose files are served
/// at the site's root as they are.
struct SiteFiles: Sendable {
  /// Where such folders are by the conventions of Hugo, Zola, Astro, Next, Hexo and Middleman, beside
  /// the folder of the articles and, as Jekyll has it, the site's own.
  static let usualRoots = ["static", "public", "source", "assets"]

  let site: AbsoluteURL
  private let content: FilePath
  private let own: FilePath
  /// Those that are there, the first to be asked first.
  private let roots: [Root]
  /// The path of the home page, with a slash at its end.
  private let sitePath: String
  /// Takes down what is asked of the file system.
  private let inquiry: FileInquiry

  private struct Root {
    let path: FilePath
    /// Whether it is the folder of the site, which also holds what no generator serves.
    let isSiteFolder: Bool
  }

  init(_ configuration: Configuration, inquiry: FileInquiry = FileInquiry()) {
    self.inquiry = inquiry
    let folder = configuration.siteFolder
    let own = FilePath(folder)
    self.own = own
    site = configuration.site.url
    content = FilePath(FileSystem.path(configuration.content.path, in: folder))
    sitePath = site.path.hasSuffix("/") ? site.path : site.path + "/"
    let named = configuration.content.roots?.map { FilePath(FileSystem.path($0, in: folder)) }
    let usual = Self.usualRoots.map { FilePath(FileSystem.path($0, in: folder)) }
    roots = ((named ?? usual) + [content] + (named == nil ? [own] : []))
      .filter { folder in
        let isThere = FileSystem.isFolder(folder.string)
        inquiry.note(.folder, of: folder.string, FileQuestion.answer(isFolder: isThere))
        return isThere
      }
      .map { Root(path: $0, isSiteFolder: $0 == own) }
  }

  /// The folder of the article in the file `path` below the content folder.
  func folder(ofArticle path: String) -> FilePath {
    let parts = path.split(separator: "/").dropLast()
    return parts.isEmpty ? content : content.resolving(parts.joined(separator: "/"))
  }

  /// The file that the path of an address stands for, from the host's root on.
  func file(servedAt path: String) -> LocalFile? {
    let below = path.hasPrefix(sitePath) ? path.dropFirst(sitePath.count) : path.dropFirst()
    return file(belowRoots: String(below))
  }

  /// Whether a path from the host's root on is below the home page.
  func isBelowHome(_ path: String) -> Bool { path.hasPrefix(sitePath) }

  /// The file at `path` in the first of the served folders that has one there.
  func file(belowRoots path: String) -> LocalFile? {
    for root in roots {
      let full = root.path.resolving(path)
      if let parts = full.parts(below: root.path), isServed(parts, in: root),
        let file = file(at: full)
      {
        return file
      }
    }
    return nil
  }

  /// The address below the home page, as segments of its path, at which the file `path` is served; nil
  /// where it is in none of the served folders.
  func servedSegments(of path: FilePath) -> [String]? {
    for root in roots {
      if let parts = path.parts(below: root.path), isServed(parts, in: root) { return parts }
    }
    return nil
  }

  /// Whether a path stays in the folder of the site.
  func isInSite(_ path: FilePath) -> Bool { path.parts(below: own) != nil }

  /// The regular file at `path`.
  func file(at path: FilePath) -> LocalFile? {
    let text = path.string
    let length = FileSystem.length(ofFile: text)
    inquiry.note(.length, of: text, FileQuestion.answer(length: length))
    return length.map { LocalFile(path: text, length: $0) }
  }

  /// What the first bytes of a file tell of it.
  ///
  /// - Throws: `FileError` where they can't be read.
  func header(of file: LocalFile) throws(FileError) -> FileHeader {
    do throws(FileError) {
      let header = try FileHeader(of: file)
      inquiry.note(.header, of: file.path, FileQuestion.answer(header: header))
      return header
    } catch {
      inquiry.note(.header, of: file.path, FileQuestion.answer(failure: error))
      throw error
    }
  }

  /// What begins with a dot or underscore is for generators, and so is a folder `src`.
  private func isServed(_ parts: [String], in root: Root) -> Bool {
    guard root.isSiteFolder else { return true }
    return parts.first != "src" && !parts.contains { $0.hasPrefix("_") || $0.hasPrefix(".") }
  }
}

extension Configuration {
  /// The folder of the configuration's file.
  var siteFolder: String {
    guard let slash = source.path.lastIndex(of: "/") else { return "." }
    return slash == source.path.startIndex ? "/" : String(source.path[..<slash])
  }
}
