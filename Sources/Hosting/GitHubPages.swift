internal import FeedValues

/// What is to be known of GitHub Pages.
///
/// See <https://docs.github.com/en/pages>.
enum GitHubPages {
  static func configuration(for site: HostedSite) -> String {
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by GitHub Pages.", "",
        "GitHub Pages lets nobody set header fields: there is nothing to configure, and this is no file to",
        "be saved. It chooses types by the ends of names, which is why the feeds are called as they are:",
        "",
        "     rss.xml, atom.xml  application/xml   browsers show it, readers take it",
        "     feed.json          application/json  readers take it, too",
        "     feeds.opml         text/x-opml       a click saves it",
        "     index.html         text/html", "",
        "It sends ETag, Last-Modified and Access-Control-Allow-Origin: *, answers 304, compresses, and lets",
        "everything be cached for ten minutes, archives too. Each deploy dates all files anew, so after one",
        "readers are sent even the feeds that did not change.",
      ])
    if site.hasHub {
      text += comment([
        "",
        "After a deploy its own caches may show the old feed for a while: wait ten minutes before",
        "feedsetter ping, or the hub may see the one before.",
      ])
    }
    text += comment([
      "",
      "An empty file .nojekyll in the folder that is deployed keeps Jekyll from looking at the feeds.",
    ])
    if !site.redirects.isEmpty {
      text += comment([
        "",
        "It can't redirect either. Let the old address have a copy; the feed in it names the new one.",
        "Run this in the folder that is deployed, before each deploy:",
      ])
      for redirect in site.redirects { text += copy(redirect, of: site) }
    }
    return text
  }

  private static func copy(_ redirect: HostedSite.Redirect, of site: HostedSite) -> String {
    let old = redirect.old
    guard old.withoutSlash == nil, old.plain != "/" else {
      return comment([
        "\(old.plain) can't be kept: what is served there is index.html, which is no feed."
      ])
    }
    guard redirect.new.host == site.address.host, redirect.newPath.withoutSlash == nil,
      let source = file(redirect.newPath, of: site), let target = file(old, of: site)
    else {
      return comment([
        "\(old.plain) can't be kept: it or \(redirect.new.string) is no file of this site."
      ])
    }
    let folder = target.lastIndex(of: "/").map { String(target[..<$0]) }
    let makesFolder = folder.map { "mkdir -p \(quoted($0)) && " } ?? ""
    return makesFolder + "cp \(quoted(source)) \(quoted(target))\n"
  }

  /// The file in the folder that is deployed, which is served as the home page's; nil for none.
  private static func file(_ path: ServedPath, of site: HostedSite) -> String? {
    guard let root = site.root, path.plain.hasPrefix(root), path.plain != root else { return nil }
    return String(path.plain.dropFirst(root.count))
  }

  /// A relative path as one word of a shell.
  private static func quoted(_ path: String) -> String {
    "'./" + path.replacing("'", with: "'\\''") + "'"
  }
}
