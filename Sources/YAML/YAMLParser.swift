internal import CLibYAML
internal import Diagnostics

/// Reads YAML with libyaml into a tree of located nodes.
package enum YAMLParser {
  /// How deep nodes may be nested.
  static let deepest = 64
  /// How many nodes a document may have once its aliases are written out.
  static let mostNodes = 100_000

  /// The root of the first document in `bytes`; nil where there is none.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - firstLine: The line of the file that `bytes` begin at, so that positions are the file's.
  /// - Returns: The root.
  /// - Throws: `SyntaxError` for text that is not YAML, an alias of nothing or of what it stands in,
  ///   nesting deeper than 64, and more than 100,000 nodes.
  package static func parse(_ bytes: ArraySlice<UInt8>, firstLine: Int = 1) throws(SyntaxError)
    -> Node?
  {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = isMarked ? bytes.dropFirst(3) : bytes
    let result: Result<Node?, SyntaxError> = text.withUnsafeBufferPointer { buffer in
      do throws(SyntaxError) {
        var composer = Composer(events: EventSource(buffer, firstLine: firstLine))
        return .success(try composer.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// An event of libyaml in values of Swift.
private struct Event {
  enum Kind {
    case documentStart, documentEnd, streamStart, streamEnd
    case scalar(Node.Scalar)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias(String)
  }
  let kind: Kind
  let anchor: String?
  let position: Position
}

/// Owns a `yaml_parser_t`, which lives on the heap because it points into itself.
private final class EventSource {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var cursor: PositionCursor

  /// The buffer must outlive the source: both live in one closure of `YAMLParser.parse`.
  init(_ buffer: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    parser = .allocate(capacity: 1)
    cursor = PositionCursor(buffer, firstLine: firstLine)
    guard yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml had no memory for a parser")
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws(SyntaxError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    let position = position(event.start_mark)
    switch event.type {
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, anchor: nil, position: position)
    case YAML_DOCUMENT_START_EVENT:
      return Event(kind: .documentStart, anchor: nil, position: position)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, anchor: nil, position: position)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return Event(
        kind: .scalar(Node.Scalar(text: text, isPlain: isPlain)), anchor: name(scalar.anchor),
        position: position)
    case YAML_SEQUENCE_START_EVENT:
      return Event(
        kind: .sequenceStart, anchor: name(event.data.sequence_start.anchor), position: position)
    case YAML_SEQUENCE_END_EVENT: return Event(kind: .sequenceEnd, anchor: nil, position: position)
    case YAML_MAPPING_START_EVENT:
      return Event(
        kind: .mappingStart, anchor: name(event.data.mapping_start.anchor), position: position)
    case YAML_MAPPING_END_EVENT: return Event(kind: .mappingEnd, anchor: nil, position: position)
    case YAML_ALIAS_EVENT:
      return Event(
        kind: .alias(name(event.data.alias.anchor) ?? ""), anchor: nil, position: position)
    default: return Event(kind: .streamEnd, anchor: nil, position: position)
    }
  }

  private func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  /// Where a mark is by the lines of editors and findings.
  ///
  /// libyaml's own lines also end at U+0085, U+2028 and U+2029, as YAML 1.1 has it.
  private func position(_ mark: yaml_mark_t) -> Position {
    cursor.position(ofScalar: Int(mark.index))
  }

  private func error() -> SyntaxError {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "it can't be read"
    guard parser.error != YAML_READER_ERROR else {
      // The reader runs ahead of the marks and knows only the offset of the byte.
      return SyntaxError(at: position(parser.mark), problem)
    }
    if problem == "did not find expected <document start>" {
      return .anotherDocument(at: position(parser.problem_mark))
    }
    let context = parser.context.map { String(cString: $0) }
    guard let context else { return SyntaxError(at: position(parser.problem_mark), problem) }
    let place = position(parser.context_mark)
    if context.hasSuffix("a quoted scalar"), problem.contains("end of stream") {
      return SyntaxError(at: place, "the quotation mark that opens here is never closed")
    }
    return SyntaxError(
      at: position(parser.problem_mark), problem,
      context: SyntaxError.Context(position: place, message: context))
  }
}

/// Puts events together to nodes.
private struct Composer {
  let events: EventSource
  private var anchors: [String: Node] = [:]
  private var nodeCount = 0

  init(events: EventSource) { self.events = events }

  mutating func document() throws(SyntaxError) -> Node? {
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamStart, .documentStart: continue
      case .streamEnd, .documentEnd: return nil
      default:
        let root = try node(from: event, depth: 0)
        try expectEnd()
        return root
      }
    }
  }

  /// What follows a document would be lost without a word.
  private func expectEnd() throws(SyntaxError) {
    while true {
      let event = try events.next()
      switch event.kind {
      case .documentEnd: continue
      case .streamEnd: return
      default: throw SyntaxError.anotherDocument(at: event.position)
      }
    }
  }

  private mutating func node(from event: Event, depth: Int) throws(SyntaxError) -> Node {
    guard depth < YAMLParser.deepest else {
      throw SyntaxError(
        at: event.position, "nodes are nested deeper than \(YAMLParser.deepest)",
        isTooMuch: true)
    }
    let node: Node
    switch event.kind {
    case .scalar(let scalar): node = Node(.scalar(scalar), at: event.position)
    case .alias(let name):
      guard let anchored = anchors[name] else {
        throw SyntaxError(at: event.position, "the alias \"*\(name)\" has no anchor before it")
      }
      try count(anchored.size, at: event.position)
      return Node(anchored.content, at: event.position)
    case .sequenceStart:
      var nodes: [Node] = []
      while true {
        let next = try events.next()
        if case .sequenceEnd = next.kind { break }
        nodes.append(try self.node(from: next, depth: depth + 1))
      }
      node = Node(.sequence(nodes), at: event.position)
    case .mappingStart:
      var pairs: [Node.Pair] = []
      while true {
        let next = try events.next()
        if case .mappingEnd = next.kind { break }
        let key = try self.node(from: next, depth: depth + 1)
        let value = try self.node(from: try events.next(), depth: depth + 1)
        pairs.append(Node.Pair(key: key, value: value))
      }
      node = Node(.mapping(pairs), at: event.position)
    default: throw SyntaxError(at: event.position, "a value is missing")
    }
    try count(1, at: event.position)
    if let anchor = event.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func count(_ nodes: Int, at position: Position) throws(SyntaxError) {
    nodeCount += nodes
    guard nodeCount <= YAMLParser.mostNodes else {
      throw SyntaxError(
        at: position,
        "it has more than \(YAMLParser.mostNodes) nodes once its aliases are written out",
        isTooMuch: true)
    }
  }
}
