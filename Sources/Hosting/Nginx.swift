internal import FeedValues
internal import Serving

/// A part of a server block of nginx.
///
/// See <https://nginx.org/en/docs/http/ngx_http_core_module.html>.
enum Nginx {
  static func configuration(for site: HostedSite) -> String {
    // text/html is always among them, and may not be named.
    let types = ServedType.compressed.filter { $0 != "text/html" }.joined(separator: " ")
    let archived = headers(cache: site.archiveCacheControl, indented: 8)
    var text = comment(
      [
        "Feedsetter: feeds at \(site.address.string), served by nginx 1.18 or later.", "",
        "Save as /etc/nginx/snippets/feeds.conf and write into the server block of \(site.address.host):",
        "     include snippets/feeds.conf;",
        "The server's root counts. If the folder is elsewhere, write a root into the location below: the",
        "folder in which \(site.path.plain) is the published one.",
      ]
        + (site.path.plain == "/" ? ["It is the location of everything: leave out any other."] : [])
        + [""] + site.cacheReasons + ["ETag, Last-Modified and 304 are nginx's own."])
    text += """

      location ^~ \(quoted(site.path.plain)) {
          types {
              \(ServedType.xml) xml;  # browsers download application/rss+xml
              \(ServedType.json) json;
              \(ServedType.opml) opml;
              text/html html;
              text/css css;
              text/javascript js;
              image/svg+xml svg;
              image/png png;
          }
          charset utf-8;
          charset_types \(types);
          etag on;
          if_modified_since exact;
          gzip on;
          gzip_types \(types);
          gzip_min_length 512;
          gzip_proxied any;
          gzip_vary on;

      \(headers(cache: site.cacheControl, indented: 4))

          location ~ "/archive/[0-9]+/feed[.]json$" {
              types { }
              default_type \(ServedType.jsonFeed);
      \(archived)
          }
          location ~ "/archive/[0-9]+/[^/]+$" {
      \(archived)
          }
          location ~ "/feed[.]json$" {
              types { }
              default_type \(ServedType.jsonFeed);
          }
      }

      """
    for redirect in site.redirects {
      for old in [redirect.old.plain, redirect.old.withoutSlash].compactMap(\.self) {
        text += "location = \(quoted(old)) { return 301 \(quoted(redirect.target)); }\n"
      }
    }
    return text
  }

  /// Fields, which a location inherits only where it has none of its own.
  private static func headers(cache: String, indented width: Int) -> String {
    [
      "Cache-Control \"\(cache)\"", "Access-Control-Allow-Origin \"*\"",
      "X-Content-Type-Options nosniff",
    ].map { String(repeating: " ", count: width) + "add_header \($0);" }
      .joined(separator: "\n")
  }

  /// A text that holds neither quotes nor backslashes, as `ServedPath` and `AbsoluteURL` see to.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
