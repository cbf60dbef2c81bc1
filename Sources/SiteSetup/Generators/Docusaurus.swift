internal import Diagnostics

extension Proposal {
  /// Docusaurus: <https://docusaurus.io/docs/blog>.
  static func docusaurus(_ site: SiteFolder) -> Proposal? {
    let names = ["js", "ts", "mjs", "cjs"].map { "docusaurus.config." + $0 }
    guard let file = site.firstFile(names) else { return nil }
    let settings = site.settings(file) ?? Settings()
    var proposal = Proposal("Docusaurus", sign: file)
    proposal.conventions = "docusaurus"
    proposal.takeSite(
      from: settings, description: ["blogDescription", "tagline"],
      language: ["i18n.defaultLocale", "defaultLocale"], author: [],
      copyright: [])
    proposal.basePath = settings.text("baseUrl") ?? ""
    let folder = tidyPath(settings.text("blog.path") ?? "blog")
    let route = joined(path: settings.text("blog.routeBasePath") ?? "blog")
    let end = settings.bool("trailingSlash") == true ? "/" : ""
    proposal.path = folder
    proposal.exclude += ["*.test.md"]
    let survey = ArticleSurvey(site, folder: folder, paths: site.markdownFiles(below: folder))
    let given = "\(route)/:{slug}\(end)"
    let dated = "\(route)/:year/:month/:day/:slug\(end)"
    let hasDated = survey.files.contains(where: \.isDatedByPath)
    let hasOthers = survey.files.contains { !$0.isDatedByPath }
    if hasDated {
      proposal.permalink(
        given, dated,
        for: hasOthers ? "**/[0-9][0-9][0-9][0-9]{-,/}[0-9]*{-,/}[0-9]*" : nil)
      // A star ends at a slash: folders below the day need a pattern of their own.
      if hasOthers {
        proposal.permalink(given, dated, for: "**/[0-9][0-9][0-9][0-9]{-,/}[0-9]*{-,/}[0-9]*/**")
      }
    }
    if hasOthers || !hasDated {
      proposal.permalink(given, "\(route)/:path\(end)", for: hasDated ? "**" : nil)
    }
    proposal.authors = site.firstFile(["\(folder)/authors.yml", "\(folder)/authors.yaml"])
    return proposal
  }
}
