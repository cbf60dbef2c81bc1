package import Diagnostics

/// An element of a `Tree`: its name, attributes, text and children, and where each stands.
package struct Element {
  /// The tree that holds it.
  package let tree: Tree
  /// Its place in document order.
  package let index: Int

  /// Its name's symbol in the tree's table.
  package var symbol: Int { Int(tree.nodes[index].symbol) }
  /// Its name.
  package var name: Name { tree.document.table.name(symbol) }
  /// Its name as the document first wrote it, with its prefix.
  package var writtenName: String { tree.document.table.writtenName(symbol) }
  /// The namespace that its name is in.
  package var namespace: Namespace { tree.document.table.namespace(ofSymbol: symbol) }
  /// The URI of its namespace; empty for none.
  package var namespaceURI: String { tree.document.table.uri(of: namespace) }
  /// Its name without prefix.
  package var localName: String { name.local }

  /// Where its `<` stands.
  package var position: Position { tree.nodes[index].position }
  /// How many bytes of the document are before its `<`.
  package var offset: Int { tree.nodes[index].offset }
  /// How many bytes of the document are before its end tag; nil where it has none of its own.
  package var endOffset: Int? { tree.nodes[index].endOffset }
  /// Where its own text begins, white space left aside; nil where it has none.
  package var ownTextPosition: Position? { tree.nodes[index].textPosition }
  /// Where its text begins, or where the element does if it has none of its own.
  package var textPosition: Position { ownTextPosition ?? position }

  /// The element around it; nil for the outermost of the tree.
  package var parent: Element? {
    let parent = Int(tree.nodes[index].parent)
    return parent < 0 ? nil : Element(tree: tree, index: parent)
  }

  /// Where its end tag begins, or where the element does if it has none of its own.
  package var endPosition: Position { tree.nodes[index].endPosition ?? position }

  /// What it and its descendants say, as it stands.
  package var text: String {
    let node = tree.nodes[index]
    return String(decoding: tree.text[node.textStart..<node.textEnd], as: UTF8.self)
  }

  /// What it and its descendants say, without the white space around it.
  package var trimmedText: String { tree.trimmedText(of: index) }

  /// The bytes of `trimmedText`.
  package var trimmedTextBytes: ArraySlice<UInt8> {
    let node = tree.nodes[index]
    var bytes = tree.text[node.textStart..<node.textEnd]
    while let first = bytes.first, first.isXMLSpace { bytes.removeFirst() }
    while let last = bytes.last, last.isXMLSpace { bytes.removeLast() }
    return bytes
  }

  /// Whether white space stands around its text.
  package var hasSpaceAroundText: Bool {
    let node = tree.nodes[index]
    let bytes = tree.text[node.textStart..<node.textEnd]
    return bytes.first?.isXMLSpace == true || bytes.last?.isXMLSpace == true
  }

  /// Whether it says nothing but white space.
  package var isBlank: Bool {
    let node = tree.nodes[index]
    return tree.text[node.textStart..<node.textEnd].allSatisfy { $0.isXMLSpace }
  }

  /// Whether it has no child elements.
  package var isLeaf: Bool { tree.nodes[index].firstChild < 0 }

  /// Its child elements, in order.
  package var children: Children {
    Children(tree: tree, upcoming: Int(tree.nodes[index].firstChild))
  }

  /// Its first child element.
  package var firstChild: Element? {
    let first = Int(tree.nodes[index].firstChild)
    return first < 0 ? nil : Element(tree: tree, index: first)
  }

  /// The first child called `local` in the element's own namespace.
  package func child(_ local: String) -> Element? { child(local, in: namespace) }

  /// The first child called `local` in `namespace`.
  package func child(_ local: String, in namespace: Namespace) -> Element? {
    var next = Int(tree.nodes[index].firstChild)
    while next >= 0 {
      if tree.document.table.isName(Int(tree.nodes[next].symbol), local, in: namespace) {
        return Element(tree: tree, index: next)
      }
      next = Int(tree.nodes[next].nextSibling)
    }
    return nil
  }

  /// Whether its name is `local` in `namespace`.
  package func isNamed(_ local: String, in namespace: Namespace) -> Bool {
    tree.document.table.isName(symbol, local, in: namespace)
  }

  /// Its attributes in order, namespace declarations left out.
  package var attributes: Attributes {
    let range = tree.nodes[index].attributes
    return Attributes(tree: tree, upcoming: Int(range.lowerBound), end: Int(range.upperBound))
  }

  /// The attribute called `local`, in no namespace unless another is given.
  package func attribute(_ local: String, in namespace: Namespace = .none) -> Attribute? {
    for attribute in attributes
    where tree.document.table.isName(attribute.symbol, local, in: namespace) { return attribute }
    return nil
  }

  /// The namespaces declared in its start tag.
  package var namespaceDeclarations: [Tree.Declaration] {
    tree.declarations.filter { $0.element == index }
  }

  /// The child elements of an element, in order.
  package struct Children: Sequence, IteratorProtocol {
    let tree: Tree
    var upcoming: Int

    package mutating func next() -> Element? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].nextSibling) }
      return Element(tree: tree, index: upcoming)
    }
  }
}

extension Element {
  /// The attributes of an element, in order.
  package struct Attributes: Sequence, IteratorProtocol {
    let tree: Tree
    var upcoming: Int
    let end: Int

    package mutating func next() -> Attribute? {
      guard upcoming < end else { return nil }
      defer { upcoming += 1 }
      return Attribute(tree: tree, index: upcoming)
    }
  }
}

/// An attribute of an `Element`, other than a namespace declaration.
package struct Attribute {
  let tree: Tree
  let index: Int

  /// Its name's symbol in the tree's table.
  package var symbol: Int { Int(tree.attributes[index].symbol) }
  /// Its name.
  package var name: Name { tree.document.table.name(symbol) }
  /// Its name as the document first wrote it, with its prefix.
  package var writtenName: String { tree.document.table.writtenName(symbol) }
  /// Where its name begins.
  package var position: Position { tree.attributes[index].position }
  /// Where its value begins, behind the quotation mark.
  package var valuePosition: Position { tree.attributes[index].valuePosition }

  /// Its value, as XML normalises it.
  package var value: String { tree.value(ofAttribute: index) }
  /// The bytes of `value`.
  package var valueBytes: ArraySlice<UInt8> { tree.values[tree.attributes[index].value] }
}

extension UInt8 {
  /// Whether it is a space, tab or line break: XML's white space.
  package var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
