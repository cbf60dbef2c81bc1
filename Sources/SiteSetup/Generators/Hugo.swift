internal import Diagnostics

extension Proposal {
  /// Hugo: <https://gohugo.io/content-management/urls/>.
  static func hugo(_ site: SiteFolder) -> Proposal? {
    let roots = ["hugo", "config"].flatMap { name in
      ["toml", "yaml", "yml", "json"].map { name + "." + $0 }
    }
    let inFolder = ["config/_default", "config/production", "config"].flatMap { folder in
      roots.map { folder + "/" + $0 }
    }
    guard let file = site.firstFile(roots + inFolder) else { return nil }
    var settings = site.settings(ofAll: (roots + inFolder).filter { site.isFile($0) })
    // Zola's configuration is a config.toml too, with other names.
    guard settings.has("baseURL") || file.contains("hugo.") || file.hasPrefix("config/"),
      !settings.has("base_url")
    else { return nil }
    for part in ["params", "permalinks", "languages"] {
      for ending in ["toml", "yaml", "yml", "json"] {
        if let more = site.settings("config/_default/\(part).\(ending)") {
          settings.prepend(more, below: [part])
        }
      }
    }
    var proposal = Proposal("Hugo", sign: file)
    proposal.conventions = "hugo"
    let language = settings.text("defaultContentLanguage") ?? "en"
    let own = "languages." + language + "."
    proposal.takeSite(
      from: settings, title: ["title", own + "title", own + "params.title"],
      url: ["baseURL", own + "baseURL"],
      description: [
        "params.description", own + "params.description", "description", own + "description",
        "params.subtitle",
      ],
      language: [
        own + "locale", own + "languageCode", "locale", "languageCode", "defaultContentLanguage",
      ],
      timezone: ["timeZone"],
      author: ["params.author.name", "params.author", "author.name", "author"])
    proposal.path = tidyPath(settings.text(own + "contentDir", "contentDir") ?? "content")
    let others = otherLanguages(settings, but: language, in: proposal.path, site: site)
    if settings.text(own + "contentDir") == nil, site.isFolder("\(proposal.path)/\(language)"),
      others.contains(where: { site.isFolder("\(proposal.path)/\($0)") })
    {
      proposal.path += "/" + language
    }
    if settings.bool("defaultContentLanguageInSubdir") == true {
      proposal.basePath = language
    }
    if !others.isEmpty {
      proposal.remark(
        "of \(others.count + 1) languages \(language) is taken: each needs a feedsetter.yml of its own",
        at: settings.found("defaultContentLanguage")?.place)
    }
    if settings.bool("disablePathToLower") == true {
      proposal.remark(
        "addresses are written in lower case here",
        at: settings.found("disablePathToLower")?.place)
    }
    takeSections(settings, but: others, site: site, to: &proposal)
    takePermalinks(settings, to: &proposal)
    return proposal
  }

  private static func otherLanguages(
    _ settings: Settings, but language: String, in content: String, site: SiteFolder
  ) -> [String] {
    var names: [String] = []
    for child in settings.children(of: "languages")
    where child.key != language && !names.contains(child.key) {
      names.append(child.key)
    }
    return names
  }

