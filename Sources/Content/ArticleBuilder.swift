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
  let siteFiles: SiteFiles
  let file: ArticlePath
  var fields: FieldReader
  /// Where the text begins: behind the heading, where that became the title.
  private(set) var bodyStart: Int
  var expires: Timestamp?
  /// Whether the article says that it is not to be published yet.
  var isDraft = false
  /// Whether the article asks to be in no feed.
  var isLeftOut = false
  /// Whether no date can be told, and that is right: of a page that is no article, or of a draft that
  /// gets its date when it leaves the folder of drafts.
  private(set) var isUndated = false
  /// Where the title was found in the text.
  private(set) var headingMark: LoadedArticle.Mark?
  /// Whether no title can be told, and the article is no item of a feed for that.
  private(set) var isUntitled = false
  private var lacksTitle = false
  private var lacksDate = false

  init(
    frontMatter: FrontMatter, source: SourceText, path: String, configuration: Configuration,
    siteFiles: SiteFiles
  ) {
    self.frontMatter = frontMatter
    self.path = path
    self.configuration = configuration
    self.siteFiles = siteFiles
    file = ArticlePath(path, languages: configuration.content.languages)
    bodyStart = frontMatter.bodyStart
    fields = FieldReader(source: source, rule: ContentRules.fieldValue)
  }

  /// The article; nil where a field that it needs is missing or wrong.
  mutating func article() -> Article? {
    let site = configuration.site.url
    let title = title()
    let date = date()
    if isUndated || isUntitled { return nil }
    reportMissing()
    let slug = slug()
    let conventions = configuration.content.conventions
    let categories = conventions.categories(
      read(.category) { conventions.terms($0.texts($1, $2), of: $2, in: $1) } ?? [],
      isNamed: frontMatter[.category] != nil, path: path)
    let keywords =
      read(.keywords) {
        conventions.terms($0.texts($1, $2, separator: ","), of: $2, in: $1)
      } ?? []
    let known = configuration.authors
    let authors = read(.author) { $0.authors($1, $2, site: site, known: known) } ?? []
    let excerpt = read(.excerpt) { $0.text($1, $2) } ?? nil
    let language =
      read(.language) { $0.value($1, $2, LanguageTag.init) }
      ?? file.language.flatMap { try? LanguageTag($0) }
    let id = read(.id) { $0.value($1, $2, checkedID) } ?? nil
    let external = read(.external) { $0.url($1, $2, base: site) } ?? nil
    readState()
    var link: AbsoluteURL?
    if let title, let date, let slug {
      link = self.link(slug: slug, date: date, categories: categories, title: title)
    }
    let media = media(at: link)
    guard let title, let date, let slug else { return nil }
    let updated = updated(after: date.timestamp)
    guard let link else { return nil }
    return Article(
      path: path, title: title, slug: slug, published: date.timestamp,
      updated: updated ?? date.timestamp, day: date.day, categories: categories,
      keywords: keywords, authors: authors,
      excerpt: excerpt.map { plainLine(Markdown.plainText(ofLine: $0)) },
      image: media.image, enclosures: media.enclosures, episode: media.episode,
      language: language, id: id, link: link,
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

  /// Reads a field where it is given, here or in the configuration's defaults.
  mutating func read<Value>(
    _ field: FrontMatterField, _ read: (inout FieldReader, Node, String) -> Value?
  ) -> Value? {
    if let value = frontMatter[field] { return read(&fields, value.node, value.name) }
    let defaults = configuration.content.defaults
    guard !defaults.isEmpty, let node = defaults[field] else { return nil }
    // What is wrong with a default is found in the configuration's file, not the article's.
    var reader = FieldReader(
      source: configuration.source, rule: ContentRules.configurationValue)
    let value = read(&reader, node, "content.defaults.\(field.rawValue)")
    for finding in reader.diagnostics { fields.add(finding) }
    return value
  }

  private mutating func title() -> String? {
    let found = fields.diagnostics.count
    if let value = frontMatter[.title] {
      let title = fields.text(value.node, value.name).map {
        plainLine(Markdown.plainText(ofLine: $0))
      }
      if let title, !title.isEmpty { return title }
      if fields.diagnostics.count > found { return nil }
    }
    if let heading = TitleHeading(in: fields.source.bytes, from: bodyStart) {
      let title = plainLine(Markdown.plainText(ofLine: heading.text))
      if !title.isEmpty {
        bodyStart = heading.bodyStart ?? bodyStart
        headingMark = LoadedArticle.Mark(
          position: fields.source.position(ofByteAt: heading.offset), length: 1)
        return title
      }
    }
    if frontMatter[.title] == nil,
      let title = (read(.title) { $0.text($1, $2) } ?? nil).map({
        plainLine(Markdown.plainText(ofLine: $0))
      }), !title.isEmpty
    {
      return title
    }
    guard fields.diagnostics.count == found else { return nil }
    if let title = titleOfUntitled() { return title }
    isLeftOut = configuration.content.untitled == .leaveOut
    isUntitled = isLeftOut
    lacksTitle = !isUntitled
    return nil
  }

  /// What an article is called that says it nowhere itself.
  private func titleOfUntitled() -> String? {
    switch configuration.content.untitled {
    case .excerpt:
      let excerpt = frontMatter[.excerpt]?.node.text.map {
        plainLine(Markdown.plainText(ofLine: $0))
      }
      let words =
        excerpt.flatMap { $0.isEmpty ? nil : $0 }
        ?? OpeningWords(in: fields.source.bytes[bodyStart...]).text
      return words.map { EntryRenderer.cut($0, to: Self.longestOpening) } ?? file.title
    case .name: return file.title
    case .error, .leaveOut:
      return frontMatter.isPresent ? configuration.content.conventions.title(of: file) : nil
    }
  }

  /// How many characters a title has at most that is cut from the text.
  private static let longestOpening = 80

  private mutating func date() -> DateText? {
    let found = fields.diagnostics.count
    if let date = timestamp(of: .date) { return date }
    if fields.diagnostics.count > found { return nil }
    if frontMatter[.date] == nil {
      if let place = datedPlaces.first {
        do throws(InvalidValue) {
          return try DateText(place.date, zone: configuration.zone)
        } catch {
          fields.add(
            fields.source.diagnostic(
              ContentRules.dateInvalid, at: place.mark.position, length: place.mark.length,
              "\(place.name) has the date \(place.date.text), but \(error.reason)"))
          return nil
        }
      }
    }
    isUndated = configuration.content.undated == .leaveOut || file.isDraft
    lacksDate = !isUndated
    return nil
  }

  /// Notes what neither the front matter nor anything else tells.
  private mutating func reportMissing() {
    guard frontMatter.isPresent else {
      guard lacksTitle || lacksDate else { return }
      let message =
        switch (lacksTitle, lacksDate) {
        case (true, true): "the article has no front matter"
        case (true, false): "the article has no front matter, and no heading that gives its title"
        default: "the article has no front matter, and its file's name gives no date"
        }
      let length = fields.source.line(1)?.unicodeScalars.count ?? 1
      fields.add(
        fields.source.diagnostic(
          ContentRules.frontMatterMissing, at: .start, length: max(1, length), message))
      return
    }
    if lacksDate { missing(ContentRules.dateMissing, .date, "the article has no date") }
    if lacksTitle { missing(ContentRules.titleMissing, .title, "the article has no title") }
  }

  /// Notes that a field is not there, or holds nothing.
  private mutating func missing(_ rule: Rule, _ field: FrontMatterField, _ message: String) {
    if let value = frontMatter[field] {
      fields.report(rule, at: value.node, message)
    } else {
      fields.add(fields.source.diagnostic(rule, at: .start, length: 3, message))
    }
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

  mutating func timestamp(of field: FrontMatterField) -> DateText? {
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
}

/// An id as Atom takes it: a URI.
private func checkedID(_ text: String) throws(InvalidValue) -> String {
  do {
    return try AbsoluteURL(text).string
  } catch {
    throw InvalidValue("an id must be a URI, and \(error.reason)")
  }
}
