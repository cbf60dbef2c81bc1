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
    proposal.permalink("\(route)/:{slug}\(end)", "\(route)/:dated_path\(end)")
    proposal.authors = site.firstFile(["\(folder)/authors.yml", "\(folder)/authors.yaml"])
    return proposal
  }
}
