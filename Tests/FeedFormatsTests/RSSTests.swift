import FeedFormats
import FeedModel
import FeedValues
import Testing

/// Whole documents, element for element as the specification orders them.
struct RSSTests {
  @Test func `a feed that uses every element`() throws {
    let entries = try [Samples.richEntry(), Samples.bareEntry()]
    let document = FeedDocument(
      try Samples.feed(), entries: entries.map { EntryFragments($0, formats: [.rss]) }, format: .rss
    )
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
        xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>Voices &#x26; &#x3C;Ports&gt;</title>
        <link>https://harbor.example/?a=1&amp;b=2</link>
        <description>Notes &#x26; "more" &#x3C;b&gt;]]&gt;</description>
        <language>en</language>
        <copyright>© 2026 Harbor &amp; Co.</copyright>
        <lastBuildDate>Sun, 01 Mar 2026 12:00:00 +0000</lastBuildDate>
        <generator>Feedsetter</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <image>
        <url>https://harbor.example/logo.png?a&amp;b</url>
        <title>Voices &#x26; &#x3C;Ports&gt;</title>
        <link>https://harbor.example/?a=1&amp;b=2</link>
        </image>
        <atom:link rel="self" type="application/rss+xml" href="https://harbor.example/feeds/rss.xml"/>
        <atom:link rel="hub" href="https://hub.example/?x&amp;y"/>
        <itunes:author>Harbor &amp; Friends</itunes:author>
        <itunes:category text="Society &amp; Culture">
        <itunes:category text="Places &amp; Travel"/>
        </itunes:category>
        <itunes:category text="Education"/>
        <itunes:explicit>false</itunes:explicit>
        <itunes:image href="https://harbor.example/cover.png?a&amp;b"/>
        <itunes:owner>
        <itunes:name>Ada &amp; Co</itunes:name>
        <itunes:email>ada@harbor.example</itunes:email>
        </itunes:owner>
        <itunes:type>serial</itunes:type>
        <item>
        <title>A &#x26; B &#x3C;c&gt; "d" 'e' ]]&gt; &#x26;amp; é 🎙 \u{FFFD}\t
        &#13;.</title>
        <link>https://harbor.example/rich/?a=1&amp;b=2</link>
        <description>Short &amp;amp; &amp;lt;sweet></description>
        <dc:creator>Ada &amp; Co, Bob</dc:creator>
        <dc:language>de</dc:language>
        <category domain="https://harbor.example/feeds/category/?a&amp;b">R&amp;D</category>
        <category>say "C++"\t&lt;now></category>
        <enclosure url="https://harbor.example/1.mp3?a&amp;b" length="1048576" type="audio/mpeg"/>
        <guid isPermaLink="false">tag:harbor.example,2026-02-10:rich</guid>
        <pubDate>Tue, 10 Feb 2026 08:30:00 +0000</pubDate>
        <content:encoded>&lt;p title="q">1 &amp;lt; 2 ]]&gt; A &amp; B &lt;c> "d" 'e' ]]&gt; \
        &amp;amp; é 🎙 \u{FFFD}\t
        &#13;.&lt;/p></content:encoded>
        <itunes:author>Ada &amp; Co, Bob</itunes:author>
        <itunes:duration>61</itunes:duration>
        <itunes:episode>7</itunes:episode>
        <itunes:episodeType>bonus</itunes:episodeType>
        <itunes:explicit>true</itunes:explicit>
        <itunes:image href="https://harbor.example/a.jpg?w=1&amp;h=2"/>
        <itunes:season>2</itunes:season>
        <itunes:title>Mud &amp; &lt;more></itunes:title>
        <media:content url="https://harbor.example/a.jpg?w=1&amp;h=2" medium="image" \
        type="image/jpeg" width="1200" height="630">
        <media:description type="plain">A "harbor" &amp; &lt;sea></media:description>
        <media:credit>Ada &amp; &lt;Co></media:credit>
        </media:content>
        <media:thumbnail url="https://harbor.example/a.jpg?w=1&amp;h=2" width="1200" height="630"/>
        </item>
        <item>
        <title>Bare</title>
        <link>https://harbor.example/bare/</link>
        <description>Bare</description>
        <dc:creator>Ada</dc:creator>
        <guid isPermaLink="true">https://harbor.example/bare/</guid>
        <pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate>
        <content:encoded>&lt;p>x&lt;/p></content:encoded>
        <media:content url="https://images.example/photo" medium="image"/>
        <media:thumbnail url="https://images.example/photo"/>
        </item>
        </channel>
        </rss>

        """)
  }

  @Test func `a feed that says no more than it must, in summaries`() throws {
    let entries = try [Samples.summaryEntry(summary: "A & B"), Samples.summaryEntry(summary: nil)]
    let document = FeedDocument(
      try Samples.bareFeed(), entries: entries.map { EntryFragments($0, formats: [.rss]) },
      format: .rss)
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>Voices</title>
        <link>https://harbor.example/</link>
        <description>Notes</description>
        <lastBuildDate>Sun, 01 Mar 2026 12:00:00 +0000</lastBuildDate>
        <generator>Feedsetter</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <atom:link rel="self" type="application/rss+xml" href="https://harbor.example/feeds/rss.xml"/>
        <item>
        <title>Short</title>
        <link>https://harbor.example/short/</link>
        <description>A &amp;amp; B</description>
        <dc:creator>Ada</dc:creator>
        <guid isPermaLink="false">tag:harbor.example,2026:short</guid>
        <pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate>
        </item>
        <item>
        <title>Short</title>
        <link>https://harbor.example/short/</link>
        <dc:creator>Ada</dc:creator>
        <guid isPermaLink="false">tag:harbor.example,2026:short</guid>
        <pubDate>Thu, 01 Jan 2026 00:00:00 +0000</pubDate>
        </item>
        </channel>
        </rss>

        """)
  }
}
