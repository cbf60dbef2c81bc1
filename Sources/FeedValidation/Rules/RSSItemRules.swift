internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of RSS 2.0's items that no grammar expresses.
enum RSSItemRules {
  private static let spec = "https://www.rssboard.org/rss-specification"
  private static let profile = "https://www.rssboard.org/rss-profile"

  static let all: [Check] = [
    Check(
      Rule(
        "rss-item-empty", .error, "an item has a title or a description",
        cure: "add <title> or <description>",
        specification: spec + "#hrelementsOfLtitemgt"),
      on: .rss("item")
    ) { item, report in
      guard item.child("title") == nil, item.child("description") == nil else { return }
      report.found(
        "the item has neither a title nor a description", at: item.gapPosition, length: 5)
    },

    Check(
      Rule(
        "rss-guid-missing", .warning, "an item has a guid, by which readers know it again",
        cure: "add <guid>", specification: profile + "#element-channel-item-guid"
      ),
      on: .rss("item")
    ) { item, report in
      if report.log.memory.firstRecord == nil { report.log.memory.firstRecord = item.position }
      guard item.child("guid") == nil else { return }
      report.found("the item has no guid", at: item.gapPosition, length: 5)
    },

    Check(
      Rule(
        "rss-guid-repeated", .error,
        "no two items of a feed share a guid: readers show one of them",
        cure: "give each item a guid of its own",
        specification: profile + "#element-channel-item-guid"),
      on: .rss("guid")
    ) { guid, report in
      let text = guid.trimmedText
      guard !text.isEmpty else { return }
      guard let first = report.log.memory.ids[text] else {
        report.log.memory.ids[text] = guid.position
        return
      }
      report.found(
        "the guid \(quoted(text)) is that of the item at line \(first.line) too",
        at: guid.textPosition, length: text.unicodeScalars.count)
    },

    Check(
      Rule(
        "rss-guid-permalink", .error, "a guid is a URL, unless it says isPermaLink=\"false\"",
        cure: "add isPermaLink=\"false\", or write the item's whole URL",
        specification: spec + "#ltguidgtSubelementOfLtitemgt"),
      on: .rss("guid")
    ) { guid, report in
      if let flag = guid.attribute("isPermaLink")?.value, flag.lowercased() != "true" { return }
      let text = guid.trimmedText
      do throws(InvalidValue) {
        try ValueParsers.webURL(text)
      } catch {
        report.found(
          "the guid \(quoted(text)) is no permalink: \(error.reason)", at: guid.textPosition,
          length: max(1, text.unicodeScalars.count))
      }
    },

    .attribute(
      Rule(
        "rss-guid-flag", .error, "isPermaLink is true or false",
        cure: "write isPermaLink=\"false\"",
        specification: spec + "#ltguidgtSubelementOfLtitemgt"),
      "isPermaLink", of: .rss("guid"), is: "a truth value",
      parse: ValueParsers.word(of: ["true", "false"])),

    .attribute(
      Rule(
        "rss-enclosure-url", .error, "the url of an enclosure is a web address",
        cure: "write the whole URL of the file",
        specification: spec + "#ltenclosuregtSubelementOfLtitemgt"
      ),
      "url", of: .rss("enclosure"), is: "a web address", parse: ValueParsers.webURL),

    .attribute(
      Rule(
        "rss-enclosure-length", .error, "the length of an enclosure is its size in bytes",
        cure: "write the size of the file in bytes, 0 where it isn't known",
        specification: spec + "#ltenclosuregtSubelementOfLtitemgt"
      ),
      "length", of: .rss("enclosure"), is: "a number of bytes",
      parse: ValueParsers.integer(0...Int.max)),

    .attribute(
      Rule(
        "rss-enclosure-type", .error, "the type of an enclosure is a media type",
        cure: "write it like audio/mpeg",
        specification: spec + "#ltenclosuregtSubelementOfLtitemgt"
      ),
      "type", of: .rss("enclosure"), is: "a media type", parse: ValueParsers.mediaType),

    Check(
      Rule(
        "rss-enclosure-repeated", .warning, "an item has one enclosure: most readers take one",
        cure: "keep the main file, and offer others as media:content",
        specification: profile + "#element-channel-item-enclosure"),
      on: .rss("item")
    ) { item, report in
      let enclosures = item.children.filter { $0.isNamed("enclosure", in: .none) }
      for extra in enclosures.dropFirst() {
        report.found("the item has another enclosure", at: extra.position, length: 10)
      }
    },
  ]
}
