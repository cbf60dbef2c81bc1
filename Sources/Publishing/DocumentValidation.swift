internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedModel
internal import FeedValidation

/// Judges the documents of a run before any of them is published (P1).
enum DocumentValidation {
  /// What is wrong with the documents of `plan`; each finding about an entry names its article.
  ///
  /// Documents whose parts are clean are not judged again as wholes, unless `isWhole` says so.
  ///
  /// - Throws: `ValidatorDefect` where libxml2 refuses a grammar of ours.
  static func findings(
    in documents: [PlannedDocument], of plan: FeedPlan, isWhole: Bool, workers: Int,
    progress: RunProgress? = nil
  ) async throws(ValidatorDefect) -> [Diagnostic] {
    let validator = try FeedValidator()
    // By parts, every entry is judged once a format, and every frame.
    let entries = isWhole ? 0 : plan.shownArticles.count * plan.configuration.feeds.formats.count
    progress?.begin(.validating, of: entries + documents.count)
    let articles = plan.articles.map(\.loaded.source)
    let doubtful =
      isWhole
      ? documents
      : await PartwiseValidation(documents, by: validator).doubtful(
        workers: workers, progress: progress)
    let findings = await Parallel.map(
      doubtful, workers: workers, progress: isWhole ? progress : nil
    ) { document in
      Self.findings(in: document, articles: articles, by: validator)
    }
    // The same entry in several feeds breaks the same rule in each.
    var seen: Set<[String]> = []
    return findings.joined().filter {
      seen.insert([$0.location.file, $0.rule.id, $0.message]).inserted
    }
  }

  /// What is wrong with one document; `articles` are the sources of the plan's, by index.
  static func findings(
    in planned: PlannedDocument, articles: [SourceText], by validator: FeedValidator
  ) -> [Diagnostic] {
    let document = planned.document
    // Advice on how feeds could say more is for those who write them by hand.
    let findings = validator.validate(document.segments, as: document.format.kind)
      .filter { $0.severity > .info }
    if findings.isEmpty { return [] }
    let text = SourceText(path: planned.path, bytes: document.bytes)
    return findings.map { finding in
      let inFeed = finding.diagnostic(
        file: planned.path, sourceLine: text.line(finding.position.line))
      guard let article = article(at: finding.position.line, of: planned) else { return inFeed }
      return Diagnostic(
        rule: inFeed.rule, severity: inFeed.severity,
        location: SourceLocation(file: articles[article].path, position: .start),
        message: inFeed.message, help: inFeed.help,
        notes: [.init(at: inFeed.location, "found here in the feed")])
    }
  }

  /// The article whose entry holds a line of a document; nil for lines of the feed itself.
  private static func article(at line: Int, of planned: PlannedDocument) -> Int? {
    var current = 1
    var entry = 0
    for (index, segment) in planned.document.segments.enumerated() {
      guard entry < planned.articles.count else { return nil }
      let lineBreaks = segment.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      if planned.document.entrySegments[entry] == index {
        // An entry of XML ends with a line break, one of JSON begins with that of the line before.
        let endsLine = segment.last == UInt8(ascii: "\n")
        let (first, last) =
          endsLine ? (current, current + lineBreaks - 1) : (current + 1, current + lineBreaks)
        if first...max(first, last) ~= line { return planned.articles[entry] }
        entry += 1
      }
      current += lineBreaks
    }
    return nil
  }
}

extension FeedFormat {
  /// What the validator calls the format.
  var kind: FeedKind {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .json: .json
    }
  }
}
