internal import Content
internal import YAML

extension Proposal {
  /// Jekyll, and Bridgetown, which grew out of it: <https://jekyllrb.com/docs/permalinks/>.
  static func jekyll(_ site: SiteFolder) -> Proposal? {
    let file = site.firstFile(["_config.yml", "_config.yaml", "_config.toml"])
    let settings = file.flatMap { site.settings($0) } ?? Settings()
    let source = tidyPath(settings.text("source") ?? ".")
    let isBridgetown =
      site.isFile("bridgetown.config.yml") || site.isFile("config/initializers.rb")
    let root = isBridgetown ? "src" : source
    let excluded = settings.texts("exclude").map { tidyPath($0) }.filter {
      $0 != "." && site.isFolder(root == "." ? $0 : root + "/" + $0)
    }
    let postFiles = site.files(below: root) { path in
      path.hasPrefix("_posts/") || path.contains("/_posts/")
    }.filter { path in !excluded.contains { path.hasPrefix($0 + "/") } }
    guard
      !postFiles.isEmpty || settings.has("collections") || (file != nil && settings.has("plugins"))
    else { return nil }
    var proposal = Proposal(
      isBridgetown ? "Bridgetown" : "Jekyll", sign: file ?? "\(root == "." ? "" : root + "/")_posts"
    )
    proposal.conventions = "jekyll"
    var all = settings
    if isBridgetown {
      all.prepend(site.settings(ofAll: ["bridgetown.config.yml", "src/_data/site_metadata.yml"]))
    }
    proposal.takeSite(
      from: all, title: ["title", "name"], description: ["description", "tagline", "subtitle"],
      language: ["lang", "locale", "language"], author: ["author.name", "author"])
    proposal.basePath = all.text("baseurl", "base_path") ?? ""

    let endings = Set(
      postFiles.compactMap { $0.split(separator: ".").last.map(String.init) }
    ).intersection(["md", "markdown", "mkd", "mkdn", "mkdown", "html", "textile"])
    if endings.contains("textile") {
      proposal.remark("articles in Textile are not read, only those in Markdown and HTML")
    }
    let known = endings.subtracting(["textile"]).sorted().joined(separator: ",")
    let ending = known.contains(",") ? "{\(known)}" : known.isEmpty ? "md" : known
    // Files in _posts without a date are none of Jekyll's posts.
    let dated = "[0-9]*-[0-9]*-[0-9]*-*." + ending
    let collections = datedCollections(of: all, in: site, root: root, proposal: &proposal)
    let areAllAtRoot = postFiles.allSatisfy { $0.hasPrefix("_posts/") }
    if collections.isEmpty, areAllAtRoot {
      proposal.path = root == "." ? "_posts" : root + "/_posts"
      proposal.include = ["**/" + dated]
    } else {
      proposal.path = root
      proposal.include = [(areAllAtRoot ? "_posts/**/" : "**/_posts/**/") + dated]
      proposal.include += collections.map { "\($0.folder)/**/*.{md,markdown}" }
      proposal.exclude += excluded.map { "/\($0)/" }
    }
    if settings.text("future") == "true" {
      proposal.remark(
        "`future: true`: Feedsetter publishes an article from its date on",
        at: settings.found("future")?.place)
    }
    permalinks(all, collections: collections, isBridgetown: isBridgetown, to: &proposal)
    if let authors = site.firstFile([
      "_data/authors.yml", "_data/authors.yaml", "_data/authors.json",
    ]) {
      proposal.authors = authors
    }
    return proposal
  }

