internal import Diagnostics
internal import FeedValues

/// Judges documents that share their entries by parts: each entry once, and each document's frame.
///
/// A document is its frame with entries in it, and a rule looks at an entry, at what is around the
/// entries, or at what entries must not have in common. So a document of clean entries in a clean frame
/// that share no id is one that judging it as a whole finds nothing in. That holds only where entries
/// are what they seem, which is looked at closely: an entry must begin and end where its bytes do. What
/// is not clean by this judge is not condemned by it; whoever asks judges the whole document then.
///
/// Advice (`info`) counts for nothing here.
package struct PartwiseJudge: Sendable {
  /// What is around the entries of a document: bytes before them, and bytes behind.
  package struct Frame: Hashable, Sendable {
    let head: [UInt8]
    let tail: [UInt8]

    /// The frame of a document.
    package init(head: [UInt8], tail: [UInt8]) {
      self.head = head
      self.tail = tail
    }
  }

  /// What was found of an entry by itself.
  package struct Verdict: Sendable {
    /// Whether no rule minds anything in it.
    package let isClean: Bool
    /// What no other entry of a document may have as well.
    let identities: [Digest]
    /// Whether it names no author, so that the feed must.
    let needsAuthor: Bool

    static let unclean = Verdict(isClean: false, identities: [], needsAuthor: false)
  }

  private let validator: FeedValidator
  private let kind: FeedKind

  /// A judge of documents of one kind.
  package init(_ validator: FeedValidator, of kind: FeedKind) {
    self.validator = validator
    self.kind = kind
  }

  /// Judges entries, each by itself; a verdict for each.
  ///
  /// - Parameters:
  ///   - entries: Their bytes.
  ///   - frame: The frame of a document that holds them: the verdicts hold in all with the same
  ///     `context`.
  ///   - memory: What was learnt from entries before.
  /// - Returns: The verdicts.
  package func verdicts(
    on entries: [[UInt8]], in frame: Frame, with memory: JudgeMemory = JudgeMemory()
  ) -> [Verdict] {
    let log = validator.newLog(memory)
    var places = EntryPlaces(entries, behind: frame.head, kind: kind)
    var verdicts: [Verdict] = []
    var passedFindings = 0
    let observer = RecordObserver { record in
      let findings = log.findings[passedFindings...]
      passedFindings = log.findings.count
      let isItself = places.isNext(record)
      let isClean = isItself && !findings.contains { $0.severity > .info }
      verdicts.append(isClean ? Self.verdict(log.memory) : .unclean)
      // What the next entry has in common with this one matters where both are in a document.
      log.memory = Memory()
    }
    var parts = [frame.head]
    for (index, entry) in entries.enumerated() {
      if kind == .json, index > 0 { parts.append([UInt8(ascii: ",")]) }
      parts.append(entry)
    }
    parts.append(frame.tail)
    run(parts, log: log, observer: observer, memory)
    // Faults of syntax are told at the end; whose they are is for the judges of whole documents.
    let hasFaults = log.findings.contains { Self.syntaxRules.contains($0.rule.id) }
    guard !hasFaults, verdicts.count == entries.count else {
      return entries.map { _ in .unclean }
    }
    return verdicts
  }

  /// Whether a document is clean: its frame, and its entries beside each other.
  ///
  /// - Parameters:
  ///   - frame: Its frame.
  ///   - verdicts: What was found of its entries, in frames of the same `context`.
  ///   - memory: What was learnt from frames before.
  /// - Returns: Whether judging the whole document would find nothing but advice.
  package func isClean(
    _ frame: Frame, holding verdicts: [Verdict], with memory: JudgeMemory = JudgeMemory()
  ) -> Bool {
    guard verdicts.allSatisfy(\.isClean) else { return false }
    var identities: Set<Digest> = []
    for verdict in verdicts {
      for identity in verdict.identities where !identities.insert(identity).inserted {
        return false
      }
    }
    // One empty entry shows that entries stand where entries belong.
    let placeholder = Array(placeholder.utf8)
    var places = EntryPlaces([placeholder], behind: frame.head, kind: kind)
    let log = validator.newLog(memory)
    var isInPlace = false
    let observer = RecordObserver(inspects: false) { record in
      isInPlace = places.isNext(record)
      log.memory.firstRecord = record.position
      if verdicts.contains(where: \.needsAuthor) { log.memory.authorless = [record.position] }
    }
    run([frame.head, placeholder, frame.tail], log: log, observer: observer, memory)
    return isInPlace && !log.findings.contains { $0.severity > .info }
  }

  /// What of a frame decides how its entries are understood: for XML all up to the end of the start tag
  /// that they stand in, with its namespaces, but for the name of a stylesheet; nothing for JSON.
  package func context(of frame: Frame) -> ArraySlice<UInt8> {
    switch kind {
    case .json: return []
    case .atom: return Self.withoutStylesheet(Self.prefix(of: frame.head, through: "<feed"))
    case .rss: return Self.withoutStylesheet(Self.prefix(of: frame.head, through: "<channel"))
    }
  }

  /// The bytes without the instruction for browsers that stands behind the XML declaration, which says where a
  /// stylesheet is as seen from the document.
  private static func withoutStylesheet(_ prefix: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let opening = Array("<?xml-stylesheet ".utf8)
    guard let lineBreak = prefix.firstIndex(of: UInt8(ascii: "\n")) else { return prefix }
    let rest = prefix[(lineBreak + 1)...]
    guard rest.starts(with: opening), let end = rest.firstIndex(of: UInt8(ascii: "\n")),
      rest[..<end].firstIndex(of: UInt8(ascii: ">")) == end - 1
    else { return prefix }
    return (prefix[...lineBreak] + rest[(end + 1)...])[...]
  }

  /// The bytes through the start tag that begins with `tag`; all where there is none.
  private static func prefix(of head: [UInt8], through tag: StaticString) -> ArraySlice<UInt8> {
    let name = Array("\(tag)".utf8)
    let starts = head.indices.lazy.filter { head[$0...].starts(with: name) }
    guard let start = starts.first, let end = head[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return head[...] }
    return head[...end]
  }

  private func run(
    _ parts: [[UInt8]], log: Log, observer: RecordObserver, _ memory: JudgeMemory
  ) {
    var iterator = parts.makeIterator()
    _ = validator.judge(
      ChunkSource { iterator.next() }, as: kind, log: log, observer: observer,
      shapes: memory.shapes)
  }

  private var placeholder: String {
    switch kind {
    case .rss: "<item>\n</item>\n"
    case .atom: "<entry>\n</entry>\n"
    case .json: "\n{}"
    }
  }

  /// What is remembered of an entry, after it alone was looked at.
  private static func verdict(_ memory: Memory) -> Verdict {
    let ids = memory.ids.keys.map { Digest(Array($0.utf8)[...]) }
    return Verdict(
      isClean: memory.firstCommentCount == nil,
      identities: ids + Array(memory.editions), needsAuthor: !memory.authorless.isEmpty)
  }

  private static let syntaxRules: Set<String> = Set(
    (DocumentRules.all + [JSONFeedRules.syntax, JSONFeedRules.encoding, JSONFeedRules.rootObject])
      .map(\.id))
}

