import FeedValidation
import Testing

@Suite struct RSSRuleTests {
  /// A valid channel around `part`, with the mark wherever `part` has it.
  static func channel(_ part: String) -> String {
    """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel>
    <title>Harbor</title><link>https://harbor.example/</link><description>Notes</description>
    <atom:link rel="self" href="https://harbor.example/rss.xml"/>
    \(part)
    </channel>
    </rss>
    """
  }

  static func item(_ part: String) -> String {
    channel("<item>\n<title>One</title>\n\(part)\n</item>")
  }

  static let channelCases = [
    RuleCase(
      "rss-date", "<pubDate>‸2026-02-10</pubDate>",
      not: "<pubDate>Tue, 10 Feb 2026 08:30:00 +0000</pubDate>"),
    RuleCase(
      "rss-date", "<lastBuildDate>\n ‸30 Feb 2026 08:30:00 GMT</lastBuildDate>",
      not: "<lastBuildDate>\n 28 Feb 2026 08:30:00 GMT</lastBuildDate>"),
    RuleCase(
      "rss-date-weekday", "<pubDate>‸Mon, 10 Feb 2026 23:30:00 -0500</pubDate>",
      not: "<pubDate>Tue, 10 Feb 2026 23:30:00 -0500</pubDate>"),
    RuleCase("rss-url", "<docs>‸/docs</docs>", not: "<docs>https://harbor.example/docs</docs>"),
    RuleCase(
      "rss-contact", "<managingEditor>‸Harbor</managingEditor>",
      not: "<managingEditor>team@harbor.example (Harbor)</managingEditor>"),
    RuleCase(
      "rss-language", "<language>‸en_US</language>", not: "<language>en-US</language>"),
    RuleCase("rss-ttl", "<ttl>‸-1</ttl>", not: "<ttl> 60 </ttl>"),
    RuleCase("rss-image-width", image("<width>‸145</width>"), not: image("<width>144</width>")),
    RuleCase("rss-image-height", image("<height>‸0</height>"), not: image("<height>1</height>")),
    RuleCase(
      "rss-skip-hour", "<skipHours><hour>‸24</hour></skipHours>",
      not: "<skipHours><hour>0</hour><hour>23</hour></skipHours>"),
    RuleCase(
      "rss-skip-day", "<skipDays><day>‸monday</day></skipDays>",
      not: "<skipDays><day>Monday</day></skipDays>"),
    RuleCase(
      "rss-skip-repeated", "<skipDays><day>Friday</day>‸<day>Friday</day></skipDays>",
      not: "<skipDays><day>Friday</day><day>Monday</day></skipDays>"),
    RuleCase(
      "rss-cloud-port", cloud(port: "‸0", protocol: "soap"),
      not: cloud(port: "80", protocol: "soap")),
    RuleCase(
      "rss-cloud-protocol", cloud(port: "80", protocol: "‸ftp"),
      not: cloud(port: "80", protocol: "http-post")),
    RuleCase("rss-text-input-name", textInput("‸a b"), not: textInput("q")),
    RuleCase("missing-element", "‸<skipHours/>", not: "<skipHours><hour>1</hour></skipHours>"),
    RuleCase("duplicate-element", "<ttl>1</ttl>‸<ttl>2</ttl>", not: "<ttl>1</ttl>"),
    RuleCase("undefined-element", "‸<titel>x</titel>", not: "<x:titel xmlns:x='urn:x'>x</x:titel>"),
    RuleCase("undefined-element", "<copyright>‸<b/></copyright>", not: ""),
    RuleCase(
      "missing-attribute",
      "<item><title>x</title><guid>http://x.example/</guid>‸<source>x</source></item>",
      not: ""),
    RuleCase("unexpected-attribute", "<ttl ‸x='1'>1</ttl>", not: "<ttl xml:lang='en'>1</ttl>"),
    RuleCase("unexpected-text", "‸text", not: ""),
    RuleCase(
      "xml-lang", "<copyright xml:lang='‸en_US'>x</copyright>",
      not: "<copyright xml:lang=''>x</copyright>"),
    RuleCase(
      "xml-base", "<copyright xml:base='‸a b'>x</copyright>",
      not: "<copyright xml:base='a'>x</copyright>"),
  ]

