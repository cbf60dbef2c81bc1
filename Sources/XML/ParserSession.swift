internal import CLibXML2
internal import Diagnostics

/// One document on its way through libxml2: the state between the parser's callbacks.
///
/// libxml2 tells of tags and text and builds no tree.
final class ParserSession {
  let feed: ByteFeed
  let encoding: DocumentEncoding
  let consumer: DocumentReader.Consumer
  let document: DocumentNames
  let envelope: Tree
  let record: Tree
  /// What is remembered from document to document, and how many names all documents have.
  let shapes: ShapeMemory?
  let sharedSymbols: Int

  var context: xmlParserCtxtPtr?
  @exclusivity(unchecked) var symbols = SymbolCache()
  var faults: [SyntaxFault] = []
  /// What was left out and is no fault of the document.
  var notes: [SyntaxFault] = []
  /// The entities whose text stands outside the document.
  var externalEntities: Set<String> = []
  var plan = ReadingPlan(record: nil, recordDepth: 0, grammar: nil)
  var grammarRun: GrammarRun?

  /// The open elements, as indices into the tree that each is in.
  @exclusivity(unchecked) var open: [Int] = []
  @exclusivity(unchecked) var isInRecord = false
  var hasDocumentType = false
  /// Where the first fault was found after which no tag is told of.
  var firstFatal: Int?
  /// Whether the parser was given an end that the document does not have.
  var isCutOff = false
  /// The text since the last tag; also what the parser's callbacks are given.
  let run = UnsafeMutablePointer<TextRun>.allocate(capacity: 1)

  /// A start tag longer than this is refused: libxml2 compares every attribute with every other.
  static let longestTag = 1 << 17
  /// Any other part that the parser reads as a whole, such as a comment or a document type.
  static let longestPart = 12 << 20
  /// A document type longer than this is refused: the parser keeps what it declares.
  static let longestDocumentType = 1 << 20
  /// So much is read behind the first fault that is fatal, in case that there are others.
  static let longestRest = 1 << 18
  /// More different names than this are refused: each is kept.
  static let mostNames = 10_000
  /// A record, or what is around the records, larger than this in memory is refused.
  static let largestTree = 48 << 20

  init(
    feed: ByteFeed, encoding: DocumentEncoding, names: NameTable, shapes: ShapeMemory?,
    consumer: DocumentReader.Consumer
  ) {
    self.feed = feed
    self.encoding = encoding
    self.consumer = consumer
    self.shapes = shapes
    sharedSymbols = names.count
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
    // where they are declared, and none from outside is among them. The bytes are UTF-8 by now,
    // whatever the document declares.
    let options = [
      XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_NOENT, XML_PARSE_IGNORE_ENC,
    ].reduce(0) { $0 | $1.rawValue }
    xmlCtxtUseOptions(context, Int32(options))
    context.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
    xmlParseDocument(context)
    if faults.isEmpty {
      if context.pointee.wellFormed == 0 {
        fault(.syntax, "the document is not well-formed", at: offset)
      } else if let root = envelope.root {
        consumer.envelope(root, grammarRun?.validate(envelope) ?? [])
      }
    }
    return notes + faults
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

  private static let readCallback: xmlInputReadCallback = { data, buffer, count in
    guard let data, let buffer, count > 0 else { return -1 }
    let session = data.assumingMemoryBound(to: TextRun.self).pointee.session.takeUnretainedValue()
    if session.firstFatal == nil, let fault = session.endlessPart {
      // The parser reads on from here, so it can't be stopped: it finds the end instead.
      session.fault(.limit, fault, at: session.run.pointee.eventEnd)
      return -1
    }
    if let first = session.firstFatal, session.feed.given - first > longestRest {
      session.isCutOff = true
      return -1
    }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
    return Int32(session.feed.read(into: room))
  }

  /// What is wrong with the part being parsed, where it has grown too long.
  private var endlessPart: String? {
    let eventEnd = run.pointee.eventEnd
    let length = feed.given - eventEnd
    guard length > Self.longestTag else { return nil }
    if length > Self.longestPart {
      return "a part of the document is longer than \(Self.longestPart >> 20) MB"
    }
    if hasDocumentType, open.isEmpty, envelope.count == 0, length > Self.longestDocumentType {
      return "the document type is longer than \(Self.longestDocumentType >> 20) MB"
    }
    guard feed.peekByte(at: eventEnd) == UInt8(ascii: "<"),
      let next = feed.peekByte(at: eventEnd + 1),
      next != UInt8(ascii: "!"), next != UInt8(ascii: "?")
    else { return nil }
    return "a tag is longer than \(Self.longestTag >> 10) KB"
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
