extension Proposal {
  /// Zola: <https://www.getzola.org/documentation/content/page/>.
  static func zola(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["zola.toml", "config.toml"]),
      let settings = site.settings(file), settings.has("base_url")
    else { return nil }
    var proposal = Proposal("Zola", sign: file)
    proposal.conventions = "zola"
    proposal.takeSite(
      from: settings, url: ["base_url"], language: ["default_language"],
      author: ["author", "extra.author.name", "extra.author"])
    let language = settings.text("default_language") ?? "en"
    var others: [String] = []
    for child in settings.children(of: "languages")
    where child.key != language && !others.contains(child.key) {
      others.append(child.key)
    }
    if !others.isEmpty {
      proposal.remark(
        "of \(others.count + 1) languages \(language) is taken: each needs a feedsetter.yml of its own"
      )
    }
    if let slugs = settings.found("slugify.paths"), slugs.text != "on" {
      proposal.conventions = nil
    }
    proposal.permalink("/:{path}/", "/:folders/:{slug}/", "/:folders/:slug/")
    let survey = ArticleSurvey(site, folder: "content", paths: site.markdownFiles(below: "content"))
    proposal.exclude += survey.endings(of: others)
    proposal.leavesOutUndated = survey.files.contains {
      !$0.isDated && !$0.name.hasPrefix("_index")
    }
    return proposal
  }
}
