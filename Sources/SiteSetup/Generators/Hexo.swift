extension Proposal {
  /// Hexo: <https://hexo.io/docs/permalinks>.
  static func hexo(_ site: SiteFolder) -> Proposal? {
    guard let file = site.firstFile(["_config.yml", "_config.yaml"]),
      let settings = site.settings(file)
    else { return nil }
    let source = tidyPath(settings.text("source_dir") ?? "source")
    guard site.isFolder(source + "/_posts") else { return nil }
    var proposal = Proposal("Hexo", sign: file)
    proposal.conventions = "hexo"
    proposal.takeSite(from: settings, description: ["description", "subtitle"])
    if proposal.timezone?.text.isEmpty == true { proposal.timezone = nil }
    let root = settings.text("root") ?? "/"
    if let url = proposal.url?.text, !url.hasSuffix(joined(path: root)) { proposal.basePath = root }
    proposal.path = source + "/_posts"
    let hasDate = settings.text("new_post_name")?.contains(":day") == true
    let names = [
      "year": ":year", "month": ":month", "i_month": ":i_month", "day": ":day", "i_day": ":i_day",
      "hour": ":hour", "minute": ":minute", "second": ":second",
      "title": hasDate ? ":folders/:slug" : ":path", "name": hasDate ? ":slug" : ":name",
      "post_title": ":title", "category": ":categories",
    ]
    let found = settings.found("permalink")
    var permalink = found?.text ?? ":year/:month/:day/:title/"
    if settings.bool("pretty_urls.trailing_index") == false, permalink.hasSuffix("/index.html") {
      permalink.removeLast("index.html".count)
    }
    if settings.bool("pretty_urls.trailing_html") == false, permalink.hasSuffix(".html") {
      permalink.removeLast(".html".count)
    }
    let (pattern, unknown) = PatternTranslation(names: names).translate("/" + permalink)
    if let unknown {
      proposal.remark("`\(unknown)` in the permalink means nothing here", at: found?.place)
    }
    if permalink.contains(":category") {
      let other = settings.text("default_category") ?? "uncategorized"
      proposal.permalink(
        pattern, pattern.replacing(":categories", with: other), at: found?.place)
    } else {
      proposal.permalink(pattern, at: found?.place)
    }
    return proposal
  }
}
