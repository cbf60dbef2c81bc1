internal import FeedModel
internal import Serving

/// Header fields by path, for hosts of static files.
///
/// A `:name` stands for one segment, `*` at the end for all that follows. Where several rules fit a path,
/// hosts join the values of a field, so no two of these set the same field for one path.
enum StaticHeaders {
  struct Rule {
    let path: String
    let fields: [(String, String)]
  }

  static func rules(for site: HostedSite) -> [Rule] {
    let root = site.path.escaped
    var rules = [
      Rule(
        path: root + "*",
        fields: [("Access-Control-Allow-Origin", "*"), ("X-Content-Type-Options", "nosniff")])
    ]
    for format in site.formats {
      let type = ServedType.withCharset(ServedType.type(of: format))
      let patterns = site.patterns(format)
      for (paths, cache) in [
        (patterns.recent, site.cacheControl), (patterns.archives, site.archiveCacheControl),
      ] {
        rules += paths.map {
          Rule(path: $0, fields: [("Content-Type", type), ("Cache-Control", cache)])
        }
      }
    }
    for (file, type) in [("feeds.opml", ServedType.opml), ("feeds.json", ServedType.json)] {
      rules.append(
        Rule(
          path: root + file,
          fields: [
            ("Content-Type", ServedType.withCharset(type)), ("Cache-Control", site.cacheControl),
          ]))
    }
    return rules
  }
}
