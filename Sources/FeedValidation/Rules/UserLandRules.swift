internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of small vocabularies from RSS's early years: blogChannel, admin, event, and of the
/// publishing protocol's elements in Atom.
enum UserLandRules {
  static let blogChannel = Vocabulary(
    .blogChannel, "blogRoll? mySubscriptions? blink? changes?")
  static let admin = Vocabulary(.admin, "generatorAgent? errorReportsTo?")
  static let event = Vocabulary(.event, "startdate? enddate? location? organizer? type?")
  static let app = Vocabulary(
    .app,
    "control? draft? edited? accept* categories* collection* service* workspace* member-title*")

  static let all: [Check] = [
    .text(
      Rule(
        "blog-channel-url", .error, "the elements of blogChannel are whole URLs",
        cure: "write the whole URL", specification: "https://backend.userland.com/blogChannelModule"
      ),
      of: .of(.blogChannel, "blogRoll", "mySubscriptions", "blink", "changes"),
      is: "an absolute URL", parse: ValueParsers.absoluteURL),

    Check(
      Rule(
        "admin-resource", .error, "the elements of admin name an absolute URI in rdf:resource",
        cure: "write rdf:resource=\"https://…\" or rdf:resource=\"mailto:…\"",
        specification: "https://web.resource.org/rss/1.0/modules/admin/"),
      on: .of(.admin, "generatorAgent", "errorReportsTo")
    ) { element, report in
      checkResource(of: element, report)
    },

    .text(
      Rule(
        "event-date", .error, "an event starts and ends at a W3CDTF date",
        cure: "write it like 2026-02-10T08:30:00Z",
        specification: "https://web.resource.org/rss/1.0/modules/event/"),
      of: .of(.event, "startdate", "enddate"), is: "a W3CDTF date", parse: W3CDate.checkLocal),

    .text(
      Rule(
        "app-draft", .error, "app:draft is yes or no", cure: "write yes or no",
        specification: "https://www.rfc-editor.org/rfc/rfc5023#section-13.1.1"),
      of: .of(.app, "draft"), is: "an answer", parse: ValueParsers.word(of: ["yes", "no"])),
    .text(
      Rule(
        "app-edited", .error, "app:edited is an RFC 3339 date",
        cure: "write it like 2026-02-10T08:30:00Z",
        specification: "https://www.rfc-editor.org/rfc/rfc5023#section-10.2"),
      of: .of(.app, "edited"), is: "an RFC 3339 date", parse: ValueParsers.rfc3339Date),
  ]

  /// Asks for an absolute URI in the element's rdf:resource.
  static func checkResource(of element: Element, _ report: Reporter) {
    guard let resource = element.attribute("resource", in: KnownNamespace.rdf.namespace) else {
      report.found(
        "<\(element.writtenName)> lacks the attribute rdf:resource", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
      return
    }
    do throws(InvalidValue) {
      try ValueParsers.absoluteURL(resource.value)
    } catch {
      report.found(
        "\(quoted(resource.value)) in \(resource.writtenName) is not an absolute URI: "
          + error.reason, at: resource.valuePosition,
        length: max(1, resource.value.unicodeScalars.count))
    }
  }
}
