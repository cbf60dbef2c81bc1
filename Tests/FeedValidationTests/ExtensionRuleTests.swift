import FeedValidation
import Testing

/// The rules of the extensions: each case stands in a channel or an item that is otherwise right.
@Suite struct ExtensionRuleTests {
  private static let namespaces = """
    xmlns:admin="http://webns.net/mvcb/" xmlns:app="http://www.w3.org/2007/app" \
    xmlns:blogChannel="http://backend.userland.com/blogChannelModule" \
    xmlns:at="http://purl.org/atompub/tombstones/1.0" \
    xmlns:cc="http://web.resource.org/cc/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:ev="http://purl.org/rss/1.0/modules/event/" \
    xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" \
    xmlns:georss="http://www.georss.org/georss" \
    xmlns:fh="http://purl.org/syndication/history/1.0" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:podcast="https://podcastindex.org/namespace/1.0" \
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
    xmlns:slash="http://purl.org/rss/1.0/modules/slash/" \
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" \
    xmlns:thr="http://purl.org/syndication/thread/1.0" \
    xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/" \
    xmlns:wfw="http://wellformedweb.org/CommentAPI/"
    """

  /// A channel around `part`, all extensions declared.
  static func channel(_ part: String) -> String {
    RSSRuleTests.channel(part).replacing("<rss ", with: "<rss \(namespaces) ")
  }

  /// A channel with one item around `part`.
  static func item(_ part: String) -> String {
    channel(
      """
      <item>
      <title>One</title><guid>https://harbor.example/1</guid>
      \(part)
      </item>
      """)
  }

  static func feed(_ part: String) -> String {
    AtomRuleTests.feed(part).replacing("<feed ", with: "<feed \(namespaces) ")
  }

  static func entry(_ part: String) -> String {
    AtomRuleTests.entry(part).replacing("<feed ", with: "<feed \(namespaces) ")
  }

