internal import Diagnostics

extension Proposal {
  /// Publish and Saga: sites that are programs in Swift.
  static func swiftGenerator(_ site: SiteFolder) -> Proposal? {
    guard let package = site.text("Package.swift") else { return nil }
    let names = package.lowercased()
    let isSaga = names.contains("loopwerk/saga") || names.contains("\"saga\"")
    guard isSaga || names.contains("johnsundell/publish") || names.contains("\"publish\"") else {
      return nil
    }
    let files = site.files(below: "Sources") { $0.hasSuffix(".swift") }.map { "Sources/" + $0 }
    let settings = site.settings(ofAll: files)
    var proposal = Proposal(isSaga ? "Saga" : "Publish", sign: "Package.swift")
    proposal.takeSite(
      from: settings,
      title: ["SiteMetadata.name", "siteName", "siteTitle", "site.name", "name"],
      url: [
        "SiteMetadata.url.string", "SiteMetadata.url", "siteURL.string", "siteURL",
        "baseURL.string", "site.url.string", "url.string", "url",
      ],
      description: ["siteDescription", "description"], language: [],
      timezone: [], author: ["SiteMetadata.author", "siteAuthor", "author"], copyright: [])
    let standard = isSaga ? "content" : "Content"
    proposal.path = tidyPath((isSaga ? settings.text("Saga.input") : nil) ?? standard)
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: site.markdownFiles(below: proposal.path))
    if isSaga {
      proposal.takeDatedFolders(of: survey)
      proposal.permalink("/:folders/:slug/")
    } else {
      // What stands at the root is a page, and the index.md of a section speaks of the section.
      proposal.exclude += ["/*.md", "/*/index.md"]
      proposal.leavesOutUndated = survey.files.contains {
        !$0.isDated && $0.folders.count >= 1 && !($0.folders.count == 1 && $0.name == "index.md")
      }
      proposal.permalink("/:section/:{path}", "/:path")
    }
    return proposal
  }
}
