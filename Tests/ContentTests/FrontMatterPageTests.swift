import FoundationEssentials
import FeedValues
import Testing

@testable import Content

/// docs/front-matter.md says what the code does.
struct FrontMatterPageTests {
  private let page: String

  init() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    page = String(
      decoding: try Data(contentsOf: URL(filePath: "/\(root)/docs/front-matter.md")), as: UTF8.self)
  }

  @Test(arguments: FrontMatterField.allCases)
  func `every name of a field is documented`(field: FrontMatterField) {
    let words = Set(page.lowercased().split(separator: "`").map(String.init))
    for name in field.names { #expect(words.contains(name), "\(name)") }
  }

  /// The rows of its table of paths.
  @Test func `every path of the page means what the page says`() throws {
    let part = try #require(page.split(separator: "## Names of files and folders").last)
    let table = part.split(separator: "\n\n").first { $0.contains("|---|") }
    let rows = try #require(table).split(separator: "\n").dropFirst(2)
    #expect(rows.count > 8)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingSpaces }
      let paths = codes(in: cells[0]).filter { $0.hasSuffix(".md") }
      let slugs = codes(in: cells[2])
      for (index, path) in paths.enumerated() {
        let read = ArticlePath(path, languages: ["en"])
        #expect(read.slug == (slugs.count == paths.count ? slugs[index] : slugs[0]), "\(path)")
        #expect((read.date?.text ?? "none") == cells[1], "\(path)")
      }
    }
  }

  /// The dates of its table that are whole.
  @Test func `every date of the page is read`() throws {
    let part = try #require(page.split(separator: "## Dates").last)
    let table = part.split(separator: "\n\n").first { $0.contains("|---|") }
    let rows = try #require(table).split(separator: "\n").dropFirst(2)
    let dates = rows.flatMap { codes(in: $0.split(separator: "|")[0].trimmingSpaces) }
      .filter { !$0.hasPrefix("…") }
    #expect(dates.count > 12)
    for date in dates { #expect(throws: Never.self, "\(date)") { try DateText(date, zone: .utc) } }
  }

  private func codes(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
