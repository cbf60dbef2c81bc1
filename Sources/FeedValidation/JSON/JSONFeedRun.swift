internal import Diagnostics
internal import JSON
internal import XML

/// One JSON Feed on its way through the rules.
final class JSONFeedRun {
  private let log: Log
  private let observer: RecordObserver
  private(set) var version: String?

  init(log: Log, observer: RecordObserver) {
    self.log = log
    self.observer = observer
  }

  func run(_ source: ChunkSource) {
    let inspector = JSONInspector(log: log)
    let chunks = DecodedChunks { source.next() }
    if chunks.family != "UTF-8" {
      log.add(JSONFeedRules.encoding, "the document is \(chunks.family)", at: .start)
    } else if chunks.hasMark {
      log.add(JSONFeedRules.encoding, "the document begins with a byte-order mark", at: .start)
    }
    var parser = JSONParser(
      encoding: chunks.family,
      records: .init(of: "items") { [observer] item, bytes in
        if observer.inspects { inspector.inspect(item, as: .item) }
        observer.passed(
          RecordObserver.Record(
            position: item.position, start: bytes.lowerBound, end: bytes.upperBound))
      },
      duplicate: { [log] member in
        log.add(
          JSONFeedRules.duplicateKey, "the object has another member \(quoted(member.key))",
          at: member.keyPosition ?? member.position, length: member.key.unicodeScalars.count + 2)
      }, nextChunk: chunks.next)
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
