import Testing

/// Feeds in the image of those that generators and blog systems write, each of the same two articles.
///
/// All of them show "Reading the Ebb & Flow" of 2026-02-10 at the address with the slug
/// `reading-the-ebb`, then "Low Water" of 2026-01-05 with the slug `low-water`.
enum GeneratorFeeds {
  struct Sample: Sendable, CustomTestStringConvertible {
    let generator: String
    let document: String
    /// Where the site served the two articles.
    let links: [String]
    /// The ids that its subscribers know.
    let ids: [String]
    var testDescription: String { generator }
  }

  static let all = [
    hugo, jekyll, zola, wordPress, ghost, eleventy, pelican, hexo, gatsby, docusaurus, microBlog,
  ]

  static let hugo = Sample(
    generator: "Hugo",
    document: """
      <?xml version="1.0" encoding="utf-8" standalone="yes"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel>
          <title>Tide Notes</title>
          <link>https://tide.example/</link>
          <description>Recent content on Tide Notes</description>
          <generator>Hugo</generator>
          <language>en</language>
          <lastBuildDate>Tue, 10 Feb 2026 00:00:00 +0000</lastBuildDate>
          <atom:link href="https://tide.example/index.xml" rel="self" type="application/rss+xml" />
          <item>
            <title>Reading the Ebb &amp; Flow</title>
            <link>https://tide.example/posts/reading-the-ebb/</link>
            <pubDate>Tue, 10 Feb 2026 00:00:00 +0000</pubDate>
            <guid>https://tide.example/posts/reading-the-ebb/</guid>
            <description>&lt;p&gt;Mud.&lt;/p&gt;</description>
          </item>
          <item>
            <title>Low Water</title>
            <link>https://tide.example/posts/low-water/</link>
            <pubDate>Mon, 05 Jan 2026 00:00:00 +0000</pubDate>
            <guid>https://tide.example/posts/low-water/</guid>
            <description>Sand.</description>
          </item>
        </channel>
      </rss>
      """,
    links: [
      "https://tide.example/posts/reading-the-ebb/", "https://tide.example/posts/low-water/",
    ],
    ids: ["https://tide.example/posts/reading-the-ebb/", "https://tide.example/posts/low-water/"])

  static let jekyll = Sample(
    generator: "Jekyll",
    document: """
      <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" >\
      <generator uri="https://jekyllrb.com/" version="4.3.3">Jekyll</generator>\
      <link href="https://tide.example/feed.xml" rel="self" type="application/atom+xml" />\
      <link href="https://tide.example/" rel="alternate" type="text/html" />\
      <updated>2026-02-10T12:00:00+00:00</updated><id>https://tide.example/feed.xml</id>\
      <title type="html">Tide Notes</title><entry>\
      <title type="html">Reading the Ebb &amp;amp; Flow</title>\
      <link href="https://tide.example/2026/02/10/reading-the-ebb.html" rel="alternate" \
      type="text/html" title="Reading the Ebb &amp;amp; Flow" />\
      <published>2026-02-10T00:00:00+00:00</published><updated>2026-02-10T00:00:00+00:00</updated>\
      <id>https://tide.example/2026/02/10/reading-the-ebb</id>\
      <content type="html" xml:base="https://tide.example/2026/02/10/reading-the-ebb.html">\
      <![CDATA[<p>Mud.</p>]]></content><author><name>Tide Team</name></author></entry><entry>\
      <title type="html">Low Water</title>\
      <link href="https://tide.example/2026/01/05/low-water.html" rel="alternate" type="text/html" \
      title="Low Water" /><published>2026-01-05T00:00:00+00:00</published>\
      <updated>2026-01-05T00:00:00+00:00</updated>\
      <id>https://tide.example/2026/01/05/low-water</id></entry></feed>
      """,
    links: [
      "https://tide.example/2026/02/10/reading-the-ebb.html",
      "https://tide.example/2026/01/05/low-water.html",
    ],
    ids: [
      "https://tide.example/2026/02/10/reading-the-ebb",
      "https://tide.example/2026/01/05/low-water",
    ])

