/// What front matter can tell of an article, whatever name it has there.
package enum FrontMatterField: String, CaseIterable, Hashable, Sendable {
  case title, slug, date, updated, category, keywords, author, excerpt, thumbnail, enclosure
  case language, id, permalink, external, draft, published, expires, feed
  case length, duration, episode, season, episodeType, episodeTitle, explicit

  /// The names that are known, in lower case; of several in one article the first counts.
  ///
  /// Beside these a field goes by what `content.keys` adds. `published` is a date or, as a truth value,
  /// the opposite of `draft`: what it holds decides.
  var names: [String] {
    switch self {
    case .title: ["title"]
    case .slug: ["slug"]
    case .date: ["date", "published", "pubdate", "publishdate", "created_at"]
    case .updated: ["updated", "modified", "lastmod", "last_modified_at"]
    case .category: ["category", "categories"]
    case .keywords: ["keywords", "tags", "topics"]
    case .author: ["author", "authors", "by"]
    case .excerpt: ["excerpt", "description", "summary", "teaser", "subtitle", "spoiler"]
    case .thumbnail:
      [
        "thumbnail", "image", "cover", "banner_image", "featured-image", "hero_image", "banner",
        "banner-image", "bannerimage", "featured_image", "featuredimage", "feature_image",
        "feature-image", "featureimage", "cover_image", "cover-image", "coverimage", "hero-image",
        "heroimage", "og_image", "og-image", "ogimage", "images", "header", "resources",
      ]
    case .enclosure:
      [
        "enclosure", "enclosures", "audio", "podcast", "audio_url", "audio_file", "podcast_file",
        "video",
      ]
    case .length: ["length", "audio_length", "audio_size", "podcast_bytes"]
    case .duration: ["duration", "audio_duration", "podcast_duration"]
    case .episode: ["episode", "episode_number"]
    case .season: ["season"]
    case .episodeType: ["episode_type", "episodetype"]
    case .episodeTitle: ["episode_title", "episodetitle"]
    case .explicit: ["explicit"]
    case .language: ["language", "lang"]
    case .id: ["id", "guid"]
    case .permalink: ["permalink", "url", "canonical"]
    case .external: ["external_url", "link"]
    case .draft: ["draft"]
    case .published: []
    case .expires: ["expires"]
    case .feed: ["feed"]
    }
  }

  /// Fields and how early their name stands among the field's, by name in lower case.
  static let byName: [String: (field: FrontMatterField, rank: Int)] = {
    var table: [String: (field: FrontMatterField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() { table[name] = (field, rank) }
    }
    return table
  }()
}
