internal import FeedValues

/// The addresses in attributes, made absolute against a page.
struct HTMLReferenceTargets {
  private let resolver: ReferenceResolver
  private let scheme: [UInt8]

  init(base: AbsoluteURL) {
    resolver = ReferenceResolver(base: base)
    scheme = Array(base.scheme.utf8)
  }

  /// Addresses on the page behind a `base` element; the same where its `href` is no address.
  func rebased(by href: ArraySlice<UInt8>) -> HTMLReferenceTargets {
    let url = String(decoding: url(href), as: UTF8.self)
    guard let base = try? AbsoluteURL(url), base.isWeb else { return self }
    return HTMLReferenceTargets(base: base)
  }

  /// The absolute URL that an attribute's value means, decoded but for names that no URL depends on;
  /// empty where it names no host.
  func url(_ value: ArraySlice<UInt8>) -> [UInt8] {
    absolute(Self.trimmed(HTMLReferences.decoded(value)[...]))
  }

  /// The absolute URL that an attribute's value means, empty where it names no host; nil where it is
  /// absolute already.
  func absolute(of value: ArraySlice<UInt8>) -> [UInt8]? {
    // Nearly all are, and need no copy to be seen so.
    if HTMLAddress.isWhole(value) { return nil }
    return url(value)
  }

  /// The URL that a browser goes to from the page; empty where it names no host.
  func absolute(_ url: ArraySlice<UInt8>) -> [UInt8] {
    let address = HTMLAddress(url, onPageOf: scheme)
    if address.isRelative { return resolver.resolve(address.bytes[...]) }
    return address.bytes
  }

  /// Whether a relative reference leads to an article's file: to `@/…` or to what ends in `.md`.
  static func isSource(_ value: ArraySlice<UInt8>) -> Bool {
    if value.starts(with: "@/".utf8) { return true }
    if value.starts(with: "//".utf8) { return false }
    let path = value.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let dot = path.suffix(9).lastIndex(of: UInt8(ascii: ".")) else { return false }
    return [".md", ".mdx", ".markdown"].contains { path[dot...].elementsEqual($0.utf8) }
  }

  /// A `srcset` with absolute URLs, and how many candidates were left out because they are active.
  ///
  /// It is made of candidates of a URL and, behind white space, a descriptor, with
  /// commas between them. See <https://html.spec.whatwg.org/multipage/images.html#srcset-attribute>.
  func absoluteSources(_ value: ArraySlice<UInt8>) -> (sources: [UInt8], dropped: Int) {
    var rest = HTMLReferences.decoded(value)[...]
    var result: [UInt8] = []
    var dropped = 0
    while true {
      rest = rest.drop { HTMLNames.isSpace($0) || $0 == UInt8(ascii: ",") }
      if rest.isEmpty { break }
      var url = rest.prefix { !HTMLNames.isSpace($0) }
      rest = rest[url.endIndex...]
      let endsCandidate = url.last == UInt8(ascii: ",")
      while url.last == UInt8(ascii: ",") { url = url.dropLast() }
      let descriptor =
        endsCandidate ? [] : Self.trimmed(rest.prefix { $0 != UInt8(ascii: ",") })
      if !endsCandidate { rest = rest.drop { $0 != UInt8(ascii: ",") } }
      if HTMLActiveContent.isActive(url, isShown: true) {
        dropped += 1
        continue
      }
      let source = absolute(url)
      if source.isEmpty { continue }
      if !result.isEmpty { result += ", ".utf8 }
      result += source
      if !descriptor.isEmpty {
        result.append(UInt8(ascii: " "))
        result += descriptor
      }
    }
    return (result, dropped)
  }

  /// The value without white space around it and without line breaks and tabs in it, as browsers read
  /// URLs.
  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var value = value.drop(while: HTMLNames.isSpace)
    while let last = value.last, HTMLNames.isSpace(last) { value = value.dropLast() }
    guard value.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return value }
    return value.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }[...]
  }
}
