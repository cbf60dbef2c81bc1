internal import Content
internal import Diagnostics
internal import FeedModel
package import FeedValues
package import FileSystem

/// A first configuration for a folder of articles that another generator makes a site of.
package struct SiteSetup: Sendable {
  /// What a person says of the site; it counts before what its files say.
  package struct Wishes: Sendable {
    package var title: String?
    package var url: String?
    package var language: String?
    package var timezone: String?

    package init() {}
  }

  private let folder: String
  private let wishes: Wishes

  /// A configuration for the site in `folder`.
  package init(folder: String, wishes: Wishes) {
    self.folder = folder
    self.wishes = wishes
  }

  /// The generators that are known, those first whose signs others have too.
  private static let generators: [@Sendable (SiteFolder) -> Proposal?] = [
    Proposal.hexo, Proposal.docusaurus, Proposal.astro, Proposal.gatsby, Proposal.vue,
    Proposal.nuxt, Proposal.svelteKit, Proposal.eleventy, Proposal.ember, Proposal.hugo,
    Proposal.zola, Proposal.pelican, Proposal.nikola, Proposal.mkDocs, Proposal.middleman,
    Proposal.jekyll, Proposal.swiftGenerator, Proposal.nextJS, Proposal.metalsmith,
  ]

  /// What the first generator that recognises the folder proposes.
  private static func proposal(for site: SiteFolder) -> Proposal {
    if let proposal = generators.lazy.compactMap({ $0(site) }).first { return proposal }
    var proposal = Proposal.handMade(site)
    let likely = [
      "website", "site", "docs", "www", "web", "blog", "apps/site", "apps/website", "apps/web",
      "packages/website", "src",
    ]
    for name in likely where site.isFolder(name) {
      let below = SiteFolder(path: FileSystem.path(name, in: site.path))
      guard let other = generators.lazy.compactMap({ $0(below) }).first else { continue }
      proposal.remark(
        "\(name)/ is a site of \(other.generator): feedsetter init --site \(below.path)")
    }
    return proposal
  }

  /// Looks at the folder.
  ///
  /// - Parameter now: The moment at which articles of a later date are not counted.
  /// - Returns: What was found, and the configuration.
  package func look(now: Timestamp) -> SetupReport {
    let site = SiteFolder(path: folder)
    var proposal = Self.proposal(for: site)
    if let title = wishes.title { proposal.title = .init(text: title) }
    if let url = wishes.url {
      proposal.url = .init(text: url)
      proposal.basePath = ""
    }
    if let language = wishes.language { proposal.language = .init(text: language) }
    if let timezone = wishes.timezone { proposal.timezone = .init(text: timezone) }
    proposal.complete(from: site)
    proposal.check()
    if proposal.conventions == nil { proposal.leaveOutTranslations(of: articlePaths(of: proposal)) }
    let survey = ArticleSurvey(
      site, folder: proposal.path, paths: articlePaths(of: proposal))
    proposal.mapKeys(of: survey)
    let report = report(of: proposal, now: now)
    guard report.findings.contains(where: \.isOfUntitled) else {
      return report
    }
    // Notes have no titles; they have first words, or the name of a file that says what they are.
    var named = proposal
    named.untitled = site.isFolder(".obsidian") ? "name" : "excerpt"
    let other = self.report(of: named, now: now)
    return other.articles > report.articles ? other : report
  }

  private func report(of proposal: Proposal, now: Timestamp) -> SetupReport {
    var report = SetupReport(
      proposal: proposal, configuration: ConfigurationText(proposal).text)
    count(articlesOf: proposal, now: now, in: &report)
    return report
  }

  /// Whether a configuration is there already, or may be.
  package static func isConfigured(_ folder: String) -> Bool {
    do {
      return try FileSystem.kind(of: FileSystem.path(Configuration.fileName, in: folder)) != nil
    } catch {
      return true
    }
  }

  /// Writes a configuration into the folder.
  ///
  /// - Throws: `FileError` where it can't be written.
  package static func write(_ configuration: String, to folder: String) throws(FileError) {
    try FileSystem.replace(
      FileSystem.path(Configuration.fileName, in: folder), with: [Array(configuration.utf8)])
  }

  private func articlePaths(of proposal: Proposal) -> [String] {
    settings(of: proposal)?.articleFiles(siteFolder: folder).files.map(\.pathInContent) ?? []
  }

  private func settings(of proposal: Proposal) -> ContentSettings? {
    configuration(of: proposal).configuration?.content
  }

  /// The configuration as it will be read, at an address of nobody's where none is known.
  private func configuration(
    of proposal: Proposal
  ) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    var complete = proposal
    if complete.url == nil { complete.url = .init(text: "\(Self.nowhere)/") }
    if complete.title == nil { complete.title = .init(text: "Site") }
    let text = ConfigurationText(complete).text
    return Configuration.parse(
      SourceText(path: Configuration.fileName, bytes: Array(text.utf8)),
      siteFolder: folder)
  }

  /// The address of a site whose own is not known (RFC 6761 section 6.4).
  private static let nowhere = "https://site.invalid"

  /// An address as far as it is known.
  private func shown(_ link: AbsoluteURL, of proposal: Proposal) -> String {
    proposal.url == nil ? String(link.string.dropFirst(Self.nowhere.count)) : link.string
  }

  private func count(articlesOf proposal: Proposal, now: Timestamp, in report: inout SetupReport) {
    let (configuration, findings) = configuration(of: proposal)
    report.findings = findings
    guard let configuration else { return }
    let (files, faults) = configuration.content.articleFiles(siteFolder: folder)
    report.findings += faults
    let reader = ArticleReader(configuration: configuration, now: now)
    for file in files {
      let reading = reader.read(file)
      report.findings += reading.diagnostics.filter { $0.severity == .error }
      guard let article = reading.article else {
        report.unreadable += reading.diagnostics.hasErrors ? 1 : 0
        continue
      }
      if article.state == .published {
        report.articles += 1
        report.example = report.example ?? (file.path, shown(article.article.link, of: proposal))
      } else {
        report.withheld += 1
      }
    }
    report.files = files.count
  }
}

extension Diagnostic {
  /// Whether an article lacks a title.
  fileprivate var isOfUntitled: Bool {
    rule.id == "title-missing" || rule.id == "front-matter-missing"
  }
}
