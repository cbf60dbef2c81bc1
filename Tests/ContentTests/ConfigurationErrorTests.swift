import Diagnostics
import Testing

@testable import Content

/// What is wrong with a configuration, told where it is.
struct ConfigurationErrorTests {
  @Test func `an unknown key is told with the nearest known one`() {
    let (read, diagnostics) = Fixture.parse(
      """
      site:
        titel: Harbor Voices
        title: Harbor Voices
        url: https://harbor.example/
      feed:
        limit: 3
      """)
    #expect(read == nil)
    #expect(
      Fixture.rendered(diagnostics) == """
        feedsetter.yml:2:3: error: there is no key `site.titel` [configuration-key-unknown]
          2 |   titel: Harbor Voices
            |   ^~~~~
          help: did you mean "title"?
        feedsetter.yml:5:1: error: there is no key `feed` [configuration-key-unknown]
          5 | feed:
            | ^~~~
          help: did you mean "feeds"?

        """)
  }

  @Test func `an unknown time zone is told with the nearest known one`() {
    let (read, diagnostics) = Fixture.parse(
      "site:\n  title: T\n  url: https://harbor.example/\n  timezone: Europe/Berln\n")
    #expect(read == nil)
    #expect(
      Fixture.rendered(diagnostics) == """
        feedsetter.yml:4:13: error: `site.timezone` is "Europe/Berln", but the time zone database has \
        no zone of this name [timezone-unknown]
          4 |   timezone: Europe/Berln
            |             ^~~~~~~~~~~~
          help: did you mean Europe/Berlin?

        """)
  }

  @Test func `title and address are asked for`() {
    let (read, diagnostics) = Fixture.parse("site:\n  language: en\n")
    #expect(read == nil)
    #expect(
      Fixture.rendered(diagnostics) == """
        feedsetter.yml:2:3: error: `site.title` is missing [configuration-required]
          2 |   language: en
            |   ^
          help: write the site's name, such as title: Harbor Voices
        feedsetter.yml:2:3: error: `site.url` is missing [configuration-required]
          2 |   language: en
            |   ^
          help: write the address of the site's home page, such as url: https://harbor.example/

        """)
  }

  @Test func `a fault of YAML is told where it is`() {
    let (read, diagnostics) = Fixture.parse("site:\n  title: Harbor: Voices\n")
    #expect(read == nil)
    #expect(
      Fixture.rendered(diagnostics) == """
        feedsetter.yml:2:16: error: this is not YAML: mapping values are not allowed in this context \
        [configuration-yaml]
          2 |   title: Harbor: Voices
            |                ^
          help: a value that holds ": " needs quotes:   title: "Harbor: Voices"

        """)
  }

  @Test(arguments: [
    "", "# nothing\n", "site:\n", "content: {}\n", "site: { title: ~, url: ~ }\n",
    "site: { title: '', url: '' }\n",
  ])
  func `a site without title and address is no site`(text: String) {
    let (read, diagnostics) = Fixture.parse(text)
    #expect(read == nil)
    let rules = diagnostics.map(\.rule.id)
    #expect(rules == ["configuration-required", "configuration-required"])
  }

  /// The mark `¦` stands where the finding is expected; it is no part of the text.
  @Test(arguments: [
    ("¦just text", "configuration-yaml"),
    ("¦[site]", "configuration-yaml"),
    ("SITE\ncontent: ¦text", "configuration-value"),
    ("SITE\nfeeds: ¦[rss]", "configuration-value"),
    ("site:\n  url: https://harbor.example/\n  title: ¦[a]", "configuration-value"),
    ("SITE  description: ¦{a: b}", "configuration-value"),
    ("SITE  language: ¦english language", "configuration-value"),
    ("SITE  timezone: ¦[UTC]", "configuration-value"),
    ("SITE  icon: ¦ftp://harbor.example/i.png", "configuration-value"),
    ("SITE  author: ¦{ email: a@b.example }", "configuration-value"),
    ("SITE  author: { name: A, email: ¦nobody }", "configuration-value"),
    ("SITEcontent: { include: ¦{a: b} }", "configuration-value"),
    ("SITEcontent: { exclude: [¦[a]] }", "configuration-value"),
    ("SITEcontent: { permalink: ¦/:slugs/ }", "configuration-value"),
    ("SITEcontent: { defaults: { ¦autor: A } }", "configuration-key-unknown"),
    ("SITEcontent: { keys: { ¦tag: [a] } }", "configuration-key-unknown"),
    ("SITEfeeds: { url: ¦'https://x.example/?q' }", "configuration-value"),
    ("SITEfeeds: { formats: ¦[] }", "configuration-value"),
    ("SITEfeeds: { formats: [rss, ¦xml] }", "configuration-value"),
    ("SITEfeeds: { by: [¦tag] }", "configuration-value"),
    ("SITEfeeds: { limit: ¦-1 }", "configuration-value"),
    ("SITEfeeds: { limit: ¦many }", "configuration-value"),
    ("SITEfeeds: { limit: ¦2.5 }", "configuration-value"),
    ("SITEfeeds: { content: ¦whole }", "configuration-value"),
    ("SITEfeeds: { minimum: ¦0 }", "configuration-value"),
    ("SITEfeeds: { pages: ¦none }", "configuration-value"),
    ("SITEfeeds: { archives: ¦perhaps }", "configuration-value"),
    ("SITEfeeds: { hub: ¦hub.example }", "configuration-value"),
    ("SITEfeeds: { custom: ¦{ name: a } }", "configuration-value"),
    ("SITEfeeds: { custom: [¦{ where: {} }] }", "configuration-value"),
    ("SITEfeeds: { custom: [¦{ name: a }] }", "configuration-value"),
    ("SITEfeeds: { custom: [{ name: a, ¦were: {}, where: {} }] }", "configuration-key-unknown"),
    ("SITEfeeds: { custom: [{ name: a, where: { ¦tags: x } }] }", "configuration-key-unknown"),
    (
      "SITEfeeds: { custom: [{ name: a, where: {} }, { name: ¦a, where: {} }] }",
      "configuration-value"
    ),
    ("SITEfeeds: { slugs: { 'C++': ¦a/b } }", "configuration-value"),
    ("SITEfeeds: { aliases: ¦[a] }", "configuration-value"),
    ("SITE  ¦title: again", "configuration-value"),
  ])
  func `a value of the wrong kind is told where it is`(marked: String, rule: String) throws {
    let site = "site:\n  title: T\n  url: https://harbor.example/\n"
    let text = marked.replacing("SITE", with: site)
    let lines = text.prefix { $0 != "¦" }
      .split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last ?? "").unicodeScalars.count + 1
    let (read, diagnostics) = Fixture.parse(text.replacing("¦", with: ""))
    #expect(read == nil)
    #expect(
      Fixture.places(diagnostics).contains("\(lines.count):\(column) \(rule)"),
      "\(Fixture.rendered(diagnostics))")
  }

  @Test func `all findings come in one run`() {
    let (_, diagnostics) = Fixture.parse(
      """
      site:
        url: harbor.example
        language: "?"
        timezone: Mars/Olympus
      content: { permalink: /x/ }
      feeds: { limit: x, hub: y, formats: [z] }
      extra: 1
      """)
    #expect(
      Fixture.places(diagnostics) == [
        "2:3 configuration-required", "2:8 configuration-value", "3:13 configuration-value",
        "4:13 timezone-unknown", "5:23 configuration-value", "6:17 configuration-value",
        "6:25 configuration-value", "6:38 configuration-value", "7:1 configuration-key-unknown",
      ])
  }

  @Test func `a configuration that is not there or not UTF-8 is told`() {
    let missing = Configuration.read(siteFolder: "/nonexistent")
    #expect(missing.configuration == nil)
    #expect(
      Fixture.rendered(missing.diagnostics) == """
        /nonexistent/feedsetter.yml: error: the configuration can't be read: there is no such file or \
        folder [configuration-missing]
          help: write a feedsetter.yml with site.title and site.url, or name the folder with --site

        """)
    let binary = Configuration.parse(SourceText(path: "feedsetter.yml", bytes: [0x61, 0x0A, 0xFF]))
    #expect(Fixture.places(binary.diagnostics) == ["2:1 file-not-utf8"])
  }
}
