/// The addresses that files of a JavaScript framework's routes stand for.
struct Routes {
  /// A route that one file serves many pages by, such as `blog/[slug]`.
  struct Route {
    /// The file that serves it.
    let file: String
    /// The folders of the address before the part that changes.
    let prefix: String
    /// How many folders of an article's path the part may hold: `[...slug]` holds all.
    let isDeep: Bool
    let text: String
  }

  let routes: [Route]

  /// The routes of the files below `folder`.
  init(_ site: SiteFolder, below folder: String) {
    routes = site.files(below: folder) { $0.contains("[") }.compactMap { path in
      Self.route(path, in: folder, site: site)
    }.sorted { ($0.prefix.utf8.count, $0.prefix) < ($1.prefix.utf8.count, $1.prefix) }
  }

  private static func route(_ path: String, in folder: String, site: SiteFolder) -> Route? {
    let endings = ["astro", "js", "jsx", "ts", "tsx", "mjs", "vue", "svelte", "mdx"]
    guard let ending = path.split(separator: ".").last, endings.contains(String(ending)) else {
      return nil
    }
    var segments: [String] = []
    for part in path.split(separator: "/") {
      if part.hasPrefix("(") || part.hasPrefix("@") { continue }
      guard part.hasPrefix("[") else {
        segments.append(String(part))
        continue
      }
      // A part for a page's number or a tag comes after their names.
      let name = part.drop { $0 == "[" }.prefix { $0 != "]" }
      let isList = ["page", "tag", "category", "author", "lang", "locale"].contains(
        String(name.drop { $0 == "." }))
      if isList || segments.contains(where: { ["tags", "tag", "page", "category"].contains($0) }) {
        return nil
      }
      let file = folder + "/" + path
      return Route(
        file: file, prefix: joined(path: segments.joined(separator: "/")),
        isDeep: name.hasPrefix("..."), text: site.text(file) ?? "")
    }
    return nil
  }

  /// The route that serves articles called `names`, such as a collection: the one whose file or address
  /// has one of the names, else the only one.
  func route(for names: [String]) -> Route? {
    let mentioning = routes.filter { route in
      names.contains { name in
        ["'", "\"", "`"].contains { route.text.contains("getCollection(\($0)\(name)\($0)") }
      }
    }
    if let first = mentioning.first(where: { !$0.file.contains(".xml.") }) { return first }
    let named = routes.filter { route in
      route.prefix.split(separator: "/").last.map { names.contains(String($0)) } ?? false
    }
    return named.first
      ?? (routes.count == 1
        ? routes.first
        : routes.first {
          ["/blog", "/posts", "/articles", "/writing", "/post", ""].contains($0.prefix)
        })
  }
}
