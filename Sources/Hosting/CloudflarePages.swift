internal import FeedValues

/// The files _headers and _redirects of Cloudflare Pages.
///
/// See <https://developers.cloudflare.com/pages/configuration/headers/>.
enum CloudflarePages {
  static func configuration(for site: HostedSite) -> String {
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by Cloudflare Pages.", "",
        "Add it to the file _headers in the folder that is deployed.", "",
      ] + site.cacheReasons + ["ETag, 304 and compression are Cloudflare's own."])
    for rule in StaticHeaders.rules(for: site) {
      text += "\n\(rule.path)\n"
      for (name, value) in rule.fields { text += "  \(name): \(value)\n" }
    }
    if site.redirects.isEmpty { return text }
    text += "\n" + comment(["The lines from here on go to the file _redirects beside it."])
    for redirect in site.redirects {
      for old in [redirect.old.escaped, redirect.old.escapedWithoutSlash].compactMap(\.self) {
        text += "\(old) \(redirect.target) 301\n"
      }
    }
    return text
  }
}
