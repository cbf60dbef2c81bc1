import FeedValidation
import Testing

@Suite struct AtomRuleTests {
  static func feed(_ part: String, author: String = "<author><name>H</name></author>") -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>tag:harbor.example,2026:feed</id><title>Harbor</title>
    <updated>2026-02-10T08:30:00Z</updated>
    <link rel="self" href="https://harbor.example/atom.xml"/>\(author)
    \(part)
    </feed>
    """
  }

  static func entry(_ part: String) -> String {
    feed(
      """
      <entry>
      <id>tag:harbor.example,2026:1</id><title>One</title><updated>2026-02-10T08:30:00Z</updated>
      \(part)
      </entry>
      """)
  }

  private static let source = """
    <id>tag:harbor.example,2026:s</id><title>x</title><updated>2026-02-10T08:30:00Z</updated>
    """
  private static let page = "<link href='https://harbor.example/1'/>"

  static let feedCases = [
    RuleCase(
      "atom-uri", "<icon>‸a b</icon>", not: "<icon>../icon.png</icon><logo>http://[::1]/</logo>"),
    RuleCase("atom-space", "‸<icon> a</icon>", not: "<icon>a</icon>"),
    RuleCase(
      "atom-generator-uri", "<generator uri='‸a b'>x</generator>",
      not: "<generator uri='a' version='1'>x</generator>"),
    RuleCase(
      "atom-category-scheme", "<category term='x' scheme='‸a'/>",
      not: "<category term='x' scheme='urn:x:y' label='X'/>"),
    RuleCase(
      "atom-email", "<contributor><name>x</name><email>‸x (x@y.example)</email></contributor>",
      not: "<contributor><name>x</name><email>x@y.example</email></contributor>"),
    RuleCase(
      "atom-person-nameless", "<contributor>‸<name/></contributor>",
      not: "<contributor><name>x</name></contributor>"),
    RuleCase("atom-link-href", "<link href='‸a b'/>", not: "<link href='a%20b?c#d'/>"),
    RuleCase(
      "atom-link-rel", "<link href='a' rel='‸a b'/>",
      not: "<link href='a' rel='hub'/><link href='b' rel='http://x.example/r'/>"),
    RuleCase(
      "atom-link-type", "<link href='a' type='‸html'/>", not: "<link href='a' type='text/html'/>"),
    RuleCase(
      "atom-link-hreflang", "<link href='a' hreflang='‸english_us'/>",
      not: "<link href='a' hreflang='en'/>"),
    RuleCase(
      "atom-link-length", "<link href='a' length='‸1k'/>", not: "<link href='a' length='1'/>"),
    RuleCase(
      "atom-link-repeated",
      "<link href='a' hreflang='en'/>‸<link rel='alternate' href='b' hreflang='EN'/>",
      not: "<link href='a' hreflang='en'/><link href='b' hreflang='de'/><link rel='x' href='b'/>"),
    RuleCase(
      "atom-text-type", "<subtitle type='‸text/html'>x</subtitle>",
      not: "<subtitle type='html'>x</subtitle>"),
    RuleCase(
      "atom-markup-in-text", "<subtitle type='html'>x ‸<b>y</b></subtitle>",
      not: "<subtitle type='html'>x &lt;b>y&lt;/b></subtitle>"),
    RuleCase(
      "atom-xhtml-div", "<rights type='xhtml'>‸<p xmlns='http://www.w3.org/1999/xhtml'/></rights>",
      not: "<rights type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p/></div></rights>"),
    RuleCase("missing-element", "‸<contributor/>", not: ""),
    RuleCase("duplicate-element", "‸<id>tag:x.example,2026:y</id>", not: ""),
    RuleCase("undefined-element", "‸<description/>", not: "<description xmlns='urn:x'/>"),
    RuleCase("missing-attribute", "‸<category/>", not: "<category term='x'/>"),
    RuleCase("unexpected-attribute", "<category term='x' ‸x='y'/>", not: ""),
    RuleCase("unexpected-text", "‸text", not: "<x:y xmlns:x='urn:x'>text</x:y>"),
  ]

  static let entryCases = [
    RuleCase(
      "atom-date", "<published>‸2026-02-10</published>\(page)",
      not: "<published>2026-02-10T08:30:00.5+01:00</published>\(page)"),
    RuleCase(
      "atom-entry-empty",
      "</entry>\n<entry><id>tag:x.example,2026:2</id><title>x</title>"
        + "<updated>2026-02-10T08:30:00Z</updated>‸</entry>\n"
        + "<entry><id>tag:x.example,2026:3</id><title>x</title>"
        + "<updated>2026-02-10T08:30:00Z</updated>\(page)",
      not: page
    ).with(first: page),
    RuleCase(
      "atom-content-type", "<content type='‸multipart/mixed'>x</content>",
      not: "<content type='text/plain'>x</content>"),
    RuleCase(
      "atom-content-src", "<summary>x</summary><content src='‸a b' type='text/html'/>",
      not: "<summary>x</summary><content src='a' type='text/html'/>"),
    RuleCase(
      "atom-content-twice", "<summary>x</summary><content src='a' type='text/html'>‸x</content>",
      not: "<summary>x</summary><content src='a' type='image/png'/>"),
    RuleCase(
      "atom-content-base64", "<summary>x</summary><content type='image/png'>‸a b=c</content>",
      not: "<summary>x</summary><content type='image/png'>\nYWJj\nZA==</content>"),
    RuleCase(
      "atom-entry-repeated",
      "\(page)</entry>\n‸<entry><id>tag:harbor.example,2026:1</id><title>x</title>"
        + "<updated>2026-02-10T08:30:00Z</updated>\(page)",
      not: "\(page)</entry>\n<entry><id>tag:harbor.example,2026:1</id><title>x</title>"
        + "<updated>2026-02-11T08:30:00Z</updated>\(page)"),
  ]

  static let documentCases = [
    RuleCase(
      "atom-id", feed("").replacing("tag:harbor", with: "‸harbor"), not: feed("")),
    RuleCase(
      "atom-id", feed("").replacing("tag:harbor.example,2026:feed", with: "‸urn:uuid:60a76c80"),
      not: feed("").replacing(
        "tag:harbor.example,2026:feed", with: "urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6")),
    RuleCase(
      "atom-self-link", "‸" + feed("").replacing("rel=\"self\"", with: "rel=\"hub\""),
      not: feed("")),
    RuleCase(
      "atom-author",
      entry(page).replacing("<author><name>H</name></author>", with: "")
        .replacing("</entry>", with: "‸</entry>"),
      not: entry("<source>\(source)<author><name>x</name></author></source>\(page)")
        .replacing("<author><name>H</name></author>", with: "")),
    RuleCase(
      "atom-summary",
      entry("<content src='a' type='text/html'/>").replacing("</entry>", with: "‸</entry>"),
      not: entry("<content src='a' type='text/html'/><summary>x</summary>")),
    RuleCase(
      "not-a-feed", "‸<feed xmlns='http://purl.org/atom/ns#'/>", not: feed("")),
    RuleCase("not-a-feed", "\n ‸<html><body/></html>", not: feed("")),
    RuleCase("xml-syntax", feed("&‸ x"), not: feed("")),
    RuleCase("xml-namespace", feed("<x:y‸/>"), not: feed("<x:y xmlns:x='urn:x'/>")),
  ]

  @Test(arguments: feedCases) func `a rule about the feed is kept or broken`(part: RuleCase) {
    part.expect { Self.feed($0) }
  }

  @Test(arguments: entryCases) func `a rule about entries is kept or broken`(part: RuleCase) {
    part.expect { Self.entry($0) }
  }

  @Test(arguments: documentCases) func `a rule about the document is kept or broken`(
    part: RuleCase
  ) {
    part.expect { $0 }
  }

  @Test func `an entry may be a document of its own`() {
    let entry = """
      <entry xmlns="http://www.w3.org/2005/Atom"><id>tag:x.example,2026:y</id><title>x</title>
      <updated>2026-02-10T08:30:00Z</updated><author><name>x</name></author><content>x</content>
      </entry>
      """
    #expect(judge(entry) == [])
    #expect(
      judge(entry.replacing("<author><name>x</name></author>", with: "")) == ["atom-author 3:1"])
  }

  @Test func `extensions may stand wherever section 6 lets them`() {
    let part = "<x:a xmlns:x='urn:x' y='1'>text<x:b><entry/></x:b></x:a>"
    #expect(judge(Self.feed(part)) == [])
    #expect(judge(Self.entry(part + Self.page)) == [])
    #expect(judge(Self.feed("<link rel='x' href='y'>\(part)</link>")) == [])
    #expect(judge(Self.feed("<contributor><name>x</name>\(part)</contributor>")) == [])
  }
}

extension RuleCase {
  /// The same with `part` in front of what is wrong.
  fileprivate func with(first part: String) -> RuleCase {
    RuleCase(rule, part + wrong, not: right)
  }
}
