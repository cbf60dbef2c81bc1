import Diagnostics
import Testing

@testable import SiteSetup

/// What is read of programs without running them.
@Suite("Texts in programs")
struct CodeLiteralsTests {
  @Test(arguments: [
    ("x = { title: 'A \\'b\\'', url: \"https://a.example\" }", "title", "A 'b'"),
    ("// title: 'no'\n/* title: 'no' */ export const title = `Yes`;", "title", "Yes"),
    ("f(/['\"]title: 'no'/, { title: \"Yes\" })", "title", "Yes"),
    ("const half = 4 / 2; const title = 'T' / 1", "title", "T"),
    ("const SITE_TITLE: string =\n  'Two lines';", "SITE_TITLE", "Two lines"),
    (
      "module.exports = { siteMetadata: { title: 'Deep' }, pages: [{ a: { title: 'x' } }] }",
      "siteMetadata.title", "Deep"
    ),
    ("const meta = { title: 'By name' }; export default { title: meta.title }", "title", "By name"),
    (
      "const siteUrl = 'https://a.example'; export default { url: siteUrl }", "url",
      "https://a.example"
    ),
    ("export default { url: process.env.URL || 'https://b.example' }", "url", "https://b.example"),
    ("export default { \"trailingSlash\": true }", "trailingSlash", "true"),
    ("let url = URL(string: \"https://c.example\")!", "url.string", "https://c.example"),
    ("const m: Metadata = { base: new URL('https://d.example') }", "m.base", "https://d.example"),
    ("Saga(input: \"content\", output: \"deploy\")", "Saga.input", "content"),
    ("const D = 'data'; const b = { base: `./${D}/x` }", "b.base", "./data/x"),
    ("options: { path: `${__dirname}/content/blog` }", "options.path", "./content/blog"),
  ])
  func `a text is found by its key`(program: String, key: String, text: String) {
    #expect(settings(program, .slashes).text(key) == text)
  }

  @Test(arguments: [
    ("SITENAME = 'A' # 'b'", "SITENAME", "A"), ("X = '''a\nb'''", "X", "a\nb"),
    ("# SITENAME = 'no'\nSITENAME = u'Yes'", "SITENAME", "Yes"),
    ("set :site_url, 'https://a.example'", "site_url", nil),
    (
      "activate :blog do |blog|\n  blog.permalink = '{year}/{title}.html'\nend", "blog.permalink",
      "{year}/{title}.html"
    ),
    ("DATE = 3\nSITEURL = ''", "SITEURL", ""), ("URL = f'https://{host}'", "URL", nil),
    ("URL = f'https://a.example'", "URL", "https://a.example"),
  ])
  func `comments and texts of Python and Ruby are told apart`(
    program: String, key: String, text: String?
  ) {
    #expect(settings(program, .hash).text(key) == text)
  }

  @Test(arguments: [
    "url: `https://${host}/`", "url: host()", "url: a + b", "title: 'x'", "url: url", "", "{[(",
    "url:",
  ])
  func `what only the program knows is not made up`(program: String) {
    #expect(settings(program, .slashes).text("url") == nil)
  }

  @Test func `lists are found whole, with the place of each text`() {
    let settings = settings("PATHS = ['a',\n  'b']", .hash)
    #expect(settings.texts("PATHS") == ["a", "b"])
    #expect(
      settings.entries.map(\.place.position) == [
        .init(line: 1, column: 10), .init(line: 2, column: 3),
      ])
  }

  private func settings(_ program: String, _ comments: CodeLexer.Comments) -> Settings {
    Settings(program: SourceText(path: "x", bytes: Array(program.utf8)), comments: comments)
  }
}
