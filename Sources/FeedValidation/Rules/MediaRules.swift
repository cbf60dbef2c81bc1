internal import Diagnostics
internal import XML

/// The rules of media:content and media:group: where the media are, and what they are.
///
/// See <https://www.rssboard.org/media-rss>.
enum MediaRules {
  static let spec = "https://www.rssboard.org/media-rss"

  static let all: [Check] = [
    .attribute(
      Rule(
        "media-url", .error, "the url of a medium, thumbnail or player is a whole URL",
        cure: "write the whole URL, with what a URL can't hold percent-escaped",
        specification: spec + "#media-content"),
      "url", of: .of(.media, "content", "thumbnail", "player"), is: "an absolute URL",
      parse: ValueParsers.absoluteURL),

    Check(
      Rule(
        "media-content-unreachable", .warning, "a medium has a url or a player",
        cure: "add url=\"…\"", specification: spec + "#media-content"),
      on: .of(.media, "content")
    ) { content, report in
      let media = content.namespace
      guard content.attribute("url") == nil, content.child("player", in: media) == nil,
        content.parent?.child("player", in: media) == nil
      else { return }
      report.found(
        "<\(content.writtenName)> has neither a url nor a player", at: content.position,
        length: content.writtenName.unicodeScalars.count + 1)
    },

    .attribute(
      Rule(
        "media-type", .error, "the type of a medium is a media type",
        cure: "write it like video/mp4", specification: spec + "#media-content"),
      "type", of: .of(.media, "content"), is: "a media type", parse: ValueParsers.mediaType),

    .attribute(
      Rule(
        "media-medium", .error, "the medium is of one of five kinds",
        cure: "write image, audio, video, document or executable",
        specification: spec + "#media-content"),
      "medium", of: .of(.media, "content"), is: "a kind of media",
      parse: ValueParsers.word(of: ["image", "audio", "video", "document", "executable"])),

    .attribute(
      Rule(
        "media-default", .error, "isDefault is true or false", cure: "write isDefault=\"true\"",
        specification: spec + "#media-content"),
      "isDefault", of: .of(.media, "content"), is: "a truth value",
      parse: ValueParsers.word(of: ["true", "false"])),

    .attribute(
      Rule(
        "media-expression", .error, "expression says how much of the whole a medium is",
        cure: "write sample, full or nonstop", specification: spec + "#media-content"),
      "expression", of: .of(.media, "content"), is: "an expression of media",
      parse: ValueParsers.word(of: ["sample", "full", "nonstop"])),

    // The W3C validator refuses 0, which the specification doesn't.
    .attribute(
      Rule(
        "media-file-size", .error, "fileSize is a number of bytes",
        cure: "write the size in bytes, or leave it out", specification: spec + "#media-content"),
      "fileSize", of: .of(.media, "content"), is: "a number of bytes",
      parse: ValueParsers.integer(0...Int.max)),

    .attribute(
      Rule(
        "media-width", .error, "the width is a number of pixels",
        cure: "write a whole number, or leave it out", specification: spec + "#media-content"),
      "width", of: .of(.media, "content", "thumbnail", "player"), is: "a number of pixels",
      parse: ValueParsers.integer(1...Int.max)),

    .attribute(
      Rule(
        "media-height", .error, "the height is a number of pixels",
        cure: "write a whole number, or leave it out", specification: spec + "#media-content"),
      "height", of: .of(.media, "content", "thumbnail", "player"), is: "a number of pixels",
      parse: ValueParsers.integer(1...Int.max)),

    .attribute(
      Rule(
        "media-channels", .error, "channels is a number of audio channels",
        cure: "write it like 2", specification: spec + "#media-content"),
      "channels", of: .of(.media, "content"), is: "a number of channels",
      parse: ValueParsers.integer(0...Int.max)),

    .attribute(
      Rule(
        "media-bitrate", .error, "bitrate is kilobits a second", cure: "write it like 128",
        specification: spec + "#media-content"),
      "bitrate", of: .of(.media, "content"), is: "a bit rate",
      parse: ExtensionValues.decimal(0...1e12)),

    .attribute(
      Rule(
        "media-framerate", .error, "framerate is frames a second", cure: "write it like 25",
        specification: spec + "#media-content"),
      "framerate", of: .of(.media, "content"), is: "a frame rate",
      parse: ExtensionValues.decimal(0...1e9)),

    .attribute(
      Rule(
        "media-samplingrate", .error, "samplingrate is thousands of samples a second",
        cure: "write it like 44.1", specification: spec + "#media-content"),
      "samplingrate", of: .of(.media, "content"), is: "a sampling rate",
      parse: ExtensionValues.decimal(0...1e9)),

    .attribute(
      Rule(
        "media-duration", .error, "duration is a number of seconds", cure: "write it like 185",
        specification: spec + "#media-content"),
      "duration", of: .of(.media, "content"), is: "a number of seconds",
      parse: ExtensionValues.decimal(0...1e9)),

    .attribute(
      Rule(
        "media-lang", .error, "the language of a medium or text is a language tag",
        cure: "write it like en", specification: spec + "#media-content"),
      "lang", of: .of(.media, "content", "text", "subTitle"), is: "a language tag",
      parse: ValueParsers.language),
  ]
}
