/// What front matter can tell of an article, whatever name it has there.
package enum FrontMatterField: String, CaseIterable, Hashable, Sendable {
  case title, slug, date, updated, category, keywords, author, excerpt, thumbnail, enclosure
  case language, id, permalink, external, draft, published, expires, feed

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
      ["thumbnail", "image", "cover", "banner_image", "featured-image", "hero_image", "images"]
    case .enclosure: ["enclosure", "audio", "podcast"]
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
