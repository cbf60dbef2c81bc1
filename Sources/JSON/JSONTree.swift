package import Diagnostics

/// A stretch of a JSON document as located values, in flat arrays that are filled again and again.
package final class JSONTree {
  package enum Kind: UInt8 {
    case object, array, string, number, boolean, null
  }

  struct Node {
    var kind: Kind
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// The member's name, unescaped, as a range of `text`; empty for what is no member.
    var key: Range<Int>
    var keyPosition: Position?
    /// The string, unescaped, or the number or word as it stands.
    var value: Range<Int> = 0..<0
    var position: Position
  }

  var nodes: [Node] = []
  var text: [UInt8] = []

  /// How many bytes of memory the tree holds, about.
  var size: Int { text.count + nodes.count * MemoryLayout<Node>.stride }

  var root: JSONValue? { nodes.isEmpty ? nil : JSONValue(tree: self, index: 0) }

  func open(
    _ kind: Kind, in parent: Int?, key: Range<Int>, keyPosition: Position?, at position: Position
  ) -> Int {
    let index = nodes.count
    nodes.append(
      Node(
        kind: kind, parent: Int32(parent ?? -1), key: key, keyPosition: keyPosition,
        position: position))
    guard let parent else { return index }
    let last = Int(nodes[parent].lastChild)
    if last >= 0 {
      nodes[last].nextSibling = Int32(index)
    } else {
      nodes[parent].firstChild = Int32(index)
    }
    nodes[parent].lastChild = Int32(index)
    return index
  }

  /// Forgets the elements of `array`, of which the last was the last value read.
  func forgetElements(of array: Int, textEnd: Int) {
    nodes.removeLast(nodes.count - array - 1)
    nodes[array].firstChild = -1
    nodes[array].lastChild = -1
    text.removeLast(text.count - textEnd)
  }
}

/// A value of a `JSONTree`.
package struct JSONValue {
  let tree: JSONTree
  package let index: Int

  package var kind: JSONTree.Kind { tree.nodes[index].kind }
  /// Where it begins; for a string, at its quotation mark.
  package var position: Position { tree.nodes[index].position }
  /// Where the name of the member begins that it is the value of.
  package var keyPosition: Position? { tree.nodes[index].keyPosition }
  /// The name of the member that it is the value of; empty for what is no member.
  package var key: String { String(decoding: tree.text[tree.nodes[index].key], as: UTF8.self) }
  /// The string without quotation marks and escapes, or the number or word as it stands.
  package var text: String { String(decoding: tree.text[tree.nodes[index].value], as: UTF8.self) }

  /// The members of an object or the elements of an array, in order.
  package var children: Children {
    Children(tree: tree, upcoming: Int(tree.nodes[index].firstChild))
  }

  /// The last member called `name`, which is the one that most parsers keep.
  package func member(_ name: String) -> JSONValue? {
    var found: JSONValue?
    for child in children where child.isMember(name) { found = child }
    return found
  }

  /// Whether it is a member called `name`, byte for byte: JSON knows no other sameness of names.
  package func isMember(_ name: String) -> Bool {
    let key = tree.nodes[index].key
    let name = name.utf8
    guard key.count == name.count else { return false }
    var place = key.lowerBound
    for byte in name {
      if tree.text[place] != byte { return false }
      place += 1
    }
    return true
  }

  package struct Children: Sequence, IteratorProtocol {
    let tree: JSONTree
    var upcoming: Int

    package mutating func next() -> JSONValue? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].nextSibling) }
      return JSONValue(tree: tree, index: upcoming)
    }
  }
}
