import Testing

/// A reader, and what it shows of each format where not all of them show the same.
struct FeedReader: CustomTestStringConvertible, Sendable {
  let name: String
  /// The version that `feeds` holds for.
  let version: String
  let script: String
  var python = "/usr/bin/python3"
  /// In the order of the formats' names below.
  let feeds: [Outcome]

  var testDescription: String { name }

  /// What becomes of a feed.
  enum Outcome {
    case shown(Ways)
    /// The reader does not take the format, and tells so in these words.
    case refused(String)
  }

  /// How a reader shows what some can't show, or show otherwise.
  struct Ways {
    /// The authors of an article that has two.
    let authors: String
    /// A revised article's date: that of its revision, or that of its publication.
    var revised = false
    /// Whether pictures are kept that stand beside the content, not in it.
    let thumbnails: Bool
    /// A title that speaks of tags, as text.
    var tags = "Why <b> & </title> stay"
  }

  static let formats = [
    ("rss.xml", "RSS 2.0"), ("atom.xml", "Atom 1.0"), ("feed.json", "JSON Feed 1.1"),
  ]

  static let all = [
    FeedReader(
      name: "newsboat", version: "2.21.0", script: "show-newsboat.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: false)),
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: false)),
        .refused("XML root node is NULL"),
      ]),
    FeedReader(
      name: "Liferea", version: "1.14.4", script: "show-liferea.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: true, tags: "Why  &  stay")),
        .shown(Ways(authors: "Ana Ruiz + Bo Chen", thumbnails: true)),
        .refused("could not parse feed"),
      ]),
    FeedReader(
      name: "RSS Guard", version: "4.0.4", script: "show-rssguard.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: true, tags: "Why & stay")),
        .shown(
          Ways(authors: "Ana Ruiz, Bo Chen", revised: true, thumbnails: true, tags: "Why & stay")),
        .shown(Ways(authors: "Ana Ruiz", revised: true, thumbnails: false)),
      ]),
    FeedReader(
      name: "reader", version: "3.18", script: "show-reader.py",
      python: projectFolder + "/.build/field/bin/python",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: false)),
        .shown(Ways(authors: "Bo Chen", thumbnails: false)),
        .shown(Ways(authors: "Ana Ruiz", thumbnails: false)),
      ]),
    FeedReader(
      name: "rss2email", version: "3.13.1", script: "show-rss2email.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: false)),
        .shown(Ways(authors: "Bo Chen", revised: true, thumbnails: false)),
        .refused("sax parsing error: <unknown>:2:0: not well-formed (invalid token)"),
      ]),
    FeedReader(
      name: "sfeed", version: "1.7", script: "show-sfeed.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: false)),
        .shown(Ways(authors: "Ana Ruiz", thumbnails: false)),
        .refused("no items"),
      ]),
    FeedReader(
      name: "feedparser", version: "6.0.10", script: "show-feedparser.py",
      feeds: [
        .shown(Ways(authors: "Ana Ruiz, Bo Chen", thumbnails: true)),
        .shown(Ways(authors: "Ana Ruiz + Bo Chen", thumbnails: true)),
        .refused("<unknown>:2:0: not well-formed (invalid token)"),
      ]),
  ]
}
