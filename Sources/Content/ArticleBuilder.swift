internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import Markdown
internal import YAML

/// Makes an article of the fields of its front matter.
struct ArticleBuilder {
  let frontMatter: FrontMatter
  let path: String
  let configuration: Configuration
  var fields: FieldReader
  private var expires: Timestamp?
  /// Whether the article says that it is not to be published yet.
  private(set) var isDraft = false
  /// Whether the article asks to be in no feed.
  private(set) var isLeftOut = false

  init(
    frontMatter: FrontMatter, source: SourceText, path: String, configuration: Configuration
  ) {
    self.frontMatter = frontMatter
    self.path = path
    self.configuration = configuration
    fields = FieldReader(source: source, rule: ContentRules.fieldValue)
  }

  /// The article; nil where a field that it needs is missing or wrong.
  mutating func article() -> Article? {
    let site = configuration.site.url
    let title = title()
    let date = date()
    let slug = slug()
    let conventions = configuration.content.conventions
    let categories = conventions.categories(
      read(.category) { conventions.terms($0.texts($1, $2), of: $2, in: $1) } ?? [], path: path)
    let keywords =
      read(.keywords) {
        conventions.terms($0.texts($1, $2, separator: ","), of: $2, in: $1)
      } ?? []
    let authors = read(.author) { $0.authors($1, $2, site: site) } ?? []
    let excerpt = read(.excerpt) { $0.text($1, $2) } ?? nil
    let image = read(.thumbnail) { $0.image($1, $2, site: site) } ?? nil
    let enclosure = read(.enclosure) { $0.enclosure($1, $2, site: site) } ?? nil
    let language = read(.language) { $0.value($1, $2, LanguageTag.init) } ?? nil
    let id = read(.id) { $0.value($1, $2, checkedID) } ?? nil
    let external = read(.external) { $0.url($1, $2, base: site) } ?? nil
    let permalink = read(.permalink) { $0.url($1, $2, base: site) } ?? nil
    readState()
    guard let title, let date, let slug else { return nil }
    let updated = updated(after: date.timestamp)
    guard
      let link = permalink
        ?? link(slug: slug, date: date, categories: categories, title: title)
    else { return nil }
    return Article(
      path: path, title: title, slug: slug, published: date.timestamp,
      updated: updated ?? date.timestamp, day: date.day, categories: categories,
      keywords: keywords, authors: authors,
      excerpt: excerpt.map { plainLine(Markdown.plainText(ofLine: $0)) },
      image: image, enclosure: enclosure, language: language, id: id, link: link,
      externalLink: external)
  }

  /// What is odd about an article's dates; nothing where nobody sees the article yet.
  func doubts(about article: Article, now: Timestamp) -> [Diagnostic] {
    guard state(of: article, now: now) == .published else { return [] }
    var doubts: [Diagnostic] = []
    if article.published.seconds < 0 {
      doubts.append(doubt(ContentRules.dateBefore1970, .date, "the article's date is before 1970"))
    }
    if article.updated > now {
      doubts.append(doubt(ContentRules.dateAhead, .updated, "the article is revised in the future"))
    }
    return doubts
  }

  private func doubt(_ rule: Rule, _ field: FrontMatterField, _ message: String) -> Diagnostic {
    let mark = frontMatter[field]?.node.mark ?? .start
    return fields.source.diagnostic(rule, at: mark.position, length: mark.length, message)
  }

  private mutating func readState() {
    let draft = read(.draft) { $0.bool($1, $2) }
    let published = read(.published) { $0.bool($1, $2) }
    let feed = read(.feed) { $0.bool($1, $2) }
    isDraft = draft == true || published == false
    isLeftOut = feed == false
    expires = timestamp(of: .expires)?.timestamp
  }

  /// Whether the article is in feeds at the moment `now`.
  func state(of article: Article, now: Timestamp) -> LoadedArticle.State {
    if isDraft { return .draft }
    if isLeftOut { return .leftOut }
    if let expires, expires <= now { return .expired }
    return article.published > now ? .due(article.published) : .published
  }

  /// Reads a field where it is given, here or in the configuration's defaults.
  private mutating func read<Value>(
    _ field: FrontMatterField, _ read: (inout FieldReader, Node, String) -> Value?
  ) -> Value? {
    if let value = frontMatter[field] { return read(&fields, value.node, value.name) }
    guard let node = configuration.content.defaults[field] else { return nil }
    // What is wrong with a default is found in the configuration's file, not the article's.
    var defaults = FieldReader(
      source: configuration.source, rule: ContentRules.configurationValue)
    let value = read(&defaults, node, "content.defaults.\(field.rawValue)")
    for finding in defaults.diagnostics { fields.add(finding) }
    return value
  }

