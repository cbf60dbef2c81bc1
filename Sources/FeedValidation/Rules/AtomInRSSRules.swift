internal import Diagnostics
internal import XML

/// The rules of Atom's elements in RSS: the links, mostly.
///
/// See <https://www.rssboard.org/rss-profile#namespace-elements-atom>.
enum AtomInRSSRules {
  private static let profile = "https://www.rssboard.org/rss-profile#namespace-elements-atom"
  private static let rfc = "https://www.rfc-editor.org/rfc/rfc4287"

  static let all: [Check] = [
    Check(
      Rule(
        "atom-in-rss-href", .error, "an Atom link in RSS has an href",
        cure: "add href=\"…\" with the whole URL", specification: rfc + "#section-4.2.7.1"),
      on: .of(.atom, "link", inRSS: "channel", "item")
    ) { link, report in
      if link.attribute("href") == nil {
        report.found(
          "<\(link.writtenName)> lacks the attribute href", at: link.position,
          length: link.writtenName.unicodeScalars.count + 1)
      }
    },

    .attribute(
      Rule(
        "atom-in-rss-uri", .error, "the href of an Atom link is a URI reference",
        cure: "percent-escape what a URI can't hold", specification: rfc + "#section-4.2.7.1"),
      "href", of: .of(.atom, "link", inRSS: "channel", "item"), is: "a URI reference",
      parse: ValueParsers.reference),

    .attribute(
      Rule(
        "atom-in-rss-type", .error, "the type of an Atom link is a media type",
        cure: "write it like application/rss+xml", specification: rfc + "#section-4.2.7.3"),
      "type", of: .of(.atom, "link", inRSS: "channel", "item"), is: "a media type",
      parse: ValueParsers.mediaType),

    .attribute(
      Rule(
        "atom-in-rss-hreflang", .error, "the hreflang of an Atom link is a language tag",
        cure: "write it like en", specification: rfc + "#section-4.2.7.4"),
      "hreflang", of: .of(.atom, "link", inRSS: "channel", "item"), is: "a language tag",
      parse: ValueParsers.language),

    Check(
      Rule(
        "atom-in-rss-self-relative", .warning, "the link to the feed itself is a whole URL",
        cure: "write the address that the feed is published at", specification: profile + "-link"),
      on: .of(.atom, "link", inRSS: "channel")
    ) { link, report in
      guard link.attribute("rel")?.value == "self", let href = link.attribute("href"),
        (try? ValueParsers.webURL(href.value)) == nil
      else { return }
      report.found(
        "\(quoted(href.value)) is not the feed's whole address", at: href.valuePosition,
        length: max(1, href.value.unicodeScalars.count))
    },

    .text(
      Rule(
        "atom-in-rss-date", .error, "an Atom date is written as RFC 3339 has it",
        cure: "write it like 2026-02-10T08:30:00Z", specification: rfc + "#section-3.3"),
      of: .of(.atom, "updated", "published", inRSS: "channel", "item"), is: "an RFC 3339 date",
      parse: ValueParsers.rfc3339Date),

    .text(
      Rule(
        "atom-in-rss-email", .error, "an email of Atom is an address alone",
        cure: "write it like team@harbor.example", specification: rfc + "#section-3.2.3"),
      of: Target(namespace: .atom, names: ["email"], parents: ["author", "contributor"]),
      is: "an e-mail address", parse: ValueParsers.email),
  ]
}
