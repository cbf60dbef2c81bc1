internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of Atom threading (RFC 4685).
enum ThreadRules {
  private static let rfc = "https://www.rfc-editor.org/rfc/rfc4685"

  static let vocabulary = Vocabulary(
    .thread, "in-reply-to* total?",
    models: [
      Model(
        "in-reply-to", in: .thread, attributes: "ref! href? type? source?", content: .anything)
    ])

  static let all: [Check] = [
    .text(
      Rule(
        "thread-total", .error, "thr:total is a number of replies",
        cure: "write the number, 0 for none", specification: rfc + "#section-5"),
      of: .of(.thread, "total"), is: "a number of replies",
      parse: ValueParsers.integer(0...Int.max)),

    .attribute(
      Rule(
        "thread-ref", .error, "the ref of a reply is the id of what it answers: an absolute IRI",
        cure: "write the id of the other entry", specification: rfc + "#section-3"),
      "ref", of: .of(.thread, "in-reply-to"), is: "an absolute IRI",
      parse: ValueParsers.absoluteURL),
    .attribute(
      Rule(
        "thread-href", .error, "the href of a reply is a URI reference",
        cure: "percent-escape what a URI can't hold", specification: rfc + "#section-3"),
      "href", of: .of(.thread, "in-reply-to"), is: "a URI reference",
      parse: ValueParsers.reference),
    .attribute(
      Rule(
        "thread-source", .error, "the source of a reply is a URI reference",
        cure: "write the address of the feed or entry", specification: rfc + "#section-3"),
      "source", of: .of(.thread, "in-reply-to"), is: "a URI reference",
      parse: ValueParsers.reference),
    .attribute(
      Rule(
        "thread-type", .error, "the type of a reply is a media type",
        cure: "write it like text/html", specification: rfc + "#section-3"),
      "type", of: .of(.thread, "in-reply-to"), is: "a media type", parse: ValueParsers.mediaType),

    linkAttribute(
      Rule(
        "thread-count", .error, "thr:count is a number of replies",
        cure: "write the number, or leave it out", specification: rfc + "#section-4"),
      "count", is: "a number of replies", parse: ValueParsers.integer(0...Int.max)),
    linkAttribute(
      Rule(
        "thread-updated", .error, "thr:updated is an RFC 3339 date",
        cure: "write it like 2026-02-10T08:30:00Z", specification: rfc + "#section-4"),
      "updated", is: "an RFC 3339 date", parse: ValueParsers.rfc3339Date),
    linkAttribute(
      Rule(
        "thread-when", .error, "the date of the newest reply is thr:updated",
        cure: "write thr:updated", specification: rfc + "#section-4"),
      "when", is: "an attribute of RFC 4685",
      parse: { _ throws(InvalidValue) in
        throw InvalidValue("only drafts of it had thr:when")
      }),
  ]

  /// A rule about an attribute that threading adds to links.
  private static func linkAttribute(
    _ rule: Rule, _ name: String, is what: String,
    parse: @escaping @Sendable (String) throws(InvalidValue) -> Void
  ) -> Check {
    Check(rule, on: .atom("link")) { link, report in
      guard let attribute = link.attribute(name, in: KnownNamespace.thread.namespace) else {
        return
      }
      do throws(InvalidValue) {
        try parse(attribute.value)
      } catch {
        report.found(
          "\(quoted(attribute.value)) in \(attribute.writtenName) is not \(what): \(error.reason)",
          at: attribute.valuePosition, length: max(1, attribute.value.unicodeScalars.count))
      }
    }
  }
}
