internal import Diagnostics

/// The rules of JSON Feed 1 and 1.1 (<https://www.jsonfeed.org/version/1.1/>).
///
/// Which member has which shape stands in `JSONFeedModels`; these are the rules they are broken by.
enum JSONFeedRules {
  private static let page = "https://www.jsonfeed.org/version/1.1/"
  private static let top = page + "#top-level-a-name-top-level-a"
  private static let item = page + "#items-a-name-items-a"
  private static let attachment = page + "#attachments-a-name-attachments-a"
  private static let extensions = page + "#extensions-a-name-extensions-a"

  static let syntax = Rule(
    "json-syntax", .error, "the document is JSON: readers refuse it whole otherwise",
    cure: "write it with a JSON serialiser",
    specification: "https://www.rfc-editor.org/rfc/rfc8259#section-2")
  static let encoding = Rule(
    "json-encoding", .warning, "JSON is UTF-8 without a byte-order mark",
    cure: "save it as UTF-8 without a byte-order mark",
    specification: "https://www.rfc-editor.org/rfc/rfc8259#section-8.1")
  static let duplicateKey = Rule(
    "json-duplicate-key", .warning,
    "a member stands once in its object: parsers differ in which they keep", cure: "keep one",
    specification: "https://www.rfc-editor.org/rfc/rfc8259#section-4")
  static let rootObject = Rule(
    "json-root-object", .error, "the document is an object",
    cure: "write {\"version\": …, \"title\": …, \"items\": […]}", specification: top)
  static let version = Rule(
    "json-version-required", .error, "version is there, a string",
    cure: "begin with \"version\": \"https://jsonfeed.org/version/1.1\"", specification: top)
  static let unknownVersion = Rule(
    "json-version-unknown", .error, "version is the URL of a version of JSON Feed",
    cure: "write https://jsonfeed.org/version/1.1", specification: top)
  static let versionFirst = Rule(
    "json-version-first", .info, "version is the first member", cure: "move it to the top",
    specification: top)
  static let title = Rule(
    "json-title-required", .error, "title is there, a string", cure: "add the title of the feed",
    specification: top)
  static let items = Rule(
    "json-items-required", .error, "items is there, an array", cure: "add \"items\": []",
    specification: top)
  static let string = Rule(
    "json-string-type", .error, "members that are texts are strings",
    cure: "write a string, or leave it out",
    specification: top)
  static let url = Rule(
    "json-url-value", .error, "members that are URLs hold absolute URLs",
    cure: "write the whole URL, with https:// and the host", specification: top)
  static let homePage = Rule(
    "json-home-page-url-recommended", .warning, "a feed on the web names its site",
    cure: "add home_page_url", specification: top)
  static let feedURL = Rule(
    "json-feed-url-recommended", .warning, "a feed on the web names its own address",
    cure: "add feed_url", specification: top)
  static let nextURL = Rule(
    "json-next-url-same", .error, "next_url is another page than this one", cure: "remove next_url",
    specification: top)
  static let authors = Rule(
    "json-authors-type", .error, "authors is an array of objects", cure: "write [{\"name\": …}]",
    specification: top)
  static let emptyAuthor = Rule(
    "json-author-empty", .error, "an author has a name, a url or an avatar", cure: "add the name",
    specification: top)
  static let oldAuthor = Rule(
    "json-author-deprecated", .warning, "authors has taken the place of author",
    cure: "write \"authors\": [{…}]", specification: top)
  static let language = Rule(
    "json-language-tag", .error, "a language is a language tag", cure: "write it like en or pt-BR",
    specification: top)
  static let expired = Rule(
    "json-expired-type", .error, "expired is true or false",
    cure: "write true or false, or leave it out",
    specification: top)
  static let hub = Rule(
    "json-hub-required", .error, "hubs is an array of objects with type and url",
    cure: "write [{\"type\": …, \"url\": …}]",
    specification: page
      + "#subscribing-to-real-time-notifications-a-name-subscribing-to-real-time-notifications-a"
  )
  static let itemType = Rule(
    "json-item-type", .error, "an item is an object", cure: "write {\"id\": …}", specification: item
  )
  static let id = Rule(
    "json-item-id-required", .error, "an item has an id: readers drop it otherwise",
    cure: "add an id that never changes", specification: item)
  static let idType = Rule(
    "json-item-id-type", .error, "an id is a string", cure: "write it in quotation marks",
    specification: item)
  static let blankID = Rule(
    "json-item-id-blank", .error, "an id is not blank: readers drop the item otherwise",
    cure: "write an id that never changes", specification: item)
  static let duplicateID = Rule(
    "json-item-id-duplicate", .error, "no two items share an id",
    cure: "give each item an id of its own",
    specification: item)
  static let itemURL = Rule(
    "json-item-url-recommended", .warning, "an item has a url, even where its id is the same",
    cure: "add the url of the item's page", specification: item)
  static let content = Rule(
    "json-item-content-required", .error, "an item has content_html or content_text",
    cure: "add content_html or content_text", specification: item)
  static let date = Rule(
    "json-date-rfc3339", .error,
    "a date is written as RFC 3339 has it, and is a day of the calendar",
    cure: "write it like 2026-02-10T08:30:00Z", specification: item)
  static let tags = Rule(
    "json-tags-type", .error, "tags is an array of strings", cure: "write [\"…\"], or leave it out",
    specification: item)
  static let attachments = Rule(
    "json-attachments-type", .error, "attachments is an array of objects",
    cure: "write [{\"url\": …, \"mime_type\": …}]", specification: attachment)
  static let attachmentParts = Rule(
    "json-attachment-required", .error, "an attachment has url and mime_type", cure: "add it",
    specification: attachment)
  static let number = Rule(
    "json-number-type", .error, "sizes and durations are numbers",
    cure: "write a number, or leave it out",
    specification: attachment)
  static let extensionName = Rule(
    "json-extension-name", .error,
    "a name of one's own begins with _ and a letter, and holds no full stop",
    cure: "write it like _harbor", specification: extensions)
  static let extensionMember = Rule(
    "json-extension-member-name", .error,
    "names inside an extension hold no full stop and don't begin with _",
    cure: "rename the member", specification: extensions)
  static let extensionObject = Rule(
    "json-extension-object", .warning, "an extension is an object", cure: "write {\"…\": …}",
    specification: extensions)
  static let unknownKey = Rule(
    "json-unknown-key", .warning, "names that are not JSON Feed's own begin with _",
    cure: "put it into an extension such as _harbor", specification: extensions)

  static let all = [
    syntax, encoding, duplicateKey, rootObject, version, unknownVersion, versionFirst, title, items,
    string, url, homePage, feedURL, nextURL, authors, emptyAuthor, oldAuthor, language, expired,
    hub, itemType, id, idType, blankID, duplicateID, itemURL, content, date, tags, attachments,
    attachmentParts, number, extensionName, extensionMember, extensionObject, unknownKey,
  ]
}