  /// The sections that are named as main ones, else those whose pages have dates.
  private static func takeSections(
    _ settings: Settings, but languages: [String], site: SiteFolder, to proposal: inout Proposal
  ) {
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: site.markdownFiles(below: proposal.path))
    proposal.exclude += survey.endings(of: languages)
    var sections = settings.texts("mainSections") + settings.texts("params.mainSections")
    let isNamed = !sections.isEmpty
    if !isNamed { sections = survey.sections }
    let atRoot = survey.files.filter { $0.folders.isEmpty && $0.isDated && $0.name != "_index.md" }
    let all = Set(survey.files.compactMap(\.folders.first))
    if isNamed || Set(sections) != all {
      proposal.include = sections.map { "\($0)/**/*.md" }
      if !isNamed, !atRoot.isEmpty { proposal.include.append("/*.md") }
      let leftOut = all.subtracting(sections).sorted()
      if !leftOut.isEmpty {
        proposal.remark(
          "left out: \(leftOut.joined(separator: ", ")) "
            + (isNamed ? "(no main sections)" : "(pages without dates)"),
          at: settings.found("mainSections", "params.mainSections")?.place)
      }
    }
    proposal.leavesOutUndated = survey.files.contains { file in
      !file.isDated
        && (file.folders.first.map { sections.contains($0) }
          ?? (proposal.include.isEmpty || !atRoot.isEmpty))
        && !file.name.hasPrefix("_index.")
    }
    // Beside an index.md other files are parts of its page.
    let bundles = Set(survey.files.filter { $0.name == "index.md" }.map(\.folders))
    for file in survey.files where file.name != "index.md" && bundles.contains(file.folders) {
      if !file.folders.isEmpty, !file.name.hasPrefix("index.") {
        proposal.exclude.append("/" + file.path)
      }
    }
  }

  private static func takePermalinks(_ settings: Settings, to proposal: inout Proposal) {
    let end = settings.bool("uglyURLs") == true ? ".html" : "/"
    // Where dates come from names first, so do slugs.
    let namesAreSlugs = settings.texts("frontmatter.date").first == ":filename"
    var sections: [String] = []
    for (key, rest, found) in settings.children(of: "permalinks") {
      // Since version 0.112 there are pages' patterns and those of other kinds.
      let isPage = key.lowercased() == "page" && rest.count == 1
      guard rest.isEmpty || isPage else { continue }
      let section = isPage ? rest[0] : key.lowercased()
      guard !sections.contains(section) else { continue }
      sections.append(section)
      let (patterns, unknown) = hugoPatterns(
        found.text, end: end, namesAreSlugs: namesAreSlugs)
      if let unknown {
        proposal.remark(
          "`\(unknown)` in the permalink of \(section) means nothing here", at: found.place)
        continue
      }
      proposal.permalinks.append(
        Permalink(
          glob: section == "/" ? "/*" : "\(section)/**", patterns: patterns, place: found.place))
    }
    proposal.permalinks.append(
      Permalink(
        glob: sections.isEmpty ? nil : "**",
        patterns: [
          "/:folders/:{slug}\(end)", namesAreSlugs ? "/:folders/:slug\(end)" : "/:path\(end)",
        ], place: nil))
  }

  /// A permalink of Hugo's as patterns, and the first name in it that means nothing here.
  static func hugoPatterns(
    _ permalink: String, end: String, namesAreSlugs: Bool = false
  ) -> (patterns: [String], unknown: String?) {
    var names = [
      "year": ":year", "month": ":month", "monthname": ":long_month", "day": ":day",
      "weekdayname": ":long_day", "section": ":section", "sections": ":folders",
      "sections[1:]": ":subfolders", "sections[0]": ":section", "filename": ":name",
      "contentbasename": ":name", "title": ":title", "slug": ":{slug}",
      "slugorfilename": ":{slug}", "slugorcontentbasename": ":{slug}", "2006": ":year",
      "06": ":short_year", "01": ":month", "1": ":i_month", "Jan": ":short_month",
      "January": ":long_month", "02": ":day", "2": ":i_day", "15": ":hour", "04": ":minute",
      "05": ":second",
    ]
    let bare = permalink.hasSuffix("/") ? String(permalink.dropLast()) : permalink
    let (first, unknown) = PatternTranslation(names: names).translate(bare)
    if unknown != nil { return ([], unknown) }
    let ends = bare.split(separator: "/").last?.contains(".") == true ? "" : end
    guard first.contains(":{slug}") else { return ([first + ends], nil) }
    let name = namesAreSlugs ? ":slug" : ":name"
    for token in ["slugorfilename", "slugorcontentbasename"] { names[token] = name }
    names["slug"] = namesAreSlugs ? ":slug" : ":title"
    return ([first + ends, PatternTranslation(names: names).translate(bare).pattern + ends], nil)
  }
}
