internal import Diagnostics

/// What the HTML pass took out of an article: once a kind, with a count.
struct HTMLRemovals: Equatable {
  struct Removal: Equatable {
    /// One of the kind, such as "`script` element".
    let kind: String
    var count = 1
    /// How the first one is written, the most telling text first.
    let needles: [[UInt8]]
  }

  private(set) var all: [Removal] = []

  mutating func add(_ kind: String, needles: [[UInt8]]) {
    if let index = all.firstIndex(where: { $0.kind == kind }) {
      all[index].count += 1
    } else {
      all.append(Removal(kind: kind, needles: needles))
    }
  }

  /// A warning for each kind, where its first one stands in `source`; at the first line of the text
  /// behind the front matter where it is not found as it is written in HTML.
  func diagnostics(in source: SourceText, bodyStart: Int) -> [Diagnostic] {
    if all.isEmpty { return [] }
    let code = MarkdownCode(source.bytes, from: bodyStart)
    return all.map { removal in
      var found: (offset: Int, length: Int)?
      for needle in removal.needles where found == nil && !needle.isEmpty {
        found = Self.offset(of: needle, in: source.bytes, from: bodyStart, code: code).map {
          ($0, needle.prefix { $0 != UInt8(ascii: "\n") }.count)
        }
      }
      let isOne = removal.count == 1
      return source.diagnostic(
        ContentRules.htmlRemoved,
        at: source.position(ofByteAt: found?.offset ?? Self.firstText(of: source, from: bodyStart)),
        length: min(found?.length ?? 1, 60),
        isOne
          ? "a feed can't carry this \(removal.kind), so it is left out"
          : "feeds can't carry \(removal.kind)s, so \(removal.count) of them are left out, "
            + "the first one here")
    }
  }

  private static func firstText(of source: SourceText, from start: Int) -> Int {
    let bytes = source.bytes[min(start, source.bytes.count)...]
    return bytes.firstIndex { !HTMLNames.isSpace($0) } ?? start
  }

  /// The offset of `needle`, in any letter case, where it stands in no code.
  private static func offset(
    of needle: [UInt8], in bytes: [UInt8], from start: Int, code: MarkdownCode
  ) -> Int? {
    guard let first = needle.first, bytes.count >= needle.count, start >= 0 else { return nil }
    let (low, high) = 0x41...0x5A ~= first & 0xDF ? (first | 0x20, first & 0xDF) : (first, first)
    var index = start
    while index + needle.count <= bytes.count {
      if bytes[index] == low || bytes[index] == high {
        let matches = zip(bytes[index...], needle).allSatisfy { one, other in
          one == other || one ^ other == 0x20 && 0x41...0x5A ~= one & 0xDF
        }
        if matches, !code.contains(index) { return index }
      }
      index += 1
    }
    return nil
  }
}
