internal import FeedValues

/// Links to what frames show: readers show no frames.
enum HTMLEmbeds {
  /// The page that stands for what is framed from `url`, and the host that names it; nil where there is
  /// nothing on the web to link to.
  ///
  /// - Parameter url: Absolute.
  /// - Returns: The link, for players to the page of what they play where that is known; and the name of
  ///   the player, else the host.
  static func target(of url: [UInt8]) -> (url: [UInt8], name: [UInt8])? {
    let text = String(decoding: url, as: UTF8.self)
    guard let parsed = try? AbsoluteURL(percentEscaped(text)), parsed.isWeb else { return nil }
    let page = played(parsed).flatMap { try? AbsoluteURL($0) } ?? parsed
    let isMap = page.host == "www.google.com" && page.path.hasPrefix("/maps")
    let name = isMap ? "Google Maps" : name(of: page.host) ?? page.host
    return (page == parsed ? url : Array(page.string.utf8), Array(name.utf8))
  }

  /// The name of a player, by the end of its host.
  private static func name(of host: String) -> String? {
    let host = host.lowercased()
    return players.first { host == $0.host || host.hasSuffix("." + $0.host) }?.name
  }

  private static let players: [(host: String, name: String)] = [
    ("youtube.com", "YouTube"), ("youtube-nocookie.com", "YouTube"), ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"), ("spotify.com", "Spotify"), ("soundcloud.com", "SoundCloud"),
    ("bandcamp.com", "Bandcamp"), ("twitch.tv", "Twitch"), ("dailymotion.com", "Dailymotion"),
    ("codepen.io", "CodePen"), ("codesandbox.io", "CodeSandbox"), ("stackblitz.com", "StackBlitz"),
    ("jsfiddle.net", "JSFiddle"), ("podcasts.apple.com", "Apple Podcasts"),
    ("music.apple.com", "Apple Music"), ("openstreetmap.org", "OpenStreetMap"),
    ("maps.google.com", "Google Maps"), ("google.com", "Google"), ("ted.com", "TED"),
    ("archive.org", "Internet Archive"), ("bilibili.com", "bilibili"), ("giphy.com", "GIPHY"),
  ]

  /// The address of the page of what the player at `url` plays; nil where it is no known player.
  private static func played(_ url: AbsoluteURL) -> String? {
    let parts = url.path.split(separator: "/").map(String.init)
    var host = url.host.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    if host == "w.soundcloud.com" { return webParameter("url", of: url) }
    if host == "player.twitch.tv" {
      if let video = parameter("video", of: url) { return "https://www.twitch.tv/videos/\(video)" }
      return parameter("channel", of: url).map { "https://www.twitch.tv/\($0)" }
    }
    if host == "embed.podcasts.apple.com" { return "https://podcasts.apple.com" + url.path }
    if parts.count == 3, parts.allSatisfy(isName) {
      switch (host, parts[0], parts[1]) {
      case ("open.spotify.com", "embed", _):
        return "https://open.spotify.com/\(parts[1])/\(parts[2])"
      case ("dailymotion.com", "embed", "video"):
        return "https://www.dailymotion.com/video/\(parts[2])"
      case ("codepen.io", _, "embed"): return "https://codepen.io/\(parts[0])/pen/\(parts[2])"
      // PeerTube has many hosts and one form of address.
      case (_, "videos", "embed") where parts[2].utf8.count >= 22:
        return "https://\(url.host)/w/\(parts[2])"
      default: return nil
      }
    }
    guard parts.count == 2, isName(parts[1]) else { return nil }
    switch (host, parts[0]) {
    case ("youtube.com", "embed"), ("youtube-nocookie.com", "embed"), ("youtube.com", "v"),
      ("m.youtube.com", "embed"):
      if parts[1] == "videoseries" {
        return parameter("list", of: url).map { "https://www.youtube.com/playlist?list=\($0)" }
      }
      let start = parameter("start", of: url).map { "&t=\($0)" } ?? ""
      return "https://www.youtube.com/watch?v=\(parts[1])\(start)"
    case ("player.vimeo.com", "video"):
      // The hash opens a video that is not listed.
      let hash = parameter("h", of: url).map { "/\($0)" } ?? ""
      return "https://vimeo.com/\(parts[1])\(hash)"
    default: return nil
    }
  }

  private static func parameter(_ name: String, of url: AbsoluteURL) -> String? {
    guard let mark = url.string.firstIndex(of: "?") else { return nil }
    let query = url.string[mark...].dropFirst().prefix { $0 != "#" }
    for pair in query.split(separator: "&") where pair.hasPrefix(name + "=") {
      let value = String(pair.dropFirst(name.count + 1))
      if isName(value) { return value }
    }
    return nil
  }

  /// A web address in the query, its percent-escapes read.
  private static func webParameter(_ name: String, of url: AbsoluteURL) -> String? {
    guard let start = url.string.firstRange(of: name + "=") else { return nil }
    let value = url.string[start.upperBound...].prefix { $0 != "&" && $0 != "#" }
    let text = value.replacing("%3A", with: ":").replacing("%2F", with: "/")
      .replacing("%3a", with: ":").replacing("%2f", with: "/")
    return text.hasPrefix("https://") ? String(text) : nil
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }
  }

  /// Spaces, which players' addresses are copied with, as URLs write them.
  private static func percentEscaped(_ text: String) -> String { text.replacing(" ", with: "%20") }
}
