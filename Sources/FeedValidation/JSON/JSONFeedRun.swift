internal import Diagnostics

/// One JSON Feed on its way through the rules.
final class JSONFeedRun {
  private let log: Log
  private(set) var version: String?

  init(log: Log) {
    self.log = log
  }

  func run(_ segments: [[UInt8]]) {
    let inspector = JSONInspector(log: log)
    let decoded = JSONEncodings.decoded(segments)
    if let note = decoded.note { log.add(JSONFeedRules.encoding, note, at: .start) }
    var parser = JSONParser(
      decoded.segments, record: { inspector.inspect($0, as: .item) },
      duplicate: { [log] member in
        log.add(
          JSONFeedRules.duplicateKey, "the object has another member \(quoted(member.key))",
          at: member.keyPosition ?? member.position, length: member.key.unicodeScalars.count + 2)
      })
    do throws(JSONFault) {
      let root = try parser.parse()
      guard root.kind == .object else {
        log.add(
          JSONFeedRules.rootObject, "the document is \(root.kind.title), not an object",
          at: root.position)
        return
      }
      if let member = root.member("version"), member.kind == .string { version = member.text }
      inspector.inspect(root, as: .feed)
    } catch {
      log.add(
        error.isLimit ? DocumentRules.beyondLimit : JSONFeedRules.syntax, error.message,
        at: error.position)
    }
  }
}

extension JSONFeedRun {
  /// The part of the version's URL that tells it, such as `1.1`.
  static func shortVersion(_ url: String) -> String? {
    let prefix = "https://jsonfeed.org/version/"
    return url.hasPrefix(prefix) ? String(url.dropFirst(prefix.count)) : nil
  }
}

extension JSONTree.Kind {
  /// The kind of value with its article.
  var title: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}

/// Encodings that JSON was once allowed to have.
enum JSONEncodings {
  /// The document in UTF-8 without byte-order mark, and what was unusual about it.
  static func decoded(_ segments: [[UInt8]]) -> (segments: [[UInt8]], note: String?) {
    let head = Array(segments.lazy.joined().prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (dropping(3, of: segments), "the document begins with a byte-order mark")
    }
    let isBigEndian = head.starts(with: [0xFE, 0xFF]) || (head.count > 1 && head[0] == 0)
    let isLittleEndian = head.starts(with: [0xFF, 0xFE]) || (head.count > 1 && head[1] == 0)
    guard isBigEndian || isLittleEndian else { return (segments, nil) }
    let bytes = Array(segments.joined())
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    // A broken pair becomes U+FFFD, which is no worse than what readers show.
    return ([Array(String(decoding: units, as: UTF16.self).utf8)], "the document is UTF-16")
  }

  private static func dropping(_ count: Int, of segments: [[UInt8]]) -> [[UInt8]] {
    var left = count
    return segments.map { segment in
      let dropped = min(left, segment.count)
      left -= dropped
      return dropped == 0 ? segment : Array(segment.dropFirst(dropped))
    }
  }
}