  static let zola = Sample(
    generator: "Zola",
    document: """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <title>Tide Notes</title>
          <link rel="self" type="application/atom+xml" href="https://tide.example/atom.xml"/>
          <link rel="alternate" type="text/html" href="https://tide.example"/>
          <generator uri="https://www.getzola.org/">Zola</generator>
          <updated>2026-02-10T00:00:00+00:00</updated>
          <id>https://tide.example/atom.xml</id>
          <entry xml:lang="en">
              <title>Reading the Ebb &amp; Flow</title>
              <published>2026-02-10T00:00:00+00:00</published>
              <updated>2026-02-10T00:00:00+00:00</updated>
              <author><name>Unknown</name></author>
              <link rel="alternate" type="text/html" href="https://tide.example/reading-the-ebb/"/>
              <id>https://tide.example/reading-the-ebb/</id>
              <content type="html" xml:base="https://tide.example/reading-the-ebb/">&lt;p&gt;Mud.</content>
          </entry>
          <entry xml:lang="en">
              <title>Low Water</title>
              <published>2026-01-05T00:00:00+00:00</published>
              <updated>2026-01-05T00:00:00+00:00</updated>
              <link rel="alternate" type="text/html" href="https://tide.example/low-water/"/>
              <id>https://tide.example/low-water/</id>
          </entry>
      </feed>
      """,
    links: ["https://tide.example/reading-the-ebb/", "https://tide.example/low-water/"],
    ids: ["https://tide.example/reading-the-ebb/", "https://tide.example/low-water/"])

  static let wordPress = Sample(
    generator: "WordPress",
    document: """
      <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
      \txmlns:content="http://purl.org/rss/1.0/modules/content/"
      \txmlns:wfw="http://wellformedweb.org/CommentAPI/"
      \txmlns:dc="http://purl.org/dc/elements/1.1/"
      \txmlns:atom="http://www.w3.org/2005/Atom"
      \txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
      \txmlns:slash="http://purl.org/rss/1.0/modules/slash/"
      \t>

      <channel>
      \t<title>Tide Notes</title>
      \t<atom:link href="https://tide.example/feed/" rel="self" type="application/rss+xml" />
      \t<link>https://tide.example</link>
      \t<generator>https://wordpress.org/?v=6.7</generator>
      \t<item>
      \t\t<title>Reading the Ebb &#038; Flow</title>
      \t\t<link>https://tide.example/2026/02/reading-the-ebb/</link>
      \t\t<comments>https://tide.example/2026/02/reading-the-ebb/#respond</comments>
      \t\t<dc:creator><![CDATA[Tide Team]]></dc:creator>
      \t\t<pubDate>Tue, 10 Feb 2026 08:30:00 +0000</pubDate>
      \t\t<category><![CDATA[Field work]]></category>
      \t\t<guid isPermaLink="false">https://tide.example/?p=12</guid>
      \t\t<description><![CDATA[<p>Mud. [&#8230;]</p>]]></description>
      \t\t<content:encoded><![CDATA[<p>Mud.</p>]]></content:encoded>
      \t\t<slash:comments>0</slash:comments>
      \t</item>
      \t<item>
      \t\t<title>Low Water</title>
      \t\t<link>https://tide.example/2026/01/low-water/</link>
      \t\t<pubDate>Mon, 05 Jan 2026 08:30:00 +0000</pubDate>
      \t\t<guid isPermaLink="false">https://tide.example/?p=7</guid>
      \t</item>
      </channel>
      </rss>
      """,
    links: [
      "https://tide.example/2026/02/reading-the-ebb/", "https://tide.example/2026/01/low-water/",
    ],
    ids: ["https://tide.example/?p=12", "https://tide.example/?p=7"])

