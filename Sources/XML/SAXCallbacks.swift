internal import CLibXML2
internal import Diagnostics

/// The parser's callbacks. Each turns C arguments into a call on the session and keeps none of them.
extension ParserSession {
  static func saxHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startDocument = { data in xmlSAX2StartDocument(ParserSession.from(data)?.context) }
    handler.endDocument = { data in xmlSAX2EndDocument(ParserSession.from(data)?.context) }
    handler.internalSubset = { data, name, publicID, systemID in
      guard let session = ParserSession.from(data) else { return }
      session.hasDocumentType = true
      xmlSAX2InternalSubset(session.context, name, publicID, systemID)
    }
    handler.entityDecl = { data, name, type, publicID, systemID, content in
      guard let session = ParserSession.from(data) else { return }
      if type == Int32(XML_EXTERNAL_GENERAL_PARSED_ENTITY.rawValue), let name {
        session.leaveOut(entity: name)
      } else if let content, type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue),
        ParserSession.isPlainText(content)
      {
        xmlSAX2EntityDecl(session.context, name, type, publicID, systemID, content)
      }
    }
    handler.getEntity = { data, name in
      guard let session = ParserSession.from(data), let context = session.context else {
        return nil
      }
      // In an attribute a reference to an external entity is a fault (XML section 3.1).
      if context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE, session.isLeftOut(entity: name) {
        return nil
      }
      return xmlSAX2GetEntity(context, name)
    }
    handler.startElementNs = {
      data, local, prefix, uri, namespaceCount, namespaces, count, _, attributes in
      guard let local else { return }
      ParserSession.from(data)?.start(
        StartTag(
          local: local, prefix: prefix, uri: uri, namespaces: namespaces,
          namespaceCount: namespaceCount, attributes: attributes, attributeCount: count))
    }
    handler.endElementNs = { data, _, _, _ in ParserSession.from(data)?.end() }
    handler.characters = { data, text, count in ParserSession.append(text, count, to: data) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { data, text, count in
      ParserSession.append(text, count, openedBy: "<![CDATA[".utf8.count, to: data)
    }
    handler.comment = { data, _ in ParserSession.from(data)?.skip() }
    handler.processingInstruction = { data, _, _ in ParserSession.from(data)?.skip() }
    handler.serror = { data, error in
      guard let error else { return }
      ParserSession.from(data)?.report(error)
    }
    return handler
  }

  /// What libxml2 tells of a start tag.
  struct StartTag {
    let local: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let uri: UnsafePointer<xmlChar>?
    let namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let namespaceCount: Int32
    let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let attributeCount: Int32
  }

  private static func append(
    _ text: UnsafePointer<xmlChar>?, _ count: Int32, openedBy opening: Int = 0,
    to data: UnsafeMutableRawPointer?
  ) {
    guard let run = data?.assumingMemoryBound(to: TextRun.self) else { return }
    run.pointee.append(text, Int(count), openedBy: opening)
    if run.pointee.isFull { run.pointee.session.takeUnretainedValue().passLongText() }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> ParserSession? {
    data?.assumingMemoryBound(to: TextRun.self).pointee.session.takeUnretainedValue()
  }

  /// Whether an entity stands for text alone: short, and without markup or other entities, so that
  /// no reference can grow without bounds or bring an element from somewhere else.
  private static func isPlainText(_ content: UnsafePointer<xmlChar>) -> Bool {
    var length = 0
    while content[length] != 0 {
      if content[length] == UInt8(ascii: "<") || content[length] == UInt8(ascii: "&") {
        return false
      }
      length += 1
      if length > 1024 { return false }
    }
    return true
  }

  /// Declares an external entity as empty: a parser that reads nothing but the document goes on as if
  /// its text were not there (XML section 4.4.3).
  private func leaveOut(entity name: UnsafePointer<xmlChar>) {
    guard externalEntities.count < 100 else { return }
    let isNew = externalEntities.insert(String(cString: name)).inserted
    guard isNew else { return }
    var empty: xmlChar = 0
    xmlSAX2EntityDecl(
      context, name, Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue), nil, nil, &empty)
    notes.append(
      SyntaxFault(
        kind: .external, position: feed.peekPosition(at: offset),
        message: "the entity &\(String(cString: name)); stands outside the document"))
  }

  private func isLeftOut(entity name: UnsafePointer<xmlChar>?) -> Bool {
    guard let name, !externalEntities.isEmpty else { return false }
    return externalEntities.contains(String(cString: name))
  }

  private func start(_ tag: StartTag) {
    guard let context, let input = context.pointee.input else { return }
    // The parser is at the `>` or `/>`.
    let end = offset
    let bytes = Self.tag(endingAt: input.pointee.cur, base: input.pointee.base)
    let begin = end - bytes.count
    flushText()
    run.pointee.eventEnd = end + (input.pointee.cur[0] == UInt8(ascii: "/") ? 2 : 1)

    let symbol = symbols.symbol(
      local: tag.local, prefix: tag.prefix, uri: tag.uri, in: document)
    if !isInRecord, symbol == plan.record, open.count == plan.recordDepth {
      isInRecord = true
      record.empty()
    }
    let tree = tree
    let parent = tree.count == 0 ? -1 : open.last ?? -1
    let index = tree.open(
      symbol, parent: parent, at: feed.position(at: begin), offset: begin)
    if tag.attributeCount > 0 || tag.namespaceCount > 0 {
      readAttributes(of: tag, element: index, tree: tree, bytes: bytes, offset: begin)
    }
    open.append(index)
    if document.table.count > Self.mostNames {
      return stop("the document has more different names than this program will read")
    }
    if tree.size > Self.largestTree {
      return stop("an element holds more than this program will read")
    }

    if open.count == 1, index == 0, !isInRecord {
      plan = consumer.root(envelope[0])
      grammarRun = plan.grammar.flatMap {
        GrammarRun($0, scope: plan.scope, shared: shapes, sharedSymbols: sharedSymbols)
      }
    }
  }
}

