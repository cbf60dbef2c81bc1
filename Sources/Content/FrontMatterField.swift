/// What front matter can tell of an article, whatever name it has there.
package enum FrontMatterField: String, CaseIterable, Hashable, Sendable {
  case title, slug, date, updated, category, keywords, author, excerpt, thumbnail, enclosure
  case language, id, permalink, path, external, draft, published, status, hidden, expires, feed
  case length, duration, episode, season, episodeType, episodeTitle, explicit

  /// The names that are known, in lower case; of several in one article the first counts.
  ///
  /// A name with dots is one inside of maps. Beside these a field goes by what `content.keys` adds.
  /// `published` and `publish` are a date or, as a truth value, the opposite of `draft`: what they hold
  /// decides.
  var names: [String] {
    switch self {
    case .title: ["title"]
    case .slug: ["slug"]
    case .date:
      [
        "date", "published", "pubdate", "publishdate", "created_at", "published_at", "publishedat",
        "publish_date", "published_date", "publisheddate", "date_published", "datepublished",
        "pubdatetime", "pub_date", "publish", "posted", "createdat", "created", "date_created",
      ]
    case .updated:
      [
        "updated", "modified", "lastmod", "last_modified_at", "updated_at", "updatedat",
        "updateddate", "updated_date", "moddatetime", "date_modified", "datemodified",
        "date_updated", "modified_at", "last_modified", "lastmodified", "last_updated",
        "lastupdated", "last_update.date",
      ]
    case .category: ["category", "categories", "taxonomies.categories"]
    case .keywords: ["keywords", "tags", "topics", "tag", "taxonomies.tags"]
    case .author: ["author", "authors", "by", "author_name", "byline", "taxonomies.authors"]
    case .excerpt:
      [
        "excerpt", "description", "summary", "teaser", "subtitle", "spoiler", "share_text",
        "abstract", "meta_description",
      ]
    case .thumbnail:
      [
        "thumbnail", "image", "cover", "banner_image", "featured-image", "hero_image", "banner",
        "banner-image", "bannerimage", "featured_image", "featuredimage", "feature_image",
        "feature-image", "featureimage", "cover_image", "cover-image", "coverimage", "hero-image",
        "heroimage", "og_image", "og-image", "ogimage", "social_image", "images", "header",
        "resources",
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
    case .path: ["path"]
    case .external: ["external_url", "link", "externalurl", "external_link"]
    case .draft: ["draft", "isdraft", "is_draft"]
    case .published: []
    case .status: ["status"]
    case .hidden:
      [
        "unlisted", "hidden", "private", "archive", "redirect", "redirect_to",
        "eleventyexcludefromcollections", "build.list", "_build.list",
      ]
    case .expires: ["expires", "expirydate", "expiry_date", "unpublishdate", "expires_at"]
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

  /// The names of maps that hold fields, the first parts of names with dots.
  static let outerNames: Set<String> = Set(
    byName.keys.compactMap { name in name.firstIndex(of: ".").map { String(name[..<$0]) } })
}
