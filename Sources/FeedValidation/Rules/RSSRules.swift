internal import Diagnostics
internal import FeedValues
internal import XML

/// The rules of RSS 2.0's values and of its channel that no grammar expresses.
///
/// Severity: an error where readers lose an item or its date, link or identity, or where the
/// specification says must; a warning where it or the Best Practices Profile advises otherwise.
enum RSSRules {
  static let all = values + channel

  private static let spec = "https://www.rssboard.org/rss-specification"
  private static let profile = "https://www.rssboard.org/rss-profile"

  private static let values: [Check] = [
    .text(
      Rule(
        "rss-url", .error, "a link is an absolute URL",
        cure: "write the whole URL, with https:// and the host",
        specification: profile + "#data-types-url"),
      of: .rss("link", "url", "docs", "comments"), is: "an absolute URL",
      parse: ValueParsers.absoluteURL),

    .attribute(
      Rule(
        "rss-source-url", .error, "the url of a source is an absolute URL",
        cure: "write the whole URL of the feed that the item comes from",
        specification: spec + "#ltsourcegtSubelementOfLtitemgt"),
      "url", of: .rss("source"), is: "an absolute URL", parse: ValueParsers.absoluteURL),

    Check(
      Rule(
        "rss-contact", .error,
        "a person is given by e-mail address, with the name behind it in brackets",
        cure: "write it like team@harbor.example (Harbor Team), or use dc:creator for a name alone",
        specification: profile + "#data-types-email"),
      on: .rss("author", "managingEditor", "webMaster")
    ) { element, report in
      let text = element.trimmedText
      guard !RSSPerson.hasAddress(text) else { return }
      report.found(
        "<\(element.writtenName)> holds no e-mail address, but \(quoted(text))",
        at: element.textPosition, length: text.unicodeScalars.count)
    },

    .text(
      Rule(
        "rss-language", .error, "the language is a language tag", cure: "write it like en or pt-BR",
        specification: spec + "#optionalChannelElements"),
      of: .rss("language"), is: "a language tag", parse: ValueParsers.language),

    .text(
      Rule(
        "rss-ttl", .error, "the time to live is a number of minutes above 0",
        cure: "write it like 60",
        specification: spec + "#ltttlgtSubelementOfLtchannelgt"),
      of: .rss("ttl"), is: "a number of minutes", parse: ValueParsers.integer(1...Int.max)),

    .text(
      Rule(
        "rss-image-width", .error, "the width of the image is 1 to 144 pixels",
        cure: "leave it out, or scale",
        specification: spec + "#ltimagegtSubelementOfLtchannelgt"),
      of: .rss("width"), is: "a width in pixels", parse: ValueParsers.integer(1...144)),

    .text(
      Rule(
        "rss-image-height", .error, "the height of the image is 1 to 400 pixels",
        cure: "leave it out, or scale",
        specification: spec + "#ltimagegtSubelementOfLtchannelgt"),
      of: .rss("height"), is: "a height in pixels", parse: ValueParsers.integer(1...400)),

    .text(
      Rule(
        "rss-skip-hour", .error, "an hour to skip is 0 to 23",
        cure: "write the hour in UTC, 0 for midnight",
        specification: "https://www.rssboard.org/skip-hours-days#skiphours"),
      of: .rss("hour"), is: "an hour", parse: ValueParsers.integer(0...23)),

    .text(
      Rule(
        "rss-skip-day", .error, "a day to skip is an English name", cure: "write it like Monday",
        specification: "https://www.rssboard.org/skip-hours-days#skipdays"),
      of: .rss("day"), is: "a day of the week",
      parse: ValueParsers.word(of: [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ])),

    Check(
      Rule(
        "rss-skip-repeated", .error, "each hour and each day to skip stands once",
        cure: "keep one of them",
        specification: "https://www.rssboard.org/skip-hours-days"),
      on: .rss("skipHours", "skipDays")
    ) { element, report in
      var seen: Set<String> = []
      for child in element.children where !seen.insert(child.trimmedText).inserted {
        report.found("\(quoted(child.trimmedText)) stands twice", at: child.position)
      }
    },
  ]

