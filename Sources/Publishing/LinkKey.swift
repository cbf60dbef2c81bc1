/// An address reduced to what tells pages apart, for addresses of one page that generators write
/// differently.
///
/// The scheme, `www.`, letter case of the host, a default port, a fragment, the parameters of
/// campaigns, a slash, `index.html`, `.html` or `.htm` at the end, and how characters are
/// percent-escaped make no difference. Letter case of the path and all other parameters do.
struct LinkKey: Hashable, Sendable {
  /// Without `www.`, in lower case.
  let host: String
  /// Without what makes no difference, with the parameters; empty for the root.
  let path: String

  /// The key of `link`; nil where it is no address on the web.
  init?(_ link: String) {
    guard let colon = link.range(ofFirst: "://") else { return nil }
    guard ["http", "https"].contains(link[..<colon.lowerBound].lowercased()) else { return nil }
    let rest = link[colon.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    var host = authority.split(separator: "@").last?.lowercased() ?? ""
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    guard !host.isEmpty else { return nil }
    self.host = host
    let behind = rest[authority.endIndex...]
    let query = behind.firstIndex(of: "?")
    var path = Self.unescaped(String(behind[..<(query ?? behind.endIndex)]))
    for ending in ["/index.html", "/index.htm", "/index.php"] where path.hasSuffix(ending) {
      path.removeLast(ending.count)
    }
    while path.hasSuffix("/") { path.removeLast() }
    for ending in [".html", ".htm"] where path.hasSuffix(ending) { path.removeLast(ending.count) }
    let parameters = query.map { behind[behind.index(after: $0)...] } ?? ""
    let kept = parameters.split(separator: "&").filter { !$0.hasPrefix("utm_") }
    self.path = kept.isEmpty ? path : path + "?" + kept.joined(separator: "&")
  }

  /// The text with its percent escapes decoded; those that make no UTF-8 stay.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}

extension String {
  fileprivate func range(ofFirst text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
