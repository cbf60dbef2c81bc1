import FoundationEssentials
import Testing

@Suite("preview serves the feeds as they would be published, and touches nothing")
struct PreviewTests {
  private static func site() throws -> ScratchSite {
    try ScratchSite([
      "content/one.md": ScratchSite.article("One", "tags: [mud]"),
      "content/draft.md": ScratchSite.article("Draft", "draft: true"),
    ])
  }

  /// Runs a preview of `site` on a port that the system picks, with its first feeds built.
  @discardableResult
  private static func preview(
    _ site: ScratchSite, _ arguments: [String] = [], endedBy signal: String = "INT",
    _ body: (LongRun) async throws -> Void
  ) async throws -> Int {
    try await LongRun.of(["preview", "--port", "0"] + arguments, in: site, endedBy: signal) {
      run in
      try await run.wait("the first feeds") { run.output.contains(" feeds\n") }
      try await body(run)
    }
  }

  @Test(arguments: ["INT", "TERM"])
  func `the bytes are those that build publishes, and nothing is written`(
    signal: String
  ) async throws {
    let site = try Self.site()
    let status = try await Self.preview(site, endedBy: signal) { run in
      var served: [String: String] = [:]
      for path in ["rss.xml", "atom.xml", "keyword/mud/feed.json"] {
        served[path] = try await run.curl(path)
      }
      #expect(!FileManager.default.fileExists(atPath: site.path("feeds")))
      #expect(!FileManager.default.fileExists(atPath: site.path("feedsetter.lock")))
      #expect(try await site.build().status == 0)
      for (path, text) in served { #expect(try site.text("feeds/" + path) == text) }
    }
    #expect(status == 0)
  }

  @Test func `clients get what HTTP promises`() async throws {
    try await Self.preview(try Self.site()) { run in
      let line = "%{http_code} %{size_download} %{content_type}"
      func code(_ path: String, _ arguments: [String] = []) async throws -> String {
        try await run.curl(path, ["-o", "/dev/null", "-w", line] + arguments)
      }
      let feed = try await run.curl("rss.xml")
      let size = feed.utf8.count
      let type = "application/xml; charset=utf-8"
      let head = try await run.curl("rss.xml", ["-I"])
      let fields = head.split(separator: "\r\n").map(String.init)
      let tag = try #require(fields.first { $0.hasPrefix("ETag: ") }).dropFirst(6)
      let date = try #require(fields.first { $0.hasPrefix("Last-Modified: ") }).dropFirst(15)
      #expect(fields[0] == "HTTP/1.1 200 OK")
      #expect(fields.contains("Content-Length: \(size)"))
      #expect(fields.contains("Access-Control-Allow-Origin: *"))
      #expect(try await code("rss.xml") == "200 \(size) \(type)")
      #expect(try await code("rss.xml", ["-H", "If-None-Match: \(tag)"]) == "304 0 ")
      #expect(try await code("rss.xml", ["-H", "If-Modified-Since: \(date)"]) == "304 0 ")
      #expect(try await code("rss.xml", ["-r", "0-9"]) == "206 10 \(type)")
      #expect(try await code("rss.xml", ["-r", "-5"]) == "206 5 \(type)")
      #expect(try await code("rss.xml", ["-r", "99999-"]) == "416 0 \(type)")
      #expect(try await code("feed.json").hasSuffix(" application/feed+json"))
      #expect(try await code("nowhere").hasPrefix("404 "))
      #expect(try await code("", ["-d", "x=1"]).hasPrefix("405 "))
      #expect(
        try await code("../../feedsetter.yml", ["--path-as-is"]).hasPrefix("404 "))
      #expect(try await run.curl("rss.xml", ["--compressed"]) == feed)
      let packed = try await code("rss.xml", ["-H", "Accept-Encoding: gzip"])
      #expect(try #require(Int(packed.split(separator: " ")[1])) < size)
      // Two requests on one connection, and one of a client of old.
      let address = try run.address
      let two = try await runProgram(
        "/usr/bin/curl",
        ["-s", "-w", "%{num_connects} ", "-o", "/dev/null", address, "-o", "/dev/null", address])
      #expect(two.output == "1 0 ")
      #expect(try await run.curl("rss.xml", ["-0"]) == feed)
    }
  }

