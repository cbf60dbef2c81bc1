import FoundationEssentials
import Testing

/// What the documentation shows and where it leads.
@Suite struct DocumentationTests {
  @Test(arguments: ["guide", "categories"])
  func `a page's commands print what the page shows`(name: String) async throws {
    let site = try ScratchSite(configuration: nil)
    var commands = 0
    for block in try Page("docs/\(name).md").blocks {
      if let path = block.path {
        if path.hasPrefix("feeds/") {
          #expect(try site.text(path).contains(block.text), "\(path)")
        } else {
          try site.write(path, block.text)
        }
      } else if block.language == "console" {
        for example in ("\n" + block.text).split(separator: "\n$ ") {
          let lines = example.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
          let expected = lines.count > 1 ? String(lines[1]) : ""
          let run = try await runProgram(
            "sh", ["-c", "exec 2>&1\n" + lines[0]], in: site.folder,
            environment: [
              "PATH": Git.path, "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1793491200",
            ])
          #expect(lineBroken(run.output) == lineBroken(expected), "\(lines[0])")
          commands += 1
        }
      }
    }
    #expect(commands > 4)
  }

  @Test func `the README's article becomes the README's item`() async throws {
    let blocks = try Page("README.md").blocks
    let article = try #require(blocks.first { $0.language == "markdown" })
    let item = try #require(blocks.first { $0.language == "xml" })
    let site = try ScratchSite(["content/reading-the-ebb.md": article.text])
    #expect(try await site.build().status == 0)
    #expect(try site.text("feeds/rss.xml").contains(item.text))
  }

  /// Another package sees nothing that is not public.
  @Test func `the examples of the library products need nothing but what is public`() async throws {
    let tests = projectFolder + "/Tests/LibraryTests"
    let examples = try FileManager.default.contentsOfDirectory(atPath: tests)
      .filter { $0.hasSuffix("Example.swift") }.sorted()
    #expect(examples.count == 3)
    let script = """
      modules=$1 maps=$2; shift 2
      swiftc -typecheck -swift-version 6 -package-name another -I "$modules" \\
        -Xcc "-fmodule-map-file=$maps/CLibXML2/module.modulemap" \\
        $(pkg-config --cflags-only-I libxml-2.0 | sed 's/-I/-Xcc -I/g') "$@"
      """
    let modules = ScratchSite.command.dropLast("/feedsetter".count) + "/Modules"
    let run = try await runProgram(
      "sh",
      ["-c", script, "sh", String(modules), projectFolder + "/Sources"]
        + examples.map { tests + "/" + $0 })
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `every link within the documentation leads somewhere`() throws {
    let pages = try Dictionary(uniqueKeysWithValues: Page.paths.map { ($0, try Page($0)) })
    #expect(pages.count > 25)
    for (path, page) in pages {
      let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      for link in page.links where !link.contains(":") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : Page.plain(folder + parts[0])
        #expect(
          FileManager.default.fileExists(atPath: projectFolder + "/" + target), "\(path): \(link)")
        if parts.count > 1, let anchors = pages[target]?.anchors {
          #expect(anchors.contains(String(parts[1])), "\(path): \(link)")
        }
      }
    }
  }

  @Test func `every page is in the table of contents, and the README leads there`() throws {
    let contents = Set(try Page("docs/README.md").links)
    let pages = try FileManager.default.contentsOfDirectory(atPath: projectFolder + "/docs")
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }
    #expect(Set(pages).subtracting(contents).sorted() == [])
    #expect(try Page("README.md").links.contains("docs/README.md"))
  }

  /// A text with one line break at its end, as the last example of a block has none of its own.
  private func lineBroken(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }
}

/// A page of the documentation.
private struct Page {
  struct Block {
    let language: String
    /// The file that the block shows, behind the language.
    let path: String?
    let text: String
  }

  let blocks: [Block]
  /// The names that GitHub gives headings.
  let anchors: Set<String>
  /// The lines outside of blocks.
  private let prose: [String]

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: projectFolder + "/" + path))
    var blocks: [Block] = []
    var prose: [String] = []
    var fence: (words: [Substring], lines: [Substring])?
    for line in String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      let isFence = line.trimmingPrefix { $0 == " " }.hasPrefix("```")
      if isFence, let open = fence {
        let text = open.lines.map { $0 + "\n" }.joined()
        blocks.append(
          Block(
            language: String(open.words.first ?? ""),
            path: open.words.dropFirst().first.map(String.init), text: text))
        fence = nil
      } else if isFence {
        fence = (line.drop { $0 == " " || $0 == "`" }.split(separator: " "), [])
      } else if fence != nil {
        fence?.lines.append(line)
      } else {
        prose.append(String(line))
      }
    }
    self.blocks = blocks
    self.prose = prose
    anchors = Set(prose.filter { $0.utf8.first == UInt8(ascii: "#") }.map(Self.anchor))
  }

  /// The targets of links, those that are shown as code left out.
  var links: [String] {
    prose.filter { $0.utf8.contains(UInt8(ascii: "]")) }.flatMap { line in
      let shown = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "`")
      return shown.split(separator: "](", omittingEmptySubsequences: false).dropFirst()
        .map { String($0.prefix { $0 != ")" }) }
    }
  }

  private static func anchor(of heading: String) -> String {
    let words = heading.drop { $0 == "#" || $0 == " " }.lowercased()
    return String(
      words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
        .map { $0 == " " ? "-" : $0 })
  }

  /// The pages for people: those of the project's folder and of `docs`.
  static var paths: [String] {
    get throws {
      try ["", "docs/"].flatMap { folder in
        try FileManager.default.contentsOfDirectory(atPath: projectFolder + "/" + folder)
          .filter { $0.hasSuffix(".md") }.map { folder + $0 }
      }.sorted()
    }
  }

  /// A path without `..`.
  static func plain(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
