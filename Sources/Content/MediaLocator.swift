internal import FeedValues
internal import FileSystem

/// Finds the files that the front matter of one article names: their addresses, and the files
/// themselves where they are on this machine.
struct MediaLocator: Sendable {
  /// Where what the front matter names is.
  enum Location: Hashable, Sendable {
    case at(AbsoluteURL, LocalFile?)
    /// Nowhere that a reader could fetch it from, for the reason given.
    case nowhere(String)
  }

  private let files: SiteFiles
  /// The article's file below the content folder.
  private let article: String
  /// The article's page.
  private let link: AbsoluteURL

  /// A locator for the article in the file `path` below the content folder, whose page is `link`.
  init(files: SiteFiles, article path: String, link: AbsoluteURL) {
    self.files = files
    self.link = link
    article = path
  }

  /// Where the article's file is: most articles name no file, and it is not asked for.
  private var folder: FilePath { files.folder(ofArticle: article) }

  /// Whether the article is an `index.md`, so that what is beside it is served below its page.
  private var isBundle: Bool {
    let name = article.split(separator: "/").last ?? ""
    return name.prefix { $0 != "." }.lowercased() == "index"
  }

  /// Where the file is that `text` names.
  ///
  /// - Parameters:
  ///   - text: An address, a path from the site's root on, or one that is relative.
  ///   - isBeside: Whether a relative path is meant from the article on even if nothing is found there.
  /// - Returns: The address, with the file where one is found.
  /// - Throws: `InvalidValue` where the outcome is no web address.
  func location(of text: String, isBeside: Bool = false) throws(InvalidValue) -> Location {
    if let reason = Self.unfit(text) { return .nowhere(reason) }
    if text.hasPrefix("//") || Self.hasScheme(text) {
      let url = try checkedWeb(files.site.resolving(text))
      guard url.host == files.site.host, files.isBelowHome(url.path) else { return .at(url, nil) }
      return .at(url, files.file(servedAt: Self.decoded(url.path)))
    }
    let (path, rest) = Self.split(text)
    if text.hasPrefix("/") {
      let file = files.file(servedAt: path)
      // A path that leaves out the home page's own, as `/img/a.png` does on a site at `/blog/`, is
      // below the home page if the file is there.
      let isShort = file != nil && !files.isBelowHome(path)
      return .at(try files.site.resolving(isShort ? "." + text : text), file)
    }
    let isRelative = isBeside || path.hasPrefix("./") || path.hasPrefix("../")
    if let found = try besideArticle(path, rest, text) { return found }
    if isRelative { return .at(try link.resolving("./" + text), nil) }
    if let file = files.file(belowRoots: path) {
      return .at(try files.site.resolving("./" + text), file)
    }
    if !path.contains("."), !path.contains("/") {
      return .nowhere("it is no file's name, and there is no such file beside the article")
    }
    return .at(try files.site.resolving("./" + text), nil)
  }

  /// What the first bytes of a file tell of it.
  ///
  /// - Throws: `FileError` where they can't be read.
  func header(of file: LocalFile) throws(FileError) -> FileHeader { try files.header(of: file) }

  /// The file beside the article that `path` names; nil where there is none.
  private func besideArticle(
    _ path: String, _ rest: String, _ text: String
  ) throws(InvalidValue) -> Location? {
    let full = folder.resolving(path)
    let isInBundle = isBundle && full.parts(below: folder) != nil
    let segments = files.servedSegments(of: full)
    // Nothing is looked for outside the site.
    guard isInBundle || segments != nil || files.isInSite(full),
      let file = files.file(at: full)
    else { return nil }
    if isInBundle { return .at(try link.resolving("./" + text), file) }
    guard let segments else {
      return .nowhere("\(full.string) is in none of the folders that the site is served from")
    }
    let served = segments.map(AbsoluteURL.escapedPathSegment).joined(separator: "/")
    return .at(try files.site.resolving("./" + served + rest), file)
  }

  /// Why a text can't name a file that is served; nil where it may.
  private static func unfit(_ text: String) -> String? {
    let mayBeTemplate = text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }
    for mark in mayBeTemplate ? ["{{", "{%", "<%", "${"] : [] where text.contains(mark) {
      return "it holds a template, \"\(mark)\", which only the site's generator can fill in"
    }
    if text.lowercased().hasPrefix("data:") {
      return "it holds the file's data instead of an address"
    }
    for mark in ["@/", "~/", "require(", "import("] where text.hasPrefix(mark) {
      return "it is a name that only the site's bundler knows"
    }
    return nil
  }

  private static func hasScheme(_ text: String) -> Bool {
    ReferenceResolver.isAbsolute(Array(text.utf8)[...])
  }

  /// The path of a relative address as the file system writes it, and the query and fragment behind it.
  private static func split(_ text: String) -> (path: String, rest: String) {
    let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
    return (decoded(String(text[..<end])), String(text[end...]))
  }

  /// The text with percent escapes undone.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
