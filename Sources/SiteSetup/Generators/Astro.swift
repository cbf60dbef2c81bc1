internal import Diagnostics

extension Proposal {
  /// Astro: <https://docs.astro.build/en/guides/content-collections/>.
  static func astro(_ site: SiteFolder) -> Proposal? {
    let names = ["mjs", "ts", "js", "cjs"].map { "astro.config." + $0 }
    guard let file = site.firstFile(names) else { return nil }
    let settings = site.settings(file) ?? Settings()
    var proposal = Proposal("Astro", sign: file)
    proposal.conventions = "astro"
    proposal.takeSite(
      from: settings, title: [], url: ["site"], description: [], language: [], author: [])
    proposal.basePath = settings.text("base") ?? ""
    let constants = [
      "consts", "config", "constants", "site.config", "data/site", "site", "data/consts",
    ]
    .flatMap { name in ["ts", "js", "mjs"].map { "src/\(name).\($0)" } }
    proposal.takeSite(
      from: site.settings(ofAll: constants),
      title: [
        "SITE_TITLE", "SITE.title", "siteConfig.title", "site.title", "title", "SITE_NAME",
        "SITE.name",
      ],
      url: ["SITE.website", "SITE_URL", "SITE.url", "site.url", "website"],
      description: ["SITE_DESCRIPTION", "SITE.desc", "SITE.description", "description"],
      language: ["SITE.lang", "LOCALE.lang", "SITE_LANG", "lang"], timezone: ["SITE.timezone"],
      author: ["SITE.author", "SITE_AUTHOR", "AUTHOR", "author.name", "author"])
    let end = settings.text("trailingSlash") == "never" ? "" : "/"
    let routes = Routes(site, below: "src/pages")
    let collections = collections(site)
    let dated = collections.map { collection in
      (
        collection,
        ArticleSurvey(
          site, folder: collection.folder, paths: site.markdownFiles(below: collection.folder))
      )
    }.filter { $0.1.dated.count * 2 >= max(1, $0.1.files.count) }
    switch dated.count {
    case 0:
      // Without collections pages are Markdown themselves.
      proposal.path = "src/pages"
      let survey = ArticleSurvey(
        site, folder: "src/pages", paths: site.markdownFiles(below: "src/pages"))
      proposal.takeDatedFolders(of: survey)
      proposal.permalink("/:path\(end)")
      if survey.dated.isEmpty, let found = ArticleFolder.find(in: site) {
        proposal.path = found.folder
        proposal.include = []
        proposal.leavesOutUndated = found.dated.count < found.files.count
        let name = found.folder.split(separator: "/").last.map(String.init) ?? ""
        let prefix = prefix(of: name, routes, &proposal)
        proposal.permalinks = []
        proposal.permalink("\(prefix)/:{slug}\(end)", "\(prefix)/:path\(end)")
      } else if survey.dated.isEmpty {
        proposal.path = "src/content"
        proposal.remark("no collection holds files with dates")
      }
    case 1:
      let (collection, survey) = dated[0]
      let prefix = prefix(of: collection.name, routes, &proposal)
      proposal.path = collection.folder
      proposal.leavesOutUndated = survey.dated.count < survey.files.count
      proposal.permalink("\(prefix)/:{slug}\(end)", "\(prefix)/:path\(end)")
    default:
      let parts = dated.map { $0.0.folder.split(separator: "/").map(String.init) }
      var common = parts[0].dropLast()
      while !parts.allSatisfy({ $0.starts(with: common) }) { common = common.dropLast() }
      proposal.path = common.isEmpty ? "." : common.joined(separator: "/")
      for (collection, survey) in dated {
        let folder = collection.folder.split(separator: "/").dropFirst(common.count)
        let below = folder.joined(separator: "/")
        let prefix = prefix(of: collection.name, routes, &proposal)
        proposal.include.append("\(below)/**/*.{md,mdx,markdown}")
        let rest = folder.count == 1 ? ":subfolders/:name" : ":name"
        proposal.permalink(
          "\(prefix)/:{slug}\(end)", "\(prefix)/\(rest)\(end)", for: "\(below)/**")
        if survey.dated.count < survey.files.count { proposal.leavesOutUndated = true }
      }
    }
    return proposal
  }

  private static func prefix(
    of collection: String, _ routes: Routes, _ proposal: inout Proposal
  ) -> String {
    if let route = routes.route(for: [collection]) { return route.prefix }
    proposal.remark(
      "no page in src/pages serves the collection \(collection): /\(collection)/ is a guess")
    return "/" + collection
  }

  /// Collections and their folders: those with a loader that names one, else the folders of src/content.
  private static func collections(_ site: SiteFolder) -> [(name: String, folder: String)] {
    let settings = site.settings(
      ofAll: [
        "src/content.config.ts", "src/content.config.mjs", "src/content.config.js",
        "src/content/config.ts",
      ])
    var result: [(name: String, folder: String)] = []
    for entry in settings.entries where entry.path.suffix(2) == ["loader", "base"] {
      let name = entry.written[0]
      guard let found = settings.found("\(name).loader.base") else { continue }
      result.append((name, tidyPath(found.text)))
    }
    for name in site.names(in: "src/content") where site.isFolder("src/content/" + name) {
      let folder = "src/content/" + name
      if !result.contains(where: { $0.folder == folder }) { result.append((name, folder)) }
    }
    return result.filter { site.isFolder($0.folder) }
  }
}
