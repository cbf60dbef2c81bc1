internal import Diagnostics
internal import XML

/// The rules of entries that were taken out of a feed (RFC 6721).
enum TombstoneRules {
  private static let section = "https://www.rfc-editor.org/rfc/rfc6721#section-3"

  static let vocabulary = Vocabulary(
    .tombstones, "deleted-entry* by? comment?",
    models: [
      Model(
        "deleted-entry", in: .tombstones, children: "by? comment?", attributes: "ref! when!"),
      Model("by", in: .tombstones, content: .elements),
      Model("comment", in: .tombstones, attributes: "type?", content: .anything),
    ])

  static let all: [Check] = [
    .attribute(
      Rule(
        "tombstone-ref", .error,
        "the ref of a deleted entry is the id that the entry had: an absolute IRI",
        cure: "write the entry's atom:id", specification: section),
      "ref", of: .of(.tombstones, "deleted-entry"), is: "an absolute IRI",
      parse: ValueParsers.absoluteURL),
    .attribute(
      Rule(
        "tombstone-when", .error, "an entry was deleted at an RFC 3339 moment",
        cure: "write it like 2026-02-10T08:30:00Z", specification: section),
      "when", of: .of(.tombstones, "deleted-entry"), is: "an RFC 3339 date",
      parse: ValueParsers.rfc3339Date),

    Check(
      Rule(
        "tombstone-twice", .warning, "an entry is taken out of a feed once",
        cure: "keep the later of the two", specification: section),
      on: .atom("feed"), .rss("channel")
    ) { feed, report in
      let deleted = feed.children.filter {
        $0.isNamed("deleted-entry", in: KnownNamespace.tombstones.namespace)
      }
      for (index, tombstone) in deleted.enumerated() {
        guard let ref = tombstone.attribute("ref")?.value,
          deleted[..<index].contains(where: { $0.attribute("ref")?.value == ref })
        else { continue }
        report.found("the entry \(quoted(ref)) is deleted twice", at: tombstone.position)
      }
    },
  ]
}
