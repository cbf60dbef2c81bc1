internal import Diagnostics
internal import XML

/// The rules of Dublin Core in feeds: dc and dcterms.
///
/// See <https://www.rssboard.org/rss-profile#namespace-elements-dublin> and
/// <https://www.dublincore.org/specifications/dublin-core/dcmi-terms/>.
enum DublinCoreRules {
  private static let terms =
    "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#http://purl.org/dc/elements/1.1/"

  /// Dublin Core lets everything repeat; what a reader can show only one of is asked to stand once.
  static let vocabulary = Vocabulary(
    .dc,
    """
    title? creator* subject* description? publisher* contributor* date? type* format? \
    identifier* source* language? relation* coverage* rights?
    """)

  static let termsVocabulary = Vocabulary(
    .dcterms,
    """
    abstract* accessRights* accrualMethod* accrualPeriodicity* accrualPolicy* alternative* \
    audience* available? bibliographicCitation* conformsTo* contributor* coverage* created? \
    creator* date? dateAccepted? dateCopyrighted? dateSubmitted? description* educationLevel* \
    extent* format* hasFormat* hasPart* hasVersion* identifier* instructionalMethod* isFormatOf* \
    isPartOf* isReferencedBy* isReplacedBy* isRequiredBy* issued? isVersionOf* language* license* \
    mediator* medium* modified? provenance* publisher* references* relation* replaces* requires* \
    rights* rightsHolder* source* spatial* subject* tableOfContents* temporal* title* type* valid* \
    Box* ISO3166* Period* Point* W3CDTF* URI*
    """)

  static let all: [Check] = [
    .text(
      Rule(
        "dc-date", .error, "a date of Dublin Core is written as W3CDTF has it, with its zone",
        cure: "write it like 2026-02-10T08:30:00Z or 2026-02-10",
        specification: "https://www.w3.org/TR/NOTE-datetime"),
      of: .of(.dc, "date"),
      .of(.dcterms, "created", "modified", "issued", "available", "dateAccepted", "dateSubmitted"),
      is: "a W3CDTF date", parse: W3CDate.check),

    .text(
      Rule(
        "dc-language", .error, "the language is a language tag", cure: "write it like en or pt-BR",
        specification: terms + "language"),
      of: .of(.dc, "language"), is: "a language tag", parse: ValueParsers.language),

    Check(
      Rule(
        "dc-markup", .warning, "what Dublin Core says is plain text",
        cure: "remove the tags, and write characters instead of entities",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator"),
      on: .of(.dc, "title", "creator", "subject", "publisher", "contributor", "rights")
    ) { element, report in
      PlainText.report(element, report)
    },

    Check(
      Rule(
        "dc-blank", .warning, "an element of Dublin Core says something",
        cure: "fill the element, or leave it out",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements-dublin-creator"),
      on: .of(.dc, "creator", "title", "date", "publisher", "subject", "rights")
    ) { element, report in
      guard element.isBlank, element.isLeaf else { return }
      report.found("<\(element.writtenName)> is empty", at: element.position)
    },
  ]
}
