internal import Content
internal import Diagnostics
internal import YAML

extension Proposal {
  /// Other names that fields go by on sites, in lower case, the likelier first.
  private static let synonyms: [(field: String, names: [String])] = [
    (
      "date",
      [
        "pubdatetime", "publishedat", "published_at", "publisheddate", "published_date",
        "date_published", "datepublished", "published_on", "publishedon", "pub_date",
        "publish_date", "publishdatetime", "postdate", "post_date", "createdat", "createddate",
        "created", "datecreated", "date_created", "firstpublished", "displaydate", "releasedate",
        "time", "path",
      ]
    ),
    (
      "updated",
      [
        "moddatetime", "updateddate", "updated_date", "updatedat", "updated_at", "lastupdated",
        "last_updated", "lastupdate", "last_update", "datemodified", "date_modified",
        "modifieddate",
        "modified_at", "revised", "last_modified", "lastmodified",
      ]
    ),
    ("title", ["newstitle", "headline", "heading", "name", "pagetitle"]),
    ("author", ["author_name", "authorname", "writer", "byline", "posted_by", "contributors"]),
    (
      "excerpt",
      [
        "share_text", "abstract", "blurb", "lead", "lede", "intro", "introduction", "desc",
        "metadescription", "meta_description", "seo_description", "tagline", "synopsis",
      ]
    ),
    (
      "thumbnail",
      [
        "heroimage", "coverimage", "cover_image", "ogimage", "og_image", "featuredimage",
        "featured_image", "feature_image", "socialimage", "social_image", "share_image",
        "header_image", "headerimage", "banner", "hero", "thumb", "preview_image",
      ]
    ),
    ("keywords", ["labels", "keyword", "tag", "tagged"]),
    ("category", ["section", "topic", "channel"]),
    ("draft", ["isdraft", "is_draft", "unpublished", "archive", "archived"]),
  ]

  /// Reads fields under the names that the articles have them by, where the usual one is missing.
  mutating func mapKeys(of survey: ArticleSurvey) {
    guard !survey.files.isEmpty else { return }
    for (field, names) in Self.synonyms {
      var missing = survey.files.filter { file in
        !file.fields.contains {
          FrontMatterFields.field(named: $0.name) == field && !$0.node.isNull
        }
      }
      // What paths tell needs no field.
      if field == "date" { missing.removeAll(where: \.isDatedByPath) }
      for name in names where !missing.isEmpty && FrontMatterFields.field(named: name) == nil {
        let holders = missing.filter { $0[name].map { Self.fits($0, field: field) } ?? false }
        // What a few of many hold may be called so by chance.
        guard holders.count * 20 >= survey.files.count, let first = holders.first,
          let written = first.fields.first(where: { $0.name.lowercased() == name })?.name
        else { continue }
        if name == "path",
          permalinks.contains(where: { $0.patterns.contains { $0.contains(":{path}") } })
        {
          continue
        }
        key(field, written)
        missing.removeAll { $0[name] != nil }
      }
    }
  }

  /// Whether a value can be one of the field.
  private static func fits(_ node: Node, field: String) -> Bool {
    switch field {
    case "date", "updated":
      return FieldShape.looksLikeDate(node)
    case "draft":
      return node.bool != nil
    case "thumbnail":
      guard let text = node.text?.lowercased() else { return false }
      return text.contains(".") && !text.contains(" ")
    case "keywords", "author":
      if case .mapping = node.content { return false }
      return !node.isNull && node.bool == nil
    default:
      return node.text?.isEmpty == false && node.bool == nil
    }
  }
}
