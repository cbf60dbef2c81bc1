internal import FeedModel
internal import FeedValues

/// Apple's extension of RSS for podcasts: what directories and players read beside the enclosure.
///
/// <https://podcasters.apple.com/support/823-podcast-requirements>
enum ITunes {
  /// What the prefix `itunes` stands for.
  static let namespace = "http://www.itunes.com/dtds/podcast-1.0.dtd"

  /// Writes what a channel says as a podcast.
  static func write(_ podcast: Podcast, of feed: Feed, to xml: inout XMLWriter) {
    xml.element("itunes:author", podcast.author ?? feed.author.name)
    for category in podcast.categories {
      if let subcategory = category.subcategory {
        xml.begin("itunes:category", [("text", category.name)])
        xml.empty("itunes:category", [("text", subcategory)])
        xml.end("itunes:category")
      } else {
        xml.empty("itunes:category", [("text", category.name)])
      }
    }
    xml.element("itunes:explicit", podcast.isExplicit ? "true" : "false")
    xml.empty("itunes:image", [("href", podcast.image.string)])
    if let owner = podcast.owner {
      xml.begin("itunes:owner")
      xml.element("itunes:name", owner.name)
      if let email = owner.email { xml.element("itunes:email", email.string) }
      xml.end("itunes:owner")
    }
    if let kind = podcast.kind { xml.element("itunes:type", kind.rawValue) }
  }

  /// Writes what an item says as an episode.
  ///
  /// Directories take JPEG and PNG for its picture; another one is left to Media RSS.
  static func writeEpisode(_ entry: Entry, to xml: inout XMLWriter) {
    let episode = entry.episode
    if !entry.authors.isEmpty {
      xml.element("itunes:author", entry.authors.map(\.name).joined(separator: ", "))
    }
    if let duration = entry.enclosures.first?.duration {
      xml.element("itunes:duration", String(duration))
    }
    if let number = episode?.number { xml.element("itunes:episode", String(number)) }
    if let kind = episode?.kind { xml.element("itunes:episodeType", kind.rawValue) }
    if let isExplicit = episode?.isExplicit {
      xml.element("itunes:explicit", isExplicit ? "true" : "false")
    }
    if let image = entry.image, ["image/jpeg", "image/png"].contains(image.type?.string) {
      xml.empty("itunes:image", [("href", image.url.string)])
    }
    if let season = episode?.season { xml.element("itunes:season", String(season)) }
    if let title = episode?.title { xml.element("itunes:title", title) }
  }
}
