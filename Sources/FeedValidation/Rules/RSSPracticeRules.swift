internal import Diagnostics
internal import FeedValues
internal import XML

/// What the RSS Advisory Board's Best Practices Profile advises beside the specification.
///
/// See <https://www.rssboard.org/rss-profile>.
enum RSSPracticeRules {
  private static let profile = "https://www.rssboard.org/rss-profile"

  static let all = channel + images + items

  private static let channel: [Check] = [
    Check(
      Rule(
        "rss-metadata-misplaced", .warning,
        "what is said of the channel stands before its items: readers may have stopped there",
        cure: "move the element in front of the first item",
        specification: profile + "#element-channel"),
      on: .rss(
        "title", "link", "description", "language", "image", "ttl", "skipHours", "skipDays",
        "cloud",
        "lastBuildDate", "pubDate", "generator", "docs", "copyright", in: "channel")
    ) { element, report in
      guard let first = report.log.memory.firstRecord, first < element.position else { return }
      report.found(
        "<\(element.writtenName)> stands behind an item", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1)
    },

    Check(
      Rule(
        "rss-language-missing", .info, "a channel names its language",
        cure: "add <language>, like en", specification: profile + "#element-channel-language"),
      on: .rss("channel")
    ) { channel, report in
      let names =
        channel.child("language") ?? channel.child("language", in: KnownNamespace.dc.namespace)
      if names == nil {
        report.found("the channel names no language", at: channel.gapPosition, length: 8)
      }
    },

    Check(
      Rule(
        "rss-text-input", .info, "a channel has no textInput: readers don't show it",
        cure: "remove the element", specification: profile + "#element-channel-textinput"),
      on: .rss("textInput", in: "channel")
    ) { element, report in
      report.found("readers don't show <textInput>", at: element.position, length: 10)
    },
  ]

  private static let images: [Check] = [
    Check(
      Rule(
        "rss-image-title", .warning, "the image has the title of the channel",
        cure: "write the channel's title", specification: profile + "#element-channel-image-title"),
      on: .rss("channel")
    ) { channel, report in
      guard let title = channel.child("title")?.trimmedText,
        let own = channel.child("image")?.child("title"), own.trimmedText != title, !own.isBlank
      else { return }
      report.found(
        "\(quoted(own.trimmedText)) is not the channel's title, \(quoted(title))",
        at: own.textPosition, length: max(1, own.trimmedText.unicodeScalars.count))
    },

    Check(
      Rule(
        "rss-image-link", .warning, "the image has the link of the channel",
        cure: "write the channel's link", specification: profile + "#element-channel-image-link"),
      on: .rss("channel")
    ) { channel, report in
      // A slash at the end is not worth a word.
      guard let link = channel.child("link")?.trimmedText,
        let own = channel.child("image")?.child("link"), !own.isBlank,
        ![link, link + "/"].contains(own.trimmedText), link != own.trimmedText + "/"
      else { return }
      report.found(
        "\(quoted(own.trimmedText)) is not the channel's link, \(quoted(link))",
        at: own.textPosition, length: max(1, own.trimmedText.unicodeScalars.count))
    },

    Check(
      Rule(
        "rss-image-format", .info, "the image is a GIF, JPEG or PNG",
        cure: "offer the image as PNG", specification: profile + "#element-channel-image-url"),
      on: .rss("url", in: "image")
    ) { url, report in
      let text = url.trimmedText
      guard let ending = FileEnding.of(text),
        ["svg", "webp", "avif", "ico", "bmp", "tif", "tiff"].contains(ending)
      else { return }
      report.found(
        "\(quoted(text)) is not in a format that all readers show", at: url.textPosition,
        length: text.unicodeScalars.count)
    },
  ]

  private static let items: [Check] = [
    Check(
      Rule(
        "rss-guid-weak", .warning, "a guid is unique among all feeds, not in one database alone",
        cure: "write the item's URL or a tag: URI",
        specification: profile + "#element-channel-item-guid"),
      on: .rss("guid")
    ) { guid, report in
      let text = guid.trimmedText
      guard !text.isEmpty, text.utf8.count < 9, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
        return
      }
      report.found(
        "the guid \(quoted(text)) is a short number", at: guid.textPosition,
        length: text.unicodeScalars.count)
    },

    Check(
      Rule(
        "rss-slash-date", .info,
        "a channel that counts comments says when it was built: counts change without items",
        cure: "add <lastBuildDate> to the channel",
        specification: profile + "#namespace-elements-slash-comments"),
      on: .rss("channel"), .of(.slash, "comments", inRSS: "item")
    ) { element, report in
      if element.localName == "comments" {
        if report.log.memory.firstCommentCount == nil {
          report.log.memory.firstCommentCount = element.position
        }
        return
      }
      guard let place = report.log.memory.firstCommentCount, element.child("lastBuildDate") == nil
      else { return }
      report.found("comments are counted, but the channel has no lastBuildDate", at: place)
    },

    Check(
      Rule(
        "rss-enclosure-format", .info, "the file of a podcast is of a kind that directories take",
        cure: "offer the episode as mp3, m4a, mp4, m4v, mov, pdf or epub",
        specification: ITunesRules.apple),
      on: .rss("enclosure")
    ) { enclosure, report in
      guard let url = enclosure.attribute("url"), let item = enclosure.parent,
        item.children.contains(where: { $0.namespace == KnownNamespace.itunes.namespace })
      else { return }
      guard let ending = FileEnding.of(url.value),
        !["mp3", "m4a", "mp4", "m4v", "mov", "pdf", "epub"].contains(ending)
      else { return }
      report.found(
        "\(quoted(url.value)) is none of the files that podcast directories play",
        at: url.valuePosition, length: url.value.unicodeScalars.count)
    },
  ]
}

/// What a file name ends in.
private enum FileEnding {
  /// The ending of the file that `url` names, in lower case; nil where it has none.
  static func of(_ url: String) -> String? {
    let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.index(after: dot)...]
    guard 1...5 ~= ending.count, !ending.contains(UInt8(ascii: "/")) else { return nil }
    return String(Substring(ending)).lowercased()
  }
}
