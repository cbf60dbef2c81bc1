internal import FeedModel
internal import FeedValues

/// What RSS and Atom carry for people who open them in a browser: a stylesheet, and a few words before the
/// items that say what this is.
///
/// Browsers can't follow the links of feeds themselves, only those of XHTML. One `div` directly in
/// `channel` or `feed` is what validators and readers pass over without a word; it costs each document
/// half a kilobyte, and entries nothing.
extension XMLWriter {
  /// Writes the instruction that names the stylesheet (<https://www.w3.org/TR/xml-stylesheet/>).
  mutating func writeStylesheet(of style: FeedStyle) {
    markup("<?xml-stylesheet type=\"text/css\"")
    attribute("href", style.stylesheet)
    markup("?>\n")
  }

  /// Writes what the document is, for people.
  ///
  /// The `meta` makes phones show it as wide as they are. The words are English on every site.
  mutating func writeIntroduction(of feed: Feed, _ style: FeedStyle) {
    begin("div", [("xmlns", "http://www.w3.org/1999/xhtml")])
    empty("meta", [("name", "viewport"), ("content", "width=device-width")])
    element("h1", feed.title)
    if case .archive = feed.history {
      markup(
        """
        <p lang="en">This is an archive of a feed: older articles, for programs that read feeds. To \
        subscribe, take the address of a feed from the list of all feeds.</p>

        """)
    } else {
      markup(
        """
        <p lang="en">This is a feed, a list of new articles for programs called feed readers. Copy its \
        address from the address bar into one, and it shows you what comes next.</p>

        """)
    }
    markup("<p>")
    element("a", [("href", feed.homePage.string)], feed.homePage.string)
    element("a", [("lang", "en"), ("href", style.subscribePage)], "All feeds")
    markup("</p>\n")
    end("div")
  }
}
