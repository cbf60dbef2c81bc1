internal import Diagnostics

/// A kind of object in a JSON Feed.
enum JSONObjectKind {
  case feed, item, author, attachment, hub
}

/// A member that JSON Feed defines for a kind of object.
struct JSONMember: Sendable {
  enum Shape: Sendable {
    case string, url, personURL, date, language, number, truth, strings
    case object(JSONObjectKind)
    case objects(JSONObjectKind)
    /// An array whose elements are judged as they come.
    case items
    /// A rule of its own looks at it.
    case other
  }

  let name: String
  let shape: Shape
  /// The rule that is broken where the member has another type, or lacks and is required.
  let rule: Rule
  var isRequired = false
}

/// Which members each object has: the table that a new version of the format adds lines to.
enum JSONFeedModels {
  static func members(of kind: JSONObjectKind) -> [JSONMember] {
    switch kind {
    case .feed: feed
    case .item: item
    case .author: author
    case .attachment: attachment
    case .hub: hub
    }
  }

  private typealias Rules = JSONFeedRules

  private static let feed = [
    JSONMember(name: "version", shape: .string, rule: Rules.version, isRequired: true),
    JSONMember(name: "title", shape: .string, rule: Rules.title, isRequired: true),
    JSONMember(name: "home_page_url", shape: .url, rule: Rules.string),
    JSONMember(name: "feed_url", shape: .url, rule: Rules.string),
    JSONMember(name: "description", shape: .string, rule: Rules.string),
    JSONMember(name: "user_comment", shape: .string, rule: Rules.string),
    JSONMember(name: "next_url", shape: .url, rule: Rules.string),
    JSONMember(name: "icon", shape: .url, rule: Rules.string),
    JSONMember(name: "favicon", shape: .url, rule: Rules.string),
    JSONMember(name: "author", shape: .object(.author), rule: Rules.authors),
    JSONMember(name: "authors", shape: .objects(.author), rule: Rules.authors),
    JSONMember(name: "language", shape: .language, rule: Rules.string),
    JSONMember(name: "expired", shape: .truth, rule: Rules.expired),
    JSONMember(name: "hubs", shape: .objects(.hub), rule: Rules.hub),
    JSONMember(name: "items", shape: .items, rule: Rules.items, isRequired: true),
  ]

  private static let item = [
    JSONMember(name: "id", shape: .other, rule: Rules.id, isRequired: true),
    JSONMember(name: "url", shape: .url, rule: Rules.string),
    JSONMember(name: "external_url", shape: .url, rule: Rules.string),
    JSONMember(name: "title", shape: .string, rule: Rules.string),
    JSONMember(name: "content_html", shape: .string, rule: Rules.string),
    JSONMember(name: "content_text", shape: .string, rule: Rules.string),
    JSONMember(name: "summary", shape: .string, rule: Rules.string),
    JSONMember(name: "image", shape: .url, rule: Rules.string),
    JSONMember(name: "banner_image", shape: .url, rule: Rules.string),
    JSONMember(name: "date_published", shape: .date, rule: Rules.string),
    JSONMember(name: "date_modified", shape: .date, rule: Rules.string),
    JSONMember(name: "author", shape: .object(.author), rule: Rules.authors),
    JSONMember(name: "authors", shape: .objects(.author), rule: Rules.authors),
    JSONMember(name: "tags", shape: .strings, rule: Rules.tags),
    JSONMember(name: "language", shape: .language, rule: Rules.string),
    JSONMember(name: "attachments", shape: .objects(.attachment), rule: Rules.attachments),
  ]

  private static let author = [
    JSONMember(name: "name", shape: .string, rule: Rules.string),
    JSONMember(name: "url", shape: .personURL, rule: Rules.string),
    JSONMember(name: "avatar", shape: .url, rule: Rules.string),
  ]

  private static let attachment = [
    JSONMember(name: "url", shape: .url, rule: Rules.attachmentParts, isRequired: true),
    JSONMember(name: "mime_type", shape: .string, rule: Rules.attachmentParts, isRequired: true),
    JSONMember(name: "title", shape: .string, rule: Rules.string),
    JSONMember(name: "size_in_bytes", shape: .number, rule: Rules.number),
    JSONMember(name: "duration_in_seconds", shape: .number, rule: Rules.number),
  ]

  private static let hub = [
    JSONMember(name: "type", shape: .string, rule: Rules.hub, isRequired: true),
    JSONMember(name: "url", shape: .url, rule: Rules.hub, isRequired: true),
  ]
}
