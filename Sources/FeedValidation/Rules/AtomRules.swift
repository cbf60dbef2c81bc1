internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of Atom 1.0 that no grammar expresses: values, links and who wrote what.
///
/// Severity: an error where RFC 4287 says MUST, a warning where it says SHOULD.
enum AtomRules {
  static let all = values + people + links + entries

  private static let rfc = "https://www.rfc-editor.org/rfc/rfc4287"

  private static let values: [Check] = [
    .text(
      Rule(
        "atom-date", .error, "a date is written as RFC 3339 has it, and is a day of the calendar",
        cure: "write it like 2026-02-10T08:30:00Z", specification: rfc + "#section-3.3"),
      of: .atom("updated", "published"), is: "an RFC 3339 date", parse: ValueParsers.rfc3339Date),

    Check(
      Rule(
        "atom-space", .error, "no white space stands around an id, a date or an address",
        cure: "remove the white space: it is part of the value", specification: rfc + "#section-2"),
      on: .atom("id", "updated", "published", "icon", "logo", "uri", "email")
    ) { element, report in
      guard element.hasSpaceAroundText, !element.isBlank else { return }
      report.found(
        "white space stands around the text of <\(element.writtenName)>", at: element.position)
    },

    Check(
      Rule(
        "atom-id", .error, "an id is an absolute IRI that never changes",
        cure: "write a tag: URI, a urn:uuid: or a URL that is yours",
        specification: rfc + "#section-4.2.6"),
      on: .atom("id")
    ) { element, report in
      let text = element.trimmedText
      do throws(InvalidValue) {
        try AtomIdentifier.check(text)
      } catch {
        report.found(
          text.isEmpty ? "the id is empty" : "the id \(quoted(text)) is no IRI: \(error.reason)",
          at: element.textPosition, length: max(1, text.unicodeScalars.count))
      }
    },

    .text(
      Rule(
        "atom-uri", .error, "an address is a URI reference in legal characters",
        cure: "percent-escape what a URI can't hold", specification: rfc + "#section-2"),
      of: .atom("icon", "logo", "uri"), is: "a URI reference", parse: ValueParsers.reference),

    .attribute(
      Rule(
        "atom-generator-uri", .error, "the uri of a generator is a URI reference",
        cure: "write the address of the program, or leave it out",
        specification: rfc + "#section-4.2.4"),
      "uri", of: .atom("generator"), is: "a URI reference", parse: ValueParsers.reference),

    .attribute(
      Rule(
        "atom-category-scheme", .error, "the scheme of a category is an absolute IRI",
        cure: "write the whole URL, or leave it out", specification: rfc + "#section-4.2.2.2"),
      "scheme", of: .atom("category"), is: "an absolute IRI", parse: ValueParsers.absoluteURL),
  ]

  private static let people: [Check] = [
    .text(
      Rule(
        "atom-email", .error, "an email is an address alone",
        cure: "write it like team@harbor.example",
        specification: rfc + "#section-3.2.3"),
      of: .atom("email"), is: "an e-mail address", parse: ValueParsers.email),

    Check(
      Rule(
        "atom-person-nameless", .warning, "a person has a name", cure: "write the name",
        specification: rfc + "#section-3.2.1"),
      on: .atom("name")
    ) { name, report in
      if name.isBlank { report.found("<\(name.writtenName)> is empty", at: name.position) }
    },

    Check(
      Rule(
        "atom-author", .error, "an entry has an author, of its own, of its source or of the feed",
        cure: "add <author><name>…</name></author> to the feed or to the entry",
        specification: rfc + "#section-4.1.2"),
      on: .atom("feed", "entry")
    ) { element, report in
      let hasAuthor =
        element.child("author") != nil || element.child("source")?.child("author") != nil
      if hasAuthor { return }
      if element.localName == "entry", !report.log.memory.isSingleEntry {
        report.log.memory.authorless.append(element.gapPosition)
      } else if element.localName == "entry" {
        report.found("the entry has no author", at: element.gapPosition, length: 6)
      } else {
        for position in report.log.memory.authorless {
          report.found("neither the entry nor the feed has an author", at: position, length: 6)
        }
      }
    },
  ]

