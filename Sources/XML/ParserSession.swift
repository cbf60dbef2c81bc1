internal import CLibXML2
internal import Diagnostics

/// One document on its way through libxml2: the state between the parser's callbacks.
///
/// libxml2 builds its own tree beside ours, for the grammar alone: element by element with a
/// single letter for any text, since no grammar here looks at what a text says.
final class ParserSession {
  let feed: ByteFeed
  let consumer: DocumentReader.Consumer
  let document: DocumentNames
  let envelope: Tree
  let record: Tree

  var context: xmlParserCtxtPtr?
  @exclusivity(unchecked) var symbols = SymbolCache()
  var faults: [SyntaxFault] = []
  var plan = ReadingPlan(record: nil, recordDepth: 0, grammar: nil)
  var grammarRun: GrammarRun?

  /// The open elements, as indices into the tree that each is in.
  var open: [Int] = []
  var isInRecord = false
  /// The text since the last tag; also what the parser's callbacks are given.
  let run = UnsafeMutablePointer<TextRun>.allocate(capacity: 1)

  /// A start tag longer than this is refused: libxml2 compares every attribute with every other.
  static let longestTag = 1 << 17
  /// A record, or what is around the records, larger than this in memory is refused.
  static let largestTree = 48 << 20

  init(feed: ByteFeed, names: NameTable, consumer: DocumentReader.Consumer) {
    self.feed = feed
    self.consumer = consumer
    document = DocumentNames(names)
    envelope = Tree(names: document)
    record = Tree(names: document)
    run.initialize(to: TextRun(session: Unmanaged.passUnretained(self)))
  }

  deinit {
    run.pointee.free()
    run.deinitialize(count: 1)
    run.deallocate()
  }

  var tree: Tree { isInRecord ? record : envelope }

  func parse() -> [SyntaxFault] {
    var handler = Self.saxHandler()
    guard
      let context = xmlCreateIOParserCtxt(
        &handler, run, Self.readCallback, nil, run, XML_CHAR_ENCODING_NONE)
    else { return [.outOfMemory] }
    self.context = context
    run.pointee.parser = context
    defer {
      xmlFreeDoc(context.pointee.myDoc)
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    // NOENT asks for entities as text, also in attributes; which entities there are is decided
    // where they are declared, and none from outside is among them.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    xmlParseDocument(context)
    if faults.isEmpty {
      if context.pointee.wellFormed == 0 {
        fault(.syntax, "the document is not well-formed", at: offset)
      } else if let root = envelope.root {
        consumer.envelope(root, judgeEnvelope())
      }
    }
    return faults
  }

  /// How many bytes of the document the parser has passed.
  var offset: Int { feedsetter_xml_offset(context) }

  func fault(_ kind: SyntaxFault.Kind, _ message: String, at offset: Int) {
    // What the parser says of the end that comes from stopping it is no news.
    guard faults.count < 100, faults.last?.kind != .limit else { return }
    faults.append(
      SyntaxFault(kind: kind, position: feed.peekPosition(at: offset), message: message))
  }

  func stop(_ message: String) {
    fault(.limit, message, at: run.pointee.eventEnd)
    xmlStopParser(context)
  }

  private func judgeEnvelope() -> [GrammarFault] {
    guard let grammarRun, let root = xmlDocGetRootElement(context?.pointee.myDoc) else { return [] }
    return grammarRun.validate(root, of: envelope)
  }

  private static let readCallback: xmlInputReadCallback = { data, buffer, count in
    guard let data, let buffer, count > 0 else { return -1 }
    let session = data.assumingMemoryBound(to: TextRun.self).pointee.session.takeUnretainedValue()
    if session.isInEndlessTag {
      // The parser reads on from here, so it can't be stopped: it finds the end instead.
      session.fault(
        .limit, "a tag is longer than \(longestTag / 1024) KB", at: session.run.pointee.eventEnd)
      return -1
    }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
    return Int32(session.feed.read(into: room))
  }

  private var isInEndlessTag: Bool {
    let eventEnd = run.pointee.eventEnd
    guard feed.given - eventEnd > Self.longestTag,
      feed.peekByte(at: run.pointee.eventEnd) == UInt8(ascii: "<"),
      let next = feed.peekByte(at: eventEnd + 1)
    else { return false }
    return next != UInt8(ascii: "!") && next != UInt8(ascii: "?")
  }
}

/// Symbols by the addresses of the parser's interned names: no string is made for a known name.
struct SymbolCache {
  private struct Slot {
    var local: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>?
    var symbol = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)

  mutating func symbol(
    local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
    in document: DocumentNames
  ) -> Int {
    let hash = UInt(bitPattern: local) &* 31 &+ UInt(bitPattern: uri)
    let index = Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 54)
    let slot = slots[index]
    if slot.local == local && slot.uri == uri && slot.symbol >= 0 { return slot.symbol }
    let namespace = uri.map { document.table.namespace(String(cString: $0)) } ?? .none
    let symbol = document.table.symbol(
      for: Name(namespace, String(cString: local)), prefix: prefix.map { String(cString: $0) })
    slots[index] = Slot(local: local, uri: uri, symbol: symbol)
    return symbol
  }
}