  private static let channel: [Check] = [
    Check(
      Rule(
        "rss-version", .error, "the document says that it is RSS 2.0",
        cure: "write version=\"2.0\"",
        specification: spec + "#whatIsRss"),
      on: .rss("rss")
    ) { root, report in
      guard let version = root.attribute("version") else { return }
      let known = ["2.0", "0.91", "0.92", "0.93", "0.94", "2.0.1", "2"]
      guard !known.contains(version.value) else { return }
      report.found(
        "there is no version \(quoted(version.value)) of RSS", at: version.valuePosition,
        length: max(1, version.value.unicodeScalars.count))
    },

    Check(
      Rule(
        "rss-version-old", .warning, "the document is of today's version of RSS, 2.0",
        cure: "write version=\"2.0\": every document of the older versions is one of 2.0",
        specification: spec + "#whatIsRss"),
      on: .rss("rss")
    ) { root, report in
      guard let version = root.attribute("version"), version.value.hasPrefix("0.9") else { return }
      report.found(
        "the document is RSS \(version.value), here judged as RSS 2.0", at: version.valuePosition,
        length: version.value.unicodeScalars.count)
    },

    Check(
      Rule(
        "rss-self-link", .warning, "a channel names its own address, so that readers can keep it",
        cure: "add <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"…\"/>",
        specification: profile + "#namespace-elements-atom-link"),
      on: .rss("channel")
    ) { channel, report in
      let isNamed = channel.children.contains {
        $0.isNamed("link", in: .atom) && $0.attribute("rel")?.value == "self"
      }
      if !isNamed {
        report.found("the channel has no link to itself", at: channel.gapPosition, length: 8)
      }
    },

    .attribute(
      Rule(
        "rss-cloud-port", .error, "the port of a cloud is 1 to 65535", cure: "write it like 80",
        specification: spec + "#ltcloudgtSubelementOfLtchannelgt"),
      "port", of: .rss("cloud"), is: "a port", parse: ValueParsers.integer(1...65535)),

    .attribute(
      Rule(
        "rss-cloud-protocol", .error, "the protocol of a cloud is one that the specification names",
        cure: "write xml-rpc, soap or http-post",
        specification: spec + "#ltcloudgtSubelementOfLtchannelgt"),
      "protocol", of: .rss("cloud"), is: "a protocol of clouds",
      parse: ValueParsers.word(of: ["xml-rpc", "soap", "http-post"])),

    Check(
      Rule(
        "rss-text-input-name", .error, "the name of a text input can be the name of a form's field",
        cure: "write letters, digits, - and _ alone",
        specification: spec + "#lttextinputgtSubelementOfLtchannelgt"
      ),
      on: .rss("name", in: "textInput")
    ) { name, report in
      let text = name.trimmedText
      let isName =
        text.utf8.first.map { $0.isASCIILetter } == true
        && text.utf8.allSatisfy {
          $0.isASCIILetter || 0x30...0x39 ~= $0 || "-_:.".utf8.contains($0)
        }
      if !isName { report.found("\(quoted(text)) is no name of a field", at: name.textPosition) }
    },
  ]
}

extension UInt8 {
  var isASCIILetter: Bool { 0x41...0x5A ~= self & 0xDF }
}

/// How RSS names people.
enum RSSPerson {
  /// Whether `text` holds an e-mail address, alone, beside a name, or as a mailto: URL.
  static func hasAddress(_ text: String) -> Bool {
    if text.hasPrefix("mailto:") {
      return text.contains("@") || text.contains("%40")
    }
    return text.split { " ()<>[]\t\r\n\",;".contains($0) }.contains {
      (try? EmailAddress(String($0))) != nil
    }
  }
}