  @Test func `a change shows, is told to open pages, and so are errors and their end`()
    async throws
  {
    let site = try Self.site()
    var events: Task<Run, any Error>?
    try await Self.preview(site) { run in
      let root = try run.address.replacing("/feeds/", with: "")
      events = Task {
        try await runProgram(
          "/usr/bin/curl", ["-sN", "--max-time", "180", root + "/.feedsetter/events"])
      }
      let first = try await run.curl("rss.xml")
      // A new folder, and an editor that renames into place.
      try site.write("content/2026/.two.md", ScratchSite.article("Two"))
      _ = try await runProgram(
        "/bin/mv", ["content/2026/.two.md", "content/2026/two.md"], in: site.folder)
      try await run.wait("the new article") {
        try await run.curl("rss.xml").contains("<title>Two</title>")
      }
      try site.write("content/2026/two.md", ScratchSite.article("Two", date: "2026-02-30"))
      try await run.wait("the error") {
        try await run.curl("").contains("February 2026 has no day 30")
      }
      #expect(try await run.curl("rss.xml").contains("<title>Two</title>"))
      try site.remove("content/2026/two.md")
      try await run.wait("its end") { try await !run.curl("").contains("feedsetter-notice") }
      #expect(try await run.curl("rss.xml") == first)
      let lines = run.output.split(separator: "\n").dropFirst(3)
      #expect(
        lines.contains("content/2026/two.md: 1 error; the feeds are as before"), "\(run.output)")
      #expect(
        lines.last == "content/2026/two.md: 1 article without 1 draft in 2 feeds, 6 files changed")
      #expect(
        run.errors.hasPrefix(
          "content/2026/two.md:3:7: error: `date` is \"2026-02-30\", but February 2026 has no day 30"
        ))
    }
    // The connection ends with the server.
    let output = try await events?.value.output ?? ""
    let states = output.split(separator: "\n").filter { $0.hasPrefix("data: ") }
    #expect(states.count >= 4 && states.first == states.last, "\(states)")
  }

  @Test func `a hundred files at once are few rebuilds`() async throws {
    let site = try Self.site()
    try await Self.preview(site) { run in
      for number in 0..<100 {
        try site.write("content/many/\(number).md", ScratchSite.article("Number \(number)"))
      }
      try await run.wait("all of them") { run.output.contains("101 articles without 1 draft") }
      #expect(run.output.split(separator: "\n").count < 60, "\(run.output)")
    }
  }

  @Test func `an article shows when it is due`() async throws {
    let site = try Self.site()
    try await Self.preview(site) { run in
      let due = Date(timeIntervalSinceNow: 3)
      try site.write(
        "content/due.md", ScratchSite.article("Due", date: due.formatted(.iso8601)))
      try await run.wait("the article") {
        try await run.curl("rss.xml").contains("<title>Due</title>")
      }
      #expect(Date.now >= due.addingTimeInterval(-1))
    }
  }

  @Test func `drafts are shown to this machine's own pages alone`() async throws {
    let site = try Self.site()
    try await Self.preview(site, ["--drafts"]) { run in
      let response = try await run.curl("rss.xml", ["-i"])
      #expect(response.contains("<title>Draft</title>"))
      #expect(!response.contains("Access-Control"))
    }
  }

  @Test func `the first feeds come when the site's errors are mended`() async throws {
    let site = try ScratchSite(configuration: "site: { title: Tide }", [:])
    try site.write("content/one.md", ScratchSite.article("One"))
    try await LongRun.of(["preview", "--port", "0"], in: site) { run in
      try await run.wait("the error") { run.output.contains("there are no feeds yet\n") }
      #expect(try await run.curl("", ["-w", "%{http_code}"]).hasSuffix("503"))
      try site.write("feedsetter.yml", ScratchSite.smallestConfiguration)
      try await run.wait("the feeds") { run.output.contains("/feeds/\n") }
      #expect(try await run.curl("feeds/rss.xml").contains("<title>One</title>"))
    }
  }

  @Test func `a port that is taken is not shared`() async throws {
    let site = try Self.site()
    try await Self.preview(site) { run in
      let port = try run.address.split(separator: ":").last?.prefix { $0 != "/" } ?? ""
      let second = try await site.feedsetter(["preview", "--port", String(port)])
      #expect(second.status == 69)
      #expect(
        second.errors == "error: 127.0.0.1:\(port) can't be had: another program listens there\n")
    }
  }

  @Test func `a folder without a site ends with status 66`() async throws {
    let run = try await ScratchSite(configuration: nil).feedsetter(["preview", "--port", "0"])
    #expect(run.status == 66)
    #expect(run.errors.contains("[configuration-missing]"), "\(run.errors)")
  }

  @Test(.field)
  func `newsboat and feedparser subscribe to it`() async throws {
    let site = try ScratchSite(configuration: nil)
    let arguments = ["--site", projectFolder, "--now", "2026-11-20T00:00:00Z"]
    try await Self.preview(site, arguments) { run in
      let address = try run.address
      for name in ["rss.xml", "atom.xml"] {
        try site.write("urls-\(name)", "\(address)\(name)\n")
        let options = ["-q", "-u", site.path("urls-\(name)"), "-c", site.path("cache-\(name).db")]
        let reload = try await runProgram("/usr/bin/newsboat", options + ["-x", "reload"])
        #expect(reload.status == 0, "\(reload.output)\(reload.errors)")
        let count = try await runProgram("/usr/bin/newsboat", options + ["-x", "print-unread"])
        #expect(count.output.hasPrefix("15 unread articles"), "\(count.output)\(count.errors)")
      }
      let script = projectFolder + "/Tests/CommandTests/Readers/subscribe.py"
      let python = try await runProgram("/usr/bin/python3", [script, address])
      #expect(python.status == 0, "\(python.errors)")
      #expect(
        python.output == """
          rss.xml 200 15 then 304 0
          atom.xml 200 15 then 304 0
          feed.json application/feed+json 15

          """)
    }
  }

  @Test(.field)
  func `a browser loads an open page anew when the feeds are there`() async throws {
    let site = try ScratchSite()
    try site.write("content/one.md", ScratchSite.article("One", date: "2026-02-30"))
    let profile = try ScratchSite(configuration: nil)
    try await LongRun.of(["preview", "--port", "0"], in: site) { run in
      try await run.wait("the error") { run.output.contains("there are no feeds yet\n") }
      let options =
        "--headless --no-sandbox --disable-gpu --remote-debugging-port=0 "
        + "'--user-data-dir=\(profile.folder)' '\(try run.address)'"
      async let browser = runProgram(
        "/bin/sh", ["-c", "echo $$ > '\(profile.path("id"))'; exec timeout 30 chromium \(options)"])
      // The browser writes the port of its own server there.
      let port = "DevToolsActivePort"
      func pages() async throws -> String {
        guard let number = try? profile.text(port).split(separator: "\n").first else { return "" }
        return try await runProgram(
          "/usr/bin/curl", ["-s", "http://127.0.0.1:\(number)/json/list"]
        ).output
      }
      try await run.wait("the first page") {
        try await pages().contains("\"title\": \"No feeds yet\"")
      }
      try site.write("content/one.md", ScratchSite.article("One"))
      try await run.wait("the page of the feeds") {
        try await pages().contains("\"title\": \"Tide Notes: feeds\"")
      }
      let id = try profile.text("id").filter(\.isNumber)
      _ = try await runProgram("/bin/kill", ["-TERM", id])
      _ = try await browser
    }
  }
}
