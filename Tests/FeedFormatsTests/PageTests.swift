import FeedFormats
import FeedModel
import FeedValues
import Testing

/// Whole pages, but for the look and the script that all have in common.
@Suite("Pages for people")
struct PageTests {
  /// A page without the slices that hold the style and the script.
  private static func text(_ segments: [[UInt8]]) -> String {
    segments.map { String(decoding: $0, as: UTF8.self) }
      .map { part in
        part.hasPrefix("<style>") ? "[style]\n" : part.hasPrefix("<script>") ? "[script]\n" : part
      }.joined()
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("<meta http-equiv") ? "[policy]" : String($0) }.joined(separator: "\n")
  }

  @Test func `the subscribe page shows every feed`() throws {
    #expect(
      Self.text(SubscribePage.segments(for: try DirectorySamples.directory())) == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width"/>
        [policy]
        <title>Voices &amp; "Ports": feeds</title>
        <link rel="icon" href="data:,"/>
        <link rel="alternate" type="application/rss+xml" title="Voices &amp; &quot;Ports&quot;" href="rss.xml"/>
        <link rel="alternate" type="application/atom+xml" title="Voices &amp; &quot;Ports&quot;" href="atom.xml"/>
        <link rel="alternate" type="application/feed+json" title="Voices &amp; &quot;Ports&quot;" href="feed.json"/>
        [style]
        <body>
        <header>
        <nav><a href="https://harbor.example/?a=1&amp;b=2">Voices &amp; "Ports"</a></nav>
        <h1>Feeds</h1>
        <p>A feed is a list of new articles, for programs called feed readers. Copy the address of a feed \
        into yours, and it shows you what comes next.</p>
        </header>
        <main>
        <output role="status"></output>
        <section>
        <h2>The whole site</h2>
        <ul>
        <li><h3><a href="site/index.html">Voices &amp; "Ports"</a></h3><p>About Voices &amp; "Ports"</p>\
        <p>142 articles, newest 2026-02-10 <bdi>Newest &amp; &lt;best></bdi></p>\
        <p><a href="rss.xml">RSS</a> <a href="atom.xml">Atom</a> <a href="feed.json">JSON</a></p></li>
        </ul>
        </section>
        <section>
        <h2>Categories <small>1</small></h2>
        <p>In a reader, they are titled “Voices &amp; "Ports": …”.</p>
        <ul>
        <li><h3><a href="category/r-d/index.html">R&amp;D</a></h3><p>About Voices &amp; "Ports": R&amp;D</p>\
        <p>1 article, newest 2026-02-10 <bdi>Newest &amp; &lt;best></bdi></p>\
        <p><a href="category/r-d/rss.xml">RSS</a> <a href="category/r-d/atom.xml">Atom</a> \
        <a href="category/r-d/feed.json">JSON</a></p></li>
        </ul>
        </section>
        <section>
        <h2>Keywords <small>1</small></h2>
        <p>In a reader, they are titled “Voices &amp; "Ports": …”.</p>
        <ul>
        <li><h3><a href="keyword/音声認識/index.html">音声認識</a></h3>\
        <p>About Voices &amp; "Ports": 音声認識</p>\
        <p>1 article, newest 2026-02-10 <bdi>Newest &amp; &lt;best></bdi></p>\
        <p><a href="keyword/音声認識/rss.xml">RSS</a> <a href="keyword/音声認識/atom.xml">Atom</a> \
        <a href="keyword/音声認識/feed.json">JSON</a></p></li>
        </ul>
        </section>
        <section>
        <h2>Authors <small>1</small></h2>
        <p>In a reader, they are titled “Voices &amp; "Ports": …”.</p>
        <ul>
        <li><h3><a href="author/ada-a/index.html">Ada &lt;A></a></h3>\
        <p>About Voices &amp; "Ports": Ada &lt;A></p>\
        <p>1 article, newest 2026-02-10 <bdi>Newest &amp; &lt;best></bdi></p>\
        <p><a href="author/ada-a/rss.xml">RSS</a> <a href="author/ada-a/atom.xml">Atom</a> \
        <a href="author/ada-a/feed.json">JSON</a></p></li>
        </ul>
        </section>
        <section>
        <h2>Selections <small>1</small></h2>
        <ul>
        <li><h3><a href="custom/work/index.html">Tabs\tand
        lines</a></h3><p>About Tabs\tand
        lines</p>\
        <p>1 article, newest 2026-02-10 <bdi>Newest &amp; &lt;best></bdi></p>\
        <p><a href="custom/work/rss.xml">RSS</a> <a href="custom/work/atom.xml">Atom</a> \
        <a href="custom/work/feed.json">JSON</a></p></li>
        </ul>
        </section>
        </main>
        <footer>
        <p>All feeds at once: <a href="feeds.opml">OPML</a> for readers, <a href="feeds.json">JSON</a> \
        for programs</p>
        </footer>
        [script]
        </body>
        </html>

        """)
  }

  /// A site in `language` with a feed for each of `keywords`.
  private static func site(
    language: LanguageTag?, keywords: [String], title: String = "Hafenstimmen",
    newest: String = "Neues"
  ) throws -> FeedDirectory {
    let root = try AbsoluteURL("https://harbor.example/feeds/")
    let date = try Timestamp(rfc3339: "2026-02-09T23:00:00Z")
    func feed(
      _ subject: FeedSubject, _ title: String, _ description: String, _ folder: String,
      at location: AbsoluteURL
    ) throws -> ListedFeed {
      ListedFeed(
        subject: subject, title: title, description: description, folder: folder,
        location: location, items: 12, articles: 12,
        newest: .init(
          title: newest, date: date, day: try CalendarDate(year: 2026, month: 2, day: 10),
          link: root), updated: date)
    }
    return FeedDirectory(
      title: title, description: nil, homePage: try AbsoluteURL("https://harbor.example/"),
      location: root, language: language, formats: FeedFormat.allCases,
      feeds: try [feed(.site, title, title, "", at: root)]
        + keywords.map { label in
          let slug = label.replacing(" ", with: "-")
          return try feed(
            .term(Term(kind: .keyword, label: label, slug: slug)), "\(title): \(label)",
            "\(label) – \(title)", "keyword/\(slug)/",
            at: root.appending(folder: "keyword").appending(folder: slug))
        })
  }

  @Test func `a page is in the language of the site, and English says that it is`() throws {
    let directory = try Self.site(
      language: try LanguageTag("de"), keywords: (1...7).map { "wort \($0)" })
    let lines = Self.text(SubscribePage.segments(for: directory)).split(separator: "\n")
    #expect(
      lines.filter { $0.contains("lang=") } == [
        "<html lang=\"de\">", "<h1 lang=\"en\">Feeds</h1>",
        """
        <p lang="en">A feed is a list of new articles, for programs called feed readers. Copy the address \
        of a feed into yours, and it shows you what comes next.</p>
        """,
        "<form role=\"search\" hidden=\"\" lang=\"en\">",
        "<output role=\"status\" lang=\"en\"></output>",
        "<h2 lang=\"en\">The whole site</h2>", "<h2 lang=\"en\">Keywords <small>7</small></h2>",
        "<p lang=\"en\">In a reader, they are titled “Hafenstimmen: …”.</p>",
        "<footer lang=\"en\">",
      ])
    #expect(
      lines.filter { $0.hasPrefix("<li>") }.prefix(2) == [
        """
        <li><h3><a href="site/index.html">Hafenstimmen</a></h3><p>12 articles, newest \
        2026-02-10 <bdi>Neues</bdi></p><p><a href="rss.xml">RSS</a> \
        <a href="atom.xml">Atom</a> <a href="feed.json">JSON</a></p></li>
        """,
        """
        <li><h3><a href="keyword/wort-1/index.html">wort 1</a></h3><p>12 articles, newest \
        2026-02-10 <bdi>Neues</bdi></p><p><a href="keyword/wort-1/rss.xml">RSS</a> \
        <a href="keyword/wort-1/atom.xml">Atom</a> <a href="keyword/wort-1/feed.json">JSON</a></p></li>
        """,
      ])
  }

  @Test func `a name that addresses can't hold as it is stands encoded`() throws {
    let directory = try Self.site(language: nil, keywords: ["50%?#"])
    let lines = Self.text(SubscribePage.segments(for: directory)).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("<li>") }.last == """
        <li><h3><a href="keyword/50%25%3F%23/index.html">50%?#</a></h3><p>12 articles, newest \
        2026-02-10 <bdi>Neues</bdi></p><p><a href="keyword/50%25%3F%23/rss.xml">RSS</a> \
        <a href="keyword/50%25%3F%23/atom.xml">Atom</a> \
        <a href="keyword/50%25%3F%23/feed.json">JSON</a></p></li>
        """)
  }

  @Test(arguments: [1, 784, 4000])
  func `the page takes 100 KB and 300 bytes a feed at most`(count: Int) throws {
    let directory = try Self.site(
      language: try LanguageTag("de"), keywords: (1...count).map { "keyword \($0)" },
      title: "Harbor Voices", newest: "What Word Error Rate Hides")
    let segments = SubscribePage.segments(for: directory)
    #expect(segments.reduce(0) { $0 + $1.count } <= 100_000 + 300 * (count + 1))
    // Beside its own words and addresses, a feed takes much less.
    let row = try #require(Self.text(segments).split(separator: "\n").last { $0.hasPrefix("<li>") })
    let texts = ["keyword/keyword-\(count)/", "keyword \(count)", "What Word Error Rate Hides"]
    let markup = texts.reduce(String(row)) { $0.replacing($1, with: "") }
    #expect(markup.utf8.count <= 190)
    #expect(count > 1 || segments.reduce(0) { $0 + $1.count } < 8000)
  }

  @Test func `a preview shows the newest entries`() throws {
    let directory = try DirectorySamples.directory()
    let items = [
      FeedPreview.item(
        try Samples.richEntry(), day: try CalendarDate(year: 2026, month: 2, day: 10)),
      FeedPreview.item(
        try Samples.bareEntry(), day: try CalendarDate(year: 2025, month: 12, day: 31)),
    ]
    #expect(
      Self.text(FeedPreview.segments(for: directory.feeds[1], in: directory, items: items)) == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width"/>
        [policy]
        <title>Voices &amp; "Ports": R&amp;D</title>
        <link rel="icon" href="data:,"/>
        <link rel="alternate" type="application/rss+xml" title="Voices &amp; &quot;Ports&quot;: R&amp;D" \
        href="../../category/r-d/rss.xml"/>
        <link rel="alternate" type="application/atom+xml" title="Voices &amp; &quot;Ports&quot;: R&amp;D" \
        href="../../category/r-d/atom.xml"/>
        <link rel="alternate" type="application/feed+json" title="Voices &amp; &quot;Ports&quot;: R&amp;D" \
        href="../../category/r-d/feed.json"/>
        [style]
        <body>
        <header>
        <nav><a href="../../index.html">All feeds</a> \
        <a href="https://harbor.example/?a=1&amp;b=2">Voices &amp; "Ports"</a></nav>
        <h1>Voices &amp; "Ports": R&amp;D</h1>
        <p>About Voices &amp; "Ports": R&amp;D</p>
        <p class="f"><a href="rss.xml">RSS</a> <a href="atom.xml">Atom</a> <a href="feed.json">JSON</a></p>
        </header>
        <main>
        <h2>1 article</h2>
        <article lang="de"><h3><a href="https://harbor.example/rich/?a=1&amp;b=2">\
        A &amp; B &lt;c> "d" 'e' ]]&gt; &amp;amp; é 🎙 \u{FFFD}\t\n&#13;.</a></h3>\
        <p><time>2026-02-10</time> · <bdi>Ada &amp; Co</bdi> · <bdi>Bob</bdi></p>\
        <p>Short &amp; &lt;sweet></p>\
        <p class="f"><a href="https://harbor.example/1.mp3?a&amp;b">audio/mpeg</a> \
        <a href="https://harbor.example/1.pdf">The "chart" &amp; &lt;more></a></p></article>
        <article><h3><a href="https://harbor.example/bare/">Bare</a></h3>\
        <p><time>2025-12-31</time> · <bdi>Ada</bdi></p></article>
        </main>
        </body>
        </html>

        """)
  }

  @Test func `the site's own preview is beside the page of all feeds`() throws {
    let directory = try DirectorySamples.directory()
    #expect(FeedPreview.folder(of: directory.feeds[0]) == "site/")
    let lines = Self.text(
      FeedPreview.segments(for: directory.feeds[0], in: directory, items: [])
    ).split(separator: "\n")
    #expect(
      lines.filter { $0.contains("href=\"../") || $0.hasPrefix("<h2") } == [
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Voices &amp; &quot;Ports&quot;\" href=\"../rss.xml\"/>",
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Voices &amp; &quot;Ports&quot;\" href=\"../atom.xml\"/>",
        "<link rel=\"alternate\" type=\"application/feed+json\" title=\"Voices &amp; &quot;Ports&quot;\" href=\"../feed.json\"/>",
        "<nav><a href=\"../index.html\">All feeds</a> <a href=\"https://harbor.example/?a=1&amp;b=2\">Voices &amp; \"Ports\"</a></nav>",
        "<p class=\"f\"><a href=\"../rss.xml\">RSS</a> <a href=\"../atom.xml\">Atom</a> <a href=\"../feed.json\">JSON</a></p>",
        "<h2>Newest 0 of 142 articles</h2>",
      ])
  }

  @Test(arguments: [
    (String(repeating: "word ", count: 60), 300, true),
    (String(repeating: "word ", count: 61), 300, false),
    (String(repeating: "長", count: 301), 301, false),
    (String(repeating: "é", count: 300), 300, true),
  ])
  func `a long excerpt ends after a word`(text: String, length: Int, isWhole: Bool) throws {
    let entry = try Samples.summaryEntry(summary: text)
    let item = String(
      decoding: FeedPreview.item(entry, day: try CalendarDate(year: 2026, month: 1, day: 1)),
      as: UTF8.self)
    let paragraph = try #require(item.split(separator: "<p>").last)
    let shown = try #require(paragraph.split(separator: "</p>").first)
    #expect(shown.count == length)
    #expect(shown.hasSuffix("…") == !isWhole)
    #expect(text.hasPrefix(isWhole ? shown : shown.dropLast()))
  }
}
