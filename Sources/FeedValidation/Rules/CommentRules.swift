internal import Diagnostics
internal import XML

/// The rules of links to comments: wfw and trackback, pingback.
///
/// See <https://www.rssboard.org/rss-profile#namespace-elements-wfw-commentrss>.
enum CommentRules {
  static let vocabulary = Vocabulary(.wfw, "comment? commentRss? commentRSS?")
  static let trackback = Vocabulary(.trackback, "ping? about*")
  static let pingback = Vocabulary(.pingback, "server? target*")

  static let all: [Check] = [
    .text(
      Rule(
        "wfw-url", .error, "wfw:comment and wfw:commentRss are whole URLs",
        cure: "write the whole URL",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-wfw-commentrss"),
      of: .of(.wfw, "comment", "commentRss", "commentRSS"), is: "an absolute URL",
      parse: ValueParsers.absoluteURL),

    Check(
      Rule(
        "wfw-comment-rss-case", .warning, "wfw:commentRss ends in small letters",
        cure: "write commentRss",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-wfw-commentrss"),
      on: .of(.wfw, "commentRSS")
    ) { element, report in
      report.found(
        "<\(element.writtenName)> is written in capitals", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
    },

    .text(
      Rule(
        "trackback-url", .error, "trackback and pingback elements are whole URLs as text",
        cure: "write the URL between the tags",
        specification: "https://www.rssboard.org/trackback"),
      of: .of(.trackback, "ping", "about"), .of(.pingback, "server", "target"),
      is: "an absolute URL", parse: ValueParsers.absoluteURL),
  ]
}
