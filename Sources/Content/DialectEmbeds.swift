/// Markdown for what tags, shortcodes and components of usual names show.
enum DialectEmbeds {
  /// Markdown in one line that stands for the embed `name`; nil where it can't be told what that is.
  static func markdown(for name: String, _ arguments: DialectArguments) -> String? {
    let file = name.split(separator: "/").last ?? ""
    let kind = file.split(separator: ".").first.map { $0.lowercased() } ?? ""
    let words = Set(kind.split { $0 == "-" || $0 == "_" }.map(String.init))
    if let link = player(kind, arguments) { return link }
    if holds(kind, "image") || holds(kind, "figure") || holds(kind, "picture")
      || !words.isDisjoint(with: ["img", "fig", "photo", "pic"])
    {
      return image(arguments)
    }
    if kind == "video" || kind == "audio" { return media(kind, arguments) }
    if ["embed", "oembed", "bookmark", "linkcard", "preview"].contains(kind) || kind == "link" {
      guard let url = webAddress(arguments) else { return nil }
      return link(arguments.first("title", "text") ?? url, url)
    }
    return nil
  }

  /// Whether `sign` stands in a short name; the library's own search makes tables first.
  private static func holds(_ name: String, _ sign: String) -> Bool {
    var rest = name.utf8[...]
    while rest.count >= sign.utf8.count {
      if rest.starts(with: sign.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// A link to what a player shows.
  private static func player(_ kind: String, _ arguments: DialectArguments) -> String? {
    func has(_ name: String) -> Bool { holds(kind, name) }
    let title = arguments.first("title", "caption")
    let web = webAddress(arguments)
    let id = identifier(arguments)
    switch true {
    case has("youtube"), kind == "yt":
      return (web ?? id.map { "https://www.youtube.com/watch?v=" + $0 }).map {
        link(title ?? "YouTube", $0)
      }
    case has("vimeo"):
      return (web ?? id.map { "https://vimeo.com/" + $0 }).map { link(title ?? "Vimeo", $0) }
    case has("tweet"), has("twitter"), kind == "x":
      let user = arguments.first("user").flatMap(checked) ?? "i"
      return (web ?? id.map { "https://twitter.com/\(user)/status/\($0)" }).map {
        link(title ?? "Twitter", $0)
      }
    case has("gist"):
      let parts = arguments.placed.flatMap { $0.split(separator: "/").map(String.init) }
      let user = arguments.first("user", "username") ?? parts.first
      let gist = arguments.first("id", "gist") ?? parts.dropFirst().first
      let path = [user, gist].compactMap { $0.flatMap(checked) }.joined(separator: "/")
      if let web { return link("Gist", web) }
      return path.isEmpty ? nil : link("Gist", "https://gist.github.com/" + path)
    case has("instagram"):
      return (web ?? id.map { "https://www.instagram.com/p/\($0)/" }).map {
        link(title ?? "Instagram", $0)
      }
    case has("dailymotion"):
      return (web ?? id.map { "https://www.dailymotion.com/video/" + $0 }).map {
        link(title ?? "Dailymotion", $0)
      }
    case has("codepen"):
      let user = arguments.first("user", "username").flatMap(checked)
      let pen = (arguments.first("hash", "slug", "id")).flatMap(checked)
      if let user, let pen {
        return link(title ?? "CodePen", "https://codepen.io/\(user)/pen/\(pen)")
      }
      return web.map { link(title ?? "CodePen", $0) }
    case has("asciinema"):
      return (web ?? id.map { "https://asciinema.org/a/" + $0 }).map {
        link(title ?? "asciinema", $0)
      }
    case has("spotify"), has("soundcloud"), has("bandcamp"), has("mastodon"), has("bluesky"),
      has("bilibili"), has("peertube"), has("twitch"), has("codesandbox"), has("stackblitz"):
      return web.map { link(title ?? $0, $0) }
    default: return nil
    }
  }

  /// A picture, with its caption below it.
  private static func image(_ arguments: DialectArguments) -> String? {
    let source =
      arguments.first(
        "src", "url", "path", "image_path", "image", "file", "filename", "source", "link", "href")
      ?? arguments.placed.first { isPicture($0) }
    guard let source, !source.contains("{") else { return nil }
    let texts = arguments.placed.filter { $0 != source && !isPicture($0) && Int($0) == nil }
    let caption = arguments.first("caption", "title", "description")
    let alternative = arguments.first("alt") ?? texts.first ?? caption ?? ""
    var picture = "!" + link(alternative, source)
    if let target = arguments.first("link", "href"), target != source {
      picture = "[\(picture)](<\(address(target))>)"
    }
    return caption.map { "\(picture)<br><em>\(oneLine($0))</em>" } ?? picture
  }

  private static func media(_ kind: String, _ arguments: DialectArguments) -> String? {
    let source = arguments.first("src", "url", "path", "file") ?? arguments.placed.first
    guard let source, source.contains("."), !source.contains("{") else { return nil }
    return link(arguments.first("title", "caption", "alt") ?? lastPart(of: source), source)
  }

  /// `[label](<url>)`, whatever they hold.
  static func link(_ label: String, _ url: String) -> String {
    var text = ""
    for character in oneLine(label) {
      if "[]\\*_`<".contains(character) { text.append("\\") }
      text.append(character)
    }
    return "[\(text)](<\(address(url))>)"
  }

  private static func address(_ url: String) -> String {
    oneLine(url).replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "/")
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func webAddress(_ arguments: DialectArguments) -> String? {
    let given =
      [arguments.first("url", "src", "href", "link", "id", "to")].compactMap(\.self)
      + arguments.placed
    return given.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
  }

  private static func identifier(_ arguments: DialectArguments) -> String? {
    let given =
      arguments.first("id", "video_id", "videoid", "video-id", "youtubeid", "video", "v", "tweetid")
      ?? arguments.placed.first { !$0.contains(".") }
    return given.flatMap(checked)
  }

  /// The text, if it may be part of an address as it is.
  private static func checked(_ text: String) -> String? {
    let isName =
      !text.isEmpty
      && text.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }
    return isName ? text : nil
  }

  static func isPicture(_ path: String) -> Bool {
    let folded = path.lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"].contains {
      folded.hasSuffix($0)
    }
  }
}
