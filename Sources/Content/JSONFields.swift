internal import Diagnostics
internal import JSON
internal import YAML

/// Fields written as an object of JSON.
enum JSONFields {
  /// How deep values may be nested.
  private static let deepest = 64

  /// The object as a tree, and the offset of the first line behind it where no fence ends it.
  ///
  /// - Parameters:
  ///   - bytes: The object; what follows it is the text, unless a fence ends it.
  ///   - firstLine: The line of the file that `bytes` begin at.
  ///   - isBare: Whether the braces around the members are left out.
  ///   - endsByFence: Whether nothing may follow the object.
  /// - Returns: The tree and the offset.
  /// - Throws: `SyntaxError` for text that is not JSON, and nesting deeper than 64.
  static func parse(
    _ bytes: ArraySlice<UInt8>, firstLine: Int, isBare: Bool, endsByFence: Bool
  ) throws(SyntaxError) -> (root: Node?, end: Int?) {
    var text = bytes
    if endsByFence, text.trimmed.isEmpty { return (nil, nil) }
    if isBare {
      // The brace stands on a line of its own, so that columns stay.
      text = Array("{\n".utf8) + text.trimmedComma + Array("\n}".utf8)
    }
    let lines = firstLine - 1 - (isBare ? 1 : 0)
    func located(_ position: Position) -> Position {
      Position(line: max(1, position.line + lines), column: position.column)
    }
    var chunk: [UInt8]? = Array(text)
    var parser = JSONParser(duplicate: { _ in }) {
      defer { chunk = nil }
      return chunk
    }
    let value: JSONValue
    do throws(JSONFault) {
      value = endsByFence ? try parser.parse() : try parser.parseValue()
    } catch {
      throw SyntaxError(
        .json, at: located(error.position), error.message,
        help: error.isLimit || error.message.contains("comma")
          ? nil : "JSON writes names and texts in double quotation marks",
        isTooMuch: error.isLimit)
    }
    let root = try node(value, depth: 0, located)
    guard !endsByFence else { return (root, nil) }
    let end = bytes.startIndex + parser.offset
    let rest = bytes[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
    // A text that begins in the object's last line is text nevertheless.
    return (root, bytes[end..<rest].trimmed.isEmpty ? rest : end)
  }

  private static func node(
    _ value: JSONValue, depth: Int, _ located: (Position) -> Position
  ) throws(SyntaxError) -> Node {
    guard depth < deepest else {
      throw SyntaxError(
        .json, at: located(value.position), "values are nested deeper than \(deepest)",
        isTooMuch: true)
    }
    let position = located(value.position)
    switch value.kind {
    case .object:
      var pairs: [Node.Pair] = []
      for child in value.children {
        let key = Node(
          .scalar(Node.Scalar(text: child.key, isPlain: false)),
          at: located(child.keyPosition ?? child.position))
        pairs.append(Node.Pair(key: key, value: try node(child, depth: depth + 1, located)))
      }
      return Node(.mapping(pairs), at: position)
    case .array:
      var nodes: [Node] = []
      for child in value.children { nodes.append(try node(child, depth: depth + 1, located)) }
      return Node(.sequence(nodes), at: position)
    case .string:
      return Node(.scalar(Node.Scalar(text: value.text, isPlain: false)), at: position)
    case .number, .boolean, .null:
      return Node(.scalar(Node.Scalar(text: value.text, isPlain: true)), at: position)
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes up to a comma at their end, which people leave behind the last member.
  fileprivate var trimmedComma: ArraySlice<UInt8> {
    let end = trimmed
    guard end.last == UInt8(ascii: ",") else { return self }
    return self[..<(end.endIndex - 1)]
  }
}
