import FeedFormats
import FeedModel
import FeedValues
import Testing

/// Whole heads: what a feed says to browsers and people.
@Suite("Feeds that browsers show as pages")
struct StyledFeedTests {
  private static func feed(history: FeedHistory = .unknown) throws -> Feed {
    let bare = try Samples.bareFeed()
    return Feed(
      title: "Voices & <Ports>", description: bare.description, location: bare.location,
      homePage: try AbsoluteURL("https://harbor.example/?a=1&b=2"), updated: bare.updated,
      author: bare.author, history: history,
      style: FeedStyle(stylesheet: "../../feed.css?a&b>", subscribePage: "../../index.html"))
  }

  private static func document(_ feed: Feed, _ format: FeedFormat) -> String {
    String(decoding: FeedDocument(feed, entries: [], format: format).bytes, as: UTF8.self)
  }

  @Test func `RSS names a stylesheet and says what it is`() throws {
    #expect(
      Self.document(try Self.feed(), .rss) == """
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet type="text/css" href="../../feed.css?a&amp;b&gt;"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:content="http://purl.org/rss/1.0/modules/content/" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>Voices &#x26; &#x3C;Ports&gt;</title>
        <link>https://harbor.example/?a=1&amp;b=2</link>
        <description>Notes</description>
        <lastBuildDate>Sun, 01 Mar 2026 12:00:00 +0000</lastBuildDate>
        <generator>Feedsetter</generator>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <atom:link rel="self" type="application/rss+xml" href="https://harbor.example/feeds/rss.xml"/>
        <div xmlns="http://www.w3.org/1999/xhtml">
        <meta name="viewport" content="width=device-width"/>
        <h1>Voices &amp; &lt;Ports></h1>
        <p lang="en">This is a feed, a list of new articles for programs called feed readers. Copy its \
        address from the address bar into one, and it shows you what comes next.</p>
        <p><a href="https://harbor.example/?a=1&amp;b=2">https://harbor.example/?a=1&amp;b=2</a>
        <a lang="en" href="../../index.html">All feeds</a>
        </p>
        </div>
        </channel>
        </rss>

        """)
  }

  @Test func `Atom names a stylesheet and says what it is`() throws {
    #expect(
      Self.document(try Self.feed(), .atom) == """
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet type="text/css" href="../../feed.css?a&amp;b&gt;"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
        <author>
        <name>Harbor</name>
        </author>
        <generator>Feedsetter</generator>
        <id>https://harbor.example/feeds/</id>
        <link rel="self" type="application/atom+xml" href="https://harbor.example/feeds/atom.xml"/>
        <link rel="alternate" type="text/html" href="https://harbor.example/?a=1&amp;b=2"/>
        <subtitle>Notes</subtitle>
        <title>Voices &amp; &lt;Ports></title>
        <updated>2026-03-01T12:00:00Z</updated>
        <div xmlns="http://www.w3.org/1999/xhtml">
        <meta name="viewport" content="width=device-width"/>
        <h1>Voices &amp; &lt;Ports></h1>
        <p lang="en">This is a feed, a list of new articles for programs called feed readers. Copy its \
        address from the address bar into one, and it shows you what comes next.</p>
        <p><a href="https://harbor.example/?a=1&amp;b=2">https://harbor.example/?a=1&amp;b=2</a>
        <a lang="en" href="../../index.html">All feeds</a>
        </p>
        </div>
        </feed>

        """)
  }

  @Test(arguments: [FeedFormat.rss, .atom])
  func `an archive does not ask to be subscribed to`(format: FeedFormat) throws {
    let own = try AbsoluteURL("https://harbor.example/feeds/archive/1/")
    let archive = FeedHistory.archive(
      .init(
        location: own, current: try AbsoluteURL("https://harbor.example/feeds/"), previous: nil,
        next: nil))
    let lines = Self.document(try Self.feed(history: archive), format).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("<p lang") } == [
        """
        <p lang="en">This is an archive of a feed: older articles, for programs that read feeds. To \
        subscribe, take the address of a feed from the list of all feeds.</p>
        """
      ])
  }

  @Test func `style costs a feed little, and JSON and entries nothing`() throws {
    let entry = EntryFragments(try Samples.bareEntry(), formats: FeedFormat.allCases)
    let bare = try Samples.bareFeed()
    let styled = Feed(
      title: bare.title, description: bare.description, location: bare.location,
      homePage: bare.homePage, updated: bare.updated, author: bare.author,
      style: FeedStyle(stylesheet: "../../feed.css", subscribePage: "../../index.html"))
    for (format, most) in [(FeedFormat.rss, 560), (.atom, 560), (.json, 0)] {
      for count in [0, 1, 2] {
        let entries = Array(repeating: entry, count: count)
        let difference =
          FeedDocument(styled, entries: entries, format: format).bytes.count
          - FeedDocument(bare, entries: entries, format: format).bytes.count
        #expect(difference <= most)
        #expect(format == .json || difference > 400)
      }
    }
  }
}
