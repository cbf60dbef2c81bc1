internal import Diagnostics

/// The rules of the slash extension (<https://web.resource.org/rss/1.0/modules/slash/>).
enum SlashRules {
  private static let spec = "https://web.resource.org/rss/1.0/modules/slash/"

  static let vocabulary = Vocabulary(.slash, "section? department? comments? hit_parade?")

  static let all: [Check] = [
    .text(
      Rule(
        "slash-comments", .error, "slash:comments is a number of comments",
        cure: "write the number, 0 for none",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-slash-comments"),
      of: .of(.slash, "comments"), is: "a number of comments",
      parse: ValueParsers.integer(0...Int.max)),

    .text(
      Rule(
        "slash-hit-parade", .error, "slash:hit_parade is a list of numbers of comments",
        cure: "write it like 177,155,105,33,6,3,0", specification: spec),
      of: .of(.slash, "hit_parade"), is: "a list of numbers", parse: ExtensionValues.integers),
  ]
}
