import Diagnostics
import FeedFormats
import FeedModel
import FeedValues
import Testing

@testable import Content
@testable import Publishing

/// Random histories of a site, and the bytes that it publishes.
@Suite("P4 Never unread twice: published bytes")
struct PublishedHistoryTests {
  /// An article as its author has it.
  private struct Draft {
    let name: Int
    var slug: String?
    var date: String
    var title: String
    var category: String
    var text: String

    var file: String {
      """
      ---
      title: \(title)
      date: \(date)
      category: \(category)
      \(slug.map { "slug: \($0)" } ?? "")
      ---
      \(text)
      """
    }
  }

  private static let size = 4

  /// The documents of a site, by path, and the id of each file's article.
  private static func publish(
    _ files: [String: Draft], host: String, title: String, ledger: inout Ledger?, step: Int
  ) async throws -> (documents: [String: [UInt8]], ids: [String: String]) {
    let configuration = try Fixture.configuration(
      """
      site: { title: \(title), url: https://\(host)/ }
      feeds: { limit: 3, archives: { size: \(size) } }
      """)
    let articles = try files.sorted { $0.key < $1.key }.map { path, draft in
      try Fixture.article(text: draft.file, path: path, in: configuration)
    }
    let now = try Timestamp(seconds: 1_800_000_000 + step * 60)
    let ids = EntryIDs(
      of: (articles, []), site: configuration.site, archiveSize: size, earlier: ledger,
      options: Publication.Options(now: now, workers: 1))
    #expect(ids.diagnostics.isEmpty, "\(ids.diagnostics.map(\.message))")
    ledger = ids.ledger
    let plan = FeedPlan(
      articles, ids: ids.ids, ledger: ids.ledger, configuration: configuration, now: now)
    let planned = await plan.documents(workers: 1)
    if step % 25 == 0 {
      let findings = try await DocumentValidation.findings(
        in: planned.documents, of: plan, isWhole: true, workers: 1)
      #expect(findings.isEmpty, "\(findings.map(\.message))")
    }
    return (
      Dictionary(
        uniqueKeysWithValues: planned.documents.map {
          ($0.path, Array($0.document.segments.joined()))
        }),
      Dictionary(uniqueKeysWithValues: zip(articles.map(\.article.path), ids.ids))
    )
  }

  /// What may change the bytes of an archive in a step.
  private struct Step {
    /// The articles that are edited, taken out or put back.
    var touched: Set<Int> = []
    /// Whether what stands in the head of every document is another.
    var changesHead = false
  }

  /// Changes the site by one random act.
  private struct Author {
    var files: [String: Draft] = [:]
    var removed: [(path: String, draft: Draft)] = []
    var host = "tide.example"
    var title = "Tide Notes"
    var random: Lehmer

    mutating func act(_ number: Int) -> Step {
      guard let path = files.keys.sorted().randomElement(using: &random), files.count > 3 else {
        return write(number)
      }
      var step = Step()
      if let name = files[path]?.name { step.touched = [name] }
      switch Int.random(in: (files.count < 16 ? 0 : 3)..<13, using: &random) {
      case 0...2: return write(number)
      case 3: files[path]?.text += " More."
      case 4: files[path]?.title += " again"
      case 5: files[path]?.slug = "slug-again-\(number)"
      case 6: files[path]?.date = "2025-0\(Int.random(in: 1...9, using: &random))-03"
      case 7: files[path]?.category = "c\(number % 3)"
      case 8: move(path, to: "moved/\(number)/\(path.split(separator: "/").last ?? "")")
      case 9: move(path, to: path.replacing(".md", with: "x.md"))
      case 10:
        let before = (host, title)
        host = ["tide.example", "ebb.example"].randomElement(using: &random) ?? host
        title = ["Tide Notes", "Ebb Notes"].randomElement(using: &random) ?? title
        return Step(changesHead: before != (host, title))
      case 11 where !removed.isEmpty:
        let back = removed.remove(at: Int.random(in: removed.indices, using: &random))
        guard files[back.path] == nil else { return Step() }
        files[back.path] = back.draft
        step.touched = [back.draft.name]
      default:
        if let draft = files.removeValue(forKey: path) { removed.append((path, draft)) }
      }
      return step
    }

