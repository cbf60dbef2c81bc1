internal import Diagnostics
internal import YAML

extension Proposal {
  /// Gatsby: addresses are made by gatsby-node, mostly of the file's path.
  static func gatsby(_ site: SiteFolder) -> Proposal? {
    let names = ["js", "ts", "mjs"].map { "gatsby-config." + $0 }
    guard let file = site.firstFile(names) else { return nil }
    let settings = site.settings(file) ?? Settings()
    var proposal = Proposal("Gatsby", sign: file)
    proposal.takeSite(
      from: settings, title: ["siteMetadata.title", "siteTitle"],
      url: ["siteMetadata.siteUrl", "siteUrl", "siteMetadata.url"],
      description: ["siteMetadata.description", "description"],
      language: ["siteMetadata.language", "siteMetadata.lang", "language"],
      author: ["siteMetadata.author.name", "siteMetadata.author"])
    proposal.takeSiteOfProgram(site)
    proposal.basePath = settings.text("pathPrefix") ?? ""
    let sources = settings.texts("plugins.options.path") + settings.texts("options.path")
    let folders = sources.map { tidyPath($0) }.filter { site.isFolder($0) }
    let surveys = folders.map {
      ArticleSurvey(site, folder: $0, paths: site.markdownFiles(below: $0))
    }
    let survey =
      surveys.max { $0.dated.count < $1.dated.count }.flatMap { $0.dated.isEmpty ? nil : $0 }
      ?? ArticleFolder.find(in: site)
    guard let survey else {
      proposal.remark("no folder of Markdown files with dates was found: write content.path")
      proposal.permalink("/:path/")
      return proposal
    }
    proposal.path = survey.folder
    proposal.leavesOutUndated = survey.dated.count < survey.files.count
    let end = settings.text("trailingSlash") == "never" ? "" : "/"
    let program =
      ["js", "ts", "mjs"].lazy.compactMap { site.text("gatsby-node." + $0) }.first ?? ""
    let prefix = prefix(in: program)
    let given = ["path", "slug", "permalink"].first { key in
      (program.contains("frontmatter.\(key)") || program.isEmpty)
        && survey.files.contains { $0[key] != nil }
    }
    if let given {
      let isWhole = survey.files.contains { $0[given]?.text?.hasPrefix("/") == true }
      proposal.permalink(
        "\(isWhole && prefix == "" ? "" : prefix)/:{\(given)}\(end)", "\(prefix)/:path\(end)")
    } else {
      proposal.permalink("\(prefix)/:path\(end)")
    }
    return proposal
  }

  /// The folder that a template such as `/blog${slug}` puts before the path of an article.
  private static func prefix(in program: String) -> String {
    var lexer = CodeLexer(program, comments: .slashes)
    for (token, _) in lexer.tokens() {
      guard case .template(let text) = token, text.hasPrefix("/"),
        let end = text.firstRange(of: "${"),
        text[end.upperBound...].lowercased().contains("slug")
          || text[end.upperBound...].contains("path") || text[end.upperBound...].contains("value")
      else { continue }
      return joined(path: String(text[..<end.lowerBound]))
    }
    return ""
  }
}