  static let ghost = Sample(
    generator: "Ghost",
    document: """
      <?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:atom="http://www.w3.org/2005/Atom" version="2.0" \
      xmlns:media="http://search.yahoo.com/mrss/"><channel><title><![CDATA[Tide Notes]]></title>\
      <description><![CDATA[Mud]]></description><link>https://tide.example/</link>\
      <generator>Ghost 5.82</generator><lastBuildDate>Tue, 10 Feb 2026 09:00:00 GMT</lastBuildDate>\
      <atom:link href="https://tide.example/rss/" rel="self" type="application/rss+xml"/><ttl>60</ttl>\
      <item><title><![CDATA[Reading the Ebb & Flow]]></title><description><![CDATA[Mud.]]></description>\
      <link>https://tide.example/reading-the-ebb/</link>\
      <guid isPermaLink="false">65c7a1b2c3d4e5f601234567</guid>\
      <dc:creator><![CDATA[Tide Team]]></dc:creator><pubDate>Tue, 10 Feb 2026 08:30:00 GMT</pubDate>\
      <content:encoded><![CDATA[<p>Mud.</p>]]></content:encoded></item>\
      <item><title><![CDATA[Low Water]]></title><link>https://tide.example/low-water/</link>\
      <guid isPermaLink="false">6597a1b2c3d4e5f601234567</guid>\
      <pubDate>Mon, 05 Jan 2026 08:30:00 GMT</pubDate></item></channel></rss>
      """,
    links: ["https://tide.example/reading-the-ebb/", "https://tide.example/low-water/"],
    ids: ["65c7a1b2c3d4e5f601234567", "6597a1b2c3d4e5f601234567"])

  static let eleventy = Sample(
    generator: "Eleventy",
    document: """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>Tide Notes</title>
        <subtitle>Mud</subtitle>
        <link href="https://tide.example/feed/feed.xml" rel="self" />
        <link href="https://tide.example/" />
        <updated>2026-02-10T00:00:00Z</updated>
        <id>https://tide.example/</id>
        <author><name>Tide Team</name></author>
        <entry>
          <title>Reading the Ebb &amp; Flow</title>
          <link href="https://tide.example/blog/reading-the-ebb/" />
          <updated>2026-02-10T00:00:00Z</updated>
          <id>https://tide.example/blog/reading-the-ebb/</id>
          <content type="html">&lt;p&gt;Mud.&lt;/p&gt;</content>
        </entry>
        <entry>
          <title>Low Water</title>
          <link href="https://tide.example/blog/low-water/" />
          <updated>2026-01-05T00:00:00Z</updated>
          <id>https://tide.example/blog/low-water/</id>
        </entry>
      </feed>
      """,
    links: ["https://tide.example/blog/reading-the-ebb/", "https://tide.example/blog/low-water/"],
    ids: ["https://tide.example/blog/reading-the-ebb/", "https://tide.example/blog/low-water/"])

  static let pelican = Sample(
    generator: "Pelican",
    document: """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Tide Notes</title>\
      <link href="https://tide.example/" rel="alternate"></link>\
      <link href="https://tide.example/feeds/all.atom.xml" rel="self"></link>\
      <id>https://tide.example/</id><updated>2026-02-10T00:00:00+01:00</updated><entry>\
      <title>Reading the Ebb &amp; Flow</title>\
      <link href="https://tide.example/reading-the-ebb.html" rel="alternate"></link>\
      <published>2026-02-10T00:00:00+01:00</published><updated>2026-02-10T00:00:00+01:00</updated>\
      <author><name>Tide Team</name></author>\
      <id>tag:tide.example,2026-02-10:/reading-the-ebb.html</id>\
      <summary type="html">&lt;p&gt;Mud.&lt;/p&gt;</summary></entry><entry><title>Low Water</title>\
      <link href="https://tide.example/low-water.html" rel="alternate"></link>\
      <published>2026-01-05T00:00:00+01:00</published><updated>2026-01-05T00:00:00+01:00</updated>\
      <id>tag:tide.example,2026-01-05:/low-water.html</id></entry></feed>
      """,
    links: ["https://tide.example/reading-the-ebb.html", "https://tide.example/low-water.html"],
    ids: [
      "tag:tide.example,2026-02-10:/reading-the-ebb.html",
      "tag:tide.example,2026-01-05:/low-water.html",
    ])

