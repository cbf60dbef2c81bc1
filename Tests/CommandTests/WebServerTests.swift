import FoundationEssentials
import Testing

@Suite("Web servers that are configured by host")
struct WebServerTests {
  /// A web server of Debian.
  enum Server: String, CaseIterable {
    case nginx, caddy, apache
    /// Apache again, with the configuration in `.htaccess`.
    case htaccess

    /// What the command calls it.
    var host: String { self == .htaccess ? "apache" : rawValue }
    /// Where the configuration is put.
    var place: String { self == .htaccess ? "site/.htaccess" : "feeds.conf" }

    /// What starts it in a folder, with the printed configuration in `feeds.conf` and the site in `site`.
    func command(in folder: String, port: Int) -> (words: [String], configuration: String) {
      switch self {
      case .nginx:
        (
          ["nginx", "-p", folder, "-e", "error.log", "-c", "server.conf"],
          """
          daemon off;
          pid server.pid;
          error_log error.log;
          events { worker_connections 64; }
          http {
            access_log off;
            client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi; scgi_temp_path scgi;
            server { listen 127.0.0.1:\(port); root \(folder)/site; include feeds.conf; }
          }
          """
        )
      case .caddy:
        (
          ["caddy", "run", "--adapter", "caddyfile", "--config", "server.conf"],
          """
          {
            admin off
            auto_https off
          }
          http://127.0.0.1:\(port) {
            root * \(folder)/site
            import feeds.conf
            file_server
          }
          """
        )
      case .apache, .htaccess:
        (
          ["apache2", "-DFOREGROUND", "-f", folder + "/server.conf"],
          """
          ServerRoot \(folder)
          PidFile server.pid
          ErrorLog error.log
          Listen 127.0.0.1:\(port)
          ServerName 127.0.0.1
          User www-data
          Group www-data
          \(Self.apacheModules)
          TypesConfig /etc/mime.types
          <VirtualHost 127.0.0.1:\(port)>
          DocumentRoot site
          <Directory \(folder)/site>
            Require all granted
            AllowOverride FileInfo Indexes
          </Directory>
          \(self == .apache ? "Include feeds.conf" : "")
          </VirtualHost>
          """
        )
      }
    }

    private static let apacheModules = [
      "mpm_event", "authz_core", "mime", "dir", "alias", "filter", "headers", "deflate",
    ].map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so" }
      .joined(separator: "\n")
  }

  /// What curl got: status and header fields, in lower case, and how many bytes.
  private struct Answer {
    let status: Int
    let fields: [String: String]
    let size: Int
  }

  private static func curl(_ arguments: [String]) async throws -> Answer {
    let run = try await runProgram(
      "curl", ["-q", "-sS", "-D", "-", "-o", "/dev/null", "-w", "%{size_download}"] + arguments)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let words = try #require(lines.first).split(separator: " ")
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      // A field that comes twice would show.
      fields[name] = fields[name].map { $0 + " AND " + value } ?? String(value)
    }
    return Answer(
      status: try #require(Int(words[1])), fields: fields,
      size: try #require(Int(lines.last ?? "")))
  }

  private static let files: [(path: String, type: String, cache: String)] = {
    let (recent, archive) = ("public, max-age=300", "public, max-age=86400")
    let (xml, json) = ("application/xml; charset=utf-8", "application/feed+json; charset=utf-8")
    return [
      ("rss.xml", xml, recent), ("atom.xml", xml, recent), ("feed.json", json, recent),
      ("keyword/%E9%9F%B3/rss.xml", xml, recent), ("keyword/archive/feed.json", json, recent),
      ("archive/1/rss.xml", xml, archive), ("archive/2/feed.json", json, archive),
      ("category/news/archive/1/atom.xml", xml, archive),
      ("feeds.opml", "text/x-opml; charset=utf-8", recent),
      ("feeds.json", "application/json; charset=utf-8", recent),
      ("index.html", "text/html; charset=utf-8", recent), ("", "text/html; charset=utf-8", recent),
      ("feeds.css", "text/css; charset=utf-8", recent),
    ]
  }()

