internal import Content
internal import Diagnostics
internal import YAML

extension Proposal {
  /// Other names that fields go by on sites, in lower case, the likelier first.
  private static let synonyms: [(field: String, names: [String])] = [
    (
      "date",
      [
        "published_on", "publishedon", "publishdatetime", "postdate", "post_date", "createddate",
        "datecreated", "firstpublished", "displaydate", "releasedate", "release_date", "time",
      ]
    ),
    ("updated", ["lastupdate", "last_update", "modifieddate", "revised", "update_date"]),
    ("title", ["newstitle", "headline", "heading", "name", "pagetitle"]),
    ("author", ["authorname", "writer", "posted_by", "contributors"]),
    (
      "excerpt",
      [
        "blurb", "lead", "lede", "intro", "introduction", "desc", "metadescription",
        "seo_description", "tagline", "synopsis",
      ]
    ),
    (
      "thumbnail",
      [
        "socialimage", "share_image", "header_image", "headerimage", "banner", "hero", "thumb",
        "preview_image", "poster",
      ]
    ),
    ("keywords", ["labels", "keyword", "tagged"]),
    ("category", ["section", "topic", "channel"]),
    ("draft", ["unpublished"]),
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
