internal import Diagnostics

/// A strict reader of JSON (RFC 8259) that keeps the place of every member and value.
///
/// It keeps its own stack, so that deep nesting is a fault and not a crash.
package struct JSONParser {
  /// The elements of an array at the root, to be handed out one by one and forgotten: documents of any
  /// size take as much memory as their largest element.
  package struct Records {
    /// The member of the root that holds the array.
    let name: String
    /// Called for each element when it ends, with its bytes' places in the document.
    let take: (JSONValue, Range<Int>) -> Void

    /// The elements of the array at the root's member `name`, each handed to `take` when it ends, with
    /// the offsets of its first byte and of the one behind it.
    package init(of name: String, take: @escaping (JSONValue, Range<Int>) -> Void) {
      self.name = name
      self.take = take
    }
  }

  /// Called for a member whose name its object has already.
  package typealias DuplicateHandler = (JSONValue) -> Void

  static let deepest = 256
  /// An item, or all that is around the items, larger than this in memory is refused.
  static let largest = 32 << 20

  private var cursor: JSONCursor
  private let tree = JSONTree()
  /// The open arrays and objects.
  private var open: [Int] = []
  private var key: Range<Int> = 0..<0
  private var keyPosition: Position?
  private var textBeforeItem = 0
  private var itemStart = 0
  private let records: Records?
  private let duplicate: DuplicateHandler

  /// A reader of a document in UTF-8 that comes chunk by chunk.
  ///
  /// - Parameters:
  ///   - encoding: The encoding that the document had before it was UTF-8, for messages.
  ///   - records: What is handed out and forgotten.
  ///   - duplicate: Called for members that their object has twice.
  ///   - nextChunk: The next bytes; nil at the end.
  package init(
    encoding: String = "UTF-8", records: Records? = nil,
    duplicate: @escaping DuplicateHandler, nextChunk: @escaping () -> [UInt8]?
  ) {
    cursor = JSONCursor(encoding: encoding, nextChunk: nextChunk)
    self.records = records
    self.duplicate = duplicate
  }

  /// Reads the whole document.
  ///
  /// - Returns: The document without the records that were handed out.
  /// - Throws: `JSONFault` at the first place that is not JSON.
  package mutating func parse() throws(JSONFault) -> JSONValue {
    let root = try parseValue()
    cursor.skipSpace()
    guard cursor.byte == nil else { throw cursor.fault("something follows the end of the JSON") }
    return root
  }

  /// Reads the value that the document begins with, whatever follows it.
  ///
  /// - Returns: The value without the records that were handed out.
  /// - Throws: `JSONFault` at the first place that is not JSON.
  package mutating func parseValue() throws(JSONFault) -> JSONValue {
    cursor.skipSpace()
    guard cursor.byte != nil else { throw cursor.fault("the document is empty") }
    try value()
    while let container = open.last {
      try continueContainer(container)
    }
    return JSONValue(tree: tree, index: 0)
  }

  /// How many bytes were read.
  package var offset: Int { cursor.offset }

  /// Reads on in the innermost open array or object: one value, or its end.
  private mutating func continueContainer(_ container: Int) throws(JSONFault) {
    let isObject = tree.nodes[container].kind == .object
    let closing = UInt8(ascii: isObject ? "}" : "]")
    cursor.skipSpace()
    if cursor.take(closing) { return close(container) }
    if tree.nodes[container].firstChild >= 0 || hasForgottenElements(container) {
      guard cursor.take(UInt8(ascii: ",")) else {
        throw cursor.fault(
          cursor.byte == nil
            ? "the document ends before its \(isObject ? "object" : "array") is closed"
            : "a comma or \(isObject ? "}" : "]") is missing here")
      }
      cursor.skipSpace()
      if cursor.byte == closing { throw cursor.fault("nothing follows the comma") }
    }
    if isObject { try memberName() }
    try value()
  }

  private var forgottenFrom = -1

  private func hasForgottenElements(_ container: Int) -> Bool { container == forgottenFrom }

  private mutating func memberName() throws(JSONFault) {
    guard cursor.byte == UInt8(ascii: "\"") else {
      throw cursor.fault("the name of a member must stand here, in double quotation marks")
    }
    let place = cursor.position
    let name = try cursor.takeString(into: &tree.text)
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: ":")) else {
      throw cursor.fault("a colon is missing behind the name")
    }
    cursor.skipSpace()
    (key, keyPosition) = (name, place)
  }

  private mutating func value() throws(JSONFault) {
    guard let byte = cursor.byte else { throw cursor.fault("the document ends before a value") }
    if tree.size > Self.largest {
      throw JSONFault(
        position: cursor.position, message: "a value holds more than this program will read",
        isLimit: true)
    }
    if open.last.map(isRecords) == true {
      textBeforeItem = tree.text.count
      itemStart = cursor.offset
    }
    switch byte {
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case UInt8(ascii: "\""):
      let index = add(.string)
      tree.nodes[index].value = try cursor.takeString(into: &tree.text)
      finish(index)
    case UInt8(ascii: "-"), 0x30...0x39:
      let index = add(.number)
      let start = tree.text.count
      try number()
      tree.nodes[index].value = start..<tree.text.count
      finish(index)
    default: try word()
    }
  }

  private mutating func openContainer(_ kind: JSONTree.Kind) throws(JSONFault) {
    guard open.count < Self.deepest else {
      throw JSONFault(
        position: cursor.position,
        message: "arrays and objects are nested deeper than \(Self.deepest)", isLimit: true)
    }
    open.append(add(kind))
    cursor.advance()
  }

  private mutating func add(_ kind: JSONTree.Kind) -> Int {
    let index = tree.open(
      kind, in: open.last, key: key, keyPosition: keyPosition, at: cursor.position)
    (key, keyPosition) = (0..<0, nil)
    return index
  }

  private mutating func close(_ container: Int) {
    open.removeLast()
    if tree.nodes[container].kind == .object { reportDuplicates(in: container) }
    finish(container)
  }

  /// Hands out `index` where it is one of the records.
  private mutating func finish(_ index: Int) {
    guard let records, let array = open.last, isRecords(array) else { return }
    records.take(JSONValue(tree: tree, index: index), itemStart..<cursor.offset)
    tree.forgetElements(of: array, textEnd: textBeforeItem)
    forgottenFrom = array
  }

  private func isRecords(_ container: Int) -> Bool {
    guard open.count == 2, let records else { return false }
    return tree.nodes[container].kind == .array
      && JSONValue(tree: tree, index: container).isMember(records.name)
  }

  private func reportDuplicates(in object: Int) {
    var seen: Set<ArraySlice<UInt8>> = []
    for member in JSONValue(tree: tree, index: object).children
    where !seen.insert(tree.text[tree.nodes[member.index].key]).inserted {
      duplicate(member)
    }
  }

  private mutating func word() throws(JSONFault) {
    let words: [(StaticString, JSONTree.Kind)] = [
      ("true", .boolean), ("false", .boolean), ("null", .null),
    ]
    let place = cursor.position
    let start = tree.text.count
    while let byte = cursor.byte, 0x41...0x5A ~= byte & 0xDF || byte == UInt8(ascii: "_") {
      tree.text.append(byte)
      cursor.advance()
      if tree.text.count - start > 32 { break }
    }
    let text = String(decoding: tree.text[start...], as: UTF8.self)
    guard let kind = words.first(where: { "\($0.0)" == text })?.1 else {
      throw JSONFault(
        position: place,
        message: text.isEmpty ? "no JSON value can begin like this" : "\"\(text)\" is no JSON")
    }
    let index = tree.open(kind, in: open.last, key: key, keyPosition: keyPosition, at: place)
    (key, keyPosition) = (0..<0, nil)
    tree.nodes[index].value = start..<tree.text.count
    finish(index)
  }

  private mutating func number() throws(JSONFault) {
    let place = cursor.position
    _ = takeDigit(UInt8(ascii: "-"))
    if takeDigit(UInt8(ascii: "0")) {
      if let byte = cursor.byte, 0x30...0x39 ~= byte {
        throw JSONFault(position: place, message: "a number begins with a needless 0")
      }
    } else {
      try digits()
    }
    if takeDigit(UInt8(ascii: ".")) { try digits() }
    if takeDigit(UInt8(ascii: "e")) || takeDigit(UInt8(ascii: "E")) {
      if !takeDigit(UInt8(ascii: "+")) { _ = takeDigit(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func takeDigit(_ byte: UInt8) -> Bool {
    guard cursor.take(byte) else { return false }
    tree.text.append(byte)
    return true
  }

  private mutating func digits() throws(JSONFault) {
    var count = 0
    while let byte = cursor.byte, 0x30...0x39 ~= byte {
      tree.text.append(byte)
      cursor.advance()
      count += 1
      if count > 1000 {
        throw JSONFault(
          position: cursor.position, message: "a number has more than 1,000 digits", isLimit: true)
      }
    }
    if count == 0 { throw cursor.fault("a digit is missing here") }
  }
}
