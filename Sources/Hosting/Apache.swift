internal import FeedValues
internal import Serving

/// A part of the configuration of Apache httpd.
///
/// See <https://httpd.apache.org/docs/2.4/>.
enum Apache {
  static func configuration(for site: HostedSite) -> String {
    let path = site.path.expression
    let compressed = ServedType.compressed.joined(separator: " ")
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by Apache 2.4.", "",
        "Write it into the <VirtualHost> of \(site.address.host), or into .htaccess in the site's root",
        "where AllowOverride FileInfo Indexes lets you. It needs mod_headers and mod_alias, and",
        "compresses with mod_deflate and mod_filter: a2enmod headers deflate filter", "",
      ] + site.cacheReasons + ["ETag, Last-Modified and 304 are Apache's own."])
    text += """

      <If "%{REQUEST_URI} =~ m#^\(path)#">
          DirectoryIndex index.html
          FileETag MTime Size
          Header set Access-Control-Allow-Origin "*"
          Header set X-Content-Type-Options "nosniff"
          Header set Cache-Control "\(site.cacheControl)"
          <IfModule mod_deflate.c>
              AddOutputFilterByType DEFLATE \(compressed)
              # What is compressed has an ETag that Apache does not know again.
              RequestHeader edit* If-None-Match "-gzip\\"" "\\""
          </IfModule>
      </If>
      <If "%{REQUEST_URI} =~ m#^\(path)(.*/)?archive/[0-9]+/[^/]+$#">
          Header set Cache-Control "\(site.archiveCacheControl)"
      </If>

      """
    let types = [
      ("[.]xml", ServedType.xml), ("(.*/)?feed[.]json", ServedType.jsonFeed),
      ("feeds[.]json", ServedType.json), ("[.]opml", ServedType.opml), ("[.]html", "text/html"),
      ("[.]css", "text/css"),
    ]
    for (ending, type) in types {
      let pattern = ending.hasPrefix("[") ? ".*" + ending : ending
      text += """
        <If "%{REQUEST_URI} =~ m#^\(path)\(pattern)$#">
            ForceType "\(ServedType.withCharset(type))"
        </If>

        """
    }
    for redirect in site.redirects {
      let old = redirect.old.expression
      let pattern = old.hasSuffix("/") && old != "/" ? old + "?" : old
      text += "RedirectMatch 301 \"^\(pattern)$\" \"\(target(redirect))\"\n"
    }
    return text
  }

  /// The new address without percent-escapes in its path: Apache adds them, also to those that are there.
  private static func target(_ redirect: HostedSite.Redirect) -> String {
    let host = redirect.new.string.dropLast(redirect.new.path.count)
    return host + redirect.newPath.plain.replacing("$", with: "\\$")
  }
}
