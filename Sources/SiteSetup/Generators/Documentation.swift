internal import Diagnostics
internal import YAML

extension Proposal {
  /// MkDocs with Material's blog: <https://squidfunk.github.io/mkdocs-material/plugins/blog/>.
  static func mkDocs(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["mkdocs.yml", "mkdocs.yaml"]),
      let settings = site.settings(file)
    else { return nil }
    var proposal = Proposal("MkDocs", sign: file)
    proposal.conventions = "mkdocs"
    proposal.takeSite(
      from: settings, title: ["site_name"], url: ["site_url"], description: ["site_description"],
      language: ["theme.language"], author: ["site_author"])
    let docs = tidyPath(settings.text("docs_dir") ?? "docs")
    let blog = settings.text("plugins.blog.blog_dir") ?? "blog"
    let posts = (settings.text("plugins.blog.post_dir") ?? "{blog}/posts")
      .replacing("{blog}", with: blog == "." ? "" : blog)
    proposal.path = tidyPath(docs + "/" + posts)
    if !site.isFolder(proposal.path) {
      proposal.remark("there is no folder \(proposal.path) of the plugin blog")
    }
    let day = (settings.text("plugins.blog.post_url_date_format") ?? "yyyy/MM/dd")
      .replacing("yyyy", with: ":year").replacing("MM", with: ":month").replacing(
        "dd", with: ":day")
    let found = settings.found("plugins.blog.post_url_format")
    let (pattern, unknown) = PatternTranslation(
      names: ["date": day, "slug": ":{slug}", "file": ":name", "categories": ":categories"],
      braces: true
    ).translate(found?.text ?? "{date}/{slug}")
    if let unknown {
      proposal.remark("`\(unknown)` in post_url_format means nothing here", at: found?.place)
    }
    let end = settings.bool("use_directory_urls") == false ? ".html" : "/"
    let whole = joined(path: blog == "." ? "" : blog, pattern) + end
    proposal.permalink(whole, whole.replacing(":{slug}", with: ":title"), at: found?.place)
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: site.markdownFiles(below: proposal.path))
    let isMap = survey.files.contains { file in
      if case .mapping = file["date"]?.content { true } else { false }
    }
    if isMap {
      proposal.key("date", "date.created")
      proposal.key("updated", "date.updated")
    }
    proposal.authors = site.firstFile(["\(docs)/\(blog)/.authors.yml", "\(docs)/.authors.yml"])
    return proposal
  }

  /// VitePress and VuePress: pages by their path.
  static func vue(_ site: SiteFolder) -> Proposal? {
    let roots = ["", "docs/", "src/", "website/"]
    let endings = ["js", "ts", "mts", "mjs"]
    for (name, folder) in [("VitePress", ".vitepress"), ("VuePress", ".vuepress")] {
      for root in roots {
        let files = ["config.", "config/index."].flatMap { file in
          endings.map { root + folder + "/" + file + $0 }
        }
        guard let file = site.firstFile(files), let settings = site.settings(file) else { continue }
        var proposal = Proposal(name, sign: file)
        proposal.takeSiteOfSettings(settings)
        proposal.takeSiteOfProgram(site)
        proposal.basePath = settings.text("base") ?? ""
        let path = root.isEmpty ? "." : String(root.dropLast())
        let survey = ArticleSurvey(site, folder: path, paths: site.markdownFiles(below: path))
        proposal.path = path
        proposal.takeDatedFolders(of: survey)
        if survey.files.contains(where: { $0.folders.first == "_posts" }) {
          proposal.path = folder == ".vuepress" ? root + "_posts" : path
          proposal.include = []
          proposal.permalink("/:year/:month/:day/:slug/")
        } else {
          proposal.permalink(settings.bool("cleanUrls") == true ? "/:path" : "/:path.html")
        }
        return proposal
      }
    }
    return nil
  }

  private mutating func takeSiteOfSettings(_ settings: Settings) {
    takeSite(
      from: settings, url: ["sitemap.hostname", "hostname", "siteUrl"],
      author: ["themeConfig.author", "author"], copyright: [])
  }

  /// Nuxt with its content module: numbers before names are for order alone.
  static func nuxt(_ site: SiteFolder) -> Proposal? {
    let names = ["ts", "js", "mjs"].map { "nuxt.config." + $0 }
    guard let file = site.firstFile(names), let settings = site.settings(file) else { return nil }
    var proposal = Proposal("Nuxt", sign: file)
    proposal.conventions = "nuxt"
    proposal.takeSite(
      from: settings, title: ["site.name", "app.head.title", "head.title", "title"],
      url: ["site.url", "siteUrl", "baseUrl", "hostname"],
      description: ["site.description", "description"],
      language: ["site.defaultLocale", "htmlAttrs.lang", "lang"], author: [], copyright: [])
    proposal.takeSiteOfProgram(site)
    proposal.basePath = settings.text("app.baseURL", "baseURL") ?? ""
    let survey = ArticleSurvey(site, folder: "content", paths: site.markdownFiles(below: "content"))
    proposal.takeDatedFolders(of: survey)
    proposal.exclude.append(".*")
    proposal.permalink("/:path")
    return proposal
  }
}
