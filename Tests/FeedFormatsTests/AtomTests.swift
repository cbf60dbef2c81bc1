import FeedFormats
import FeedModel
import FeedValues
import Testing

/// Whole documents, element for element.
struct AtomTests {
  @Test func `a feed that uses every element`() throws {
    let entries = try [Samples.richEntry(), Samples.bareEntry()]
    let document = FeedDocument(
      try Samples.feed(), entries: entries.map { EntryFragments($0, formats: [.atom]) },
      format: .atom)
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" \
        xml:lang="en">
        <author>
        <name>Harbor &lt;Team></name>
        <uri>https://harbor.example/about</uri>
        <email>team@harbor.example</email>
        </author>
        <generator>Feedsetter</generator>
        <icon>https://harbor.example/icon.png</icon>
        <id>https://harbor.example/feeds/</id>
        <link rel="self" type="application/atom+xml" href="https://harbor.example/feeds/atom.xml"/>
        <link rel="alternate" type="text/html" href="https://harbor.example/?a=1&amp;b=2"/>
        <link rel="hub" href="https://hub.example/?x&amp;y"/>
        <logo>https://harbor.example/logo.png?a&amp;b</logo>
        <rights>© 2026 Harbor &amp; Co.</rights>
        <subtitle>Notes &amp; "more" &lt;b>]]&gt;</subtitle>
        <title>Voices &amp; &lt;Ports></title>
        <updated>2026-03-01T12:00:00Z</updated>
        <entry xml:lang="de">
        <author>
        <name>Ada &amp; Co</name>
        <uri>https://ada.example/?a&amp;b</uri>
        <email>ada@harbor.example</email>
        </author>
        <author>
        <name>Bob</name>
        </author>
        <category term="R&amp;D" scheme="https://harbor.example/feeds/category/?a&amp;b" \
        label="R&amp;D"/>
        <category term="say &quot;C++&quot;&#9;&lt;now&gt;" label="say &quot;C++&quot;&#9;&lt;now&gt;"/>
        <content type="html">&lt;p title="q">1 &amp;lt; 2 ]]&gt; A &amp; B &lt;c> "d" 'e' \
        ]]&gt; &amp;amp; é 🎙 \u{FFFD}\t
        &#13;.&lt;/p></content>
        <id>tag:harbor.example,2026-02-10:rich</id>
        <link rel="alternate" type="text/html" href="https://harbor.example/rich/?a=1&amp;b=2"/>
        <link rel="related" href="https://elsewhere.example/?c&amp;d"/>
        <link rel="enclosure" type="audio/mpeg" length="1048576" \
        href="https://harbor.example/1.mp3?a&amp;b"/>
        <link rel="enclosure" type="application/pdf" length="2048" \
        href="https://harbor.example/1.pdf" title="The &quot;chart&quot; &amp; &lt;more&gt;"/>
        <published>2026-02-10T08:30:00Z</published>
        <summary>Short &amp; &lt;sweet></summary>
        <title>A &amp; B &lt;c> "d" 'e' ]]&gt; &amp;amp; é 🎙 \u{FFFD}\t
        &#13;.</title>
        <updated>2026-03-01T12:00:00Z</updated>
        <media:content url="https://harbor.example/a.jpg?w=1&amp;h=2" medium="image" \
        type="image/jpeg" width="1200" height="630">
        <media:description type="plain">A "harbor" &amp; &lt;sea></media:description>
        <media:credit>Ada &amp; &lt;Co></media:credit>
        </media:content>
        <media:thumbnail url="https://harbor.example/a.jpg?w=1&amp;h=2" width="1200" height="630"/>
        </entry>
        <entry>
        <author>
        <name>Ada</name>
        </author>
        <content type="html">&lt;p>x&lt;/p></content>
        <id>https://harbor.example/bare/</id>
        <link rel="alternate" type="text/html" href="https://harbor.example/bare/"/>
        <published>2026-01-01T00:00:00Z</published>
        <title>Bare</title>
        <updated>2026-01-01T00:00:00Z</updated>
        <media:content url="https://images.example/photo" medium="image"/>
        <media:thumbnail url="https://images.example/photo"/>
        </entry>
        </feed>

        """)
  }

  @Test func `a feed that says no more than it must, in summaries`() throws {
    let entry = try Samples.summaryEntry(summary: "A & B")
    let document = FeedDocument(
      try Samples.bareFeed(), entries: [EntryFragments(entry, formats: [.atom])], format: .atom)
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
        <author>
        <name>Harbor</name>
        </author>
        <generator>Feedsetter</generator>
        <id>https://harbor.example/feeds/</id>
        <link rel="self" type="application/atom+xml" href="https://harbor.example/feeds/atom.xml"/>
        <link rel="alternate" type="text/html" href="https://harbor.example/"/>
        <subtitle>Notes</subtitle>
        <title>Voices</title>
        <updated>2026-03-01T12:00:00Z</updated>
        <entry>
        <author>
        <name>Ada</name>
        </author>
        <id>tag:harbor.example,2026:short</id>
        <link rel="alternate" type="text/html" href="https://harbor.example/short/"/>
        <published>2026-01-01T00:00:00Z</published>
        <summary>A &amp; B</summary>
        <title>Short</title>
        <updated>2026-01-01T00:00:00Z</updated>
        </entry>
        </feed>

        """)
  }
}
