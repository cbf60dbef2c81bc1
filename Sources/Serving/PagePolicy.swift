/// The Content-Security-Policy that a page has in itself, opened for what a preview adds to pages.
///
/// A page may forbid all scripts but its own. In a preview it allows those of the preview's server as well,
/// and nothing else: what its policy would keep from working for visitors doesn't work in a preview either.
enum PagePolicy {
  /// The page with scripts, styles and connections of its own server allowed.
  static func opened(_ page: [UInt8]) -> [UInt8] {
    let lowercased = page.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    guard
      let name = Self.first("http-equiv=\"content-security-policy\"", in: lowercased, from: 0),
      let end = lowercased[name...].firstIndex(of: UInt8(ascii: ">")),
      let start = Self.first("content=\"", in: lowercased, from: name + "http-equiv=".utf8.count)
    else { return page }
    let value = start + "content=\"".utf8.count
    guard value < end, let close = page[value...].firstIndex(of: UInt8(ascii: "\"")) else {
      return page
    }
    let policy = opened(policy: String(decoding: page[value..<close], as: UTF8.self))
    return page[..<value] + Array(policy.utf8) + page[close...]
  }

  /// A policy with `'self'` among what scripts, styles and connections may come from.
  static func opened(policy: String) -> String {
    let text = policy.replacing("&#39;", with: "'").replacing("&#x27;", with: "'")
      .replacing("&apos;", with: "'")
    var directives = text.split(separator: ";").map {
      $0.split { $0.isWhitespace }.map(String.init)
    }
    .filter { !$0.isEmpty }
    let fallback = directives.first { $0[0].lowercased() == "default-src" }
    for name in ["script-src", "style-src", "connect-src"] {
      let places = directives.indices.filter {
        [name, name + "-elem"].contains(directives[$0][0].lowercased())
      }
      for place in places { directives[place] = withSelf(directives[place]) }
      if let fallback, !places.contains(where: { directives[$0][0].lowercased() == name }) {
        directives.append(withSelf([name] + fallback.dropFirst()))
      }
    }
    return directives.map { $0.joined(separator: " ") }.joined(separator: "; ")
  }

  private static func withSelf(_ directive: [String]) -> [String] {
    directive.filter { !["'none'", "'self'"].contains($0.lowercased()) } + ["'self'"]
  }

  private static func first(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first { index in
      bytes[index] == wanted[0] && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
    }
  }
}
