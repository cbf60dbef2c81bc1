internal import Diagnostics

extension Proposal {
  /// Pelican: <https://docs.getpelican.com/en/latest/settings.html>.
  static func pelican(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["pelicanconf.py", "publishconf.py"]) else { return nil }
    // What is published counts, not what is seen while writing.
    let settings = site.settings(ofAll: ["publishconf.py", "pelicanconf.py"])
    var proposal = Proposal("Pelican", sign: file)
    proposal.conventions = "pelican"
    proposal.takeSite(
      from: settings, title: ["SITENAME"], url: ["SITEURL"],
      description: ["SITEDESCRIPTION", "SITESUBTITLE"], language: ["DEFAULT_LANG"],
      timezone: ["TIMEZONE"], author: ["AUTHOR"])
    if let siteURL = settings.found("SITEURL"), proposal.url == nil, !siteURL.text.isEmpty {
      proposal.remark("`SITEURL` has no scheme such as https://", at: siteURL.place)
    }
    proposal.path = tidyPath(settings.text("PATH") ?? "content")
    let folders = settings.texts("ARTICLE_PATHS").filter { !$0.isEmpty }
    proposal.include = folders.map { "\($0)/**/*.{md,markdown}" }
    for name in settings.texts("ARTICLE_EXCLUDES") + (folders.isEmpty ? ["pages"] : []) {
      proposal.exclude.append("/\(name)/")
    }
    if let category = settings.found("DEFAULT_CATEGORY") {
      proposal.defaults.append(("category", category.text))
    }
    let others = site.files(below: proposal.path) { $0.hasSuffix(".rst") }
    if !others.isEmpty {
      proposal.remark(
        "\(others.count) files in reStructuredText are not read, the first being "
          + "\(proposal.path)/\(others[0])")
    }
    let metadata = settings.text("FILENAME_METADATA", "PATH_METADATA") ?? ""
    let slug =
      metadata.contains("<slug>")
      ? ":slug" : settings.text("SLUGIFY_SOURCE") == "basename" ? ":name" : ":title"
    let found = settings.found("ARTICLE_URL")
    let names = [
      "slug": ":{slug}", "category": ":category", "author": "", "lang": "", "date:%Y": ":year",
      "date:%m": ":month", "date:%d": ":day", "date:%b": ":short_month", "date:%B": ":long_month",
      "date:%y": ":short_year", "date:%j": ":y_day", "date:%H": ":hour", "date:%M": ":minute",
      "date:%Y-%m-%d": ":year-:month-:day", "date:%Y/%m/%d": ":year/:month/:day",
    ]
    let (pattern, unknown) = PatternTranslation(names: names, braces: true)
      .translate("/" + (found?.text ?? "{slug}.html"))
    if let unknown {
      proposal.remark("`\(unknown)` in ARTICLE_URL means nothing here", at: found?.place)
    }
    proposal.permalink(pattern, pattern.replacing(":{slug}", with: slug), at: found?.place)
    return proposal
  }

  /// Nikola: <https://getnikola.com/handbook.html>.
  static func nikola(_ site: SiteFolder) -> Proposal? {
    guard let settings = site.settings("conf.py"), settings.has("BLOG_TITLE") else { return nil }
    var proposal = Proposal("Nikola", sign: "conf.py")
    proposal.takeSite(
      from: settings, title: ["BLOG_TITLE"], url: ["SITE_URL", "BASE_URL"],
      description: ["BLOG_DESCRIPTION"], language: ["DEFAULT_LANG"], timezone: ["TIMEZONE"],
      author: ["BLOG_AUTHOR"])
    proposal.path = "posts"
    proposal.permalink("/posts/:folders/:slug/")
    if let place = settings.found("POSTS")?.place {
      proposal.remark("`POSTS` may name other folders and addresses than posts", at: place)
    }
    return proposal
  }
}
