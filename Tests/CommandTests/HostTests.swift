import FoundationEssentials
import Testing

@Suite("The command host")
struct HostTests {
  @Test func `it prints a configuration, which --redirect adds to`() async throws {
    let site = try ScratchSite()
    let run = try await site.feedsetter(["host", "nginx", "--redirect", "/index.xml=rss.xml"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix("# Feedsetter: feeds at https://tide.example/feeds/, served by nginx"))
    #expect(
      run.output.hasSuffix(
        "\nlocation = \"/index.xml\" { return 301 \"https://tide.example/feeds/rss.xml\"; }\n"))
  }

  @Test func `what can't be done is told with its status, and nothing is printed`() async throws {
    let site = try ScratchSite()
    for arguments in [
      [], ["iis"], ["nginx", "--site", ""], ["nginx", "--redirect", "/index.xml"],
    ] {
      let run = try await site.feedsetter(["host"] + arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output == "")
    }
    try site.write(
      "feedsetter.yml",
      ScratchSite.smallestConfiguration + "\nfeeds: { url: \"https://tide.example/a%22;b/\" }\n")
    let path = try await site.feedsetter(["host", "nginx"])
    #expect(path.status == 1)
    #expect(path.output == "")
    #expect(
      path.errors.hasPrefix(
        "feedsetter.yml:4:8: error: the path of https://tide.example/a%22;b/ can't stand in a server's "
          + "configuration: it holds \"\"\" [configuration-value]\n"), "\(path.errors)")
    try site.write("feedsetter.yml", "site: {}\n")
    let faulty = try await site.feedsetter(["host", "nginx"])
    #expect(faulty.status == 1)
    #expect(faulty.errors.hasPrefix("feedsetter.yml:1:"), "\(faulty.errors)")
    #expect(try await ScratchSite(configuration: nil).feedsetter(["host", "caddy"]).status == 66)
  }
}
