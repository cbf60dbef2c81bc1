internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of the Podcasting 2.0 namespace.
///
/// See <https://podcasting2.org/docs/podcast-namespace/1.0>.
enum PodcastRules {
  private static let spec = "https://podcasting2.org/docs/podcast-namespace/tags/"

  static let all = urls + words + numbers

  private static let urls: [Check] = [
    .attribute(
      Rule(
        "podcast-url", .error, "the url of a transcript, chapters, funding or trailer is whole",
        cure: "write the whole URL, with https:// and the host", specification: spec + "transcript"),
      "url", of: .of(.podcast, "transcript", "chapters", "funding", "trailer"),
      is: "an absolute URL", parse: ValueParsers.absoluteURL),
    .attribute(
      Rule(
        "podcast-type", .error, "the type of a file is a media type",
        cure: "write it like text/vtt or application/json+chapters",
        specification: spec + "transcript"),
      "type", of: .of(.podcast, "transcript", "chapters", "alternateEnclosure", "trailer"),
      is: "a media type", parse: ValueParsers.mediaType),
    .attribute(
      Rule(
        "podcast-transcript-language", .error, "the language of a transcript is a language tag",
        cure: "write it like en", specification: spec + "transcript"),
      "language", of: .of(.podcast, "transcript"), is: "a language tag",
      parse: ValueParsers.language),
    .attribute(
      Rule(
        "podcast-source-uri", .error, "the uri of a source is absolute",
        cure: "write the whole URI",
        specification: spec + "source"),
      "uri", of: .of(.podcast, "source"), is: "an absolute URI", parse: ValueParsers.absoluteURL),
    .attribute(
      Rule(
        "podcast-person-href", .warning, "the href of a person is a whole URL",
        cure: "write the whole URL", specification: spec + "person"),
      "href", of: .of(.podcast, "person"), is: "an absolute URL", parse: ValueParsers.absoluteURL),
    .attribute(
      Rule(
        "podcast-person-img", .warning, "the img of a person is a whole URL",
        cure: "write the whole URL", specification: spec + "person"),
      "img", of: .of(.podcast, "person"), is: "an absolute URL", parse: ValueParsers.absoluteURL),
  ]

  private static let words: [Check] = [
    .text(
      Rule(
        "podcast-locked", .error, "podcast:locked and podcast:block are yes or no",
        cure: "write yes or no", specification: spec + "locked"),
      of: .of(.podcast, "locked", "block"), is: "an answer",
      parse: ExtensionValues.anyCaseWord(of: ["yes", "no"])),
    .text(
      Rule(
        "podcast-guid", .error, "podcast:guid is a UUID made from the feed's address",
        cure: "write the version 5 UUID of the feed's URL", specification: spec + "guid"),
      of: .of(.podcast, "guid"), is: "a UUID", parse: ExtensionValues.uuid),
    .text(
      Rule(
        "podcast-medium", .warning, "podcast:medium is a word of the list",
        cure: "write podcast, music, video, film, audiobook, newsletter, blog, publisher or course",
        specification: spec + "medium"),
      of: .of(.podcast, "medium"), is: "a medium",
      parse: { text throws(InvalidValue) in
        // Each of them may have an L behind it, for a list.
        let word = text.hasSuffix("L") ? String(text.dropLast()) : text
        try ValueParsers.word(of: [
          "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher",
          "course", "mixed",
        ])(word)
      }),
    .attribute(
      Rule(
        "podcast-live-status", .error, "a live item is pending, live or ended",
        cure: "write pending, live or ended", specification: spec + "live-item"),
      "status", of: .of(.podcast, "liveItem"), is: "a status",
      parse: ExtensionValues.anyCaseWord(of: ["pending", "live", "ended"])),
    .attribute(
      Rule(
        "podcast-live-start", .error, "a live item starts at an RFC 3339 date",
        cure: "write it like 2026-02-10T08:30:00Z", specification: spec + "live-item"),
      "start", of: .of(.podcast, "liveItem"), is: "a date", parse: W3CDate.check),
    .attribute(
      Rule(
        "podcast-live-end", .error, "a live item ends at an RFC 3339 date",
        cure: "write it like 2026-02-10T08:30:00Z", specification: spec + "live-item"),
      "end", of: .of(.podcast, "liveItem"), is: "a date", parse: W3CDate.check),
    .attribute(
      Rule(
        "podcast-trailer-date", .error, "the pubdate of a trailer is an RFC 822 date",
        cure: "write it like Tue, 10 Feb 2026 08:30:00 +0000", specification: spec + "trailer"),
      "pubdate", of: .of(.podcast, "trailer"), is: "an RFC 822 date",
      parse: ValueParsers.rfc822Date),
  ]

  private static let numbers: [Check] = [
    .text(
      Rule(
        "podcast-season", .error, "podcast:season is a whole number", cure: "write it like 3",
        specification: spec + "season"),
      of: .of(.podcast, "season"), is: "a number", parse: ValueParsers.integer(0...Int.max)),
    .text(
      Rule(
        "podcast-episode", .error, "podcast:episode is a number", cure: "write it like 12 or 12.5",
        specification: spec + "episode"),
      of: .of(.podcast, "episode"), is: "a number", parse: ExtensionValues.decimal(0...1e9)),
    .attribute(
      Rule(
        "podcast-start-time", .error, "a start time is seconds", cure: "write it like 73.0",
        specification: spec + "soundbite"),
      "startTime", of: .of(.podcast, "soundbite", "valueTimeSplit"), is: "a number of seconds",
      parse: ExtensionValues.decimal(0...1e9)),
    .attribute(
      Rule(
        "podcast-duration", .error, "a duration is seconds", cure: "write it like 60.0",
        specification: spec + "soundbite"),
      "duration", of: .of(.podcast, "soundbite", "valueTimeSplit"), is: "a number of seconds",
      parse: ExtensionValues.decimal(0...1e9)),
    .attribute(
      Rule(
        "podcast-split", .error, "a split is a whole number of shares", cure: "write it like 90",
        specification: spec + "value-recipient"),
      "split", of: .of(.podcast, "valueRecipient"), is: "a number of shares",
      parse: ValueParsers.integer(0...Int.max)),
  ]
}
