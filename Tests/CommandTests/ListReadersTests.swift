import FoundationEssentials
import Testing

@Suite("Real readers import the list of feeds")
struct ListReadersTests {
  /// The sample site, published to a folder of its own, and how many feeds it has.
  private static func sample() async throws -> (site: ScratchSite, feeds: Int) {
    let site = try ScratchSite(configuration: nil)
    let run = try await site.feedsetter([
      "build", "--site", projectFolder, "--output", site.path("feeds"), "--now",
      "2026-11-20T00:00:00Z",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let count = try site.files(below: "feeds").count { $0.hasSuffix("/rss.xml") }
    #expect(count > 30)
    return (site, count)
  }

  @Test(.field) func `newsboat subscribes to every feed, under its group`() async throws {
    let (site, count) = try await Self.sample()
    let run = try await runProgram(
      "/usr/bin/newsboat",
      [
        "-u", site.path("urls"), "-c", site.path("cache.db"), "-i", site.path("feeds/feeds.opml"),
      ])
    #expect(run.status == 0, "\(run.errors)")
    let lines = try site.text("urls").split(separator: "\n")
    #expect(lines.count == count)
    #expect(lines.first == "https://harbor.example/feeds/rss.xml")
    #expect(
      lines.contains(
        "https://harbor.example/feeds/keyword/c-plus-plus/rss.xml \"Harbor Voices: keywords\""))
  }

  @Test(.field) func `Liferea takes it for its own list of subscriptions`() async throws {
    let (site, count) = try await Self.sample()
    let script = projectFolder + "/Tests/CommandTests/Readers/liferea-import.sh"
    let run = try await runProgram(script, [site.path("feeds/feeds.opml"), site.folder])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(run.output.contains("<title>Liferea Feed List Export</title>"))
    #expect(lines.count { $0.contains("type=\"rss\"") } == count)
    #expect(lines.count { $0.contains("type=\"folder\"") } == 4)
    #expect(
      lines.contains {
        $0.contains("title=\"Harbor Voices: C++\"")
          && $0.contains("xmlUrl=\"https://harbor.example/feeds/keyword/c-plus-plus/rss.xml\"")
      })
  }

  @Test(.field) func `sfeed names every feed by its title`() async throws {
    let (site, count) = try await Self.sample()
    let run = try await runProgram(
      "/bin/sh", ["-c", "sfeed_opml_import < \"$0\"", site.path("feeds/feeds.opml")])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("\tfeed '") }
    #expect(lines.count == count)
    #expect(
      lines.contains(
        "\tfeed 'Harbor Voices: C++' 'https://harbor.example/feeds/keyword/c-plus-plus/rss.xml'"))
  }

  @Test(.field) func `listparser reads every feed with title and group, and has no complaint`()
    async throws
  {
    let (site, count) = try await Self.sample()
    let script = """
      import listparser, sys
      found = listparser.parse(sys.argv[1])
      print(bool(found['bozo']), found['meta']['title'], len(found['feeds']))
      print([f['title'] + ' in ' + f['tags'][0] for f in found['feeds'] if f['title'].endswith('C#')])
      """
    let run = try await runProgram(
      "/usr/bin/python3", ["-c", script, site.path("feeds/feeds.opml")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        False Harbor Voices \(count)
        ['Harbor Voices: C# in Harbor Voices: keywords']

        """, "\(run.output)")
  }
}
