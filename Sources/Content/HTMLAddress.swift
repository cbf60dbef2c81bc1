internal import FeedValues

/// A URL as browsers read it where people wrote it.
///
/// Backslashes are slashes, too few or too many slashes before a host are two, and what a URL can't hold
/// is percent-escaped; a host beyond ASCII is written in Punycode. Escapes that are there stay, and so
/// do letters beyond ASCII behind the host. Addresses of other schemes than the web's stay as they are.
/// See <https://url.spec.whatwg.org/#concept-basic-url-parser>.
struct HTMLAddress {
  /// Whether it must be resolved against the page's.
  let isRelative: Bool
  /// The address; empty where it names no host.
  let bytes: [UInt8]

  /// The address that `url` is on a page whose own begins with `pageScheme`.
  init(_ url: ArraySlice<UInt8>, onPageOf pageScheme: [UInt8]) {
    var rest = url
    var scheme: ArraySlice<UInt8>?
    if ReferenceResolver.isAbsolute(url), let colon = url.firstIndex(of: UInt8(ascii: ":")) {
      let name = url[..<colon].map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      guard name.elementsEqual("https".utf8) || name.elementsEqual("http".utf8) else {
        (isRelative, bytes) = (false, Array(url))
        return
      }
      rest = url[(colon + 1)...]
      // On a page of the same scheme "https:x" is relative.
      if name != pageScheme || Self.countOfSlashes(rest) >= 2 { scheme = url[...colon] }
    }
    let slashes = Self.countOfSlashes(rest)
    guard scheme != nil || slashes >= 2 else {
      (isRelative, bytes) = (true, Self.escaped(rest))
      return
    }
    rest = rest.dropFirst(slashes)
    let authority = rest.prefix { !Self.endsAuthority($0) }
    guard !authority.isEmpty else {
      (isRelative, bytes) = (false, [])
      return
    }
    isRelative = scheme == nil
    var result = Array(scheme ?? [])
    result += "//".utf8
    result += Self.authority(authority)
    result += Self.escaped(rest[authority.endIndex...])
    bytes = result
  }

  /// Whether the value of an attribute is an address of the web that stays as it is.
  static func isWhole(_ value: ArraySlice<UInt8>) -> Bool {
    var rest: ArraySlice<UInt8>
    if value.starts(with: "https://".utf8) {
      rest = value.dropFirst(8)
    } else if value.starts(with: "http://".utf8) {
      rest = value.dropFirst(7)
    } else {
      return false
    }
    guard let first = rest.first, !endsAuthority(first) else { return false }
    while let byte = rest.popFirst() {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), 0x80...:
        return false
      case UInt8(ascii: "%"):
        guard isEscape(rest) else { return false }
      // A reference may stand for any of these.
      case UInt8(ascii: "&"):
        if !rest.starts(with: "amp;".utf8), holdsReference(rest) { return false }
      default: break
      }
    }
    return true
  }

  private static func holdsReference(_ rest: ArraySlice<UInt8>) -> Bool {
    for byte in rest.prefix(32) {
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: "#"): return true
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return false
      }
    }
    return false
  }

  private static func countOfSlashes(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "#")
  }

  /// User, host and port, the host in ASCII.
  private static func authority(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let hostStart = bytes.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? bytes.startIndex
    let host = bytes[hostStart...].prefix { $0 != UInt8(ascii: ":") }
    guard host.contains(where: { $0 >= 0x80 }) else { return escaped(bytes) }
    let domain = Domain.ascii(String(decoding: host, as: UTF8.self))
    return escaped(bytes[..<hostStart]) + escaped(Array(domain.utf8)[...])
      + escaped(bytes[host.endIndex...])
  }

  /// What a URL can't hold in percent-escapes, and slashes for backslashes before its query.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPath = true
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where isPath: result.append(UInt8(ascii: "/"))
      case UInt8(ascii: "%") where isEscape(bytes[(index + 1)...]): result.append(byte)
      case 0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "%"):
        result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      case UInt8(ascii: "?"), UInt8(ascii: "#"):
        isPath = false
        result.append(byte)
      default: result.append(byte)
      }
    }
    return result
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x37 }

  /// Whether what stands behind a "%" makes an escape of it.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 2
      && bytes.prefix(2).allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0
      }
  }
}
