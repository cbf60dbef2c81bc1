package import Diagnostics

/// A stretch of a document as located elements: one record, or all that is around the records.
///
/// Elements, attributes and text lie in flat arrays that are emptied and filled again for the next
/// record, so that nothing is allocated per element. Not for use after the call that lent it.
package final class Tree {
  struct Node {
    var symbol: Int32
    var parent: Int32
    var lastChild: Int32 = -1
    var nextSibling: Int32 = -1
    var firstChild: Int32 = -1
    var attributes: Range<Int32>
    /// What the element and its descendants say, as a range of `text`.
    var textStart: Int
    var textEnd: Int
    var position: Position
    /// Where its first text that is not white space begins.
    var textPosition: Position?
    /// Where its end tag begins; nil for an empty-element tag.
    var endPosition: Position?
    var offset: Int
    /// How many bytes of the document are before its end tag; nil for an empty-element tag.
    var endOffset: Int?
  }

  struct AttributeNode {
    var symbol: Int32
    var value: Range<Int>
    var position: Position
    var valuePosition: Position
  }

  /// A namespace declaration: rare enough to be kept apart from the elements.
  package struct Declaration: Sendable {
    let element: Int
    /// The prefix; empty for the default namespace.
    package let prefix: String
    /// The namespace's URI.
    package let uri: String
    /// Where the declaration's name begins.
    package let position: Position
  }

  // Unchecked: the checks would run for every element, and only the reader that is building the
  // tree writes to it, never while it lends the tree out.
  @exclusivity(unchecked) var nodes: [Node] = []
  @exclusivity(unchecked) var attributes: [AttributeNode] = []
  @exclusivity(unchecked) var declarations: [Declaration] = []
  @exclusivity(unchecked) var text: [UInt8] = []
  @exclusivity(unchecked) var values: [UInt8] = []
  let document: DocumentNames

  /// The text and the value that were asked for last: rule after rule asks for the same.
  @exclusivity(unchecked) private var lastText = (element: -1, text: "")
  @exclusivity(unchecked) private var lastValue = (attribute: -1, value: "")

  init(names: DocumentNames) {
    document = names
  }

  /// The text of the element at `index`, without the white space around it.
  func trimmedText(of index: Int) -> String {
    if lastText.element != index {
      lastText = (
        index, String(decoding: Element(tree: self, index: index).trimmedTextBytes, as: UTF8.self)
      )
    }
    return lastText.text
  }

  /// The value of the attribute at `index`.
  func value(ofAttribute index: Int) -> String {
    if lastValue.attribute != index {
      lastValue = (index, String(decoding: values[attributes[index].value], as: UTF8.self))
    }
    return lastValue.value
  }

  private func forgetLast() {
    lastText.element = -1
    lastValue.attribute = -1
  }

  /// How many bytes of memory the tree holds, about.
  var size: Int {
    text.count + values.count + nodes.count * MemoryLayout<Node>.stride
      + attributes.count * MemoryLayout<AttributeNode>.stride
  }

  /// The outermost element; nil for a document that ended before it.
  package var root: Element? { nodes.isEmpty ? nil : Element(tree: self, index: 0) }

  /// How many elements there are.
  package var count: Int { nodes.count }

  /// The element at `index` in document order.
  package subscript(index: Int) -> Element { Element(tree: self, index: index) }

  /// The symbol of the element at `index`, without a detour over an `Element`.
  package func symbol(at index: Int) -> Int { Int(nodes[index].symbol) }

  /// The index of the parent of the element at `index`; -1 for the outermost.
  package func parent(of index: Int) -> Int { Int(nodes[index].parent) }

  /// The name that `symbol` stands for as the document writes it, with its prefix.
  package func writtenName(_ symbol: Int) -> String { document.table.writtenName(symbol) }

  /// The namespace of the name that `symbol` stands for.
  package func namespace(ofSymbol symbol: Int) -> Namespace {
    document.table.namespace(ofSymbol: symbol)
  }

  func empty() {
    forgetLast()
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    declarations.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  func open(_ symbol: Int, parent: Int, at position: Position, offset: Int) -> Int {
    forgetLast()
    let index = nodes.count
    let attribute = Int32(attributes.count)
    nodes.append(
      Node(
        symbol: Int32(symbol), parent: Int32(parent), attributes: attribute..<attribute,
        textStart: text.count, textEnd: text.count, position: position, offset: offset))
    if parent >= 0 {
      let last = Int(nodes[parent].lastChild)
      if last >= 0 {
        nodes[last].nextSibling = Int32(index)
      } else {
        nodes[parent].firstChild = Int32(index)
      }
      nodes[parent].lastChild = Int32(index)
    }
    return index
  }

  func close(_ index: Int) {
    forgetLast()
    nodes[index].textEnd = text.count
  }
}

/// The names of one document: those that the client knows and those that the document brought.
final class DocumentNames {
  @exclusivity(unchecked) var table: NameTable

  init(_ table: NameTable) {
    self.table = table
  }
}