  private mutating func title() -> String? {
    let found = fields.diagnostics.count
    let title = (read(.title) { $0.text($1, $2) } ?? nil).map {
      plainLine(Markdown.plainText(ofLine: $0))
    }
    if let title, !title.isEmpty { return title }
    if fields.diagnostics.count == found {
      missing(ContentRules.titleMissing, .title, "the article has no title")
    }
    return nil
  }

  /// Notes that a field is not there, or holds nothing.
  private mutating func missing(_ rule: Rule, _ field: FrontMatterField, _ message: String) {
    if let value = frontMatter[field] {
      fields.report(rule, at: value.node, message)
    } else {
      fields.add(fields.source.diagnostic(rule, at: .start, length: 3, message))
    }
  }

  private mutating func date() -> DateText? {
    let found = fields.diagnostics.count
    if let date = timestamp(of: .date) { return date }
    if frontMatter[.date] == nil, let name = pathParts.last,
      let prefix = DateText.prefix(ofFileName: name),
      let date = try? DateText(prefix.date, zone: configuration.zone)
    {
      return date
    }
    if fields.diagnostics.count == found {
      missing(ContentRules.dateMissing, .date, "the article has no date")
    }
    return nil
  }

  private mutating func updated(after published: Timestamp) -> Timestamp? {
    guard let updated = timestamp(of: .updated) else { return nil }
    guard updated.timestamp < published, let value = frontMatter[.updated] else {
      return updated.timestamp
    }
    // A day without a time on the day of publication is no contradiction.
    if updated.timestamp.seconds > published.seconds - 86_400,
      value.node.text?.contains(":") == false
    {
      return published
    }
    fields.report(
      ContentRules.updatedBeforePublished, at: value.node,
      "`\(value.name)` is before the article's date")
    return published
  }

  private mutating func timestamp(of field: FrontMatterField) -> DateText? {
    let zone = configuration.zone
    let conventions = configuration.content.conventions
    return read(field) { reader, node, name -> DateText? in
      guard let text = reader.text(node, name) else { return nil }
      do throws(InvalidValue) {
        return try DateText(text, zone: conventions.zone(of: node, site: zone))
      } catch {
        reader.report(
          ContentRules.dateInvalid, at: node, "`\(name)` is \"\(text)\", but \(error.reason)")
        return nil
      }
    }
  }

  private mutating func slug() -> String? {
    guard let value = frontMatter[.slug] else {
      // A default of the site would be the slug of all articles.
      return slugOfPath()
    }
    // Not as a line of text: a control character is an error here.
    guard let text = value.node.text?.trimmingSpaces else {
      fields.report(at: value.node, "`\(value.name)` is \(value.node.kindName), not a text")
      return nil
    }
    if text.isEmpty { return slugOfPath() }
    do {
      return try checkedSegment(text)
    } catch {
      fields.report(
        ContentRules.slugEscapes, at: value.node,
        "`\(value.name)` is \"\(text)\", but \(error.reason)")
      return nil
    }
  }

  /// The name of the file without its ending, or of the folder where the file is an index.
  ///
  /// A date that the name begins with is not part of it.
  private func slugOfPath() -> String {
    let name = pathParts.last ?? ""
    return DateText.prefix(ofFileName: name)?.rest ?? name
  }

  /// The path below the content folder, without the ending and the name of an index.
  private var pathParts: [String] {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast() else { return [] }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let stem = String(name[..<dot])
    return stem == "index" && !parts.isEmpty ? parts : parts + [stem]
  }

  private mutating func link(
    slug: String, date: DateText, categories: [String], title: String
  ) -> AbsoluteURL? {
    let content = configuration.content
    let clock = content.conventions.clock(
      day: date.day, at: date.timestamp, site: configuration.zone)
    let subject = PermalinkSubject(
      slug: slug, title: title, categories: categories, path: pathParts, day: clock.day,
      time: clock.time, fields: frontMatter.others)
    do {
      return try content.permalink.link(
        site: configuration.site.url, to: subject, file: path, style: content.conventions.style)
    } catch {
      fields.add(
        fields.source.diagnostic(
          ContentRules.fieldValue, at: .start,
          "the article's address is no URL: \(error.reason)"))
      return nil
    }
  }
}

/// An id as Atom takes it: a URI.
private func checkedID(_ text: String) throws(InvalidValue) -> String {
  do {
    return try AbsoluteURL(text).string
  } catch {
    throw InvalidValue("an id must be a URI, and \(error.reason)")
  }
}