  static let itemCases = [
    RuleCase(
      "rss-source-url", "<guid>http://x.example/</guid><source url='‸x'>x</source>",
      not: "<guid>http://x.example/</guid><source url='http://x.example/'>x</source>"),
    RuleCase(
      "rss-guid-permalink", "<guid>‸abc</guid>", not: "<guid isPermaLink='false'>abc</guid>"),
    RuleCase(
      "rss-guid-permalink", "<guid isPermaLink='true'>‸urn:x:y</guid>",
      not: "<guid isPermaLink='true'>http://x.example/</guid>"),
    RuleCase(
      "rss-guid-flag", "<guid isPermaLink='‸no'>abc</guid>",
      not: "<guid isPermaLink='false'>abc</guid>"),
    RuleCase(
      "rss-enclosure-url", enclosure("url='‸a.mp3' length='1' type='audio/mpeg'"),
      not: enclosure("url='http://x.example/a.mp3' length='1' type='audio/mpeg'")),
    RuleCase(
      "rss-enclosure-length", enclosure("url='http://x.example/' length='‸1 MB' type='audio/mpeg'"),
      not: enclosure("url='http://x.example/' length='0' type='audio/mpeg'")),
    RuleCase(
      "rss-enclosure-type", enclosure("url='http://x.example/' length='1' type='‸audio'"),
      not: enclosure("url='http://x.example/' length='1' type='audio/ogg; codecs=opus'")),
    RuleCase(
      "rss-enclosure-repeated",
      enclosure("url='http://x.example/' length='1' type='audio/mpeg'")
        + "‸<enclosure url='http://x.example/2' length='1' type='audio/mpeg'/>",
      not: enclosure("url='http://x.example/' length='1' type='audio/mpeg'")),
    RuleCase(
      "rss-guid-repeated",
      "<guid>http://x.example/</guid></item>\n<item><title>x</title><guid>‸http://x.example/</guid>",
      not: "<guid>http://x.example/</guid></item>\n"
        + "<item><title>x</title><guid>http://x.example/2</guid>"),
    RuleCase(
      "rss-item-empty",
      "<guid>http://x.example/</guid></item>\n<item><guid>http://x.example/2</guid>‸</item>\n"
        + "<item><title>x</title><guid>http://x.example/3</guid>",
      not: "<guid>http://x.example/</guid></item>\n"
        + "<item><description/><guid>http://x.example/2</guid>"),
    RuleCase(
      "rss-guid-missing",
      "<guid>http://x.example/</guid></item>\n<item><title>x</title>‸</item>\n"
        + "<item><title>x</title><guid>http://x.example/2</guid>",
      not: "<guid>http://x.example/</guid>"),
  ]

  static let documentCases = [
    RuleCase(
      "rss-version", channel("").replacing("\"2.0\"", with: "\"‸3.0\""), not: channel("")),
    RuleCase(
      "rss-version-old", channel("").replacing("\"2.0\"", with: "\"‸0.92\""), not: channel("")),
    RuleCase(
      "rss-self-link",
      channel("").replacing("rel=\"self\"", with: "rel=\"hub\"").replacing(
        "</chan", with: "‸</chan"),
      not: channel("")),
    RuleCase(
      "not-a-feed", "‸" + channel("").replacing("xmlns:atom", with: "xmlns='urn:x' xmlns:atom"),
      not: channel("")),
  ]

  @Test(arguments: channelCases) func `a rule about the channel is kept or broken`(part: RuleCase) {
    part.expect { Self.channel($0) }
  }

  @Test(arguments: itemCases) func `a rule about items is kept or broken`(part: RuleCase) {
    part.expect { Self.item($0) }
  }

  @Test(arguments: documentCases) func `a rule about the document is kept or broken`(
    part: RuleCase
  ) {
    part.expect { $0 }
  }

  @Test func `extensions may hold what they like`() {
    let part = "<x:a xmlns:x='urn:x' y='1'>text<item/><title/><x:b><channel/></x:b></x:a>"
    #expect(judge(Self.channel(part)) == [])
    #expect(judge(Self.item("<guid>http://x.example/</guid>" + part)) == [])
  }

  private static func image(_ part: String) -> String {
    """
    <image><url>https://harbor.example/i.png</url><title>Harbor</title>
    <link>https://harbor.example/</link>\(part)</image>
    """
  }

  private static func cloud(port: String, protocol name: String) -> String {
    """
    <cloud domain="x.example" port="\(port)" path="/" registerProcedure="" protocol="\(name)"/>
    """
  }

  private static func textInput(_ name: String) -> String {
    """
    <textInput><title>Search</title><description>Search</description>
    <name>\(name)</name><link>https://harbor.example/</link></textInput>
    """
  }

  private static func enclosure(_ attributes: String) -> String {
    "<guid>http://x.example/</guid>\n<enclosure \(attributes)/>"
  }
}
