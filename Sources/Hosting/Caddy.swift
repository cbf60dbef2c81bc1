internal import FeedValues
internal import Serving

/// A part of a site's block in a Caddyfile.
///
/// See <https://caddyserver.com/docs/caddyfile>.
enum Caddy {
  static func configuration(for site: HostedSite) -> String {
    let all = quoted(site.path.plain + "*")
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by Caddy 2.6 or later.", "",
        "Save as /etc/caddy/feeds.caddy and write into the block of \(site.address.host) in the Caddyfile,",
        "beside root and file_server:",
        "     import feeds.caddy", "",
      ] + site.cacheReasons + ["ETag, Last-Modified and 304 are Caddy's own."])
    text += """

      @feeds path \(all)
      header @feeds {
          Access-Control-Allow-Origin "*"
          X-Content-Type-Options nosniff
      }
      encode @feeds {
          zstd
          gzip
          minimum_length 512
          match {

      """
    for type in ServedType.compressed {
      text += "        header Content-Type \(quoted(type + "*"))\n"
    }
    text += "    }\n}\n"
    let types = [
      ("xml", "[.]xml$", ServedType.xml), ("json", "/feed[.]json$", ServedType.jsonFeed),
      ("list", "/feeds[.]json$", ServedType.json), ("opml", "[.]opml$", ServedType.opml),
    ]
    for (name, pattern, type) in types {
      text += """

        @feeds_\(name) {
            path \(all)
            path_regexp \(quoted(pattern))
        }
        header @feeds_\(name) Content-Type \(quoted(ServedType.withCharset(type)))

        """
    }
    text += """

      @feeds_recent {
          path \(all)
          not path_regexp "/archive/[0-9]+/[^/]+$"
      }
      header @feeds_recent Cache-Control \(quoted(site.cacheControl))

      @feeds_archives {
          path \(all)
          path_regexp "/archive/[0-9]+/[^/]+$"
      }
      header @feeds_archives Cache-Control \(quoted(site.archiveCacheControl))

      """
    for redirect in site.redirects {
      for old in [redirect.old.plain, redirect.old.withoutSlash].compactMap(\.self) {
        text += "redir \(quoted(old)) \(quoted(redirect.target)) 301\n"
      }
    }
    return text
  }

  /// A text that holds neither quotes nor braces, as `ServedPath` and `AbsoluteURL` see to.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