  static let itemCases = [
    RuleCase(
      "dc-date", "<dc:date>‸2026-02-10T08:30:00</dc:date>", not: "<dc:date>2026-02</dc:date>"),
    RuleCase(
      "dc-date", "<dcterms:modified>‸yesterday</dcterms:modified>",
      not: "<dcterms:modified>2026-02-10T08:30+01:00</dcterms:modified>"),
    RuleCase(
      "dc-language", "<dc:language>‸English</dc:language>", not: "<dc:language>cmn</dc:language>"),
    RuleCase(
      "dc-markup", "<dc:creator>‸&lt;b&gt;H&lt;/b&gt;</dc:creator>",
      not: "<dc:creator>A &lt; B</dc:creator>"),
    RuleCase("dc-blank", "‸<dc:creator/>", not: "<dc:creator>H</dc:creator>"),
    RuleCase(
      "content-before-description",
      "‸<content:encoded>x</content:encoded><description>x</description>",
      not: "<description>x</description><content:encoded>x</content:encoded>"),
    RuleCase(
      "content-blank", "<description>x</description>‸<content:encoded/>",
      not: "<description>x</description><content:encoded>x</content:encoded>"),
    RuleCase(
      "content-not-escaped",
      "<description>x</description><content:encoded>‸<p>x</p></content:encoded>",
      not: "<description>x</description><content:encoded>&lt;p>x&lt;/p></content:encoded>"),
    RuleCase(
      "slash-comments", "<slash:comments>‸many</slash:comments>",
      not: "<slash:comments>0</slash:comments>"),
    RuleCase(
      "slash-hit-parade", "<slash:hit_parade>‸1;2</slash:hit_parade>",
      not: "<slash:hit_parade>3, 2,1</slash:hit_parade>"),
    RuleCase(
      "wfw-url", "<wfw:commentRss>‸/1/rss</wfw:commentRss>",
      not: "<wfw:commentRss>https://harbor.example/1/rss</wfw:commentRss>"),
    RuleCase(
      "wfw-comment-rss-case", "‸<wfw:commentRSS>https://harbor.example/1/rss</wfw:commentRSS>",
      not: "<wfw:commentRss>https://harbor.example/1/rss</wfw:commentRss>"),
    RuleCase(
      "trackback-url", "‸<trackback:ping rdf:resource='https://harbor.example/'/>",
      not: "<trackback:ping>https://harbor.example/</trackback:ping>"),
    RuleCase(
      "licence-url", "<creativeCommons:license>‸by-nc</creativeCommons:license>",
      not: "<creativeCommons:license>http://x.example/by</creativeCommons:license>"),
    RuleCase(
      "licence-resource", "<cc:license rdf:resource='‸by'/>",
      not: "<cc:license rdf:resource='http://x.example/by'/>"),
    RuleCase("geo-latitude", "<geo:lat>‸90.1</geo:lat>", not: "<geo:lat>-90</geo:lat>"),
    RuleCase("geo-longitude", "<geo:long>‸W 5</geo:long>", not: "<geo:long>180</geo:long>"),
    RuleCase(
      "georss-point", "<georss:point>‸95 10</georss:point>",
      not: "<georss:point>53.55 9.99</georss:point>"),
    RuleCase(
      "georss-line", "<georss:line>‸1 2</georss:line>", not: "<georss:line>1 2 3 4</georss:line>"),
    RuleCase(
      "georss-polygon", "<georss:polygon>‸1 2 3 4</georss:polygon>",
      not: "<georss:polygon>1 2 3 4 5 6 1 2</georss:polygon>"),
    RuleCase(
      "georss-box", "<georss:box>‸1 2 3</georss:box>", not: "<georss:box>1 2 3 4</georss:box>"),
    RuleCase(
      "event-date", "<ev:startdate>‸tomorrow</ev:startdate>",
      not: "<ev:startdate>2026-02-10T10:00:00</ev:startdate>"),
    RuleCase(
      "history-in-entry", "‸<atom:link rel='next' href='https://harbor.example/2'/>",
      not: "<atom:link rel='related' href='https://harbor.example/2'/>"),
    RuleCase(
      "atom-in-rss-href", "‸<atom:link rel='related'/>",
      not: "<atom:link rel='related' href='https://harbor.example/2'/>"),
    RuleCase(
      "atom-in-rss-uri", "<atom:link rel='related' href='‸a b'/>",
      not: "<atom:link rel='related' href='a'/>"),
    RuleCase(
      "atom-in-rss-type", "<atom:link rel='related' href='a' type='‸html'/>",
      not: "<atom:link rel='related' href='a' type='text/html'/>"),
    RuleCase(
      "atom-in-rss-hreflang", "<atom:link rel='related' href='a' hreflang='‸english'/>",
      not: "<atom:link rel='related' href='a' hreflang='en'/>"),
    RuleCase(
      "atom-in-rss-date", "<atom:updated>‸10 Feb 2026</atom:updated>",
      not: "<atom:updated>2026-02-10T08:30:00Z</atom:updated>"),
    RuleCase(
      "atom-in-rss-email", "<atom:author><atom:email>‸H</atom:email></atom:author>",
      not: "<atom:author><atom:email>h@harbor.example</atom:email></atom:author>"),
    RuleCase(
      "extension-element-unknown", "‸<dc:autor>H</dc:autor>", not: "<dc:creator>H</dc:creator>"),
    RuleCase(
      "extension-attribute-unknown",
      "<media:thumbnail url='http://x.example/' ‸heigth='1'/>",
      not: "<media:thumbnail url='http://x.example/' height='1'/>"),
    RuleCase(
      "extension-text", "<media:player url='http://x.example/'>‸x</media:player>",
      not: "<media:player url='http://x.example/'/>"),
    RuleCase("duplicate-element", "<dc:date>2026</dc:date>‸<dc:date>2026</dc:date>", not: ""),
    RuleCase("missing-attribute", "‸<media:thumbnail/>", not: ""),
  ]

  static let channelCases = [
    RuleCase(
      "syndication-period", "<sy:updatePeriod>‸often</sy:updatePeriod>",
      not: "<sy:updatePeriod> hourly\n</sy:updatePeriod>"),
    RuleCase(
      "syndication-frequency", "<sy:updateFrequency>‸0</sy:updateFrequency>",
      not: "<sy:updateFrequency>1</sy:updateFrequency>"),
    RuleCase(
      "syndication-base", "<sy:updateBase>‸10 Feb 2026</sy:updateBase>",
      not: "<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>"),
    RuleCase(
      "blog-channel-url", "<blogChannel:blogRoll>‸roll</blogChannel:blogRoll>",
      not: "<blogChannel:blogRoll>http://x.example/</blogChannel:blogRoll>"),
    RuleCase(
      "admin-resource", "‸<admin:generatorAgent/>",
      not: "<admin:generatorAgent rdf:resource='http://x.example/'/>"),
    RuleCase(
      "history-complete-paged",
      "<fh:complete/>‸<atom:link rel='next' href='https://harbor.example/2'/>",
      not: "<atom:link rel='next' href='https://harbor.example/2'/>"),
    RuleCase(
      "history-complete-current",
      "<fh:complete/>‸<atom:link rel='current' href='https://harbor.example/2'/>",
      not: "<fh:complete/><atom:link rel='current' href='https://harbor.example/rss.xml'/>"),
    RuleCase(
      "history-past-end",
      "<atom:link rel='last' href='https://harbor.example/rss.xml'/>"
        + "‸<atom:link rel='next' href='https://harbor.example/2'/>",
      not: "<atom:link rel='first' href='https://harbor.example/rss.xml'/>"
        + "<atom:link rel='next' href='https://harbor.example/2'/>"),
    RuleCase(
      "history-archive-current",
      "‸<fh:archive/><atom:link rel='prev-archive' href='https://harbor.example/2'/>",
      not: "<fh:archive/><atom:link rel='prev-archive' href='https://harbor.example/2'/>"
        + "<atom:link rel='current' href='https://harbor.example/rss'/>"),
    RuleCase(
      "history-archive-chain",
      "‸<fh:archive/><atom:link rel='current' href='https://harbor.example/rss'/>",
      not: "<fh:archive/><atom:link rel='prev-archive' href='https://harbor.example/2'/>"
        + "<atom:link rel='current' href='https://harbor.example/rss'/>"),
  ]