extension ParserSession {
  private func end() {
    flushText()
    guard let index = open.popLast() else { return }
    // An empty-element tag ended where it was read.
    let tag = run.pointee.eventEnd
    if tag < offset {
      tree.nodes[index].endPosition = feed.position(at: max(tag, feed.passed))
      tree.nodes[index].endOffset = tag
    }
    run.pointee.eventEnd = max(run.pointee.eventEnd, offset)
    tree.close(index)
    guard isInRecord, open.count == plan.recordDepth else { return }
    consumer.record(record[0], grammarRun?.validate(record) ?? [])
    isInRecord = false
  }

  /// Gives the text since the last tag to the open element.
  private func flushText(isWhole: Bool = true) {
    let ink = run.pointee.inkOffset
    run.pointee.take(isWhole: isWhole) { bytes in
      guard let index = open.last, !bytes.isEmpty else { return }
      let tree = tree
      tree.text.append(contentsOf: bytes)
      guard ink >= 0 else { return }
      if tree.nodes[index].textPosition == nil {
        tree.nodes[index].textPosition = feed.position(at: ink)
      }
    }
  }

  private func skip() {
    run.pointee.eventEnd = offset
    // The chunks behind are not needed again, but for the place of a text that has begun.
    if run.pointee.inkOffset < 0 { _ = feed.position(at: max(offset, feed.passed)) }
  }

  /// Gives what there is of a long text to the open element.
  fileprivate func passLongText() {
    if run.pointee.isTooLong { return stop("a text is longer than 16 MB") }
    flushText(isWhole: false)
    _ = feed.position(at: max(run.pointee.eventEnd, feed.passed))
  }

  private func report(_ error: UnsafeMutablePointer<xmlError>) {
    let error = error.pointee
    guard error.level.rawValue >= XML_ERR_ERROR.rawValue, !isCutOff else { return }
    if error.level == XML_ERR_FATAL, firstFatal == nil { firstFatal = feed.given }
    var place = SyntaxMessage.isAboutItsStart(error.code) ? run.pointee.eventEnd : offset
    if error.code == Int32(XML_ERR_ATTRIBUTE_REDEFINED.rawValue) {
      place = repeatedAttribute(error) ?? place
    }
    let (kind, message) = SyntaxMessage.reworded(error, in: encoding)
    fault(kind, message, at: place)
  }

