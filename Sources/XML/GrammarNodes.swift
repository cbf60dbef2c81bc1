internal import CLibXML2

/// Makes libxml2's trees out of ours, for a grammar to look at.
final class GrammarNodes {
  /// A document without anything in it but the tree that is being validated.
  private let stage: xmlDocPtr
  /// libxml2's namespaces by the number of ours.
  private var namespaces: [xmlNsPtr?] = [nil]

  init?() {
    guard let stage = xmlNewDoc(nil) else { return nil }
    self.stage = stage
  }

  deinit {
    for namespace in namespaces { xmlFreeNs(namespace) }
    xmlFreeDoc(stage)
  }

  /// What `body` makes of a document that holds as much of `tree` as `shape` shows.
  ///
  /// Each of its elements carries in `_private` its index in the tree, from 1 on.
  func withDocument(
    of tree: Tree, shape: Shape, _ body: (xmlDocPtr) -> Int32
  ) -> Int32 {
    // Nil for elements that hide what is in them, and for all that is in those.
    var nodes: [xmlNodePtr?] = []
    nodes.reserveCapacity(tree.count)
    for (index, source) in tree.nodes.enumerated() {
      let parent = source.parent < 0 ? nil : nodes[Int(source.parent)]
      guard index == 0 || parent != nil, let node = node(Int(source.symbol), in: tree) else {
        nodes.append(nil)
        continue
      }
      node.pointee._private = UnsafeMutableRawPointer(bitPattern: index + 1)
      if let parent {
        xmlAddChild(parent, node)
      } else {
        xmlDocSetRootElement(stage, node)
      }
      let isOpen = shape.isOpen(source, in: tree)
      nodes.append(isOpen ? node : nil)
      guard isOpen else { continue }
      addAttributes(of: source, in: tree, to: node, shape: shape)
      if Shape.text(of: source, in: tree) == .beforeChildren { addText(to: node) }
    }
    for case (let node?, let source) in zip(nodes, tree.nodes)
    where Shape.text(of: source, in: tree) == .behindChildren { addText(to: node) }
    defer {
      xmlFreeNodeList(stage.pointee.children)
      (stage.pointee.children, stage.pointee.last) = (nil, nil)
    }
    return body(stage)
  }

  private func node(_ symbol: Int, in tree: Tree) -> xmlNodePtr? {
    let name = tree.document.table.name(symbol)
    return xmlNewDocNode(stage, namespace(name.namespace, in: tree), name.local, nil)
  }

  /// A single letter, whatever the text says.
  private func addText(to node: xmlNodePtr) {
    xmlAddChild(node, xmlNewDocText(stage, "x"))
  }

  private func addAttributes(
    of source: Tree.Node, in tree: Tree, to node: xmlNodePtr, shape: Shape
  ) {
    for index in source.attributes {
      let attribute = tree.attributes[Int(index)]
      let name = tree.document.table.name(Int(attribute.symbol))
      let value =
        shape.showsValue(of: attribute.symbol)
        ? String(decoding: tree.values[attribute.value], as: UTF8.self) : "x"
      xmlNewNsProp(node, namespace(name.namespace, in: tree), name.local, value)
    }
  }

  private func namespace(_ namespace: Namespace, in tree: Tree) -> xmlNsPtr? {
    if namespace == .none { return nil }
    while namespaces.count <= namespace.number { namespaces.append(nil) }
    if let made = namespaces[namespace.number] { return made }
    let made = xmlNewNs(nil, tree.document.table.uri(of: namespace), nil)
    namespaces[namespace.number] = made
    return made
  }
}
