internal import Diagnostics
internal import FeedValues
package import YAML

/// Reads TOML 1.0 into a tree of located nodes.
///
/// Texts become quoted scalars, all other values plain ones. See <https://toml.io/en/v1.0.0>.
package struct TOMLParser {
  /// How deep values may be nested, the parts of keys and headers counted.
  static let deepest = 64
  /// How many values and tables a document may have.
  static let mostNodes = 100_000

  private var scanner: TOMLScanner
  private let root = TOMLTable(.header, at: .start)
  /// The table that keys are added to.
  private var current: TOMLTable
  /// How many parts the header of `current` has.
  private var depth = 0
  /// Counts headers, so that dotted keys of one are told from those of another.
  private var section = 0
  private var nodeCount = 0

  /// The table of a whole document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - firstLine: The line of the file that `bytes` begin at, so that positions are the file's.
  /// - Returns: A map of the document's keys.
  /// - Throws: `SyntaxError` for text that is not TOML, nesting deeper than 64, and more than 100,000
  ///   values.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, firstLine: Int = 1
  ) throws(SyntaxError) -> Node {
    let text = Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes)
    var parser = TOMLParser(text, firstLine: firstLine)
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      throw parser.scanner.error("it is not UTF-8", at: error.byteOffsets.lowerBound)
    }
    try parser.document()
    return parser.root.node
  }

  private init(_ bytes: [UInt8], firstLine: Int) {
    scanner = TOMLScanner(bytes, firstLine: firstLine)
    current = root
  }

  private mutating func document() throws(SyntaxError) {
    while true {
      try scanner.skipLines()
      if scanner.isAtEnd { return }
      if scanner.next == UInt8(ascii: "[") {
        try header()
      } else {
        try pair(in: current, depth: depth)
      }
      scanner.skipBlanks()
      try scanner.skipComment()
      guard scanner.isAtEnd || scanner.takeLineBreak() else {
        throw scanner.error(
          "\(scanner.nextShown) stands where the line should end",
          help: "write one key and value a line, and texts in quotation marks")
      }
    }
  }

  private mutating func header() throws(SyntaxError) {
    let start = scanner.offset
    let isArray = scanner.take(all: "[[")
    if !isArray { scanner.advance() }
    let keys = try self.keys(depth: 0)
    guard scanner.take("]"), !isArray || scanner.take("]") else {
      throw scanner.error(
        "the header that begins here is not closed", at: start,
        help: isArray ? "close it by ]]" : "close it by ]")
    }
    section += 1
    depth = keys.count
    var table = root
    for key in keys.dropLast() { table = try step(to: key, from: table) }
    guard let key = keys.last else { return }
    try count(at: key)
    let new = TOMLTable(.header, at: key.position)
    switch (table[key.text]?.value, isArray) {
    case (nil, false): table.add(key, .table(new))
    case (nil, true):
      let array = TOMLTableArray()
      array.tables = [new]
      table.add(key, .tables(array))
    case (.tables(let array), true): array.tables.append(new)
    case (.table(let old), false) where old.origin == .implied:
      old.origin = .header
      current = old
      return
    default: throw repeated(key, in: table)
    }
    current = new
  }

  /// The table that a header leads through.
  private mutating func step(
    to key: TOMLTable.Key, from table: TOMLTable
  ) throws(SyntaxError) -> TOMLTable {
    switch table[key.text]?.value {
    case .table(let next): return next
    case .tables(let array):
      if let last = array.tables.last { return last }
      throw repeated(key, in: table)
    case .node: throw repeated(key, in: table)
    case nil:
      try count(at: key)
      let next = TOMLTable(.implied, at: key.position)
      table.add(key, .table(next))
      return next
    }
  }

  /// Reads a key and its value into `table`.
  private mutating func pair(in table: TOMLTable, depth: Int) throws(SyntaxError) {
    let keys = try self.keys(depth: depth)
    var table = table
    for key in keys.dropLast() {
      switch table[key.text]?.value {
      case .table(let next)
      where next.origin == .implied || next.origin == .dotted(section: section):
        next.origin = .dotted(section: section)
        table = next
      case nil:
        try count(at: key)
        let next = TOMLTable(.dotted(section: section), at: key.position)
        table.add(key, .table(next))
        table = next
      default: throw repeated(key, in: table)
      }
    }
    guard scanner.take("=") else {
      throw scanner.error(
        "\(scanner.nextShown) stands where \"=\" should follow the key",
        help: scanner.next == UInt8(ascii: ":") ? "TOML writes title = \"Hello\"" : nil)
    }
    scanner.skipBlanks()
    guard let key = keys.last else { return }
    // Before the value, which may be long, so that the place is that of the second key.
    if table[key.text] != nil { throw repeated(key, in: table) }
    table.add(key, .node(try value(depth: depth + keys.count)))
  }

  private func repeated(_ key: TOMLTable.Key, in table: TOMLTable) -> SyntaxError {
    SyntaxError(
      .toml, at: key.position, "\"\(key.text)\" is defined twice",
      help: "take one of the two out, or call it something else",
      context: table[key.text].map {
        SyntaxError.Context(position: $0.key.position, message: "it is defined here too")
      })
  }

  /// Reads a key of one part or more, with the blanks around them.
  private mutating func keys(depth: Int) throws(SyntaxError) -> [TOMLTable.Key] {
    var keys: [TOMLTable.Key] = []
    repeat {
      scanner.skipBlanks()
      let start = scanner.offset
      let position = scanner.position(at: start)
      let text: String
      switch scanner.next {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): text = try scanner.lineString()
      default:
        let bytes = scanner.run {
          0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: "_")
        }
        guard !bytes.isEmpty else {
          throw scanner.error(
            "\(scanner.nextShown) stands where a key should",
            help: "keys are letters, digits, - and _; others stand in quotation marks")
        }
        text = String(decoding: bytes, as: UTF8.self)
      }
      keys.append(TOMLTable.Key(text: text, position: position))
      guard depth + keys.count < Self.deepest else { throw tooDeep(at: start) }
      scanner.skipBlanks()
    } while scanner.take(".")
    return keys
  }

  private mutating func value(depth: Int) throws(SyntaxError) -> Node {
    let start = scanner.offset
    let position = scanner.position(at: start)
    guard depth < Self.deepest else { throw tooDeep(at: start) }
    nodeCount += 1
    guard nodeCount <= Self.mostNodes else { throw tooMany(at: position) }
    switch scanner.next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return Node(.scalar(Node.Scalar(text: try scanner.string(), isPlain: false)), at: position)
    case UInt8(ascii: "["): return Node(.sequence(try array(depth: depth)), at: position)
    case UInt8(ascii: "{"): return try inlineTable(at: position, depth: depth)
    default: return try bareValue(at: position)
    }
  }

  private mutating func array(depth: Int) throws(SyntaxError) -> [Node] {
    let start = scanner.offset
    scanner.advance()
    var nodes: [Node] = []
    while true {
      try scanner.skipLines()
      if scanner.take("]") { return nodes }
      guard !scanner.isAtEnd else {
        throw scanner.error("the bracket that opens here is never closed", at: start)
      }
      nodes.append(try value(depth: depth + 1))
      try scanner.skipLines()
      if scanner.take(",") { continue }
      guard scanner.take("]") else {
        if scanner.isAtEnd {
          throw scanner.error("the bracket that opens here is never closed", at: start)
        }
        throw scanner.error(
          "\(scanner.nextShown) stands where a comma or a bracket should follow the value")
      }
      return nodes
    }
  }

  private mutating func inlineTable(
    at position: Position, depth: Int
  ) throws(SyntaxError) -> Node {
    scanner.advance()
    let table = TOMLTable(.header, at: position)
    scanner.skipBlanks()
    if scanner.take("}") { return table.node }
    while true {
      try pair(in: table, depth: depth)
      scanner.skipBlanks()
      if scanner.take("}") { break }
      guard scanner.take(",") else {
        throw scanner.error(
          "\(scanner.nextShown) stands where a comma or a brace should follow the value",
          help: "an inline table is closed by } in its line")
      }
    }
    return table.node
  }

  private mutating func bareValue(at position: Position) throws(SyntaxError) -> Node {
    let start = scanner.offset
    func belongs(_ byte: UInt8) -> Bool {
      !(byte <= 0x20 || byte == 0x7F || ",]}#=\"'[{".utf8.contains(byte))
    }
    _ = scanner.run(while: belongs)
    // A space may stand between day and time.
    if scanner.offset == start + 10, scanner.next == 0x20, let digit = scanner.peek(1),
      0x30...0x39 ~= digit, scanner.slice(from: start).allSatisfy({ 0x2D...0x39 ~= $0 })
    {
      scanner.advance()
      _ = scanner.run(while: belongs)
    }
    let word = String(decoding: scanner.slice(from: start), as: UTF8.self)
    guard !word.isEmpty else {
      throw scanner.error("\(scanner.nextShown) stands where a value should")
    }
    do throws(InvalidValue) {
      let text = try TOMLBareValue(word).text
      return Node(.scalar(Node.Scalar(text: text, isPlain: true)), at: position)
    } catch {
      // What is meant is most likely a text, and all of the line.
      let rest = word.utf8.prefix(60)
      throw scanner.error(
        "the value \"\(String(decoding: rest, as: UTF8.self))\" can't be read: \(error.reason)",
        at: start, help: "write a text in quotation marks\(textMeant(from: start))")
    }
  }

  /// The rest of the line from `start` on as a text, where it can be one.
  private mutating func textMeant(from start: Int) -> String {
    _ = scanner.run { $0 >= 0x20 && $0 != UInt8(ascii: "#") && $0 != 0x7F }
    let text = String(decoding: scanner.slice(from: start), as: UTF8.self)
    let end = text.lastIndex { $0 != " " && $0 != "\t" }
    guard let end, text.utf8.count < 200, !text.contains(where: { "\"'\\[]{},".contains($0) })
    else { return "" }
    return ": \"\(text[...end])\""
  }

  private mutating func count(at key: TOMLTable.Key) throws(SyntaxError) {
    nodeCount += 1
    guard nodeCount <= Self.mostNodes else { throw tooMany(at: key.position) }
  }

  private func tooMany(at position: Position) -> SyntaxError {
    SyntaxError(
      .toml, at: position, "it has more than \(Self.mostNodes) values", isTooMuch: true)
  }

  private mutating func tooDeep(at offset: Int) -> SyntaxError {
    scanner.error("values are nested deeper than \(Self.deepest)", at: offset, isTooMuch: true)
  }
}
