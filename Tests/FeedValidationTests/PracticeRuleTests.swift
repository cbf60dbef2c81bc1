import FeedValidation
import Testing

/// What is advised beside the specifications: best practices, plain texts and HTML in content.
@Suite struct PracticeRuleTests {
  static let channelCases = [
    RuleCase(
      "rss-markup", "<copyright>‸&amp;copy; H</copyright>",
      not: "<copyright>© H &amp; A</copyright>"),
    RuleCase("rss-markup", "<copyright>‸&amp;#169 H</copyright>", not: ""),
    RuleCase("rss-blank", "‸<copyright> </copyright>", not: "<copyright>H</copyright>"),
    RuleCase(
      "rss-contact-form", "<webMaster>‸Harbor, team@harbor.example</webMaster>",
      not: "<webMaster>team@harbor.example (Harbor Team)</webMaster>"),
    RuleCase(
      "rss-contact-nameless", "<webMaster>‸team@harbor.example</webMaster>",
      not: "<webMaster>team@harbor.example (Harbor Team)</webMaster>"),
    RuleCase(
      "rss-date-form", "<pubDate>‸Tue, 10 Feb 26 08:30:00 +0000</pubDate>",
      not: "<pubDate>Tue, 10 Feb 2026 14:00:00 +0530</pubDate>"),
    RuleCase(
      "rss-date-form", "<pubDate>‸10 Feb 2026 08:30:00 A</pubDate>",
      not: "<pubDate>10 Feb 2026 08:30:00 Z</pubDate>"),
    RuleCase("rss-metadata-misplaced", item + "‸<ttl>60</ttl>", not: "<ttl>60</ttl>" + item),
    RuleCase(
      "rss-text-input",
      "‸<textInput><title>S</title><description>S</description><name>q</name>"
        + "<link>https://harbor.example/</link></textInput>", not: ""),
    RuleCase("rss-image-title", image(title: "‸Port"), not: image(title: "Harbor")),
    RuleCase(
      "rss-image-link", image(link: "‸https://port.example/"),
      not: image(link: "https://harbor.example/")),
    RuleCase(
      "rss-image-format", image(url: "‸https://harbor.example/i.svg?x"),
      not: image(url: "https://harbor.example/i.jpeg?x.svg")),
    RuleCase(
      "rss-said-twice",
      "<language>en</language>‸<dc:language xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        + "en</dc:language>",
      not: "<language>en</language>"),
    RuleCase(
      "atom-in-rss-self-relative", "<atom:link rel='self' href='‸/rss.xml'/>",
      not: "<atom:link rel='self' href='https://harbor.example/rss'/>"),
    RuleCase(
      "atom-link-not-empty", "<atom:link rel='related' href='a'>‸x</atom:link>",
      not: "<atom:link rel='related' href='a'> </atom:link>"),
  ]

  static let itemCases = [
    RuleCase("rss-guid-weak", "<guid isPermaLink='false'>‸42</guid>", not: guid),
    RuleCase(
      "rss-content-twice",
      "\(guid)<description>x</description>‸<body xmlns='http://www.w3.org/1999/xhtml'/>",
      not: "\(guid)<description>x</description>"),
    RuleCase(
      "rss-slash-date",
      "\(guid)‸<s:comments xmlns:s='http://purl.org/rss/1.0/modules/slash/'>1</s:comments>",
      not: guid),
    RuleCase(
      "rss-enclosure-format", enclosure("‸https://harbor.example/a.ogg"),
      not: enclosure("https://harbor.example/a.mp3?x")),
    RuleCase(
      "html-active-element", html("&lt;p>x&lt;/p>&lt;script>alert(1)&lt;/script>"),
      not: html("&lt;code>&amp;lt;script>&lt;/code>&lt;!-- &lt;script> -->")),
    RuleCase(
      "html-active-attribute", html("&lt;b onclick='x'>x&lt;/b>"),
      not: html("&lt;b on='x'>x&lt;/b>")),
    RuleCase(
      "html-active-attribute", html("&lt;a href=' JavaScript:x'>x&lt;/a>"),
      not: html("&lt;a href='javascripts:x'>x&lt;/a>")),
    RuleCase(
      "html-style", html("&lt;b style='color: red; position : absolute'>x&lt;/b>"),
      not: html("&lt;b style='color: red'>x&lt;/b>")),
    RuleCase(
      "html-relative-url", html("&lt;img src=/i.png>"),
      not: html("&lt;a href='#x'>x&lt;/a>&lt;img src=data:x>&lt;a href=\"mailto:x\">x&lt;/a>")),
    RuleCase(
      "html-unbalanced", html("&lt;b>&lt;i>x&lt;/b>&lt;/i>"),
      not: html("&lt;ul>&lt;li>x&lt;br>&lt;li>y&lt;/ul>&lt;p>z&lt;hr/>")),
    RuleCase("html-unbalanced", html("x&lt;/div>"), not: html("&lt;BLOCKQUOTE>x&lt;/blockquote>")),
    RuleCase(
      "text-mojibake", "\(guid)<description>‸caf\u{C3}\u{A2}\u{80}</description>",
      not: "\(guid)<description>café â À</description>"),
    RuleCase(
      "text-mojibake", "\(guid)<description>‸x\u{FFFD}</description>",
      not: "\(guid)<description>x\u{A0}ï</description>"),
  ]

