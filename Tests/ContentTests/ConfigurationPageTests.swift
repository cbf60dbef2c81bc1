import Diagnostics
import FoundationEssentials
import Testing

@testable import Content

/// docs/configuration.md says which keys there are.
struct ConfigurationPageTests {
  private let page: String

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    page = String(
      decoding: try Data(contentsOf: URL(filePath: "/\(root)/docs/configuration.md")),
      as: UTF8.self)
  }

  @Test func `every key that is read is documented, and no other`() {
    let documented = Set(
      rows.map(\.key) + fields(of: "content.keys") + fields(of: "content.defaults"))
    let read = keys(below: []).map { $0.joined(separator: ".") }
    #expect(read.count > 100)
    #expect(Set(read).subtracting(documented).sorted() == [])
    #expect(documented.subtracting(read).sorted() == [])
  }

  @Test func `every example of the page is taken without a finding`() {
    #expect(rows.count > 60)
    for row in rows {
      let parts = row.key.split(separator: ".").map(String.init)
      #expect(parts.last == row.example.prefix { $0 != ":" }.description, "\(row.key)")
      let findings = self.findings(in: text(parts.dropLast(), last: row.example))
        // What stands alone in its map lacks what the map must have beside it.
        .filter { $0.rule != ContentRules.configurationRequired }
        .filter { !$0.message.contains("can't be read") && !$0.message.contains("has no name") }
        .filter { !$0.message.contains("does not say which articles it shows") }
      #expect(findings.map(\.message) == [], "\(row.key)")
    }
  }

  /// The keys that the tables name, with their examples.
  private var rows: [(key: String, example: String)] {
    page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      let codes = row.split(separator: "`", omittingEmptySubsequences: false)
      return (String(codes[1]), codes.count > 3 ? String(codes[3]) : "")
    }
  }

  /// The keys that the list of a map of fields names.
  private func fields(of map: String) -> [String] {
    guard let start = page.firstRange(of: "- `\(map)` takes ")?.upperBound else { return [] }
    let list = page[start...].split(separator: "\n- ")[0].split(separator: "\n\n")[0]
    let parts = list.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.indices.filter { $0 % 2 == 1 }.map { map + "." + parts[$0] }
  }

  /// What the reader knows below a map, found out by asking it for what it can't know.
  private func keys(below path: [String]) -> [[String]] {
    let known = findings(in: text(path[...], last: "qqqqqqqqqqqq: 1"))
      .first { $0.rule == ContentRules.configurationKey && $0.message.contains("qqqqqqqqqqqq") }
    guard let list = known?.help.split(separator: "known here: ").last else { return [] }
    return list.split(separator: ", ").flatMap { key in
      let full = path + [String(key)]
      let nested = keys(below: full)
      // The three parts of the file have no rows of their own.
      return path.isEmpty ? nested : [full] + nested
    }
  }

  private func findings(in text: String) -> [Diagnostic] {
    Configuration.parse(SourceText(path: "feedsetter.yml", bytes: Array(text.utf8))).diagnostics
  }

  /// A configuration of nothing but one line in the map at a path, and a home page.
  private func text(_ path: ArraySlice<String>, last: String) -> String {
    var text = ""
    var indent = ""
    for (index, key) in path.enumerated() {
      text += indent + key + ":\n"
      indent += "  "
      // What addresses without a host are below.
      if index == 0, key == "site", path.count > 1 || !last.hasPrefix("url:") {
        text += indent + "url: https://tide.example/\n"
      }
      if path.prefix(index + 1) == ["feeds", "custom"] {
        text += indent + "-\n"
        indent += "  "
      }
    }
    return text + indent + last + "\n"
  }
}
