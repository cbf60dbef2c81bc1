internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import YAML

/// What an article's names and addresses tell: its slug, its day and its link.
extension ArticleBuilder {
  /// A field or the file's path, with a day in it.
  struct DatedPlace {
    let date: PathDate
    let slug: String
    /// What findings call it.
    let name: String
    let mark: LoadedArticle.Mark
  }

  /// The places that have a day in them, the file's path last.
  var datedPlaces: [DatedPlace] {
    var places: [DatedPlace] = []
    for field: FrontMatterField in [.path, .permalink, .slug] {
      guard let value = frontMatter[field], let text = value.node.text, holdsSlash(text),
        let found = PathDate.find(in: segments(of: text))
      else { continue }
      places.append(
        DatedPlace(
          date: found.date, slug: found.slug, name: "`\(value.name)`", mark: value.node.mark))
    }
    if let date = file.date ?? configuration.content.conventions.date(in: file.parts) {
      places.append(
        DatedPlace(date: date, slug: file.slug, name: "the file's path", mark: .start))
    }
    return places
  }

  private func holdsSlash(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "/")) }

  /// The segments of an address's path, without the ending of a page.
  private func segments(of text: String) -> [String] {
    var segments = text.split(separator: "/").map(String.init)
    guard let last = segments.popLast() else { return [] }
    if last == "index.html" { return segments }
    return segments + [last.hasSuffix(".html") ? String(last.dropLast(5)) : last]
  }

  /// The slug: as the front matter gives it, else the last part of its path, else the file's name.
  mutating func slug() -> String? {
    guard let value = frontMatter[.slug] else {
      // A default of the site would be the slug of all articles.
      return slugOfPath() ?? file.slug
    }
    // Not as a line of text: a control character is an error here.
    guard let text = value.node.text?.trimmingSpaces else {
      fields.report(at: value.node, "`\(value.name)` is \(value.node.kindName), not a text")
      return nil
    }
    if text.isEmpty { return slugOfPath() ?? file.slug }
    do {
      // Where addresses are made of the field, it may be a path.
      if configuration.content.permalink.fields.contains("slug"), holdsSlash(text) {
        let path = segments(of: text)
        for segment in path { _ = try checkedSegment(segment) }
        return try checkedSegment(PathDate.find(in: path)?.slug ?? path.last ?? "")
      }
      if holdsSlash(text), let found = PathDate.find(in: segments(of: text)) {
        return try checkedSegment(found.slug)
      }
      return try checkedSegment(text)
    } catch {
      fields.report(
        ContentRules.slugEscapes, at: value.node,
        "`\(value.name)` is \"\(text)\", but \(error.reason)")
      return nil
    }
  }

  /// The last segment of the field `path`, without a date before it.
  private func slugOfPath() -> String? {
    guard let text = frontMatter[.path]?.node.text else { return nil }
    let segments = segments(of: text)
    return (PathDate.find(in: segments)?.slug ?? segments.last).flatMap { try? checkedSegment($0) }
  }

  /// The address: as the front matter gives it, else by the site's pattern.
  mutating func link(
    slug: String, date: DateText, categories: [String], title: String
  ) -> AbsoluteURL? {
    let content = configuration.content
    let found = fields.diagnostics.count
    var pattern: PermalinkPattern?
    if let value = frontMatter[.permalink], value.node.truthValue != false {
      guard let text = fields.text(value.node, value.name) else { return nil }
      if text.contains("{{") || text.contains("{%") {
        pattern = patternOfTemplate(text, value)
      } else {
        let written = content.conventions.pattern(text)
        guard written.hasPrefix(":") || written.contains("/:") else {
          let site = configuration.site.url
          return fields.url(value.node, value.name, base: site) {
            Self.path(content.conventions.served($0), below: site)
          }
        }
        pattern = fields.value(value.node, value.name) { _ throws(InvalidValue) in
          try PermalinkPattern(written)
        }
        if pattern == nil { return nil }
      }
    } else if let value = frontMatter[.path], !content.permalink.fields.contains("path") {
      if let link = fields.value(value.node, value.name, linkOfPath) { return link }
      if fields.diagnostics.count > found { return nil }
    }
    let clock = content.conventions.clock(
      day: date.day, ofPath: file.date?.calendarDate, at: date.timestamp, site: configuration.zone)
    let subject = PermalinkSubject(
      slug: slug, title: title, categories: categories, path: content.conventions.parts(of: file),
      day: clock.day,
      time: clock.time, fields: frontMatter.others)
    do {
      if let pattern {
        return try pattern.link(
          site: configuration.site.url, to: subject, style: content.conventions.style)
      }
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

  /// A path of the site that is served below its home page, as patterns are, unless it says so itself.
  private static func path(_ path: String, below site: AbsoluteURL) -> String {
    guard path.hasPrefix("/"), !path.hasPrefix("//"), !(path + "/").hasPrefix(site.path) else {
      return path
    }
    return "." + path
  }

  /// The pattern that says what a template does; nil, with a warning, where none says it.
  private mutating func patternOfTemplate(
    _ text: String, _ value: FrontMatter.Value
  ) -> PermalinkPattern? {
    let (written, unknown) = PermalinkTemplate.pattern(of: text)
    if unknown == nil, let pattern = try? PermalinkPattern(written) { return pattern }
    fields.report(
      ContentRules.permalinkTemplate, at: value.node,
      "`\(value.name)` is \"\(text)\", a template, which is not run: "
        + "the address is made by content.permalink")
    return nil
  }

  /// The address of a path below the site: with a slash at the end where Zola adds one, which is to a
  /// path that does not begin with a slash.
  private func linkOfPath(_ text: String) throws(InvalidValue) -> AbsoluteURL {
    let path = text.split(separator: "/").joined(separator: "/")
    let isPage = path.split(separator: "/").last?.contains(".") ?? false
    let endsBySlash = text.hasSuffix("/") || !text.hasPrefix("/") && !isPage
    if path.isEmpty { return configuration.site.url }
    return try configuration.site.url.resolving("./" + path + (endsBySlash ? "/" : ""))
  }
}

extension DateText {
  /// The first moment of a day that a path spells, on the clocks of `zone`.
  init(_ date: PathDate, zone: TimeZoneRules) throws(InvalidValue) {
    day = try CalendarDate(year: date.year, month: date.month, day: date.day)
    timestamp = try zone.timestamp(day, .midnight)
  }
}
