/// What a grammar gets to see of a tree, as numbers: trees of the same numbers look the same to it.
struct Shape {
  private let scope: GrammarScope
  /// For each visible element its parent, its name and whether it has text, then its attributes.
  private(set) var words: [Int32] = []
  /// For each element of the tree its number among the visible; -1 where what is in it is hidden.
  private var numbers: [Int32] = []
  /// The greatest symbol in it.
  private(set) var greatestSymbol: Int32 = 0

  /// Where an element's text is, as far as a grammar is shown it.
  enum Text: Int32 {
    case none, beforeChildren, behindChildren
  }

  /// Where the element's own text that is not white space begins.
  static func text(of node: Tree.Node, in tree: Tree) -> Text {
    guard let position = node.textPosition else { return .none }
    guard node.firstChild >= 0 else { return .beforeChildren }
    return position < tree.nodes[Int(node.firstChild)].position ? .beforeChildren : .behindChildren
  }

  init(scope: GrammarScope) {
    self.scope = scope
  }

  mutating func read(_ tree: Tree) {
    words.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    greatestSymbol = 0
    var count: Int32 = 0
    for node in tree.nodes {
      let parent = node.parent < 0 ? 0 : numbers[Int(node.parent)]
      if parent < 0 {
        numbers.append(-1)
        continue
      }
      let isOpen = isOpen(node, in: tree)
      numbers.append(isOpen ? count : -1)
      count += 1
      greatestSymbol = max(greatestSymbol, node.symbol)
      words.append(parent)
      words.append(node.symbol << 2 | (isOpen ? Self.text(of: node, in: tree).rawValue : 0))
      if isOpen { readAttributes(of: node, in: tree) }
    }
  }

  /// Whether the grammar sees what is in the element, and not only that it is there.
  func isOpen(_ node: Tree.Node, in tree: Tree) -> Bool {
    guard let namespace = scope.namespace else { return true }
    return tree.namespace(ofSymbol: Int(node.symbol)) == namespace
  }

  /// Whether the grammar looks at the value of the attributes called by `symbol`.
  func showsValue(of symbol: Int32) -> Bool { scope.valued?.contains(Int(symbol)) ?? true }

  private mutating func readAttributes(of node: Tree.Node, in tree: Tree) {
    for attribute in node.attributes {
      let attribute = tree.attributes[Int(attribute)]
      // Below zero, as no element's words are.
      greatestSymbol = max(greatestSymbol, attribute.symbol)
      words.append(-1 - attribute.symbol)
      guard showsValue(of: attribute.symbol) else { continue }
      words.append(-1 - Int32(attribute.value.count))
      for byte in tree.values[attribute.value] { words.append(-1 - Int32(byte)) }
    }
  }
}