  static let documentCases = [
    RuleCase(
      "rss-language-missing", RSSRuleTests.channel("").replacing("</channel", with: "‸</channel"),
      not: RSSRuleTests.channel("<language>en</language>")),
    RuleCase(
      "itunes-owner",
      RSSRuleTests.channel(podcast("")).replacing("</channel", with: "‸</channel"),
      not: RSSRuleTests.channel(
        podcast("<i:owner><i:email>h@harbor.example</i:email></i:owner>"))),
    RuleCase(
      "namespace-misspelt", declared("‸xmlns:media='http://search.yahoo.com/mrss'"),
      not: declared("xmlns:media='http://search.yahoo.com/mrss/'")),
    RuleCase(
      "namespace-prefix-taken", declared("‸xmlns:media='http://harbor.example/media'"),
      not: declared("xmlns:harbor='http://harbor.example/media'")),
    RuleCase(
      "namespace-prefix-unusual", declared("‸xmlns:m='http://search.yahoo.com/mrss/'"),
      not: declared("xmlns:media='http://search.yahoo.com/mrss/'")),
    RuleCase(
      "atom-prefix", "‸" + prefixed,
      not: prefixed.replacing("a:", with: "").replacing("xmlns:a", with: "xmlns")),
  ]

  static let feedCases = [
    RuleCase(
      "atom-plain-markup", "<subtitle>‸&lt;b>x&lt;/b></subtitle>",
      not: "<subtitle type='html'>&lt;b>x&lt;/b></subtitle>"),
    RuleCase(
      "atom-name-markup", "<contributor><name>‸A &amp;amp; B</name></contributor>",
      not: "<contributor><name>A &amp; B</name></contributor>"),
    RuleCase(
      "atom-label-markup", "<category term='x' label='‸&lt;i>x&lt;/i>'/>",
      not: "<category term='x' label='x'/>"),
    RuleCase(
      "atom-name-address", "<contributor><name>‸H h@harbor.example</name></contributor>",
      not: "<contributor><name>H @ home</name></contributor>"),
    RuleCase("atom-blank", "‸<subtitle/>", not: "<subtitle>x</subtitle>"),
    RuleCase("atom-attribute-blank", "<category ‸term=''/>", not: "<category term='x' label=''/>"),
    RuleCase(
      "atom-self-relative", "<link rel='self' href='‸atom.xml'/>",
      not: "<link rel='self' href='https://harbor.example/2'/>"),
    RuleCase(
      "atom-self-type", "<link rel='self' href='https://harbor.example/' type='‸text/html'/>",
      not: "<link rel='self' href='https://harbor.example/' type='application/atom+xml'/>"),
    RuleCase(
      "atom-xhtml-escaped",
      "<subtitle type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>‸&lt;b>x</div></subtitle>",
      not:
        "<subtitle type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><b>x</b></div></subtitle>"
    ),
    RuleCase("atom-child-unknown", "‸<x xmlns=''/>", not: "<x xmlns='urn:x:y'/>"),
    RuleCase(
      "atom-child-unknown", "‸<p xmlns='http://www.w3.org/1999/xhtml'/>",
      not: "<div xmlns='http://www.w3.org/1999/xhtml'><p>a</p></div>"),
    RuleCase(
      "atom-metadata-misplaced", entry + "‸<subtitle>x</subtitle>",
      not: "<subtitle>x</subtitle>" + entry),
  ]

