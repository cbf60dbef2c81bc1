package import FeedModel
internal import FeedValues

/// The page on which people find the feeds of a site: `index.html` of the published folder.
///
/// A feed takes a few hundred bytes, for there may be a thousand. Terms are shown by themselves, below the
/// pattern of their feeds' titles; a description stands where it says more than the title.
package enum SubscribePage {
  /// The file's name in the published folder.
  package static let fileName = "index.html"

  /// From how many feeds on a box to find one in is of use.
  private static let filterThreshold = 8

  /// The page for a site.
  ///
  /// - Parameter directory: The feeds of the site.
  /// - Returns: The page's bytes, in slices.
  package static func segments(for directory: FeedDirectory) -> [[UInt8]] {
    var html = HTMLWriter()
    html.reserve(4096 + 400 * directory.feeds.count)
    writeHeader(directory, to: &html)
    html.markup("<main>\n")
    if directory.feeds.count >= filterThreshold {
      html.markup("<form role=\"search\" hidden=\"\"")
      html.interfaceLanguage(on: directory)
      html.markup(
        """
        >
        <label for="q">Find a feed</label>
        <input type="search" id="q" name="q" autocomplete="off" spellcheck="false"/>
        </form>

        """)
    }
    html.markup("<output role=\"status\"")
    html.interfaceLanguage(on: directory)
    html.markup("></output>\n")
    for group in directory.groups { write(group.kind, group.feeds, of: directory, to: &html) }
    html.markup("</main>\n")
    writeFooter(directory, to: &html)
    return PageFrame.head(
      "\(directory.title): feeds", of: directory, for: directory.feeds.first, root: "",
      hasScript: true) + [html.bytes, PageScript.element, Array("</body>\n".utf8), PageFrame.tail]
  }

  private static func writeHeader(_ directory: FeedDirectory, to html: inout HTMLWriter) {
    html.markup("<body>\n<header>\n<nav>")
    html.link(directory.title, to: directory.homePage.string)
    html.markup("</nav>\n<h1")
    html.interfaceLanguage(on: directory)
    html.markup(">Feeds</h1>\n<p")
    html.interfaceLanguage(on: directory)
    html.markup(
      """
      >A feed is a list of new articles, for programs called feed readers. Copy the address of a feed into \
      yours, and it shows you what comes next.</p>
      </header>

      """)
  }

  private static func write(
    _ kind: FeedSubject.Kind, _ feeds: [ListedFeed], of directory: FeedDirectory,
    to html: inout HTMLWriter
  ) {
    html.markup("<section>\n<h2")
    html.interfaceLanguage(on: directory)
    html.markup(">")
    switch kind {
    case .site: html.markup("The whole site")
    case .category: html.markup("Categories")
    case .keyword: html.markup("Keywords")
    case .author: html.markup("Authors")
    case .custom: html.markup("Selections")
    }
    if kind != .site {
      html.markup(" <small>")
      html.text(feeds.count)
      html.markup("</small>")
    }
    html.markup("</h2>\n")
    let pattern = directory.title + ": "
    let isPatterned = feeds.allSatisfy { $0.subject.term != nil && $0.title == pattern + $0.label }
    if isPatterned {
      html.markup("<p")
      html.interfaceLanguage(on: directory)
      html.markup(">In a reader, they are titled “")
      html.text(pattern)
      html.markup("…”.</p>\n")
    }
    html.markup("<ul>\n")
    for feed in feeds {
      write(feed, title: isPatterned ? feed.label : feed.title, of: directory, to: &html)
    }
    html.markup("</ul>\n</section>\n")
  }

  private static func write(
    _ feed: ListedFeed, title: String, of directory: FeedDirectory, to html: inout HTMLWriter
  ) {
    let way = directory.way(to: feed)
    html.markup("<li><h3>")
    html.link(title, to: FeedPreview.folder(of: feed, way: way) + FeedPreview.fileName)
    html.markup("</h3>")
    if let description = directory.ownDescription(of: feed) {
      html.markup("<p>")
      html.text(description)
      html.markup("</p>")
    }
    html.markup("<p>")
    html.count(feed.articles, "article")
    html.markup(", newest ")
    html.text(feed.newest.day.rfc3339)
    html.markup(" <bdi>")
    html.text(feed.newest.title)
    html.markup("</bdi></p><p>")
    html.formatLinks(directory.formats, way: way)
    html.markup("</p></li>\n")
  }

  private static func writeFooter(_ directory: FeedDirectory, to html: inout HTMLWriter) {
    html.markup("<footer")
    html.interfaceLanguage(on: directory)
    html.markup(">\n<p>All feeds at once: ")
    html.link("OPML", to: OPML.fileName)
    html.markup(" for readers, ")
    html.link("JSON", to: FeedList.fileName)
    html.markup(" for programs</p>\n</footer>\n")
  }
}

extension FeedDirectory {
  /// The description of a feed; nil where it only says its title and the site's over again.
  func ownDescription(of feed: ListedFeed) -> String? {
    let repeated = [feed.title, title, "\(feed.label) – \(title)"]
    return repeated.contains(feed.description) ? nil : feed.description
  }
}
