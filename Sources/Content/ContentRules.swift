package import Diagnostics

/// The rules for a site's configuration and its articles.
package enum ContentRules {
  /// All of them.
  package static let catalogue = RuleCatalogue([
    configurationMissing, configurationUnreadable, configurationSyntax, configurationKey,
    configurationRequired, configurationValue, timeZoneUnknown,
    authorsFile, contentMissing, fileUnreadable, fileEmpty, fileEncoding, fileTooLarge,
    frontMatterMissing,
    frontMatterUnclosed, frontMatterSyntax, frontMatterTOML, frontMatterJSON,
    frontMatterUnsupported, fieldRepeated, fieldValue,
    titleMissing, dateMissing, dateInvalid, updatedBeforePublished, dateBefore1970, dateAhead,
    slugEscapes, permalinkTemplate, characterForbidden, htmlRemoved, dialectDropped, linkToSource,
    pictureUnusable,
    enclosureLength,
  ])

  package static let configurationMissing = Rule(
    "configuration-missing", .error, "A site is a folder with a file feedsetter.yml in it.",
    cure: "write a feedsetter.yml with site.title and site.url, or name the folder with --site")
  static let configurationUnreadable = Rule(
    "configuration-unreadable", .error, "The configuration must be a file that this user may read.",
    cure: "give this user the right to read it")
  static let configurationSyntax = Rule(
    "configuration-yaml", .error, "The configuration is a map in YAML.",
    cure: "write keys and values as YAML does, such as \"title: Harbor Voices\"")
  static let configurationKey = Rule(
    "configuration-key-unknown", .error,
    "A key that means nothing is most likely a slip of the pen.",
    cure: "take it out")
  static let configurationRequired = Rule(
    "configuration-required", .error, "Feeds can't be made without the site's title and address.",
    cure: "write site.title and site.url")
  package static let configurationValue = Rule(
    "configuration-value", .error, "Each key of the configuration takes values of one kind.",
    cure: "write a value of that kind")
  static let timeZoneUnknown = Rule(
    "timezone-unknown", .error, "A time zone is named as the IANA time zone database names it.",
    cure: "write a name such as Europe/Berlin or UTC",
    specification: "https://www.iana.org/time-zones")
  static let authorsFile = Rule(
    "authors-file", .error, "The file of authors is a map of keys, in YAML, TOML or JSON.",
    cure: "write each author as key: { name: Jane Doe, url: https://jane.example/ }")
  static let contentMissing = Rule(
    "content-missing", .error, "Articles are read from a folder.",
    cure: "create the folder, or name another one by content.path in feedsetter.yml")
  static let fileUnreadable = Rule(
    "file-unreadable", .error,
    "An article that can't be read would drop out of the feeds unnoticed.",
    cure: "give this user the right to read it, or exclude it by content.exclude")
  static let fileEmpty = Rule(
    "file-empty", .error, "An empty file is no article.",
    cure: "write the article, remove the file, or exclude it by content.exclude")
  static let fileEncoding = Rule(
    "file-not-utf8", .error, "Articles are UTF-8.", cure: "save the file as UTF-8")
  static let fileTooLarge = Rule(
    "file-too-large", .error, "A file of more than 4 MiB is no article that a reader could show.",
    cure: "split the article, or exclude the file by content.exclude")
  static let frontMatterMissing = Rule(
    "front-matter-missing", .error,
    "An article begins with front matter, unless its heading and its name give title and date.",
    cure: "begin the file with a line \"---\", the fields, and another line \"---\"")
  static let frontMatterUnclosed = Rule(
    "front-matter-unclosed", .error,
    "Front matter ends with a line like the one that it began with.",
    cure: "write a line \"---\" between the fields and the text")
  static let frontMatterSyntax = Rule(
    "front-matter-yaml", .error, "Front matter between lines of \"---\" is a map in YAML.",
    cure: "write fields as YAML does, such as \"title: Hello\"",
    specification: "https://yaml.org/spec/1.2.2/")
  static let frontMatterTOML = Rule(
    "front-matter-toml", .error, "Front matter between lines of \"+++\" is TOML.",
    cure: "write fields as TOML does, such as title = \"Hello\"",
    specification: "https://toml.io/en/v1.0.0")
  static let frontMatterJSON = Rule(
    "front-matter-json", .error, "Front matter that begins with a brace is an object of JSON.",
    cure: "write fields as JSON does, such as \"title\": \"Hello\"",
    specification: "https://www.rfc-editor.org/rfc/rfc8259")
  static let frontMatterUnsupported = Rule(
    "front-matter-unsupported", .error,
    "Front matter holds values: YAML, TOML or JSON. A program would have to be run.",
    cure: "write the fields as YAML between two lines \"---\"")
  static let fieldRepeated = Rule(
    "field-repeated", .warning, "Of a field that is given twice one value is lost.",
    cure: "take one of the two out")
  static let fieldValue = Rule(
    "field-value", .error, "A field that feeds carry takes values of one kind.",
    cure: "write a value of that kind")
  static let titleMissing = Rule(
    "title-missing", .error, "Every item of a feed needs a title that readers can list.",
    cure: "add \"title: …\" to the front matter")
  static let dateMissing = Rule(
    "date-missing", .error, "Feeds are ordered by date, and readers show it.",
    cure: "add a line such as \"date: 2026-02-10\" to the front matter")
  static let dateInvalid = Rule(
    "date-invalid", .error, "A date must be one that exists, in a form that can't be misread.",
    cure: "write a date such as 2026-02-10, 2026-02-10 18:30 or 2026-02-10T18:30:00+01:00")
  static let updatedBeforePublished = Rule(
    "updated-before-date", .warning, "An article can't have been revised before it was published.",
    cure: "correct one of the two dates")
  static let dateBefore1970 = Rule(
    "date-before-1970", .warning, "Some readers drop a whole feed with a date before 1970 in it.",
    cure: "write a later date, or take the article out by feed: false")
  static let dateAhead = Rule(
    "updated-ahead", .warning, "Readers show an article that was revised in the future as wrong.",
    cure: "write the moment of the last revision")
  static let slugEscapes = Rule(
    "slug-unsafe", .error, "A slug is one segment of a path and must not lead out of its folder.",
    cure: "write letters, digits and hyphens, such as work-from-home-ai-jobs")
  static let permalinkTemplate = Rule(
    "permalink-template", .warning,
    "An address that a program computes is not known here, and the pattern's may be another one.",
    cure: "write the address itself, or the pattern of all addresses as content.permalink")
  static let characterForbidden = Rule(
    "character-forbidden", .warning, "XML 1.0 can't carry some control characters even escaped.",
    cure: "delete the character from the file; feeds are published without it",
    specification: "https://www.w3.org/TR/xml/#charsets")
  static let pictureUnusable = Rule(
    "picture-unusable", .warning,
    "A picture goes with an article only if readers can fetch it from an address.",
    cure: "write its address, or its path from the site's root on; the article is published without"
  )
  static let enclosureLength = Rule(
    "enclosure-length-wrong", .warning,
    "The length of a file is its size in bytes, which players trust.",
    cure: "write the size of the file; feeds carry that")
  static let htmlRemoved = Rule(
    "html-removed", .warning,
    "Readers run no scripts and show no forms, and many drop a feed's item that holds them.",
    cure: "take it out of the article, or leave it: feeds are published without it")
  static let dialectDropped = Rule(
    "dialect-dropped", .warning,
    "What the site's own generator runs, such as templates and components, is nothing in a feed.",
    cure: "write it in Markdown, or leave it: feeds are published without it; "
      + "build --verbose names each place, and content.dialects keeps the source text")
  static let linkToSource = Rule(
    "link-to-source", .warning,
    "A link to an article's file leads nowhere on the site unless the article is published.",
    cure: "correct the path, or write the address of the page; build --verbose names each place")
}
