/// The folder of a site that holds its articles, where nothing names it.
enum ArticleFolder {
  /// Where articles mostly are, the likelier first.
  private static let likely = [
    "content/blog", "content/posts", "content/articles", "content/post", "src/content/blog",
    "src/content/posts", "src/content", "src/posts", "src/blog", "src/lib/posts", "src/articles",
    "_posts", "posts", "blog", "articles", "data/blog", "data/posts", "src/data/blog", "src/pages",
    "content", "src/routes", "docs", "src",
  ]

  /// The survey of the folder: of the likely ones the first that mostly holds dated files, else the
  /// site's whole folder; nil where nothing has a date.
  static func find(in site: SiteFolder) -> ArticleSurvey? {
    for folder in likely where site.isFolder(folder) {
      let survey = ArticleSurvey(site, folder: folder, paths: site.markdownFiles(below: folder))
      if !survey.dated.isEmpty, survey.dated.count * 2 >= survey.files.count { return survey }
    }
    let survey = ArticleSurvey(site, folder: ".", paths: site.markdownFiles(below: "."))
    guard !survey.dated.isEmpty else { return nil }
    // All of them may be below one folder.
    guard var common = survey.dated.first?.folders else { return survey }
    for file in survey.dated {
      while !file.folders.starts(with: common) { common.removeLast() }
    }
    guard !common.isEmpty else { return survey }
    let folder = common.joined(separator: "/")
    return ArticleSurvey(site, folder: folder, paths: site.markdownFiles(below: folder))
  }
}
