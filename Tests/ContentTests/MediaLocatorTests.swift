import Diagnostics
import FeedModel
import FeedValues
import FoundationEssentials
import Testing

@testable import Content

/// Where the files are that front matter names, by what is in the folders of a site.
struct MediaLocatorTests {
  /// A folder of its own with files of 24 bytes, removed with the last use of the value.
  private final class Folder: Sendable {
    let path: String

    init(_ files: [String]) throws {
      path = FileManager.default.temporaryDirectory.path + "/feedsetter-\(UUID().uuidString)"
      for file in files {
        let folder = (path + "/" + file).split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(
          atPath: "/" + folder, withIntermediateDirectories: true)
        try Data([UInt8](repeating: 1, count: 24)).write(to: URL(filePath: path + "/" + file))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A locator for the article `article` on the site at `url`, whose page is `link`.
    func locator(
      article: String, link: String, url: String = "https://harbor.example/",
      content: String = "content", settings: String = ""
    ) throws -> MediaLocator {
      let text =
        "site: { title: A, url: \"\(url)\" }\ncontent:\n  path: \(content)\n  \(settings)\n"
      let (configuration, diagnostics) = Configuration.parse(
        SourceText(path: path + "/feedsetter.yml", bytes: Array(text.utf8)))
      guard let configuration else { throw InvalidValue(Fixture.rendered(diagnostics)) }
      return MediaLocator(
        files: SiteFiles(configuration), article: article, link: try AbsoluteURL(link))
    }
  }

  private static let files = [
    "content/trip/index.md", "content/trip/cover.jpg", "content/trip/img/in.jpg",
    "content/notes/hello.md", "content/notes/beside.jpg", "content/shared/all.jpg",
    "static/img/static one.jpg", "static/both.jpg", "public/both.jpg", "public/img/public.jpg",
    "static/song.mp3", "site-image.jpg", "_drafts/hidden.jpg", "src/pages/source.jpg",
    "outside/away.jpg", "content/trip/both.jpg", "static/trip", "content/trip/half%.jpg",
  ]

  /// What is found, as `address < file`, for an article in a folder of its own and for one of a file.
  @Test(arguments: [
    ("cover.jpg", "H/2026/trip/cover.jpg < content/trip/cover.jpg", "H/cover.jpg"),
    (
      "./cover.jpg?w=1#a", "H/2026/trip/cover.jpg?w=1#a < content/trip/cover.jpg",
      "H/2026/hello/cover.jpg?w=1#a"
    ),
    ("img/in.jpg", "H/2026/trip/img/in.jpg < content/trip/img/in.jpg", "H/img/in.jpg"),
    (
      "../notes/beside.jpg", "H/notes/beside.jpg < content/notes/beside.jpg",
      "H/notes/beside.jpg < content/notes/beside.jpg"
    ),
    ("beside.jpg", "H/beside.jpg", "H/notes/beside.jpg < content/notes/beside.jpg"),
    ("both.jpg", "H/2026/trip/both.jpg < content/trip/both.jpg", "H/both.jpg < static/both.jpg"),
    ("/both.jpg", "H/both.jpg < static/both.jpg", "H/both.jpg < static/both.jpg"),
    (
      "/img/static one.jpg", "H/img/static%20one.jpg < static/img/static one.jpg",
      "H/img/static%20one.jpg < static/img/static one.jpg"
    ),
    (
      "img/static%20one.jpg", "H/img/static%20one.jpg < static/img/static one.jpg",
      "H/img/static%20one.jpg < static/img/static one.jpg"
    ),
    (
      "https://harbor.example/img/public.jpg", "H/img/public.jpg < public/img/public.jpg",
      "H/img/public.jpg < public/img/public.jpg"
    ),
    (
      "https://cdn.example/both.jpg", "https://cdn.example/both.jpg", "https://cdn.example/both.jpg"
    ),
    ("//cdn.example/both.jpg", "https://cdn.example/both.jpg", "https://cdn.example/both.jpg"),
    (
      "/shared/all.jpg", "H/shared/all.jpg < content/shared/all.jpg",
      "H/shared/all.jpg < content/shared/all.jpg"
    ),
    ("../../static/both.jpg", "H/both.jpg < static/both.jpg", "H/both.jpg < static/both.jpg"),
    ("/site-image.jpg", "H/site-image.jpg < site-image.jpg", "H/site-image.jpg < site-image.jpg"),
    ("/_drafts/hidden.jpg", "H/_drafts/hidden.jpg", "H/_drafts/hidden.jpg"),
    ("/../../both.jpg", "H/both.jpg", "H/both.jpg"),
    ("half%.jpg", "H/2026/trip/half%25.jpg < content/trip/half%.jpg", "H/half%25.jpg"),
    ("/nowhere.jpg", "H/nowhere.jpg", "H/nowhere.jpg"),
    ("trip", "H/trip < static/trip", "H/trip < static/trip"),
    (
      "../../src/pages/source.jpg", "- is in none of the folders that the site is served from",
      "- is in none of the folders that the site is served from"
    ),
    ("photo", "- it is no file's name", "- it is no file's name"),
    ("{{ cdn }}/a.jpg", "- it holds a template", "- it holds a template"),
    ("/a/{% x %}.jpg", "- it holds a template", "- it holds a template"),
    ("/a/${x}.jpg", "- it holds a template", "- it holds a template"),
    ("<%= x %>.jpg", "- it holds a template", "- it holds a template"),
    ("DATA:image/gif;base64,R0", "- it holds the file's data", "- it holds the file's data"),
    ("@/assets/a.jpg", "- it is a name that only", "- it is a name that only"),
    ("~/assets/a.jpg", "- it is a name that only", "- it is a name that only"),
    ("require('./a.jpg')", "- it is a name that only", "- it is a name that only"),
    ("ftp://harbor.example/a.jpg", "! it does not begin", "! it does not begin"),
    ("https://", "! it has no host", "! it has no host"),
  ])
  func `a file is looked for beside the article, then where the site serves files`(
    text: String, inFolder: String, inFile: String
  ) throws {
    let folder = try Folder(Self.files)
    let trip = try folder.locator(
      article: "trip/index.md", link: "https://harbor.example/2026/trip/")
    let hello = try folder.locator(
      article: "notes/hello.md", link: "https://harbor.example/2026/hello/")
    try expect(trip, text, inFolder, in: folder)
    try expect(hello, text, inFile, in: folder)
  }

  @Test(arguments: [
    ("/both.jpg", "H/blog/both.jpg < static/both.jpg"),
    ("/blog/both.jpg", "H/blog/both.jpg < static/both.jpg"),
    ("both.jpg", "H/blog/both.jpg < static/both.jpg"),
    ("https://harbor.example/blog/both.jpg", "H/blog/both.jpg < static/both.jpg"),
    ("https://harbor.example/both.jpg", "H/both.jpg"), ("/none.jpg", "H/none.jpg"),
    ("/blog/none.jpg", "H/blog/none.jpg"),
  ])
  func `a site below a path of its host serves its files there`(text: String, found: String) throws
  {
    let folder = try Folder(Self.files)
    let locator = try folder.locator(
      article: "notes/hello.md", link: "https://harbor.example/blog/hello/",
      url: "https://harbor.example/blog/")
    try expect(locator, text, found, in: folder)
  }

  @Test(arguments: [
    ("[outside]", "/away.jpg", "H/away.jpg < outside/away.jpg"),
    ("[outside]", "/both.jpg", "H/both.jpg"),
    ("outside", "away.jpg", "H/away.jpg < outside/away.jpg"),
    ("[public, static]", "/both.jpg", "H/both.jpg < public/both.jpg"),
    ("[gone]", "beside.jpg", "H/notes/beside.jpg < content/notes/beside.jpg"),
    ("[.]", "/static/both.jpg", "H/static/both.jpg < static/both.jpg"),
    ("[.]", "/src/pages/source.jpg", "H/src/pages/source.jpg"),
  ])
  func `the folders that are served can be named`(
    setting: String, text: String, found: String
  ) throws {
    let folder = try Folder(Self.files)
    let locator = try folder.locator(
      article: "notes/hello.md", link: "https://harbor.example/2026/hello/",
      settings: "static: \(setting)")
    try expect(locator, text, found, in: folder)
  }

  @Test func `nothing is looked for outside the site`() throws {
    let folder = try Folder(["site/content/a.md", "secret.jpg"])
    let (configuration, _) = Configuration.parse(
      SourceText(
        path: folder.path + "/site/feedsetter.yml",
        bytes: Array("site: { title: A, url: https://harbor.example/ }".utf8)))
    let locator = MediaLocator(
      files: SiteFiles(try #require(configuration)), article: "a.md",
      link: try AbsoluteURL("https://harbor.example/a/b/c/"))
    for text in ["../../secret.jpg", "/../secret.jpg", "/%2E%2E/secret.jpg"] {
      guard case .at(_, let file) = try locator.location(of: text) else {
        Issue.record("\(text) is told to be on this machine")
        continue
      }
      #expect(file == nil)
    }
  }

  /// Compares what is found with `expected`: an address and a file, a reason behind `-`, or a fault
  /// behind `!`; `H` is the host.
  private func expect(
    _ locator: MediaLocator, _ text: String, _ expected: String, in folder: Folder
  ) throws {
    var found: String
    do throws(InvalidValue) {
      switch try locator.location(of: text) {
      case .at(let url, nil): found = url.string
      case .at(let url, let file?):
        #expect(file.length == 24)
        found = url.string + " < " + file.path.replacing(folder.path + "/", with: "")
      case .nowhere(let reason): found = "- \(reason)".replacing("- " + folder.path, with: "-")
      }
    } catch {
      found = "! \(error.reason)"
    }
    found = found.replacing("https://harbor.example", with: "H")
    if let first = expected.first, "-!".contains(first) {
      #expect(found.contains(expected.dropFirst(2)) && found.first == first, "\(text): \(found)")
    } else {
      #expect(found == expected, "\(text)")
    }
  }
}
