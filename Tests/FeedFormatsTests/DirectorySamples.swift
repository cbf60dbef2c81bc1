import FeedModel
import FeedValues

/// A directory with a feed of every kind, and texts that are hard to write.
enum DirectorySamples {
  static func directory(
    formats: [FeedFormat] = FeedFormat.allCases
  ) throws -> FeedDirectory {
    FeedDirectory(
      title: "Voices & \"Ports\"", description: "Notes <b>",
      homePage: try AbsoluteURL("https://harbor.example/?a=1&b=2"),
      location: try AbsoluteURL("https://harbor.example/feeds/"),
      language: try LanguageTag("en"), formats: formats,
      feeds: [
        try feed(.site, "Voices & \"Ports\"", "", items: 20, articles: 142),
        try feed(
          .term(Term(kind: .category, label: "R&D", slug: "r-d")), "Voices & \"Ports\": R&D",
          "category/r-d/", updated: "2026-03-02T12:00:00Z"),
        try feed(
          .term(Term(kind: .keyword, label: "音声\u{B}認識", slug: "音声認識")),
          "Voices & \"Ports\": 音声\u{B}認識", "keyword/音声認識/"),
        try feed(
          .term(Term(kind: .author, label: "Ada <A>", slug: "ada-a")),
          "Voices & \"Ports\": Ada <A>", "author/ada-a/"),
        try feed(.custom(name: "work"), "Tabs\tand\nlines", "custom/work/"),
      ])
  }

  private static func feed(
    _ subject: FeedSubject, _ title: String, _ folder: String, items: Int = 1, articles: Int = 1,
    updated: String = "2026-03-01T12:00:00Z"
  ) throws -> ListedFeed {
    let location = try folder.split(separator: "/").reduce(
      AbsoluteURL("https://harbor.example/feeds/")
    ) { try $0.appending(folder: String($1)) }
    return ListedFeed(
      subject: subject, title: title, description: "About \(title)", folder: folder,
      location: location, items: items, articles: articles,
      newest: .init(
        title: "Newest & <best>", date: try Timestamp(rfc3339: "2026-02-10T00:00:00Z"),
        link: try AbsoluteURL("https://harbor.example/newest/?a&b")),
      updated: try Timestamp(rfc3339: updated))
  }
}