  /// Where the second of two attributes of the same name stands in the tag being read.
  private func repeatedAttribute(_ error: xmlError) -> Int? {
    guard let input = context?.pointee.input, let first = error.str1 else { return nil }
    var name = String(cString: first)
    if let local = error.str2 { name += ":" + String(cString: local) }
    let bytes = Self.tag(endingAt: input.pointee.cur, base: input.pointee.base)
    var places = AttributePlaces(bytes)
    var found: Int?
    while let place = places.next() {
      if places.name(of: place).elementsEqual(name.utf8) { found = place.name }
    }
    return found.map { offset - bytes.count + $0 }
  }

  /// The bytes of the start tag that ends at `end`: no `<` can stand in a tag, so the last one
  /// before it is its start.
  static func tag(
    endingAt end: UnsafePointer<xmlChar>, base: UnsafePointer<xmlChar>
  ) -> UnsafeBufferPointer<UInt8> {
    var first = end - 1
    while first > base, first[0] != UInt8(ascii: "<") { first -= 1 }
    return UnsafeBufferPointer(start: first, count: end - first)
  }

  /// Reads the attributes, and finds each one's place in the tag's own bytes: libxml2 gives their
  /// values normalised and their order as written, but no places.
  private func readAttributes(
    of tag: StartTag, element: Int, tree: Tree, bytes: UnsafeBufferPointer<UInt8>, offset: Int
  ) {
    var places = AttributePlaces(bytes)
    var given = 0
    var declared = 0
    let firstAttribute = Int32(tree.attributes.count)
    while let place = places.next() {
      let position = feed.position(at: offset + place.name)
      let valuePosition = feed.position(at: offset + place.value)
      if place.isDeclaration {
        guard declared < Int(tag.namespaceCount), let namespaces = tag.namespaces else { continue }
        tree.declarations.append(
          Tree.Declaration(
            element: element, prefix: namespaces[2 * declared].map { String(cString: $0) } ?? "",
            uri: namespaces[2 * declared + 1].map { String(cString: $0) } ?? "",
            position: position))
        declared += 1
      } else {
        guard given < Int(tag.attributeCount), let attributes = tag.attributes else { continue }
        let fields = attributes + 5 * given
        given += 1
        guard let local = fields[0], let value = fields[3], let end = fields[4] else { continue }
        let symbol = symbols.symbol(local: local, prefix: fields[1], uri: fields[2], in: document)
        let start = tree.values.count
        tree.values.append(contentsOf: UnsafeBufferPointer(start: value, count: end - value))
        tree.attributes.append(
          Tree.AttributeNode(
            symbol: Int32(symbol), value: start..<tree.values.count, position: position,
            valuePosition: valuePosition))
      }
    }
    tree.nodes[element].attributes = firstAttribute..<Int32(tree.attributes.count)
  }
}

/// Where the attributes stand in a start tag that is known to be well-formed.
private struct AttributePlaces {
  struct Place {
    let name: Int
    let nameEnd: Int
    let value: Int
    let isDeclaration: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    index = bytes.firstIndex(where: \.isXMLSpace) ?? bytes.count
  }

  mutating func next() -> Place? {
    while index < bytes.count, bytes[index].isXMLSpace { index += 1 }
    let name = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "=") { index += 1 }
    let nameEnd = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'")
    {
      index += 1
    }
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    let value = index + 1
    index = value
    while index < bytes.count, bytes[index] != quote { index += 1 }
    index += 1
    let written = UnsafeBufferPointer(rebasing: bytes[name..<nameEnd])
    return Place(
      name: name, nameEnd: nameEnd, value: value, isDeclaration: isDeclaration(written))
  }

  /// The name as it stands, without the white space that may follow it.
  func name(of place: Place) -> Slice<UnsafeBufferPointer<UInt8>> {
    let written = bytes[place.name..<place.nameEnd]
    return written[..<(written.firstIndex(where: \.isXMLSpace) ?? written.endIndex)]
  }

  private func isDeclaration(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.starts(with: "xmlns".utf8) else { return false }
    return name.count == 5 || name[5] == UInt8(ascii: ":") || name[5].isXMLSpace
  }
}
