internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of licences: creativeCommons and cc, and rel="license" where Atom has it (RFC 4946).
enum LicenceRules {
  static let vocabulary = Vocabulary(.creativeCommons, "license*")

  static let all: [Check] = [
    .text(
      Rule(
        "licence-url", .error, "creativeCommons:license is the whole URL of a licence",
        cure: "write it like https://creativecommons.org/licenses/by/4.0/",
        specification: "https://www.rssboard.org/creative-commons"),
      of: .of(.creativeCommons, "license"), is: "an absolute URL",
      parse: ValueParsers.absoluteURL),

    Check(
      Rule(
        "licence-resource", .error, "cc:license names the URL of a licence in rdf:resource",
        cure: "write <cc:license rdf:resource=\"https://…\"/>",
        specification: "https://creativecommons.org/ns"),
      on: .of(.cc, "license")
    ) { licence, report in
      UserLandRules.checkResource(of: licence, report)
    },
  ]
}
