import Diagnostics
import FeedValues

@testable import Content

/// A small site, and what is read of it.
enum Fixture {
  static let now = "2026-06-01T00:00:00Z"

  /// The configuration of a site in Berlin; `more` stands behind the section `site`.
  static func configuration(_ more: String = "") throws -> Configuration {
    let text = """
      site:
        title: Harbor Voices
        url: https://harbor.example/
        language: en
        timezone: Europe/Berlin
        author: Harbor Team

      """
    let (configuration, diagnostics) = parse(text + more)
    guard let configuration else { throw InvalidValue(rendered(diagnostics)) }
    return configuration
  }

  static func parse(_ text: String) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    Configuration.parse(SourceText(path: "feedsetter.yml", bytes: Array(text.utf8)))
  }

  /// Reads the article `content/hello.md` that holds `text`.
  static func read(
    _ text: String, path: String = "hello.md", configuration: String = ""
  ) throws -> (article: LoadedArticle?, diagnostics: [Diagnostic]) {
    try read(bytes: Array(text.utf8), path: path, configuration: configuration)
  }

  static func read(
    bytes: [UInt8], path: String = "hello.md", configuration: String = ""
  ) throws -> (article: LoadedArticle?, diagnostics: [Diagnostic]) {
    let reader = ArticleReader(
      configuration: try self.configuration(configuration), now: try Timestamp(rfc3339: now))
    let reading = reader.read(SourceText(path: "content/\(path)", bytes: bytes), path: path)
    return (reading.article, reading.diagnostics)
  }

  /// The article whose front matter is a title, a date and `fields`.
  static func article(
    _ fields: String, path: String = "hello.md", configuration: String = ""
  ) throws -> LoadedArticle {
    let text = "---\ntitle: Hello\ndate: 2026-02-10\n\(fields)\n---\nText.\n"
    return try whole(text, path: path, configuration: configuration)
  }

  /// The article of `text`, about which nothing is to be found.
  static func whole(
    _ text: String, path: String = "hello.md", configuration: String = ""
  ) throws -> LoadedArticle {
    let (article, diagnostics) = try read(text, path: path, configuration: configuration)
    guard let article, diagnostics.isEmpty else { throw InvalidValue(rendered(diagnostics)) }
    return article
  }

  /// The findings as people see them.
  static func rendered(_ diagnostics: [Diagnostic]) -> String {
    let renderer = TerminalRenderer(usesColor: false)
    return diagnostics.inReadingOrder().map(renderer.render).joined()
  }

  /// Each finding as `line:column rule`.
  static func places(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.inReadingOrder().map { finding in
      let place = finding.location.position.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.rule.id)"
    }
  }
}