  static let hexo = Sample(
    generator: "Hexo",
    document: """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title>Tide Notes</title>
        <link href="https://tide.example/atom.xml" rel="self"/>
        <link href="https://tide.example/"/>
        <updated>2026-02-10T08:30:00.000Z</updated>
        <id>https://tide.example/</id>
        <generator uri="https://hexo.io/">Hexo</generator>
        <entry>
          <title>Reading the Ebb &amp; Flow</title>
          <link href="https://tide.example/2026/02/10/reading-the-ebb/"/>
          <id>https://tide.example/2026/02/10/reading-the-ebb/</id>
          <published>2026-02-10T08:30:00.000Z</published>
          <updated>2026-02-10T08:30:00.000Z</updated>
          <content type="html"><![CDATA[<p>Mud.</p>]]></content>
        </entry>
        <entry>
          <title>Low Water</title>
          <link href="https://tide.example/2026/01/05/low-water/"/>
          <id>https://tide.example/2026/01/05/low-water/</id>
          <published>2026-01-05T08:30:00.000Z</published>
        </entry>
      </feed>
      """,
    links: [
      "https://tide.example/2026/02/10/reading-the-ebb/",
      "https://tide.example/2026/01/05/low-water/",
    ],
    ids: [
      "https://tide.example/2026/02/10/reading-the-ebb/",
      "https://tide.example/2026/01/05/low-water/",
    ])

  static let gatsby = Sample(
    generator: "Gatsby",
    document: """
      <?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>\
      <title><![CDATA[Tide Notes]]></title><link>https://tide.example</link>\
      <generator>GatsbyJS</generator><lastBuildDate>Tue, 10 Feb 2026 09:00:00 GMT</lastBuildDate>\
      <item><title><![CDATA[Reading the Ebb & Flow]]></title>\
      <link>https://tide.example/reading-the-ebb/</link>\
      <guid isPermaLink="false">https://tide.example/reading-the-ebb/</guid>\
      <pubDate>Tue, 10 Feb 2026 00:00:00 GMT</pubDate></item>\
      <item><title><![CDATA[Low Water]]></title><link>https://tide.example/low-water/</link>\
      <guid isPermaLink="false">https://tide.example/low-water/</guid>\
      <pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate></item></channel></rss>
      """,
    links: ["https://tide.example/reading-the-ebb/", "https://tide.example/low-water/"],
    ids: ["https://tide.example/reading-the-ebb/", "https://tide.example/low-water/"])

  static let docusaurus = Sample(
    generator: "Docusaurus",
    document: """
      <?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type="text/xsl" href="rss.xsl"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
              <title>Tide Notes Blog</title>
              <link>https://tide.example/blog</link>
              <generator>https://github.com/jpmonette/feed</generator>
              <item>
                  <title><![CDATA[Reading the Ebb & Flow]]></title>
                  <link>https://tide.example/blog/reading-the-ebb</link>
                  <guid>https://tide.example/blog/reading-the-ebb</guid>
                  <pubDate>Tue, 10 Feb 2026 00:00:00 GMT</pubDate>
              </item>
              <item>
                  <title><![CDATA[Low Water]]></title>
                  <link>https://tide.example/blog/low-water</link>
                  <guid>https://tide.example/blog/low-water</guid>
                  <pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate>
              </item>
          </channel>
      </rss>
      """,
    links: ["https://tide.example/blog/reading-the-ebb", "https://tide.example/blog/low-water"],
    ids: ["https://tide.example/blog/reading-the-ebb", "https://tide.example/blog/low-water"])

  static let microBlog = Sample(
    generator: "Micro.blog, as JSON Feed",
    document: """
      {"version": "https://jsonfeed.org/version/1", "title": "Tide Notes",
       "home_page_url": "https://tide.example/", "feed_url": "https://tide.example/feed.json",
       "items": [
        {"id": "http://tide.micro.blog/2026/02/10/reading-the-ebb.html",
         "url": "https://tide.example/2026/02/10/reading-the-ebb.html",
         "title": "Reading the Ebb & Flow", "content_html": "<p>Mud.</p>",
         "date_published": "2026-02-10T08:30:00+01:00"},
        {"id": "http://tide.micro.blog/2026/01/05/low-water.html",
         "url": "https://tide.example/2026/01/05/low-water.html", "title": "Low Water",
         "content_html": "<p>Sand.</p>", "date_published": "2026-01-05T08:30:00+01:00"}]}
      """,
    links: [
      "https://tide.example/2026/02/10/reading-the-ebb.html",
      "https://tide.example/2026/01/05/low-water.html",
    ],
    ids: [
      "http://tide.micro.blog/2026/02/10/reading-the-ebb.html",
      "http://tide.micro.blog/2026/01/05/low-water.html",
    ])
}
