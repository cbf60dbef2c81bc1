internal import FeedValues

/// The file netlify.toml of Netlify.
///
/// See <https://docs.netlify.com/routing/headers/>.
enum Netlify {
  static func configuration(for site: HostedSite) -> String {
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by Netlify.", "",
        "Add it to netlify.toml, beside the site's build settings.", "",
      ] + site.cacheReasons
        + [
          "ETag, 304 and compression are Netlify's own. It forgets its own copies with each deploy."
        ])
    func headers(_ path: String, _ values: [(String, String)]) {
      text += "\n[[headers]]\n  for = \(quoted(path))\n  [headers.values]\n"
      for (name, value) in values { text += "    \(name) = \(quoted(value))\n" }
    }
    for rule in StaticHeaders.rules(for: site) { headers(rule.path, rule.fields) }
    for redirect in site.redirects {
      text += """

        [[redirects]]
          from = \(quoted(redirect.old.escaped))
          to = \(quoted(redirect.target))
          status = 301
          force = true

        """
    }
    return text
  }

  /// A text that holds neither quotes nor backslashes, as `ServedPath` and `AbsoluteURL` see to.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