    private mutating func write(_ number: Int) -> Step {
      files["\(number % 4)/\(number).md"] = Draft(
        name: number, slug: Bool.random(using: &random) ? nil : "slug-\(number)",
        date: "2026-0\(Int.random(in: 1...9, using: &random))-1\(number % 10)",
        title: "Title \(number)", category: "c\(number % 3)",
        text: "A text of its own, with the number \(number) to tell it by.")
      return Step(touched: [number])
    }

    private mutating func move(_ path: String, to other: String) {
      files[other] = files.removeValue(forKey: path)
    }
  }

  @Test(arguments: [3, 5, 7] as [UInt64])
  func `full archives keep their bytes, and the way back leads to every article once`(seed: UInt64)
    async throws
  {
    var author = Author(random: Lehmer(seed: seed))
    var ledger: Ledger?
    var ids: [Int: String] = [:]
    var before: [String: [UInt8]] = [:]
    /// The names of the articles that each full archive was given.
    var dealt: [Int: Set<Int>] = [:]
    var (kept, rewritten) = (0, 0)
    var isComplete = true
    for number in 0..<100 {
      let step = author.act(number)
      let published = try await Self.publish(
        author.files, host: author.host, title: author.title, ledger: &ledger, step: number)
      for (path, id) in published.ids {
        let name = try #require(author.files[path]?.name)
        #expect(ids[name] == nil || ids[name] == id, "step \(number): \(path)")
        ids[name] = id
      }
      #expect(Set(ids.values).count == ids.count, "step \(number): an id is used twice")

      // A site that has become so small that its feed shows everything has no archives.
      let feed = String(decoding: try #require(published.documents["atom.xml"]), as: UTF8.self)
      let wasComplete = isComplete
      isComplete = feed.contains("<fh:complete/>")
      for (archive, names) in dealt where !isComplete && !wasComplete {
        for format in FeedFormat.allCases {
          let path = "archive/\(archive)/\(format.fileName)"
          if published.documents[path] == before[path] {
            kept += 1
          } else {
            rewritten += 1
            #expect(
              step.changesHead || !names.isDisjoint(with: step.touched),
              "step \(number) changed \(path) without a change in it")
          }
        }
      }
      before = published.documents
      let records = try #require(ledger).records
      let names = Dictionary(uniqueKeysWithValues: ids.map { ($1, $0) })
      for (archive, members) in Dictionary(grouping: records, by: { $0.archive ?? 0 })
      where members.count == Self.size {
        dealt[archive] = Set(members.compactMap { names[$0.id] })
      }
      try expectWayBack(published.documents, ids: published.ids.values.sorted(), step: number)
    }
    #expect(dealt.count > 3 && kept > 400 && rewritten > 50, "\(dealt.count) \(kept) \(rewritten)")
  }

  /// Expects that archives, followed from the newest, hold each of `ids` once.
  private func expectWayBack(_ documents: [String: [UInt8]], ids: [String], step: Int) throws {
    var path: String? = "atom.xml"
    var found: [String] = []
    var isFirst = true
    while let current = path {
      let text = String(decoding: try #require(documents[current]), as: UTF8.self)
      let entries = text.split(separator: "<entry>").dropFirst()
        .compactMap { entry in
          entry.firstRange(of: "<id>").map {
            String(entry[$0.upperBound...].prefix { $0 != "<" })
          }
        }
      let isComplete = text.contains("<fh:complete/>")
      if !isFirst || isComplete { found += entries }
      isFirst = false
      path = text.firstRange(of: "rel=\"prev-archive\"").flatMap { link in
        text[link.upperBound...].firstRange(of: "/feeds/").map {
          String(text[$0.upperBound...].prefix { $0 != "\"" })
        }
      }
    }
    #expect(found.sorted() == ids, "step \(step)")
  }
}