  private static let gone = "<at:deleted-entry ref='urn:x:1' when='2026-02-10T08:30:00Z'/>"

  static let tombstoneCases = [
    RuleCase(
      "tombstone-ref", "<at:deleted-entry ref='‸1' when='2026-02-10T08:30:00Z'/>", not: gone),
    RuleCase("tombstone-when", "<at:deleted-entry ref='urn:x:1' when='‸2026-02-10'/>", not: gone),
    RuleCase(
      "tombstone-twice", gone + "‸" + gone, not: gone + gone.replacing("x:1", with: "x:2")),
    RuleCase(
      "missing-attribute", "‸<at:deleted-entry ref='urn:x:1'/>",
      not:
        "<at:deleted-entry ref='urn:x:1' when='2026-02-10T08:30:00Z'><at:by><name>H</name></at:by>"
        + "<at:comment>Twice</at:comment></at:deleted-entry>"),
  ]

  static let entryCases = [
    RuleCase(
      "thread-total", link + "<thr:total>‸2.5</thr:total>", not: link + "<thr:total>2</thr:total>"),
    RuleCase(
      "thread-ref", link + "<thr:in-reply-to ref='‸1'/>",
      not: link + "<thr:in-reply-to ref='tag:harbor.example,2026:1'/>"),
    RuleCase(
      "thread-href", link + "<thr:in-reply-to ref='urn:x:1' href='‸a b'/>",
      not: link + "<thr:in-reply-to ref='urn:x:1' href='a'/>"),
    RuleCase(
      "thread-source", link + "<thr:in-reply-to ref='urn:x:1' source='‸a b'/>",
      not: link + "<thr:in-reply-to ref='urn:x:1' source='a'/>"),
    RuleCase(
      "thread-type", link + "<thr:in-reply-to ref='urn:x:1' type='‸html'/>",
      not: link + "<thr:in-reply-to ref='urn:x:1' type='text/html'/>"),
    RuleCase(
      "thread-count", link + replies("thr:count='‸few'"), not: link + replies("thr:count='3'")),
    RuleCase(
      "thread-updated", link + replies("thr:updated='‸2026'"),
      not: link + replies("thr:updated='2026-02-10T08:30:00Z'")),
    RuleCase(
      "thread-when", link + replies("thr:when='‸2026-02-10T08:30:00Z'"),
      not: link + replies("thr:updated='2026-02-10T08:30:00Z'")),
    RuleCase(
      "app-draft", link + "<app:control><app:draft>‸maybe</app:draft></app:control>",
      not: link + "<app:control><app:draft>no</app:draft></app:control>"),
    RuleCase(
      "app-edited", link + "<app:edited>‸2026</app:edited>",
      not: link + "<app:edited>2026-02-10T08:30:00Z</app:edited>"),
  ]

  private static let link = "<link href='https://harbor.example/1'/>"

  private static func replies(_ attribute: String) -> String {
    "<link rel='replies' href='https://harbor.example/1/replies' \(attribute)/>"
  }

  @Test(arguments: itemCases) func `a rule about extensions in items is kept or broken`(
    part: RuleCase
  ) {
    part.expect(in: Self.item)
  }

  @Test(arguments: channelCases) func `a rule about extensions in channels is kept or broken`(
    part: RuleCase
  ) {
    part.expect(in: Self.channel)
  }

  @Test(arguments: tombstoneCases) func `a rule about deleted entries is kept or broken`(
    part: RuleCase
  ) {
    part.expect(in: Self.feed)
  }

  @Test(arguments: entryCases) func `a rule about extensions in entries is kept or broken`(
    part: RuleCase
  ) {
    part.expect(in: Self.entry)
  }

  @Test func `vocabularies of today are known`() {
    let part = """
      <itunes:title>x</itunes:title><podcast:person>H</podcast:person>
      <podcast:value type="lightning" method="keysend"><podcast:valueRecipient
        name="H" type="node" address="1" split="100"/></podcast:value>
      <media:group><media:title>x</media:title><media:community><media:starRating
        count="1"/></media:community></media:group>
      """
    #expect(judge(Self.item(part)) == [])
  }
}