  /// A built site in the folder `site`, with a file of each kind that stands beside feeds.
  private static func site() async throws -> ScratchSite {
    let site = try ScratchSite(configuration: nil)
    let text = String(repeating: "Mud remembers. ", count: 100)
    try site.write(
      "site/feedsetter.yml",
      ScratchSite.smallestConfiguration
        + "\nfeeds: { url: \"https://tide.example/the%20feeds/\", path: the feeds, limit: 1, "
        + "archives: { size: 1, by: [category] } }\n")
    for (number, tag) in [(1, "音"), (2, "archive")] {
      try site.write(
        "site/content/\(number).md",
        ScratchSite.article(
          "\(number)", date: "2026-02-1\(number)", "category: news\ntags: [\(tag)]", body: text))
    }
    #expect(try await site.build(["--site", "site"]).status == 0)
    for name in ["feeds.opml", "feeds.json", "index.html", "feeds.css"] {
      let path = "site/the feeds/\(name)"
      if !FileManager.default.fileExists(atPath: site.path(path)) {
        try site.write(path, "{\"é\": \"\(text)\"}")
      }
    }
    return site
  }

  @Test(.field, arguments: Server.allCases)
  func `types, caching, compression, conditional requests and redirections are right`(
    _ server: Server
  ) async throws {
    let site = try await Self.site()
    let text = try await site.feedsetter([
      "host", server.host, "--site", "site", "--redirect", "/feed/=rss.xml",
      "--redirect", "/old/a.xml=keyword/%E9%9F%B3/rss.xml",
    ])
    #expect(text.status == 0, "\(text.errors)")
    try site.write(server.place, text.output)
    let port = try await TestServer.freePort()
    let (command, configuration) = server.command(in: site.folder, port: port)
    try site.write("server.conf", configuration + "\n")
    let start = "http://127.0.0.1:\(port)"
    try await TestServer.run(command, in: site.folder) {
      try await runProgram("curl", ["-q", "-s", "-o", "/dev/null", start]).status == 0
    } _: {
      for file in Self.files {
        try await Self.expectRight(file, at: start + "/the%20feeds/" + file.path, of: site)
      }
      let feed = "https://tide.example/the%20feeds/"
      for (old, new) in [
        ("/feed/", feed + "rss.xml"), ("/feed", feed + "rss.xml"), ("/feed/x", nil),
        ("/feedback", nil), ("/old/a.xml", feed + "keyword/%E9%9F%B3/rss.xml"),
      ] {
        let answer = try await Self.curl([start + old])
        #expect(answer.status == (new == nil ? 404 : 301), "\(old)")
        // Letter case makes no difference in escapes.
        #expect(answer.fields["location"]?.lowercased() == new?.lowercased(), "\(old)")
      }
      let outside = try await Self.curl([start + "/content/1.md"])
      #expect(outside.status == 200)
      #expect(outside.fields["access-control-allow-origin"] == nil)
      #expect(outside.fields["cache-control"] == nil)
    }
  }

  private static func expectRight(
    _ file: (path: String, type: String, cache: String), at url: String, of site: ScratchSite
  ) async throws {
    let path = file.path.isEmpty ? "index.html" : file.path.replacing("%E9%9F%B3", with: "音")
    let length = try site.bytes("site/the feeds/" + path).count
    let plain = try await curl([url])
    #expect(plain.status == 200, "\(url)")
    #expect(plain.size == length, "\(url)")
    let squeezed = try await curl(["--compressed", "-H", "Accept-Encoding: gzip", url])
    #expect(squeezed.fields["content-encoding"] == "gzip", "\(url)")
    #expect(squeezed.fields["vary"]?.lowercased() == "accept-encoding", "\(url)")
    #expect(squeezed.size < length, "\(url)")
    let head = try await curl(["--head", url])
    #expect(head.status == 200)
    #expect(head.size == 0)
    for answer in [plain, squeezed, head] {
      #expect(answer.fields["content-type"] == file.type, "\(url)")
      #expect(answer.fields["cache-control"] == file.cache, "\(url)")
      #expect(answer.fields["access-control-allow-origin"] == "*", "\(url)")
      #expect(answer.fields["x-content-type-options"] == "nosniff", "\(url)")
      let (tag, date) = (answer.fields["etag"] ?? "", answer.fields["last-modified"] ?? "")
      #expect(tag.contains("\"") && !date.isEmpty, "\(url)")
      for condition in ["If-None-Match: \(tag)", "If-Modified-Since: \(date)"] {
        for encoding in ["identity", "gzip"] {
          let same = try await curl(["-H", condition, "-H", "Accept-Encoding: \(encoding)", url])
          #expect(same.status == 304, "\(url) \(condition) \(encoding)")
          #expect(same.size == 0, "\(url) \(condition)")
        }
      }
    }
    for condition in [
      "If-None-Match: \"other\"", "If-Modified-Since: Tue, 10 Feb 2015 00:00:00 GMT",
    ] {
      #expect(try await curl(["-H", condition, url]).status == 200, "\(url) \(condition)")
    }
  }
}
