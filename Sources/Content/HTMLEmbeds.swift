internal import FeedValues

/// Links to what frames show: readers show no frames.
enum HTMLEmbeds {
  /// The page that stands for what is framed from `url`, and the host that names it; nil where there is
  /// nothing on the web to link to.
  ///
  /// - Parameter url: Absolute.
  /// - Returns: The link; for players of YouTube and Vimeo to the page of the video.
  static func target(of url: [UInt8]) -> (url: [UInt8], host: [UInt8])? {
    let text = String(decoding: url, as: UTF8.self)
    guard let parsed = try? AbsoluteURL(percentEscaped(text)), parsed.isWeb else { return nil }
    let page = video(parsed).flatMap { try? AbsoluteURL($0) } ?? parsed
    return (page == parsed ? url : Array(page.string.utf8), Array(page.host.utf8))
  }

  /// The address of the page of a video whose player is at `url`; nil where it is no known player.
  private static func video(_ url: AbsoluteURL) -> String? {
    let parts = url.path.split(separator: "/").map(String.init)
    guard parts.count == 2, isName(parts[1]) else { return nil }
    var host = url.host.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
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
