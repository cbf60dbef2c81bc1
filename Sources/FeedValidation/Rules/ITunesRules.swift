internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of Apple's podcast extension.
///
/// Severity: an error where a directory drops the podcast, the episode or what the element says; a
/// warning where the element was once written so and is still understood.
enum ITunesRules {
  static let apple = "https://podcasters.apple.com/support/823-podcast-requirements"
  static let tags = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390"

  static let all = values + categories + channel

  private static let values: [Check] = [
    .text(
      Rule(
        "itunes-explicit", .error, "itunes:explicit is true or false",
        cure: "write true or false", specification: tags),
      of: .of(.itunes, "explicit"), is: "a truth value",
      parse: ExtensionValues.anyCaseWord(of: ["true", "false", "yes", "no", "clean", "explicit"])),

    // The W3C validator takes the old words for errors; every directory still reads them.
    Check(
      Rule(
        "itunes-explicit-old", .info,
        "itunes:explicit is true or false; yes, no and clean are of its first edition",
        cure: "write true for yes, false for no and clean", specification: tags),
      on: .of(.itunes, "explicit")
    ) { element, report in
      let text = element.trimmedText
      guard text != "true", text != "false",
        ["yes", "no", "clean", "explicit"].contains(text.lowercased())
      else { return }
      report.found(
        "\(quoted(text)) is the old way to say it", at: element.textPosition,
        length: text.unicodeScalars.count)
    },

    .text(
      Rule(
        "itunes-block", .error,
        "itunes:block, itunes:complete and itunes:isClosedCaptioned say yes or no",
        cure: "write Yes, or leave it out", specification: tags),
      of: .of(.itunes, "block", "complete", "isClosedCaptioned"), is: "an answer",
      parse: ExtensionValues.anyCaseWord(of: ["yes", "no", "clean", "true", "false"])),

    .text(
      Rule(
        "itunes-duration", .error, "a duration is seconds, M:SS or H:MM:SS",
        cure: "write it like 1801 or 30:01", specification: tags),
      of: .of(.itunes, "duration"), is: "a duration", parse: ExtensionValues.duration),

    .text(
      Rule(
        "itunes-number", .error, "the number of an episode or season is above 0",
        cure: "write it like 12, or leave it out", specification: tags),
      of: .of(.itunes, "episode", "season"), is: "a number",
      parse: ValueParsers.integer(1...Int.max)),

    .text(
      Rule(
        "itunes-order", .error, "itunes:order is a whole number", cure: "write it like 1",
        specification: tags),
      of: .of(.itunes, "order"), is: "a number", parse: ValueParsers.integer(0...Int.max)),

    .text(
      Rule(
        "itunes-episode-type", .error, "an episode is full, a trailer or a bonus",
        cure: "write full, trailer or bonus", specification: tags),
      of: .of(.itunes, "episodeType"), is: "a type of episodes",
      parse: ExtensionValues.anyCaseWord(of: ["full", "trailer", "bonus"])),

    // The W3C validator minds the letter case, which no directory does.
    .text(
      Rule(
        "itunes-type", .error, "a podcast is episodic or serial", cure: "write episodic or serial",
        specification: tags),
      of: .of(.itunes, "type"), is: "a type of podcasts",
      parse: ExtensionValues.anyCaseWord(of: ["episodic", "serial"])),

    .attribute(
      Rule(
        "itunes-image", .error, "the href of an image is a whole web address",
        cure: "write the whole URL of a JPEG or PNG file", specification: tags),
      "href", of: .of(.itunes, "image"), is: "a web address", parse: ValueParsers.webURL),

    .text(
      Rule(
        "itunes-new-feed-url", .error, "itunes:new-feed-url is a whole web address",
        cure: "write the whole URL of the feed's new place", specification: tags),
      of: .of(.itunes, "new-feed-url"), is: "a web address", parse: ValueParsers.webURL),

    .text(
      Rule(
        "itunes-email", .error, "itunes:email is an address alone",
        cure: "write it like team@harbor.example", specification: tags),
      of: .of(.itunes, "email"), is: "an e-mail address", parse: ValueParsers.email),

    Check(
      Rule(
        "itunes-keywords", .warning, "keywords have commas between them",
        cure: "write commas between the keywords", specification: tags),
      on: .of(.itunes, "keywords")
    ) { element, report in
      let text = element.trimmedText
      guard !text.contains(","), text.split(separator: " ").count > 2 else { return }
      report.found("\(quoted(text)) has no commas", at: element.textPosition)
    },

    Check(
      Rule(
        "itunes-markup", .warning, "titles, subtitles, names and keywords are plain text",
        cure: "remove the tags, and write characters instead of entities", specification: tags),
      on: .of(.itunes, "title", "subtitle", "author", "name", "keywords")
    ) { element, report in
      PlainText.report(element, report)
    },
  ]

