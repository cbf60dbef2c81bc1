internal import Content
internal import Diagnostics

extension Proposal {
  /// Eleventy: <https://www.11ty.dev/docs/permalinks/>.
  static func eleventy(_ site: SiteFolder) -> Proposal? {
    let names = [".eleventy", "eleventy.config"].flatMap { name in
      ["js", "mjs", "cjs", "ts"].map { name + "." + $0 }
    }
    guard let file = site.firstFile(names) else { return nil }
    let settings = site.settings(file) ?? Settings()
    var proposal = Proposal("Eleventy", sign: file)
    proposal.conventions = "eleventy"
    let input = tidyPath(settings.text("dir.input", "setInputDirectory") ?? ".")
    let data = tidyPath(settings.text("dir.data", "setDataDirectory") ?? "_data")
    let prefix = input == "." ? "" : input + "/"
    let dataFiles = ["metadata", "site", "meta"].flatMap { name in
      ["json", "js", "mjs", "cjs", "yaml", "yml"].map { tidyPath("\(prefix)\(data)/\(name).\($0)") }
    }
    var all = site.settings(ofAll: dataFiles)
    all.prepend(settings)
    proposal.takeSite(
      from: all, title: ["metadata.title", "title", "name", "siteName"],
      url: ["metadata.url", "url", "siteUrl", "baseUrl"],
      description: ["metadata.description", "description"],
      language: ["metadata.language", "language", "lang"],
      author: ["metadata.author.name", "author.name", "authorName", "author"])
    proposal.basePath = settings.text("pathPrefix") ?? ""
    proposal.path = input
    let survey = ArticleSurvey(site, folder: input, paths: site.markdownFiles(below: input))
    proposal.takeDatedFolders(of: survey)
    // A folder's data file has the folder's name.
    for folder in Set(survey.dated.map(\.folders)) where !folder.isEmpty {
      let path = folder.joined(separator: "/")
      let stem = prefix + path + "/" + (folder.last ?? "")
      let files = ["json", "11tydata.json", "11tydata.js", "11tydata.cjs", "11tydata.mjs"]
        .map { stem + "." + $0 }
      guard let name = site.firstFile(files), let data = site.settings(name) else { continue }
      guard let found = data.found("permalink") else {
        if let place = data.computed("permalink") {
          proposal.remark(
            "`permalink` is only known once the program runs: write content.permalink", at: place)
        }
        continue
      }
      let (pattern, unknown) = PermalinkTemplate.pattern(of: found.text)
      if let unknown {
        proposal.remark("`\(unknown)` in `permalink` means nothing here", at: found.place)
      } else {
        proposal.permalink(pattern, for: "\(path)/**", at: found.place)
      }
    }
    proposal.permalinks.sort { ($0.glob ?? "") > ($1.glob ?? "") }
    proposal.permalink("/:folders/:slug/", for: proposal.permalinks.isEmpty ? nil : "**")
    return proposal
  }

  /// Takes the folders whose files have dates, where the whole folder also holds others.
  mutating func takeDatedFolders(of survey: ArticleSurvey) {
    let dated = survey.dated
    var folders: [String] = []
    for file in dated {
      let folder = file.folders.first ?? ""
      if !folders.contains(folder) { folders.append(folder) }
    }
    let inThem = survey.files.filter { folders.contains($0.folders.first ?? "") }
    leavesOutUndated = inThem.count > dated.count
    guard survey.files.count > inThem.count || survey.folder == "." else { return }
    include = folders.map { folder in
      folder.isEmpty ? "/*.{md,mdx,markdown}" : "\(folder)/**/*.{md,mdx,markdown}"
    }
  }
}