  static let entryCases = [
    RuleCase(
      "atom-entry-textless",
      "<content>x</content></entry>\n<entry><id>urn:ab:1</id><title>x</title>"
        + "<updated>2026-02-10T08:30:00Z</updated><link href='a'/>‸</entry>\n"
        + "<entry><id>urn:ab:2</id><title>x</title>"
        + "<updated>2026-02-10T08:30:00Z</updated><content>x</content>",
      not: "<link href='a'/><summary>x</summary>"),
    RuleCase(
      "atom-id-form", "<content>x</content><source><id>‸HTTP://harbor.example/</id>\(sourced)",
      not: "<content>x</content><source><id>http://harbor.example/</id>\(sourced)"),
    RuleCase(
      "atom-id-form", "<content>x</content><source><id>‸http://harbor.example:80/</id>\(sourced)",
      not: "<content>x</content><source><id>https://harbor.example:80/%C3%A9</id>\(sourced)"),
    RuleCase(
      "atom-id-form", "<content>x</content><source><id>‸http://harbor.example</id>\(sourced)",
      not: "<content>x</content><source><id>tag:harbor.example,2026:x</id>\(sourced)"),
    RuleCase(
      "atom-id-form", "<content>x</content><source><id>‸http://harbor.example/%7eh</id>\(sourced)",
      not: "<content>x</content><source><id>http://harbor.example/~h</id>\(sourced)"),
    RuleCase(
      "atom-content-untyped", "<summary>x</summary>‸<content src='a'/>",
      not: "<summary>x</summary><content src='a' type='text/html'/>"),
    RuleCase(
      "atom-content-fragment", "<content type='‸text/html'>&lt;p>x&lt;/p></content>",
      not: "<content type='text/html'>&lt;html>x&lt;/html></content>"),
    RuleCase(
      "atom-source-incomplete", "<content>x</content>‸<source><id>urn:ab:1</id></source>",
      not: "<content>x</content>"),
    RuleCase(
      "html-relative-url-atom", "<content type='html'>‸&lt;img src='i.png'></content>",
      not: "<content type='html'>&lt;img src='//harbor.example/i.png'></content>"
        .replacing("//", with: "https://")),
    RuleCase(
      "html-active-element",
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x‸<script/></div></content>",
      not: "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x<p/></div></content>"),
    RuleCase(
      "html-active-attribute",
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' ‸onload='x'>x</div></content>",
      not: "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x</div></content>"),
  ]

  private static let guid = "<guid>https://harbor.example/1</guid>"
  private static let item = "<item><title>x</title>\(guid)</item>"
  private static let sourced = "<title>x</title><updated>2026-02-10T08:30:00Z</updated></source>"
  private static let entry = """
    <entry><id>urn:ab:1</id><title>x</title><updated>2026-02-10T08:30:00Z</updated>
    <content>x</content></entry>
    """
  private static let prefixed = """
    <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:id>urn:ab:1</a:id><a:title>x</a:title>
    <a:updated>2026-02-10T08:30:00Z</a:updated><a:link rel="self" href="https://x.example/"/>
    </a:feed>
    """

  private static func html(_ text: String) -> String {
    "\(guid)<description>‸\(text)</description>"
  }

  private static func image(
    url: String = "https://harbor.example/i.png", title: String = "Harbor",
    link: String = "https://harbor.example/"
  ) -> String {
    "<image><url>\(url)</url><title>\(title)</title><link>\(link)</link></image>"
  }

  private static func enclosure(_ url: String) -> String {
    """
    \(guid)<enclosure url="\(url)" length="1" type="audio/ogg"/>
    <itunes:duration xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">1</itunes:duration>
    """
  }

  private static func podcast(_ part: String) -> String {
    """
    <language>en</language>
    <i:image xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" href="https://x.example/i.png"/>
    <i:category xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" text="Arts"/>
    <i:explicit xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">true</i:explicit>
    \(part.replacing("<i:owner", with: "<i:owner xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'"))
    """
  }

  private static func declared(_ declaration: String) -> String {
    RSSRuleTests.channel("").replacing("<rss ", with: "<rss \(declaration) ")
  }

  @Test(arguments: channelCases) func `advice about the channel is kept or not`(part: RuleCase) {
    part.expect { RSSRuleTests.channel($0) }
  }

  @Test(arguments: itemCases) func `advice about items is kept or not`(part: RuleCase) {
    part.expect { RSSRuleTests.item($0.contains("<guid") ? $0 : Self.guid + $0) }
  }

  @Test(arguments: documentCases) func `advice about the document is kept or not`(part: RuleCase) {
    part.expect { $0 }
  }

  @Test(arguments: feedCases) func `advice about Atom feeds is kept or not`(part: RuleCase) {
    part.expect { AtomRuleTests.feed($0) }
  }

  @Test(arguments: entryCases) func `advice about Atom entries is kept or not`(part: RuleCase) {
    part.expect { AtomRuleTests.entry($0) }
  }
}
