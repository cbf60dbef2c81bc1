internal import Diagnostics
internal import XML

/// The rules of paged, archived and complete feeds (RFC 5005), in Atom and in RSS.
enum HistoryRules {
  private static let rfc = "https://www.rfc-editor.org/rfc/rfc5005"

  static let vocabulary = Vocabulary(.history, "complete? archive? incremental?")

  static let all: [Check] = [
    Check(
      Rule(
        "history-complete-paged", .error,
        "a complete feed is one document: no link leads to another part of it",
        cure: "remove the link, or <fh:complete/>", specification: rfc + "#section-2"),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      guard feed.child("complete", in: KnownNamespace.history.namespace) != nil else { return }
      for link in HistoryLink.all(in: feed) where HistoryLink.parts.contains(link.relation) {
        report.found(
          "the complete feed has a link to its \(quoted(link.relation)) part",
          at: link.element.position, length: link.element.writtenName.unicodeScalars.count + 1)
      }
    },

    Check(
      Rule(
        "history-complete-current", .error,
        "a complete feed is its own current document",
        cure: "write the address of the self link", specification: rfc + "#section-2"),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      guard feed.child("complete", in: KnownNamespace.history.namespace) != nil else { return }
      let links = HistoryLink.all(in: feed)
      guard let own = links.first(where: { $0.relation == "self" })?.address,
        let current = links.first(where: { $0.relation == "current" }), current.address != own
      else { return }
      report.found(
        "the current document of the complete feed is another: \(quoted(current.address))",
        at: current.element.position)
    },

    Check(
      Rule(
        "history-past-end", .error,
        "the first page has no link to a previous one, nor the last to a next one",
        cure: "remove the link", specification: rfc + "#section-3"),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      let links = HistoryLink.all(in: feed)
      guard let own = links.first(where: { $0.relation == "self" })?.address else { return }
      for (end, beyond) in [("first", "previous"), ("last", "next")] {
        guard links.contains(where: { $0.relation == end && $0.address == own }),
          let link = links.first(where: { $0.relation == beyond })
        else { continue }
        report.found("the \(end) page has a link to a \(beyond) one", at: link.element.position)
      }
    },

    Check(
      Rule(
        "history-in-entry", .warning, "links between the parts of a feed stand in the feed",
        cure: "move the link out of the entry", specification: rfc + "#section-3"),
      on: .atom("entry"), .rss("item")
    ) { entry, report in
      for link in entry.children where link.isNamed("link", in: .atom) {
        guard let relation = link.attribute("rel")?.value, HistoryLink.all.contains(relation)
        else { continue }
        report.found(
          "an entry has no \(quoted(relation)) part", at: link.position,
          length: link.writtenName.unicodeScalars.count + 1)
      }
    },

    Check(
      Rule(
        "history-archive-current", .warning,
        "an archive document has a link to the current one, so that subscribers get there",
        cure: "add a link with rel=\"current\"", specification: rfc + "#section-4"),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      guard let archive = feed.child("archive", in: KnownNamespace.history.namespace),
        !HistoryLink.all(in: feed).contains(where: { $0.relation == "current" })
      else { return }
      report.found("the archive has no link to the current document", at: archive.position)
    },

    Check(
      Rule(
        "history-archive-chain", .info,
        "archive documents are joined by links, so that readers find all of them",
        cure: "add links with rel=\"prev-archive\" and rel=\"next-archive\"",
        specification: rfc + "#section-4"),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      guard let archive = feed.child("archive", in: KnownNamespace.history.namespace),
        !HistoryLink.all(in: feed).contains(where: { $0.relation.hasSuffix("-archive") })
      else { return }
      report.found("the archive has no link to another archive document", at: archive.position)
    },
  ]
}

/// A link of a feed, as RFC 5005 sees it.
private struct HistoryLink {
  let element: Element
  let relation: String
  let address: String

  /// The relations that lead to other parts of a feed.
  static let parts: Set = ["first", "last", "previous", "next", "prev-archive", "next-archive"]
  /// Those and the one that leads to the newest.
  static let all = parts.union(["current"])

  static func all(in feed: Element) -> [HistoryLink] {
    feed.children.compactMap { child in
      guard child.isNamed("link", in: .atom) else { return nil }
      return HistoryLink(
        element: child, relation: AtomLink.relation(of: child),
        address: child.attribute("href")?.value ?? "")
    }
  }
}
