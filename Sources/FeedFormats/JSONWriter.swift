/// Writes JSON (RFC 8259) in UTF-8, a member a line: the one place where text is escaped for it.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth: Int
  /// Whether the object or array that is open has a member already, outermost first.
  private var hasMembers: [Bool] = [false]

  /// A writer of what stands `depth` levels deep.
  init(depth: Int = 0) { self.depth = depth }

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes a member that is a text; nothing where it is nil.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Writes a member that is a text in UTF-8.
  mutating func member(_ name: StaticString, _ text: [UInt8]) {
    key(name)
    string(text)
  }

  /// Writes a member that is a number; nothing where it is nil.
  mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    key(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a member that is a list of texts; nothing where it is empty.
  mutating func member(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      string(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes the beginning of a member that is a list; its elements follow.
  mutating func beginArray(_ name: StaticString) {
    key(name)
    open("[")
  }

  mutating func endArray() { close("]") }

  /// Writes the beginning of an object that is an element of a list, or the document.
  mutating func beginObject() {
    if !bytes.isEmpty || depth > 0 { startMember() }
    open("{")
  }

  /// Writes the beginning of a member that is an object.
  mutating func beginObject(_ name: StaticString) {
    key(name)
    open("{")
  }

  mutating func endObject() { close("}") }

  private mutating func key(_ name: StaticString) {
    startMember()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: "\(name)".utf8)
    bytes.append(contentsOf: "\": ".utf8)
  }

  private mutating func startMember() {
    let last = hasMembers.count - 1
    if hasMembers[last] { bytes.append(UInt8(ascii: ",")) }
    hasMembers[last] = true
    lineBreak()
  }

  private mutating func lineBreak() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    depth += 1
    hasMembers.append(false)
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    if hasMembers.removeLast() { lineBreak() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func string(_ text: String) { string(Array(text.utf8)) }

  /// Copies runs that need nothing, and looks at single bytes only where one begins that may.
  private mutating func string(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let span = text.span
    var runStart = 0
    for index in span.indices {
      let byte = span[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      if runStart < index { bytes.append(contentsOf: text[runStart..<index]) }
      escape(byte)
      runStart = index + 1
    }
    if runStart < text.count { bytes.append(contentsOf: text[runStart...]) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
