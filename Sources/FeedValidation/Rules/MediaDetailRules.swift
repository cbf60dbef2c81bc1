internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of what Media RSS says about media: titles, ratings, restrictions and so on.
///
/// See <https://www.rssboard.org/media-rss#optional-elements>.
enum MediaDetailRules {
  private static let spec = MediaRules.spec

  static let all = texts + judgements

  private static let texts: [Check] = [
    .attribute(
      Rule(
        "media-text-type", .error, "the type of a title, description or text is plain or html",
        cure: "write plain or html", specification: spec + "#media-title"),
      "type", of: .of(.media, "title", "description", "text"), is: "a type of text",
      parse: ValueParsers.word(of: ["plain", "html"])),

    Check(
      Rule(
        "media-markup", .warning, "a title or description is plain text unless its type is html",
        cure: "remove the tags, or write type=\"html\"", specification: spec + "#media-title"),
      on: .of(.media, "title", "description")
    ) { element, report in
      guard element.attribute("type")?.value != "html" else { return }
      PlainText.report(element, report)
    },

    .attribute(
      Rule(
        "media-time", .error, "a time of play is seconds or hours:minutes:seconds",
        cure: "write it like 12:05:01.123", specification: spec + "#media-thumbnails"),
      "time", of: .of(.media, "thumbnail"), is: "a time of play", parse: ExtensionValues.playTime),
    .attribute(
      Rule(
        "media-text-start", .error, "a text starts at a time of play",
        cure: "write it like 00:00:03.000", specification: spec + "#media-text"),
      "start", of: .of(.media, "text"), is: "a time of play", parse: ExtensionValues.playTime),
    .attribute(
      Rule(
        "media-text-end", .error, "a text ends at a time of play",
        cure: "write it like 00:00:10.000", specification: spec + "#media-text"),
      "end", of: .of(.media, "text"), is: "a time of play", parse: ExtensionValues.playTime),

    .attribute(
      Rule(
        "media-scheme", .error, "a scheme is an absolute URI", cure: "write the whole URI",
        specification: spec + "#media-category"),
      "scheme", of: .of(.media, "category", "credit"), is: "an absolute URI",
      parse: ValueParsers.absoluteURL),

    .attribute(
      Rule(
        "media-copyright-url", .error, "the url of a copyright is a URI reference",
        cure: "write the URL of the terms, or leave it out",
        specification: spec + "#media-copyright"),
      "url", of: .of(.media, "copyright"), is: "a URI reference", parse: ValueParsers.reference),
  ]

  private static let judgements: [Check] = [
    .attribute(
      Rule(
        "media-credit-role", .error, "the role of a credit is written in lower case",
        cure: "write it in lower case, like musician", specification: spec + "#media-credit"),
      "role", of: .of(.media, "credit"), is: "a role",
      parse: { text throws(InvalidValue) in
        if text.isEmpty { throw InvalidValue("it says nothing") }
        if text != text.lowercased() { throw InvalidValue("it has capital letters") }
      }),

    Check(
      Rule(
        "media-rating", .error, "a rating is one of its scheme",
        cure: "write a word of the scheme, such as adult or nonadult, or name another scheme",
        specification: spec + "#media-rating"),
      on: .of(.media, "rating")
    ) { rating, report in
      let scheme = rating.attribute("scheme")?.value ?? "urn:simple"
      let text = rating.trimmedText
      guard let words = MediaRating.words[scheme], !words.contains(text.lowercased()) else {
        return
      }
      report.found(
        "\(quoted(text)) is no rating of \(scheme)", at: rating.textPosition,
        length: max(1, text.unicodeScalars.count),
        help: "write one of \(words.joined(separator: ", "))")
    },

    Check(
      Rule(
        "media-hash", .error, "a hash has as many digits as its algorithm gives",
        cure: "write the hash in hexadecimal digits, with algo=\"md5\" or algo=\"sha-1\"",
        specification: spec + "#media-hash"),
      on: .of(.media, "hash")
    ) { hash, report in
      let algorithm = hash.attribute("algo")?.value ?? "md5"
      let text = hash.trimmedText
      guard let digits = ["md5": 32, "sha-1": 40][algorithm] else {
        report.found(
          "\(quoted(algorithm)) is no algorithm of hashes",
          at: hash.attribute("algo")?.valuePosition ?? hash.position)
        return
      }
      let isHash = text.utf8.count == digits && text.allSatisfy { $0.isASCII && $0.isHexDigit }
      guard !isHash else { return }
      report.found(
        "\(quoted(text)) is not \(digits) hexadecimal digits", at: hash.textPosition,
        length: max(1, text.unicodeScalars.count))
    },

    .attribute(
      Rule(
        "media-restriction-relationship", .error, "a restriction allows or denies",
        cure: "write allow or deny", specification: spec + "#media-restriction"),
      "relationship", of: .of(.media, "restriction"), is: "a relationship",
      parse: ValueParsers.word(of: ["allow", "deny"])),

    .attribute(
      Rule(
        "media-restriction-type", .error, "a restriction is by country, by URI or about sharing",
        cure: "write country, uri or sharing", specification: spec + "#media-restriction"),
      "type", of: .of(.media, "restriction"), is: "a type of restrictions",
      parse: ValueParsers.word(of: ["country", "uri", "sharing"])),

    Check(
      Rule(
        "media-restriction", .error, "a restriction lists countries or URIs, or says all or none",
        cure: "write what the type asks for, with spaces between",
        specification: spec + "#media-restriction"),
      on: .of(.media, "restriction")
    ) { restriction, report in
      let type = restriction.attribute("type")?.value
      let words = restriction.trimmedText.split(whereSeparator: \.isWhitespace).map(String.init)
      for word in words {
        do throws(InvalidValue) {
          switch type {
          case "country": try Country.check(word)
          case "uri": try ValueParsers.absoluteURL(word)
          case nil: try ValueParsers.word(of: ["all", "none"])(word)
          default: break
          }
        } catch {
          report.found(
            "\(quoted(word)) can't be restricted: \(error.reason)", at: restriction.textPosition)
          return
        }
      }
    },

    Check(
      Rule(
        "media-adult", .warning, "media:adult has given way to media:rating",
        cure: "write <media:rating scheme=\"urn:simple\">adult</media:rating>",
        specification: spec + "#media-adult"),
      on: .of(.media, "adult")
    ) { adult, report in
      report.found("<\(adult.writtenName)> is deprecated", at: adult.position)
    },
  ]
}

/// The ratings that each scheme has.
private enum MediaRating {
  static let words = [
    "urn:simple": ["adult", "nonadult"],
    "urn:mpaa": ["g", "nc-17", "pg", "pg-13", "r", "x", "nr", "ur"],
    "urn:v-chip": [
      "14+", "18+", "c", "c8", "g", "pg", "tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7",
      "tv-y7-fv",
    ],
  ]
}