/// Where the entries of a document must begin and end, if each is what its bytes say.
private struct EntryPlaces {
  private let entries: [[UInt8]]
  private let ending: [UInt8]
  private var index = 0
  /// The offset of the first byte of the next entry; nil once one was not what its bytes say.
  private var start: Int?
  private let kind: FeedKind

  init(_ entries: [[UInt8]], behind head: [UInt8], kind: FeedKind) {
    self.entries = entries
    self.kind = kind
    ending =
      switch kind {
      case .rss: Array("\n</item>\n".utf8)
      case .atom: Array("\n</entry>\n".utf8)
      case .json: Array("}".utf8)
      }
    // Entries of XML begin a line, which the head must have ended.
    start = kind != .json && head.last != UInt8(ascii: "\n") ? nil : head.count
  }

  /// Whether what was read is the next entry: it begins and ends where that does.
  mutating func isNext(_ record: RecordObserver.Record) -> Bool {
    guard index < entries.count, let start else { return false }
    let entry = entries[index]
    index += 1
    self.start = nil
    guard entry.suffix(ending.count).elementsEqual(ending) else { return false }
    let end = start + entry.count
    if kind == .json {
      // A line break and its indentation come before an item, a comma between two.
      let indent = entry.dropFirst().prefix { $0 == 0x20 }.count
      self.start = end + 1
      return entry.first == UInt8(ascii: "\n") && record.start == start + 1 + indent
        && record.end == end
    }
    self.start = end
    // The end tag is behind the line break that begins the ending.
    return entry.first == UInt8(ascii: "<") && record.start == start
      && record.end == end - ending.count + 1
  }
}
