internal import Diagnostics

/// The rules of the syndication extension, sy (<https://web.resource.org/rss/1.0/modules/syndication/>).
enum SyndicationRules {
  private static let spec = "https://web.resource.org/rss/1.0/modules/syndication/"

  static let vocabulary = Vocabulary(.syndication, "updatePeriod? updateFrequency? updateBase?")

  static let all: [Check] = [
    .text(
      Rule(
        "syndication-period", .error, "sy:updatePeriod is a word of five",
        cure: "write hourly, daily, weekly, monthly or yearly", specification: spec),
      of: .of(.syndication, "updatePeriod"), is: "a period",
      parse: ValueParsers.word(of: ["hourly", "daily", "weekly", "monthly", "yearly"])),
    .text(
      Rule(
        "syndication-frequency", .error, "sy:updateFrequency is a whole number above 0",
        cure: "write it like 1", specification: spec),
      of: .of(.syndication, "updateFrequency"), is: "a number of times",
      parse: ValueParsers.integer(1...Int.max)),
    .text(
      Rule(
        "syndication-base", .error, "sy:updateBase is a W3CDTF date",
        cure: "write it like 2026-02-10T08:30Z", specification: spec),
      of: .of(.syndication, "updateBase"), is: "a W3CDTF date", parse: W3CDate.check),
  ]
}
