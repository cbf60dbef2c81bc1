import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content
@testable import Publishing

/// A site as its author changes it: what is in each file, and the ledger after each build.
private struct Site {
  /// An article as it is written; the name stands for who it is, whatever else changes.
  struct Draft {
    var slug: String? = "low-water"
    var date = "2026-02-10"
    var title = "Low water"
    var category = "tides"
    var text = "What the river leaves when the sea takes its water back, twice a day."

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

  var files: [String: Draft] = [:]
  var host = "tide.example"
  var ledger: Ledger?
  /// Of how many articles an archive is full.
  var archiveSize: Int?
  private var loaded: [String: LoadedArticle] = [:]
  private var configurations: [String: Configuration] = [:]

  init(_ files: [String: Draft]) { self.files = files }

  /// Builds, and returns the id of each file.
  mutating func build(now: String = "2026-11-01T00:00:00Z") throws -> [String: String] {
    let configuration =
      try configurations[host]
      ?? Fixture.configuration("site: { title: Tide Notes, url: https://\(host)/ }")
    configurations[host] = configuration
    let articles = try files.sorted { $0.key < $1.key }.map { path, draft in
      let key = host + path + draft.file
      if let known = loaded[key] { return known }
      let article = try Fixture.article(text: draft.file, path: path, in: configuration)
      loaded[key] = article
      return article
    }
    let ids = EntryIDs(
      of: (articles, []), site: configuration.site, archiveSize: archiveSize, earlier: ledger,
      options: Publication.Options(now: try Timestamp(rfc3339: now), workers: 1))
    #expect(ids.diagnostics.isEmpty, "\(ids.diagnostics.map(\.message))")
    ledger = ids.ledger
    return Dictionary(uniqueKeysWithValues: zip(articles.map(\.article.path), ids.ids))
  }
}

@Suite("P4 Never unread twice")
struct StableIDTests {
  /// A change that an author makes, and the name of the file after it.
  private struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Site) -> Void
  }

  private static func edit(
    _ name: String, _ change: @escaping @Sendable (inout Site.Draft) -> Void
  ) -> Change {
    Change(testDescription: name) { site in
      for path in site.files.keys {
        if var draft = site.files[path], draft.title != "High water" {
          change(&draft)
          site.files[path] = draft
        }
      }
    }
  }

  private static func move(
    _ name: String, _ rename: @escaping @Sendable (String) -> String
  ) -> Change {
    Change(testDescription: name) { site in
      guard
        let path = site.files.keys.first(where: {
          $0.hasSuffix("water.md") && !$0.hasPrefix("high")
        })
      else { return }
      site.files[rename(path)] = site.files.removeValue(forKey: path)
    }
  }

  private static let changes = [
    edit("slug") { $0.slug = "ebb" },
    edit("title") { $0.title = "Ebb" },
    edit("category") { $0.category = "rivers" },
    edit("date") { $0.date = "2026-02-11" },
    edit("text") { $0.text += " And once more, since it was not enough to say it once." },
    move("file name") { $0.replacing("low-water", with: "the-low-water") },
    move("folder") { "2026/" + $0 },
    Change(testDescription: "domain") { $0.host = "ebb.example" },
  ]

  private static let pairs = changes.indices.flatMap { first in
    changes.indices.filter { $0 > first }.map { (first, $0) }
  }

  private func site() -> Site {
    Site([
      "low-water.md": Site.Draft(),
      "high-water.md": Site.Draft(
        slug: "high-water", title: "High water", text: "Another text, and long enough to tell."),
    ])
  }

  private func id(in ids: [String: String]) -> String? {
    ids.first { !$0.key.hasSuffix("high-water.md") }?.value
  }

  @Test(arguments: changes.indices)
  func `an id survives each change of its article`(change: Int) throws {
    var site = site()
    let before = try site.build()
    Self.changes[change].apply(&site)
    let after = try site.build()
    #expect(id(in: after) == id(in: before), "\(Self.changes[change].testDescription)")
    #expect(after["high-water.md"] == before["high-water.md"])
  }

  @Test(arguments: pairs)
  func `an id survives two changes at once`(first: Int, second: Int) throws {
    var site = site()
    let before = try site.build()
    Self.changes[first].apply(&site)
    Self.changes[second].apply(&site)
    let after = try site.build()
    #expect(
      id(in: after) == id(in: before),
      "\(Self.changes[first].testDescription) and \(Self.changes[second].testDescription)")
  }

  @Test func `a file whose slug, date and title are new holds a new article`() throws {
    var site = site()
    let before = try site.build()
    site.files["low-water.md"] = Site.Draft(slug: "mud", date: "2026-03-01", title: "Mud")
    let after = try site.build()
    #expect(after["low-water.md"] == "tag:tide.example,2026-03-01:mud")
    #expect(after["high-water.md"] == before["high-water.md"])
    #expect(site.ledger?.records.count == 3)
  }

  @Test func `the id of an article that is gone is never another's, and its own when it is back`()
    throws
  {
    var site = site()
    let before = try site.build()
    let low = site.files.removeValue(forKey: "low-water.md")
    _ = try site.build()
    #expect(site.ledger?.records.count { $0.gone != nil } == 1)
    // Another article of the same day and slug.
    site.files["other.md"] = Site.Draft(title: "Mud", text: "Other words, of which there are many.")
    let meanwhile = try site.build()
    #expect(meanwhile["other.md"] != before["low-water.md"])
    site.files["low-water.md"] = low
    site.files["low-water.md"]?.slug = "low"
    let after = try site.build()
    #expect(after["low-water.md"] == before["low-water.md"])
    #expect(after["other.md"] == meanwhile["other.md"])
    #expect(site.ledger?.records.count { $0.gone != nil } == 0)
  }

  @Test func `files that change places take their ids along`() throws {
    var site = site()
    site.files["low-water.md"]?.slug = nil
    site.files["high-water.md"]?.slug = nil
    site.files["high-water.md"]?.date = "2026-04-01"
    let before = try site.build()
    let low = site.files["low-water.md"]
    site.files["low-water.md"] = site.files["high-water.md"]
    site.files["high-water.md"] = low
    let after = try site.build()
    #expect(after["low-water.md"] == before["high-water.md"])
    #expect(after["high-water.md"] == before["low-water.md"])
  }

  @Test func `an article can't ask for another id than it was published under`() throws {
    let first = try Fixture.article("a")
    let ids = try Fixture.ids(of: [first])
    let asking = try Fixture.article("a", "id: https://tide.example/other")
    let changed = try Fixture.ids(of: [asking], earlier: ids.ledger)
    #expect(changed.diagnostics.map(\.rule.id) == ["id-changed"])
    #expect(changed.ids == ids.ids)
    #expect(changed.ledger == ids.ledger)
    var options = Publication.Options(now: try Fixture.now, workers: 1)
    options.accepted = Set(ids.ids)
    let accepted = EntryIDs(
      of: ([asking], []), site: Fixture.configuration.site, earlier: ids.ledger, options: options)
    #expect(accepted.diagnostics.isEmpty)
    #expect(accepted.ids == ["https://tide.example/other"])
    #expect(accepted.ledger.records.count { $0.gone != nil } == 1)
  }

  @Test func `what is first published later is later in the ledger, whatever the clock says`()
    throws
  {
    var site = site()
    _ = try site.build()
    site.files["new.md"] = Site.Draft(slug: "new", date: "2020-01-01", title: "New")
    _ = try site.build(now: "2019-01-01T00:00:00Z")
    #expect(site.ledger?.records.max(by: Ledger.isFirst)?.trace.path == "new.md")
  }
}

