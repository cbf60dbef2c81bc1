import FeedModel
import FeedValues

/// A feed that uses every element, with texts that are hard to write.
enum Samples {
  /// Every kind of character that a serialiser has to care for, in 40 characters.
  static let hardText =
    "A & B <c> \"d\" 'e' ]]> &amp; é 🎙 \u{FFFD}\u{B}\u{1F}\u{FFFE}\u{FFFF}\t\n\r."

  static func feed() throws -> Feed {
    Feed(
      title: "Voices & <Ports>", description: "Notes & \"more\" <b>]]>",
      location: try AbsoluteURL("https://harbor.example/feeds/"),
      homePage: try AbsoluteURL("https://harbor.example/?a=1&b=2"), language: try LanguageTag("en"),
      updated: try Timestamp(rfc3339: "2026-03-01T12:00:00Z"),
      author: Author(
        name: "Harbor <Team>", email: try EmailAddress("team@harbor.example"),
        url: try AbsoluteURL("https://harbor.example/about"),
        avatar: try AbsoluteURL("https://harbor.example/team.png")),
      rights: "© 2026 Harbor & Co.", icon: try AbsoluteURL("https://harbor.example/icon.png"),
      logo: try AbsoluteURL("https://harbor.example/logo.png?a&b"),
      hub: try AbsoluteURL("https://hub.example/?x&y"),
      podcast: Podcast(
        image: try AbsoluteURL("https://harbor.example/cover.png?a&b"),
        categories: [
          try PodcastCategory("Society & Culture", subcategory: "Places & Travel"),
          try PodcastCategory("Education"),
        ],
        isExplicit: false, author: "Harbor & Friends",
        owner: Author(name: "Ada & Co", email: try EmailAddress("ada@harbor.example")),
        kind: .serial))
  }

  /// A feed that says no more than it must.
  static func bareFeed() throws -> Feed {
    let location = try AbsoluteURL("https://harbor.example/feeds/")
    return Feed(
      title: "Voices", description: "Notes", location: location,
      homePage: try AbsoluteURL("https://harbor.example/"),
      updated: try Timestamp(rfc3339: "2026-03-01T12:00:00Z"), author: Author(name: "Harbor"))
  }

  static func richEntry() throws -> Entry {
    Entry(
      id: "tag:harbor.example,2026-02-10:rich",
      link: try AbsoluteURL("https://harbor.example/rich/?a=1&b=2"),
      externalLink: try AbsoluteURL("https://elsewhere.example/?c&d"), title: hardText,
      summary: "Short & <sweet>",
      contentHTML: Array("<p title=\"q\">1 &lt; 2 ]]> \(hardText)</p>".utf8),
      authors: [
        Author(
          name: "Ada & Co", email: try EmailAddress("ada@harbor.example"),
          url: try AbsoluteURL("https://ada.example/?a&b")),
        Author(name: "Bob", avatar: try AbsoluteURL("https://bob.example/me.png")),
      ],
      categories: [
        Category(
          label: "R&D", scheme: try AbsoluteURL("https://harbor.example/feeds/category/?a&b")),
        Category(label: "say \"C++\"\t<now>"),
      ],
      published: try Timestamp(rfc3339: "2026-02-10T09:30:00+01:00"),
      updated: try Timestamp(rfc3339: "2026-03-01T12:00:00Z"), language: try LanguageTag("de"),
      image: Image(
        url: try AbsoluteURL("https://harbor.example/a.jpg?w=1&h=2"),
        alternativeText: "A \"harbor\" & <sea>", credit: "Ada & <Co>",
        size: Image.Size(width: 1200, height: 630)),
      enclosures: [
        Enclosure(
          url: try AbsoluteURL("https://harbor.example/1.mp3?a&b"),
          type: try MediaType("audio/mpeg"), length: 1_048_576, duration: 61),
        Enclosure(
          url: try AbsoluteURL("https://harbor.example/1.pdf"),
          type: try MediaType("application/pdf"), length: 2048, title: "The \"chart\" & <more>"),
      ],
      episode: Episode(
        title: "Mud & <more>", number: 7, season: 2, kind: .bonus, isExplicit: true))
  }

  static func bareEntry() throws -> Entry {
    let link = try AbsoluteURL("https://harbor.example/bare/")
    return Entry(
      id: link.string, link: link, title: "Bare", contentHTML: Array("<p>x</p>".utf8),
      authors: [Author(name: "Ada")], published: try Timestamp(rfc3339: "2026-01-01T00:00:00Z"),
      image: Image(url: try AbsoluteURL("https://images.example/photo")))
  }

  /// The entry without its whole text.
  static func summaryEntry(summary: String?) throws -> Entry {
    let link = try AbsoluteURL("https://harbor.example/short/")
    return Entry(
      id: "tag:harbor.example,2026:short", link: link, title: "Short", summary: summary,
      authors: [Author(name: "Ada")], published: try Timestamp(rfc3339: "2026-01-01T00:00:00Z"))
  }
}
