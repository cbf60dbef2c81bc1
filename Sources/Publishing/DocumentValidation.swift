internal import Content
internal import Diagnostics
internal import FeedFormats
internal import FeedModel
internal import FeedValidation

/// Judges the documents of a run before any of them is published (P1).
enum DocumentValidation {
  /// A document, the file it is to become, and the articles of its entries.
  struct Subject: Sendable {
    let path: String
    let document: FeedDocument
    let articles: [Int]
  }

  /// What is wrong with a document; each finding names the article that it comes from.
  static func findings(
    in subject: Subject, articles: [LoadedArticle], by validator: FeedValidator
  ) -> [Diagnostic] {
    let document = subject.document
    let findings = validator.validate(document.segments, as: document.format.kind)
    if findings.isEmpty { return [] }
    let text = SourceText(path: subject.path, bytes: document.bytes)
    return findings.map { finding in
      let diagnostic = finding.diagnostic(
        file: subject.path, sourceLine: text.line(finding.position.line))
      guard let index = article(at: finding.position.line, of: subject) else { return diagnostic }
      let source = articles[index].source
      return Diagnostic(
        rule: diagnostic.rule, severity: diagnostic.severity,
        location: SourceLocation(file: source.path, position: .start),
        message: diagnostic.message, help: diagnostic.help,
        notes: [.init(at: diagnostic.location, "found here in the feed")])
    }
  }

  /// The article whose entry holds a line of a document; nil for lines of the feed itself.
  private static func article(at line: Int, of subject: Subject) -> Int? {
    var current = 1
    var entry = 0
    for (index, segment) in subject.document.segments.enumerated() {
      let isEntry =
        entry < subject.articles.count && subject.document.entrySegments[entry] == index
      let lineBreaks = segment.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      // An entry of JSON begins with the line break that ends the line before it, those of XML end
      // with one.
      let last =
        segment.last == UInt8(ascii: "\n") ? current + lineBreaks - 1 : current + lineBreaks
      if isEntry, line <= last { return line >= current ? subject.articles[entry] : nil }
      if isEntry { entry += 1 }
      current += lineBreaks
    }
    return nil
  }
}

extension FeedFormat {
  /// What the validator calls the format.
  fileprivate var kind: FeedKind {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .json: .json
    }
  }
}
