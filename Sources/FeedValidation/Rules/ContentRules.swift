internal import Diagnostics
internal import XML

/// The rules of content:encoded.
///
/// What is in it is HTML, which has rules of its own. See
/// <https://www.rssboard.org/rss-profile#namespace-elements-content-encoded>.
enum ContentRules {
  private static let profile =
    "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded"

  static let vocabulary = Vocabulary(.content, "encoded? items*")

  static let all: [Check] = [
    Check(
      Rule(
        "content-before-description", .warning,
        "the summary comes before the full text: some readers show whichever comes last",
        cure: "write <description> with a summary before <content:encoded>",
        specification: profile),
      on: .of(.content, "encoded", inRSS: "item")
    ) { content, report in
      guard let item = content.parent else { return }
      for sibling in item.children {
        if sibling.index == content.index { break }
        if sibling.isNamed("description", in: .none) { return }
      }
      report.found(
        "no <description> stands before <\(content.writtenName)>", at: content.position,
        length: content.writtenName.unicodeScalars.count + 1)
    },

    Check(
      Rule(
        "content-blank", .warning,
        "the full text of an item is not empty: readers show nothing then",
        cure: "fill <content:encoded>, or leave it out", specification: profile),
      on: .of(.content, "encoded")
    ) { content, report in
      guard content.isBlank, content.isLeaf else { return }
      report.found("<\(content.writtenName)> is empty", at: content.position)
    },

    Check(
      Rule(
        "content-not-escaped", .error, "the full text is escaped HTML, and holds no elements",
        cure: "escape < as &lt;, or put the text into <![CDATA[…]]>", specification: profile),
      on: .of(.content, "encoded")
    ) { content, report in
      guard let child = content.firstChild else { return }
      report.found(
        "<\(child.writtenName)> stands in <\(content.writtenName)>", at: child.position,
        length: child.writtenName.unicodeScalars.count + 1)
    },
  ]
}
