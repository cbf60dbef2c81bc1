internal import Diagnostics

extension Proposal {
  /// Eleventy: <https://www.11ty.dev/docs/permalinks/>.
  static func eleventy(_ site: SiteFolder) -> Proposal? {
    let names = [".eleventy", "eleventy.config"].flatMap { name in
      ["js", "mjs", "cjs", "ts"].map { name + "." + $0 }
    }
    guard let file = site.firstFile(names) else { return nil }
    let settings = site.settings(file) ?? Settings()
    var proposal = Proposal("Eleventy", sign: file)
    proposal.conventions = "eleventy"
    let input = tidyPath(settings.text("dir.input", "setInputDirectory") ?? ".")
    let data = tidyPath(settings.text("dir.data", "setDataDirectory") ?? "_data")
    let prefix = input == "." ? "" : input + "/"
    let dataFiles = ["metadata", "site", "meta"].flatMap { name in
      ["json", "js", "mjs", "cjs", "yaml", "yml"].map { "\(prefix)\(data)/\(name).\($0)" }
    }
    var all = site.settings(ofAll: dataFiles)
    all.prepend(settings)
    proposal.takeSite(
      from: all, title: ["metadata.title", "title", "name", "siteName"],
      url: ["metadata.url", "url", "siteUrl", "baseUrl"],
      description: ["metadata.description", "description"],
      language: ["metadata.language", "language", "lang"],
      author: ["metadata.author.name", "author.name", "authorName", "author"])
    proposal.basePath = settings.text("pathPrefix") ?? ""
    proposal.path = input
    let survey = ArticleSurvey(site, folder: input, paths: site.markdownFiles(below: input))
    proposal.takeDatedFolders(of: survey)
    // A folder's data file has the folder's name.
    for folder in Set(survey.dated.map(\.folders)) where !folder.isEmpty {
      let path = folder.joined(separator: "/")
      let stem = prefix + path + "/" + (folder.last ?? "")
      let files = ["json", "11tydata.json", "11tydata.js", "11tydata.cjs", "11tydata.mjs"]
        .map { stem + "." + $0 }
      guard let name = site.firstFile(files), let found = site.settings(name)?.found("permalink")
      else { continue }
      let (pattern, unknown) = eleventyPattern(found.text)
      if let unknown {
        proposal.remark("`\(unknown)` in `permalink` means nothing here", at: found.place)
      } else {
        proposal.permalink(pattern, for: "\(path)/**", at: found.place)
      }
    }
    proposal.permalinks.sort { ($0.glob ?? "") > ($1.glob ?? "") }
    proposal.permalink("/:folders/:slug/", for: proposal.permalinks.isEmpty ? nil : "**")
    return proposal
  }

  /// A permalink in Nunjucks or Liquid as a pattern, and the first expression that has no counterpart.
  static func eleventyPattern(_ permalink: String) -> (pattern: String, unknown: String?) {
    var result = ""
    var unknown: String?
    var rest = permalink[...]
    while let open = rest.firstRange(of: "{{") {
      result += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else { break }
      let expression = String(rest[..<close.lowerBound].filter { $0 != " " && $0 != "-" })
      rest = rest[close.upperBound...]
      if let token = eleventyToken(expression) {
        result += token
      } else {
        unknown = unknown ?? "{{ \(expression) }}"
      }
    }
    result += rest
    if result.hasSuffix("/index.html") { result.removeLast("index.html".count) }
    return (result, result.contains("{%") ? "{%" : unknown)
  }

  private static func eleventyToken(_ expression: String) -> String? {
    let dates = [
      "%Y": ":year", "%m": ":month", "%d": ":day", "%y": ":short_year", "yyyy": ":year",
      "MM": ":month", "dd": ":day", "YYYY": ":year", "DD": ":day", "%Y/%m/%d": ":year/:month/:day",
      "%Y/%m": ":year/:month", "yyyy/MM/dd": ":year/:month/:day", "yyyy/MM": ":year/:month",
      "YYYY/MM/DD": ":year/:month/:day", "YYYY/MM": ":year/:month",
    ]
    let parts = expression.split(separator: "|")
    guard let value = parts.first else { return nil }
    switch value {
    case "page.fileSlug", "fileSlug": return ":slug"
    case "slug": return ":{slug}"
    case "title": return ":title"
    case "page.filePathStem": return "/:folders/:slug"
    case "page.date", "date":
      let quotes = expression.split { $0 == "\"" || $0 == "'" }
      return quotes.lazy.compactMap { dates[String($0)] }.first
    default: return nil
    }
  }

  /// Takes the folders whose files have dates, where the whole folder also holds others.
  mutating func takeDatedFolders(of survey: ArticleSurvey) {
    let dated = survey.dated
    var folders: [String] = []
    for file in dated {
      let folder = file.folders.first ?? ""
      if !folders.contains(folder) { folders.append(folder) }
    }
    let inThem = survey.files.filter { folders.contains($0.folders.first ?? "") }
    leavesOutUndated = inThem.count > dated.count
    guard survey.files.count > inThem.count || survey.folder == "." else { return }
    include = folders.map { folder in
      folder.isEmpty ? "/*.{md,mdx,markdown}" : "\(folder)/**/*.{md,mdx,markdown}"
    }
  }
}