/// Random histories of a site: whatever happens to it, ids and archives stay.
@Suite("P4 Never unread twice: histories")
struct HistoryTests {
  @Test(arguments: 1...20)
  func `no id changes or is used twice, and full archives change by their own articles alone`(
    seed: UInt64
  ) throws {
    var random = Lehmer(seed: seed)
    var site = Site([:])
    /// The name of the article in each file, the id of each name, and what was taken out of each archive.
    var names: [String: Int] = [:]
    var ids: [Int: String] = [:]
    var removed: [(path: String, draft: Site.Draft, name: Int)] = []
    var archives: [Int: Set<String>] = [:]
    let size = 7
    site.archiveSize = size
    for step in 0..<500 {
      let path = names.keys.sorted().randomElement(using: &random)
      // Few articles at a time: what matters is what becomes of each.
      switch Int.random(in: (names.count < 25 ? 0 : 2)..<10, using: &random) {
      case 0, 1:
        let name = step
        let new = "\(Int.random(in: 0..<4, using: &random))/\(step).md"
        site.files[new] = Site.Draft(
          slug: Bool.random(using: &random) ? nil : "slug-\(step)",
          date:
            "2026-\(Int.random(in: 1...9, using: &random))-\(Int.random(in: 1...28, using: &random))",
          title: "Title \(step)", text: "A text of its own, with the number \(step) to tell it by.")
        names[new] = name
      case 2: path.map { site.files[$0]?.text += " More." }
      case 3: path.map { site.files[$0]?.title += " again" }
      case 4: path.map { site.files[$0]?.slug = "slug-again-\(step)" }
      case 5: path.map { site.files[$0]?.date = "2025-\(Int.random(in: 1...9, using: &random))-03" }
      case 6:
        guard let path else { continue }
        let moved = "moved/\(step)/\(path.split(separator: "/").last ?? "")"
        site.files[moved] = site.files.removeValue(forKey: path)
        names[moved] = names.removeValue(forKey: path)
      case 7:
        guard let path else { continue }
        let renamed = path.replacing(".md", with: "x.md")
        site.files[renamed] = site.files.removeValue(forKey: path)
        names[renamed] = names.removeValue(forKey: path)
      // Every article is read anew for it.
      case 8 where step % 3 == 0:
        site.host = ["tide.example", "ebb.example"].randomElement(using: &random) ?? ""
      default:
        if !removed.isEmpty, Bool.random(using: &random) {
          let back = removed.remove(at: Int.random(in: removed.indices, using: &random))
          guard site.files[back.path] == nil else { continue }
          site.files[back.path] = back.draft
          names[back.path] = back.name
        } else if let path, names.count > 3, let draft = site.files.removeValue(forKey: path),
          let name = names.removeValue(forKey: path)
        {
          removed.append((path, draft, name))
        }
      }
      let built = try site.build()
      for (path, id) in built {
        // Macros would cost more than all the rest.
        guard let name = names[path], ids[name] == nil || ids[name] == id else {
          Issue.record("step \(step): \(path) has the id \(id)")
          continue
        }
        ids[name] = id
      }
      #expect(Set(ids.values).count == ids.count, "step \(step): an id is used twice")

      let ledger = try #require(site.ledger)
      if step % 50 == 0 {
        #expect(try Ledger(.init(path: "feedsetter.lock", bytes: ledger.bytes)) == ledger)
      }
      let live = built.values.sorted()
      let pages = ArchiveDealing(of: ledger, size: size).pages(of: live, isWhole: true)
      #expect(
        pages.flatMap(\.members).sorted() == Array(live.indices), "each article in one archive")
      let gone = Set(ledger.records.filter { $0.gone != nil }.map(\.id))
      var dealt: [Int: Set<String>] = [:]
      for record in ledger.records { dealt[record.archive ?? 0, default: []].insert(record.id) }
      for page in pages {
        let members = Set(page.members.map { live[$0] })
        // Of a full archive articles go and come back, and nothing else happens.
        if let earlier = archives[page.number],
          !members.union(gone).isSuperset(of: earlier) || !earlier.isSuperset(of: members)
        {
          Issue.record("step \(step): archive \(page.number) holds \(members), not \(earlier)")
        }
        if let all = dealt[page.number], all.count == size { archives[page.number] = all }
      }
    }
  }
}
