internal import Diagnostics
internal import XML

/// The rules of RSS's texts: what is plain, what is empty and what stands in which attribute.
///
/// See <https://www.rssboard.org/rss-profile#data-types-characterdata>.
enum RSSPlainTextRules {
  private static let profile = "https://www.rssboard.org/rss-profile"

  static let all: [Check] = [
    Check(
      Rule(
        "rss-markup", .warning,
        "titles, names and other short texts are plain: readers differ in what they do with tags",
        cure: "remove the tags, and write characters instead of entities, such as é or &#x26;",
        specification: profile + "#data-types-characterdata"),
      on: .rss(
        "title", "copyright", "generator", "category", "managingEditor", "webMaster", "author"),
      .rss("description", in: "image", "textInput"), .rss("source", "name")
    ) { element, report in
      PlainText.report(element, report)
    },

    Check(
      Rule(
        "rss-blank", .warning, "an element says something",
        cure: "fill the element, or leave it out",
        specification: profile + "#element-channel"),
      on: .rss(
        "title", "copyright", "generator", "category", "language", "managingEditor", "webMaster",
        "author", "rating", "source"), .rss("description", in: "channel", "image", "textInput")
    ) { element, report in
      guard element.isBlank, element.isLeaf else { return }
      report.found(
        "<\(element.writtenName)> is empty", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
    },

    Check(
      Rule(
        "rss-contact-form", .warning,
        "a person is written as address, then name in brackets: readers take it apart so",
        cure: "write it like team@harbor.example (Harbor Team)",
        specification: profile + "#data-types-email"),
      on: .rss("author", "managingEditor", "webMaster")
    ) { element, report in
      let text = element.trimmedText
      guard RSSPerson.hasAddress(text), !text.hasPrefix("mailto:") else { return }
      let words = text.split(separator: " ", maxSplits: 1)
      let isPlain = words.first?.contains("@") == true
      let isNamed = words.count == 1 || (words[1].hasPrefix("(") && words[1].hasSuffix(")"))
      guard !isPlain || !isNamed else { return }
      report.found(
        "\(quoted(text)) is not an address with a name in brackets", at: element.textPosition,
        length: text.unicodeScalars.count)
    },

    Check(
      Rule(
        "rss-contact-nameless", .info, "a person's name stands behind the address",
        cure: "write it like team@harbor.example (Harbor Team)",
        specification: profile + "#data-types-email"),
      on: .rss("author", "managingEditor", "webMaster")
    ) { element, report in
      let text = element.trimmedText
      guard text.contains("@"), !text.hasPrefix("mailto:"), !text.contains(where: \.isWhitespace)
      else { return }
      report.found(
        "\(quoted(text)) has no name", at: element.textPosition, length: text.unicodeScalars.count)
    },
  ]
}
