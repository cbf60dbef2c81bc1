internal import FeedModel
internal import FeedValues
internal import YAML

/// What an article carries beside its text: a picture, files, and what it says as an episode.
struct ArticleMedia {
  var image: Image?
  var enclosures: [Enclosure] = []
  var episode: Episode?
}

extension ArticleBuilder {
  /// Reads the picture and the files of the article whose page is `link`; nil where it isn't known, so
  /// that faults alone are found.
  mutating func media(at link: AbsoluteURL?) -> ArticleMedia {
    let locator = MediaLocator(
      files: siteFiles, article: path, link: link ?? configuration.site.url)
    var media = ArticleMedia()
    media.image = read(.thumbnail) { $0.image($1, $2, locator) } ?? nil
    guard let value = frontMatter[.enclosure] else { return media }
    var drafts = fields.enclosures(value.node, value.name, locator)
    guard let first = drafts.first else { return media }
    // What stands beside the file's name in the front matter is said of the first.
    if first.length == nil, first.file == nil {
      drafts[0].length = read(.length) { $0.number($1, $2, least: 1) } ?? nil
    }
    if first.duration == nil {
      drafts[0].duration = read(.duration) { $0.duration($1, $2) } ?? nil
    }
    media.enclosures = drafts.compactMap { fields.enclosure($0, value.name, locator) }
    if media.enclosures.first?.isPlayed == true { media.episode = episode() }
    return media
  }

  private mutating func episode() -> Episode? {
    let episode = Episode(
      title: read(.episodeTitle) { $0.text($1, $2) } ?? nil,
      number: read(.episode) { $0.number($1, $2, least: 1) } ?? nil,
      season: read(.season) { $0.number($1, $2, least: 1) } ?? nil,
      kind: read(.episodeType) { $0.choice($1, $2, of: Episode.Kind.self) } ?? nil,
      isExplicit: read(.explicit) { $0.explicitness($1, $2) } ?? nil)
    return episode == Episode() ? nil : episode
  }
}

extension FieldReader {
  /// A value of an enumeration, in any letter case.
  mutating func choice<Choice>(_ node: Node, _ name: String, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    value(node, name) { text throws(InvalidValue) in
      guard let choice = Choice(rawValue: text.lowercased()) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw InvalidValue("it is none of \(known)")
      }
      return choice
    }
  }

  /// Whether there is strong language: a truth value, or Apple's words of old.
  mutating func explicitness(_ node: Node, _ name: String) -> Bool? {
    switch node.text?.lowercased() {
    case "yes", "explicit": true
    case "no", "clean": false
    default: bool(node, name)
    }
  }
}