  private static let categories: [Check] = [
    Check(
      Rule(
        "itunes-category", .error, "a category is one of Apple's",
        cure: "write a category of Apple's list, letter for letter",
        specification: "https://podcasters.apple.com/support/1691-apple-podcasts-categories"),
      on: .of(.itunes, "category")
    ) { category, report in
      guard let text = category.attribute("text"), ITunesCategory.rank(of: category) == .unknown
      else { return }
      report.found(
        "Apple has no category \(quoted(text.value)) here", at: text.valuePosition,
        length: max(1, text.value.unicodeScalars.count),
        help: nearestName(
          to: text.value.lowercased(), in: ITunesVocabulary.categories.keys.sorted()
        )
        .map { "did you mean \($0)?" })
    },

    Check(
      Rule(
        "itunes-category-withdrawn", .warning, "a category is one of Apple's present list",
        cure: "write a category of Apple's list, letter for letter",
        specification: "https://podcasters.apple.com/support/1691-apple-podcasts-categories"),
      on: .of(.itunes, "category")
    ) { category, report in
      guard let text = category.attribute("text"), ITunesCategory.rank(of: category) == .withdrawn
      else { return }
      report.found(
        "Apple has withdrawn the category \(quoted(text.value))", at: text.valuePosition,
        length: max(1, text.value.unicodeScalars.count))
    },
  ]

  private static let channel: [Check] = [
    Check(
      Rule(
        "itunes-channel-incomplete", .warning,
        "a podcast has a language, an image, a category and says whether it is explicit",
        cure: "add the element to the channel", specification: apple),
      on: .rss("channel")
    ) { channel, report in
      let itunes = KnownNamespace.itunes.namespace
      guard channel.children.contains(where: { $0.namespace == itunes }) else { return }
      var missing = ["image", "category", "explicit"].filter {
        channel.child($0, in: itunes) == nil
      }.map { "itunes:\($0)" }
      if channel.child("language") == nil { missing.insert("language", at: 0) }
      guard !missing.isEmpty else { return }
      report.found(
        "the podcast has no \(missing.joined(separator: ", no "))", at: channel.position,
        length: 8)
    },

    Check(
      Rule(
        "itunes-owner", .info, "a podcast names its owner's address, which directories write to",
        cure: "add <itunes:owner><itunes:email>…</itunes:email></itunes:owner>",
        specification: apple),
      on: .rss("channel")
    ) { channel, report in
      let itunes = KnownNamespace.itunes.namespace
      guard channel.children.contains(where: { $0.namespace == itunes }),
        channel.child("owner", in: itunes)?.child("email") == nil
      else { return }
      report.found("the podcast has no itunes:owner with an itunes:email", at: channel.gapPosition)
    },
  ]
}

/// What Apple's list says of a category.
private enum ITunesCategory {
  case known, withdrawn, unknown

  static func rank(of element: Element) -> ITunesCategory {
    // Spaces and letter case are taken as they come: the directory does.
    guard let own = element.attribute("text")?.value.lowercased().trimmed else { return .unknown }
    guard let parent = element.parent, parent.symbol == element.symbol else {
      if ITunesVocabulary.categories[own] != nil { return .known }
      return ITunesVocabulary.withdrawn[own] != nil ? .withdrawn : .unknown
    }
    let outer = parent.attribute("text")?.value.lowercased().trimmed ?? ""
    if ITunesVocabulary.categories[outer]?.contains(own) == true { return .known }
    if ITunesVocabulary.withdrawn[outer]?.contains(own) == true { return .withdrawn }
    return .unknown
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