  private static let links: [Check] = [
    .attribute(
      Rule(
        "atom-link-href", .error, "the href of a link is a URI reference",
        cure: "percent-escape what a URI can't hold", specification: rfc + "#section-4.2.7.1"),
      "href", of: .atom("link"), is: "a URI reference", parse: ValueParsers.reference),

    Check(
      Rule(
        "atom-link-rel", .error, "the rel of a link is a registered name or an IRI",
        cure: "write a name such as alternate, self or related",
        specification: rfc + "#section-4.2.7.2"),
      on: .atom("link")
    ) { link, report in
      guard let rel = link.attribute("rel") else { return }
      let value = rel.value
      let isName =
        !value.isEmpty
        && rel.valueBytes.allSatisfy {
          switch $0 {
          case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
            false
          default: true
          }
        }
      guard !isName, (try? AbsoluteURL(value)) == nil else { return }
      report.found(
        "\(quoted(value)) is no relation of a link", at: rel.valuePosition,
        length: max(1, value.unicodeScalars.count))
    },

    .attribute(
      Rule(
        "atom-link-type", .error, "the type of a link is a media type",
        cure: "write it like text/html",
        specification: rfc + "#section-4.2.7.3"),
      "type", of: .atom("link"), is: "a media type", parse: ValueParsers.mediaType),

    .attribute(
      Rule(
        "atom-link-hreflang", .error, "the hreflang of a link is a language tag",
        cure: "write it like en",
        specification: rfc + "#section-4.2.7.4"),
      "hreflang", of: .atom("link"), is: "a language tag", parse: ValueParsers.language),

    .attribute(
      Rule(
        "atom-link-length", .error, "the length of a link is a number of bytes",
        cure: "write the size in bytes, or leave it out", specification: rfc + "#section-4.2.7.6"),
      "length", of: .atom("link"), is: "a number of bytes",
      parse: ValueParsers.integer(0...Int.max)),

    Check(
      Rule(
        "atom-link-repeated", .error, "no two alternate links have the same type and language",
        cure: "keep one, or give them different type or hreflang",
        specification: rfc + "#section-4.1.1"),
      on: .atom("feed", "entry", "source")
    ) { element, report in
      // Nearly all have one alternate link: only a second makes the first worth a look.
      var first: Element?
      var seen: Set<[String]> = []
      for link in element.children where link.isNamed("link", in: .atom) {
        guard AtomLink.relation(of: link) == "alternate" else { continue }
        guard let first else {
          first = link
          continue
        }
        if seen.isEmpty { seen.insert(AtomLink.kind(of: first)) }
        guard !seen.insert(AtomLink.kind(of: link)).inserted else { continue }
        report.found(
          "<\(element.writtenName)> has another alternate link of the same type and language",
          at: link.position, length: 5)
      }
    },

    Check(
      Rule(
        "atom-self-link", .warning, "a feed names its own address, so that readers can keep it",
        cure: "add <link rel=\"self\" href=\"…\"/>", specification: rfc + "#section-4.1.1"),
      on: .atom("feed")
    ) { feed, report in
      let isNamed = feed.children.contains {
        $0.isNamed("link", in: .atom) && AtomLink.relation(of: $0) == "self"
      }
      if !isNamed { report.found("the feed has no link to itself", at: feed.position, length: 5) }
    },
  ]

  private static let entries: [Check] = [
    Check(
      Rule(
        "atom-entry-repeated", .warning,
        "entries with the same id are editions of one entry, with different dates",
        cure: "give each entry an id of its own, or each edition its own updated",
        specification: rfc + "#section-4.1.1"),
      on: .atom("entry")
    ) { entry, report in
      guard let id = entry.child("id"), !id.isBlank else { return }
      let edition = Digest(
        id.trimmedTextBytes, entry.child("updated")?.trimmedTextBytes ?? [])
      if !report.log.memory.editions.insert(edition).inserted {
        report.found(
          "another entry has the id \(quoted(id.trimmedText)) and the same date",
          at: entry.position, length: 6)
      }
    },

    Check(
      Rule(
        "atom-entry-empty", .error, "an entry without content has a link to its page",
        cure: "add <content> or <link rel=\"alternate\" href=\"…\"/>",
        specification: rfc + "#section-4.1.2"),
      on: .atom("entry")
    ) { entry, report in
      guard entry.child("content") == nil else { return }
      let hasPage = entry.children.contains {
        $0.isNamed("link", in: .atom) && AtomLink.relation(of: $0) == "alternate"
      }
      guard !hasPage else { return }
      report.found(
        "the entry has neither content nor an alternate link", at: entry.gapPosition, length: 6)
    },
  ]
}

/// What is said of links in more than one rule.
enum AtomLink {
  /// A link's type and language, in small letters.
  static func kind(of link: Element) -> [String] {
    [link.attribute("type")?.value ?? "", link.attribute("hreflang")?.value ?? ""]
      .map { $0.lowercased() }
  }

  /// A link's relation by its short name; `alternate` where it has none.
  static func relation(of link: Element) -> String {
    guard let rel = link.attribute("rel")?.value else { return "alternate" }
    let registry = "http://www.iana.org/assignments/relation/"
    return rel.hasPrefix(registry) ? String(rel.dropFirst(registry.count)) : rel
  }
}

/// Identifiers whose schemes have a shape of their own.
enum AtomIdentifier {
  static func check(_ text: String) throws(InvalidValue) {
    if text.utf8.starts(with: "tag:".utf8) {
      _ = try TagURI(text)
      return
    }
    switch try AbsoluteURL(text).scheme {
    case "tag": _ = try TagURI(text)
    case "urn": try checkURN(text)
    default: break
    }
  }

  /// `urn:NID:NSS` (RFC 8141), and the digits of a UUID where it is one (RFC 9562).
  private static func checkURN(_ text: String) throws(InvalidValue) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[2].isEmpty else {
      throw InvalidValue("a URN is urn:, a namespace, : and a name")
    }
    let namespace = parts[1].lowercased()
    guard 2...32 ~= namespace.utf8.count, namespace != "urn", namespace.utf8.first != 0x2D,
      namespace.utf8.last != 0x2D,
      namespace.utf8.allSatisfy({ $0.isASCIILetter || 0x30...0x39 ~= $0 || $0 == 0x2D })
    else { throw InvalidValue("\(quoted(parts[1])) is no namespace of URNs") }
    guard namespace == "uuid" else { return }
    let groups = parts[2].split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } })
    else { throw InvalidValue("a UUID is 32 hexadecimal digits in groups of 8-4-4-4-12") }
  }
}
