package import Diagnostics
package import FeedModel
package import FeedValues
internal import FileSystem
internal import Markdown
internal import YAML

/// An article that was read, with what findings about it need.
package struct LoadedArticle: Sendable {
  package let article: Article
  package let source: SourceText
  /// The offset of the text behind the front matter.
  let bodyStart: Int
  package let state: State
  /// Where the slug or, without one, the title is written.
  package let slugMark: Mark
  /// Where the id or, without one, the slug or title is written.
  package let idMark: Mark

  /// A stretch of one line of the source.
  package struct Mark: Hashable, Sendable {
    package let position: Position
    /// In Unicode scalars.
    package let length: Int
  }

  /// Whether an article is in feeds.
  package enum State: Hashable, Sendable {
    case published, draft, expired, leftOut
    /// It will be from its date on.
    case due(Timestamp)
  }
}

/// What came of reading an article.
package struct ArticleReading: Sendable {
  /// The article; nil where it can't be published.
  package let article: LoadedArticle?
  /// What is wrong with it.
  package let diagnostics: [Diagnostic]
  /// Whether it is a draft with faults, which stop no publication as long as nobody sees it.
  package let isFaultyDraft: Bool
  /// Whether the file has no date and is no article for that.
  package let isUndated: Bool
  /// Whether the file has no title and is in no feed for that.
  package let isUntitled: Bool
  /// Whether the article can't be published and the others are published without it.
  package let isFaulty: Bool
  /// When the same file would be read in the same way.
  package let span: QuietSpan
  /// What stands for the file; nil where it could not be read.
  package fileprivate(set) var digest: Digest?

  init(
    _ article: LoadedArticle?, _ diagnostics: [Diagnostic], isFaultyDraft: Bool = false,
    isUndated: Bool = false, isUntitled: Bool = false, isFaulty: Bool = false,
    span: QuietSpan = QuietSpan()
  ) {
    self.article = article
    self.diagnostics = diagnostics
    self.isFaultyDraft = isFaultyDraft
    self.isUndated = isUndated
    self.isUntitled = isUntitled
    self.isFaulty = isFaulty
    self.span = span
  }
}

/// Reads articles.
package struct ArticleReader: Sendable {
  /// The most bytes of a file.
  ///
  /// The largest article that was met has 851 KB; and a text of nothing but empty headings takes 85 times
  /// its size in memory while it is rendered.
  static let largestFile = 4 << 20

  private let configuration: Configuration
  private let now: Timestamp
  private let includesDrafts: Bool
  private let siteFiles: SiteFiles
  /// What is asked of other files.
  package let inquiry = FileInquiry()

  /// A reader for the site of `configuration` at the moment `now`.
  ///
  /// With `includesDrafts` drafts must be as right as what is published.
  package init(configuration: Configuration, now: Timestamp, includesDrafts: Bool = false) {
    self.configuration = configuration
    self.now = now
    self.includesDrafts = includesDrafts
    siteFiles = SiteFiles(configuration, inquiry: inquiry)
  }

  /// Reads the article in `file`.
  ///
  /// - Parameter file: The file, and the name that findings give it.
  /// - Returns: The article and what is wrong with it.
  package func read(
    _ file: ArticleFile
  ) -> ArticleReading {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(file.path, limit: Self.largestFile)
    } catch {
      let rule =
        error.kind == .tooLarge ? ContentRules.fileTooLarge : ContentRules.fileUnreadable
      let finding = Diagnostic(
        rule: rule, location: SourceLocation(file: file.path),
        message: "the file can't be read: \(error.reason)", help: rule.cure)
      // A file that this user may not read can be an article without a fault.
      return error.kind == .tooLarge
        ? lenient(ArticleReading(nil, [finding]), of: file.path) : ArticleReading(nil, [finding])
    }
    var reading = read(SourceText(path: file.path, bytes: bytes), path: file.pathInContent)
    reading.digest = file.digest(of: bytes[...])
    return reading
  }

  /// Reads the article whose text is `original` and whose file is `path` below the content folder.
  func read(
    _ original: SourceText, path: String
  ) -> ArticleReading {
    lenient(reading(of: original, path: path), of: original.path)
  }

  /// The reading of an article that others are published without, where that is asked for.
  private func lenient(_ reading: ArticleReading, of file: String) -> ArticleReading {
    // What is wrong with the configuration stays an error.
    func isOwnFault(_ finding: Diagnostic) -> Bool {
      finding.severity == .error && finding.location.file == file
    }
    guard configuration.content.faulty == .leaveOut, reading.diagnostics.contains(where: isOwnFault)
    else { return reading }
    return ArticleReading(
      nil, reading.diagnostics.map { isOwnFault($0) ? $0.with(severity: .warning) : $0 },
      isFaulty: true)
  }

  private func reading(of original: SourceText, path: String) -> ArticleReading {
    if original.bytes.isEmpty {
      return ArticleReading(
        nil, [original.diagnostic(ContentRules.fileEmpty, at: nil, "the file is empty")])
    }
    if let finding = encodingError(in: original) { return ArticleReading(nil, [finding]) }
    var source = original
    var diagnostics: [Diagnostic] = []
    if let warning = forbiddenCharacterWarning(in: original) {
      diagnostics.append(warning)
      source = SourceText(
        path: original.path, bytes: withoutForbiddenCharacters(original.bytes))
    }
    let (frontMatter, findings) = FrontMatter.read(source, settings: configuration.content)
    diagnostics += findings
    guard let frontMatter else { return ArticleReading(nil, diagnostics) }
    var builder = ArticleBuilder(
      frontMatter: frontMatter, source: source, path: path, configuration: configuration,
      siteFiles: siteFiles)
    let article = builder.article()
    if builder.isUndated {
      guard builder.file.isDraft else { return ArticleReading(nil, [], isUndated: true) }
      let note = source.diagnostic(
        ContentRules.dateMissing, at: .start, "the draft has no date, and is not shown")
      return ArticleReading(
        nil, includesDrafts ? [note.with(severity: .info)] : [], isFaultyDraft: true)
    }
    diagnostics += builder.fields.diagnostics
    if builder.isUntitled, !diagnostics.hasErrors {
      return ArticleReading(nil, [], isUntitled: true)
    }
    guard let article, !diagnostics.hasErrors else {
      // What is wrong with an article that nobody sees stops no publication.
      let isSeen = !builder.isLeftOut && (includesDrafts || !builder.isDraft)
      if isSeen { return ArticleReading(nil, diagnostics) }
      return ArticleReading(
        nil, diagnostics.map { $0.with(severity: .info) }, isFaultyDraft: true)
    }
    diagnostics += builder.doubts(about: article, now: now)
    let slugMark = (frontMatter[.slug] ?? frontMatter[.title])?.node.mark ?? builder.headingMark
    let loaded = LoadedArticle(
      article: article, source: source, bodyStart: builder.bodyStart,
      state: builder.state(of: article, now: now), slugMark: slugMark ?? .start,
      idMark: frontMatter[.id]?.node.mark ?? slugMark ?? .start)
    return ArticleReading(loaded, diagnostics, span: builder.span(of: article, around: now))
  }
}

extension LoadedArticle.Mark {
  /// The first character of the file.
  static let start = LoadedArticle.Mark(position: .start, length: 1)
}

extension Node {
  /// The stretch that findings about the node mark.
  var mark: LoadedArticle.Mark {
    LoadedArticle.Mark(position: position, length: text?.unicodeScalars.count ?? 1)
  }
}
