internal import Diagnostics

extension Proposal {
  /// Ember's empress-blog.
  static func ember(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["ember-cli-build.js", "ember-cli-build.mjs"]) else {
      return nil
    }
    var proposal = Proposal("Ember (empress-blog)", sign: file)
    proposal.takeSite(
      from: site.settings(ofAll: ["config/environment.js", "config/environment.ts"]),
      title: ["blog.title", "title"], url: ["blog.host", "host", "siteUrl"],
      description: ["blog.description", "description"], language: [], author: [], copyright: [])
    proposal.takeSiteOfProgram(site)
    let survey =
      ["content/posts", "content"].lazy.filter { site.isFolder($0) }
      .map { ArticleSurvey(site, folder: $0, paths: site.markdownFiles(below: $0)) }
      .first { !$0.dated.isEmpty } ?? ArticleFolder.find(in: site)
    guard let survey else {
      proposal.remark("no folder of Markdown files with dates was found: write content.path")
      proposal.permalink("/:path/")
      return proposal
    }
    proposal.path = survey.folder
    proposal.takeDatedFolders(of: survey)
    proposal.permalink("/:path/")
    return proposal
  }

  /// Middleman's blog: <https://middlemanapp.com/basics/blogging/>.
  static func middleman(_ site: SiteFolder) -> Proposal? {
    guard let settings = site.settings("config.rb"), site.isFolder("source") else { return nil }
    var proposal = Proposal("Middleman", sign: "config.rb")
    proposal.takeSite(
      from: settings, title: ["site_title", "title"], url: ["url_root", "site_url", "host", "url"],
      timezone: ["Time.zone", "time_zone"])
    let prefix = joined(path: settings.text("blog.prefix") ?? "")
    proposal.path = "source" + prefix
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: site.markdownFiles(below: proposal.path))
    proposal.include = ["**/*.html.{md,markdown}", "**/*.{md,markdown}"]
    let names = [
      "year": ":year", "month": ":month", "day": ":day", "title": ":slug", "category": ":category",
    ]
    let found = settings.found("blog.permalink")
    let (pattern, unknown) = PatternTranslation(names: names, braces: true)
      .translate(found?.text ?? "{year}/{month}/{day}/{title}.html")
    if let unknown {
      proposal.remark("`\(unknown)` in blog.permalink means nothing here", at: found?.place)
    }
    proposal.leavesOutUndated = survey.dated.count < survey.files.count
    let isIndexed = site.text("config.rb")?.contains(":directory_indexes") == true
    var path = joined(path: prefix, pattern)
    // Of `x.html.md` the name is x.html.
    if path.hasSuffix(".html"), survey.files.contains(where: { $0.name.contains(".html.") }) {
      path.removeLast(".html".count)
    }
    proposal.permalink(
      isIndexed && path.hasSuffix(".html") ? path.dropLast(5) + "/" : path, at: found?.place)
    return proposal
  }

  /// Metalsmith: pages by their path, whatever its plug-ins make of them.
  static func metalsmith(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["metalsmith.json", "metalsmith.js", "metalsmith.mjs"]),
      let settings = site.settings(file)
    else { return nil }
    var proposal = Proposal("Metalsmith", sign: file)
    proposal.takeSite(
      from: settings, title: ["metadata.title", "metadata.sitename", "sitename", "title"],
      url: ["metadata.siteurl", "metadata.url", "siteurl", "url"],
      description: ["metadata.description", "description"])
    proposal.path = tidyPath(settings.text("source") ?? "src")
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: site.markdownFiles(below: proposal.path))
    proposal.takeDatedFolders(of: survey)
    proposal.permalink("/:path/")
    proposal.remark("plug-ins may have given articles other addresses than those of their files")
    return proposal
  }

  /// A folder of articles without anything that tells how they become a site.
  static func handMade(_ site: SiteFolder) -> Proposal {
    var proposal = Proposal("no generator", sign: "")
    proposal.takeSiteOfProgram(site)
    if site.isFolder("content"), !site.markdownFiles(below: "content").isEmpty {
      let survey = ArticleSurvey(
        site, folder: "content", paths: site.markdownFiles(below: "content"))
      proposal.leavesOutUndated =
        !survey.dated.isEmpty && survey.dated.count < survey.files.count
    } else if let survey = ArticleFolder.find(in: site) {
      proposal.path = survey.folder
      proposal.leavesOutUndated = survey.dated.count < survey.files.count
    } else {
      proposal.remark("no Markdown file with a date was found: write content.path")
    }
    proposal.permalink("/:{slug}/", "/:folders/:slug/")
    return proposal
  }
}
