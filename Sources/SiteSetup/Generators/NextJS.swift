extension Proposal {
  /// Next.js: its pages are programs, so the folder of the articles and the route are looked for.
  static func nextJS(_ site: SiteFolder) -> Proposal? {
    let names = ["js", "mjs", "ts", "cjs"].map { "next.config." + $0 }
    let file = site.firstFile(names)
    guard file != nil || site.text("package.json")?.contains("\"next\":") == true else {
      return nil
    }
    let settings = site.settings(ofAll: names)
    var proposal = Proposal("Next.js", sign: file ?? "package.json")
    proposal.takeSiteOfProgram(site)
    proposal.basePath = settings.text("basePath") ?? ""
    let end = settings.bool("trailingSlash") == true ? "/" : ""
    let pages = ["pages", "src/pages"].first { site.isFolder($0) }
    let inPages = pages.map {
      ArticleSurvey(site, folder: $0, paths: site.markdownFiles(below: $0))
    }
    if let pages, let inPages, !inPages.dated.isEmpty {
      // Pages that are Markdown themselves, as Node.js has them by language.
      proposal.path = pages
      proposal.takeDatedFolders(of: inPages)
      let languages = Set(inPages.dated.compactMap(\.folders.first)).filter { $0.utf8.count == 2 }
      if languages.contains("en"), languages.count > 1 || site.isFolder("\(pages)/en") {
        proposal.include = ["en/**/*.{md,mdx}"]
      }
      proposal.permalink("/:path\(end)")
      return proposal
    }
    proposal.takeArticles(
      site,
      routes: ["app", "src/app", "pages", "src/pages"].filter { site.isFolder($0) }
        .map { Routes(site, below: $0) }, end: end)
    return proposal
  }

  /// SvelteKit: as Next.js, and pages that are Markdown.
  static func svelteKit(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["svelte.config.js", "svelte.config.ts", "svelte.config.mjs"])
    else { return nil }
    var proposal = Proposal("SvelteKit", sign: file)
    proposal.takeSiteOfProgram(site)
    let settings = site.settings(file) ?? Settings()
    proposal.basePath = settings.text("kit.paths.base", "paths.base") ?? ""
    let pages = ArticleSurvey(
      site, folder: "src/routes",
      paths: site.files(below: "src/routes") {
        $0.hasSuffix("/+page.md") || $0.hasSuffix("/+page.svx")
      })
    if !pages.dated.isEmpty {
      proposal.path = "src/routes"
      proposal.include = ["**/+page.{md,svx}"]
      proposal.leavesOutUndated = pages.dated.count < pages.files.count
      proposal.permalink("/:folders")
      return proposal
    }
    proposal.takeArticles(site, routes: [Routes(site, below: "src/routes")], end: "")
    return proposal
  }

  /// Takes what sites say of themselves from the files that programs keep it in.
  mutating func takeSiteOfProgram(_ site: SiteFolder) {
    let folders = [
      "", "src/", "lib/", "src/lib/", "config/", "src/config/", "data/", "utils/", "app/",
      "src/app/",
    ]
    let names = [
      "site.config", "siteConfig", "site-config", "siteMetadata", "config", "site", "constants",
      "consts", "info", "next.config", "blog.config", "index", "layout",
    ]
    let files = folders.flatMap { folder in
      names.flatMap { name in
        ["ts", "js", "mjs", "cjs", "json", "tsx", "jsx"].map { "\(folder)\(name).\($0)" }
      }
    }.filter { site.isFile($0) }
    let settings = site.settings(ofAll: files)
    takeSite(
      from: settings,
      title: [
        "siteMetadata.title", "siteConfig.title", "site.title", "metadata.title.default",
        "metadata.title", "SITE_TITLE", "SITE_NAME", "siteTitle", "siteName", "title", "BLOG_NAME",
      ],
      url: [
        "siteUrl", "siteURL", "site_url", "SITE_URL", "siteMetadata.url", "siteConfig.url",
        "metadataBase", "metadataBase.URL", "baseUrl", "BASE_URL", "HOME_OG_URL", "website", "url",
        "URL", "domain",
      ],
      description: [
        "siteMetadata.description", "siteConfig.description", "metadata.description",
        "SITE_DESCRIPTION", "siteDescription", "description",
      ],
      language: ["siteMetadata.language", "language", "locale", "lang"],
      author: ["siteMetadata.author", "author.name", "author", "AUTHOR"])
    if url == nil, let home = site.settings("package.json")?.found("homepage"),
      !home.text.contains("github.com/")
    {
      url = Value(text: home.text, place: home.place)
    }
    if let package = site.settings("package.json") {
      takeSite(
        from: package, title: [], url: [], description: ["description"], language: [],
        timezone: [], author: ["author.name", "author"], copyright: [])
    }
  }

  /// Takes the folder that holds most articles, and the route whose name is nearest to it.
  mutating func takeArticles(_ site: SiteFolder, routes: [Routes], end: String) {
    guard let survey = ArticleFolder.find(in: site) else {
      path = "."
      remark(
        "no folder of Markdown files with dates was found: write content.path and content.permalink"
      )
      permalink("/:path\(end)")
      return
    }
    path = survey.folder
    leavesOutUndated = survey.dated.count < survey.files.count
    let names = survey.folder.split(separator: "/").map { String($0.drop { $0 == "_" }) }
    let route = routes.lazy.compactMap { $0.route(for: names.reversed()) }.first
    guard let route else {
      remark("no route was found that serves \(survey.folder): /\(names.last ?? "")/ is a guess")
      permalink("/\(names.last ?? "")/:{slug}\(end)", "/\(names.last ?? "")/:path\(end)")
      return
    }
    // A page at the root that serves all of a content folder has the folders below that in its address.
    let roots = ["src", "content", "_content", "data"]
    let inContent = survey.folder.split(separator: "/").map(String.init)
    let below = inContent.drop { roots.contains($0) }
    let isWhole =
      route.prefix.isEmpty && route.isDeep && inContent.contains { roots.dropFirst().contains($0) }
    let prefix = isWhole ? joined(path: below.joined(separator: "/")) : route.prefix
    let standard = prefix + (route.isDeep ? "/:path" : "/:name") + end
    if survey.files.contains(where: { $0["slug"] != nil }) {
      permalink("\(prefix)/:{slug}\(end)", standard)
    } else {
      permalink(standard)
    }
  }
}
