internal import FeedModel
internal import FeedValues
internal import YAML

/// Whose habits articles are read by, where generators of sites differ.
package enum Conventions: String, CaseIterable, Sendable {
  case feedsetter, jekyll, hugo, zola, eleventy, astro, hexo, pelican, docusaurus, mkdocs, nuxt

  /// What names become as parts of addresses.
  var style: AddressStyle {
    switch self {
    case .feedsetter, .eleventy, .docusaurus: .plain
    case .jekyll: .jekyll
    case .hugo: .hugo
    case .zola: .ascii
    case .astro: .github
    case .hexo: .hexo
    case .pelican: .pelican
    case .mkdocs: .words
    case .nuxt: .nuxt
    }
  }

  /// Whether a text under a name for several, such as `tags`, is a list of words between spaces.
  private var listsAreWords: Bool { self == .jekyll }

  /// Whether an address tells the day on the site's clocks, not that of the zone that a date is in.
  private var daysAreTheSites: Bool { self == .jekyll || self == .hexo }

  /// The zone of a date that names none.
  ///
  /// Jekyll has two: YAML makes an instant in UTC of an unquoted date with seconds, and all else is
  /// on the site's clocks.
  func zone(of node: Node, site: TimeZoneRules) -> TimeZoneRules {
    guard self == .jekyll, case .scalar(let scalar) = node.content, scalar.isPlain,
      scalar.text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 2
    else { return site }
    return .utc
  }

  /// What an address tells of an article's date: the day, and the time on the site's clocks.
  ///
  /// - Parameters:
  ///   - day: The article's day as it is written.
  ///   - pathDay: The day that the file's path spells.
  ///   - moment: The article's date.
  ///   - site: The site's zone.
  /// - Returns: The day and the time.
  func clock(
    day: CalendarDate, ofPath pathDay: CalendarDate?, at moment: Timestamp, site: TimeZoneRules
  ) -> (day: CalendarDate, time: TimeOfDay) {
    // Docusaurus has the day of the file's name, whatever the date is.
    let day = self == .docusaurus ? pathDay ?? day : day
    let offset = site.offset(at: moment.seconds)
    guard let local = try? Timestamp(seconds: moment.seconds + offset) else {
      return (day, .midnight)
    }
    return (daysAreTheSites ? local.utc.date : day, local.utc.time)
  }

  /// The day in a path of folders and a name that tell none by the rules for all.
  func date(in parts: [String]) -> PathDate? {
    self == .docusaurus ? DatedPath(in: parts.joined(separator: "/"))?.date : nil
  }

  /// The folders and the name of a file, as addresses have them: Eleventy makes one of a folder and a
  /// file in it that has its name.
  func parts(of file: ArticlePath) -> [String] {
    let isTwice = file.parts.count > 1 && file.parts.suffix(2).first == file.parts.last
    return self == .eleventy && isTwice ? file.parts.dropLast() : file.parts
  }

  /// The title of an article that has none: Jekyll makes words of the file's name.
  func title(of file: ArticlePath) -> String? {
    guard self == .jekyll else { return nil }
    let words = file.slug.split(separator: "-").map {
      $0.prefix(1).uppercased() + $0.dropFirst().lowercased()
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// A path of the site that an article gives as its address, as it is served: Hugo ends one that names
  /// no file by a slash, and keeps its letter case.
  func served(_ path: String) -> String {
    guard self == .hugo, !path.contains("://"), !path.hasPrefix("//"),
      !path.contains(where: { $0 == "?" || $0 == "#" })
    else { return path }
    let isFile = path.split(separator: "/").last?.contains(".") ?? true
    return isFile || path.hasSuffix("/") ? path : path + "/"
  }

  /// The names that patterns of Jekyll's posts have, each without the pattern's ending for collections.
  package static let jekyllStyles = [
    "date": "/:categories/:year/:month/:day/:slug.html",
    "pretty": "/:categories/:year/:month/:day/:slug/",
    "ordinal": "/:categories/:year/:y_day/:slug.html",
    "weekdate": "/:categories/:w_year/W:week/:short_day/:slug.html",
    "none": "/:categories/:slug.html",
  ]

  /// A pattern that an article gives, in our names.
  func pattern(_ text: String) -> String {
    guard self == .jekyll else { return text }
    if let style = Self.jekyllStyles[text] { return style }
    return text.replacing(":title", with: ":slug").replacing(":output_ext", with: ".html")
  }

  /// The texts of a list of terms, which a generator may write as words between spaces.
  ///
  /// - Parameters:
  ///   - texts: The texts as they were read.
  ///   - name: The name that the field goes by: one for several, such as `tags`, or for one.
  ///   - node: What the field holds.
  /// - Returns: The terms.
  func terms(_ texts: [String], of name: String, in node: Node) -> [String] {
    guard listsAreWords, texts.count == 1, let text = texts.first, node.text != nil,
      name.lowercased().hasSuffix("s"), text.contains(" ")
    else { return texts }
    var terms: [String] = []
    for word in text.split(separator: " ") where !terms.contains(String(word)) {
      terms.append(String(word))
    }
    return terms
  }

  /// An article's categories with those that its folders stand for.
  ///
  /// Jekyll takes the folders above the first whose name begins with `_`; Pelican the folder of an
  /// article that names no category itself.
  ///
  /// - Parameters:
  ///   - categories: Those that the article names, else the default ones.
  ///   - isNamed: Whether the article names them.
  ///   - path: The file below the content folder.
  /// - Returns: All of them.
  func categories(_ categories: [String], isNamed: Bool, path: String) -> [String] {
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    switch self {
    case .jekyll:
      let folders = folders
      guard let collection = folders.firstIndex(where: { $0.hasPrefix("_") }) else {
        return categories
      }
      let above = folders[..<collection]
      return above + categories.filter { !above.contains($0) }
    case .pelican:
      return isNamed || folders.isEmpty ? categories : folders.suffix(1)
    default:
      return categories
    }
  }
}