  /// The patterns of posts and collections, from the default ones of the front matter down to Jekyll's
  /// own.
  private static func permalinks(
    _ settings: Settings, collections: [JekyllCollection], isBridgetown: Bool,
    to proposal: inout Proposal
  ) {
    func add(_ style: String, for glob: String?, at place: Settings.Found?) {
      let (pattern, unknown) = jekyllPattern(style, isCollection: false)
      if let unknown {
        proposal.remark(
          "`\(unknown)` in the permalink `\(style)` means nothing here", at: place?.place)
      }
      proposal.permalink(pattern, for: glob, at: place?.place)
    }
    let defaults = JekyllDefaults.read(settings)
    for value in defaults where value.key == "author" || value.key == "category" {
      if value.path.isEmpty || value.path == "_posts" {
        proposal.defaults.append((value.key, value.found.text))
      } else {
        proposal.remark(
          "the default `\(value.key)` holds for `\(value.path)` alone", at: value.found.place)
      }
    }
    for collection in collections {
      let own =
        collection.permalink
        ?? defaults.first { $0.key == "permalink" && $0.type == collection.name }?.found
      let (pattern, unknown) = jekyllPattern(
        own?.text ?? "/:collection/:path:output_ext", isCollection: true)
      if let unknown {
        proposal.remark(
          "`\(unknown)` in the permalink of \(collection.name) means nothing here", at: own?.place)
      }
      proposal.permalink(
        pattern.replacing(":collection", with: collection.name)
          .replacing(":path", with: ":subfolders/:name"),
        for: "\(collection.folder)/**", at: own?.place)
    }
    for value in defaults where value.key == "permalink" && (value.type ?? "posts") == "posts" {
      let path = value.path.drop { $0 == "/" }
      let isAll = path.isEmpty || path == "_posts" || path == "_posts/"
      add(
        value.found.text, for: isAll && collections.isEmpty ? nil : isAll ? "**" : "\(path)/**",
        at: value.found)
      if isAll { return }
    }
    let found = settings.found("collections.posts.permalink", "permalink")
    let standard = isBridgetown ? "pretty" : "date"
    add(found?.text ?? standard, for: proposal.permalinks.isEmpty ? nil : "**", at: found)
  }

  /// The collections that are published and whose files have dates.
  private static func datedCollections(
    of settings: Settings, in site: SiteFolder, root: String, proposal: inout Proposal
  ) -> [JekyllCollection] {
    var names: [String] = []
    for (name, _, _) in settings.children(of: "collections") where !names.contains(name) {
      names.append(name)
    }
    let parent = settings.text("collections_dir").map { tidyPath($0) + "/" } ?? ""
    var result: [JekyllCollection] = []
    for name in names where name != "posts" && settings.bool("collections.\(name).output") == true {
      let folder = parent + "_" + name
      let path = root == "." ? folder : root + "/" + folder
      let survey = ArticleSurvey(site, folder: path, paths: site.markdownFiles(below: path))
      guard !survey.files.isEmpty else { continue }
      guard survey.dated.count * 2 >= survey.files.count else {
        proposal.remark(
          "the collection \(name) is left out: its files have no dates",
          at: settings.found("collections.\(name).output")?.place)
        continue
      }
      result.append(
        JekyllCollection(
          name: name, folder: folder, permalink: settings.found("collections.\(name).permalink")))
    }
    return result
  }

  /// A permalink of Jekyll's as a pattern, and the first name in it that means nothing here.
  static func jekyllPattern(
    _ style: String, isCollection: Bool
  ) -> (pattern: String, unknown: String?) {
    switch style {
    case _ where !isCollection && Conventions.jekyllStyles[style] != nil:
      return (Conventions.jekyllStyles[style] ?? "", nil)
    case "pretty": return ("/:collection/:path/", nil)
    case "date", "ordinal", "none": return ("/:collection/:path.html", nil)
    default:
      return PatternTranslation(
        names: [
          "title": ":slug", "slug": ":slug", "categories": ":categories",
          "slugified_categories": ":slugified_categories", "output_ext": ".html", "year": ":year",
          "short_year": ":short_year", "month": ":month", "i_month": ":i_month",
          "short_month": ":short_month", "long_month": ":long_month", "day": ":day",
          "i_day": ":i_day", "y_day": ":y_day", "w_year": ":w_year", "week": ":week",
          "w_day": ":w_day", "short_day": ":short_day", "long_day": ":long_day", "hour": ":hour",
          "minute": ":minute", "second": ":second", "collection": ":collection", "path": ":path",
          "name": ":name", "category": ":category", "locale": "", "lang": "",
        ]
      ).translate(style)
    }
  }
}

/// A collection of Jekyll's beside its posts.
struct JekyllCollection {
  let name: String
  let folder: String
  let permalink: Settings.Found?
}

/// A path without slashes and dots around it, and without ways back in it; `.` for nothing.
func tidyPath(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return parts.isEmpty ? "." : parts.joined(separator: "/")
}
