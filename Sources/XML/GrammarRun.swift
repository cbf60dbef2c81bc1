internal import CLibXML2

/// What a grammar objects to, in one record or around the records.
package struct GrammarFault {
  /// The element that the objection is about.
  package let element: Element
  /// The objection, as a lower-case clause.
  package let message: String
}

/// A grammar at work on the trees of one document.
///
/// libxml2 gets a tree of its own made only of what the grammar looks at, and only for what looks like
/// nothing that was valid before.
final class GrammarRun {
  /// Kept so that the schema outlives the context.
  private let grammar: Grammar
  private let nodes: GrammarNodes
  private var context: xmlRelaxNGValidCtxtPtr?
  private var objections: [Objection] = []
  @exclusivity(unchecked) private var shape: Shape
  /// What is remembered of this document, and of all documents: a symbol from `sharedSymbols` on is
  /// this document's own.
  private let ownShapes = ShapeMemory()
  private let sharedShapes: ShapeMemory?
  private let sharedSymbols: Int

  init?(_ grammar: Grammar, scope: GrammarScope, shared: ShapeMemory?, sharedSymbols: Int) {
    guard let nodes = GrammarNodes() else { return nil }
    self.grammar = grammar
    self.nodes = nodes
    shape = Shape(scope: scope)
    sharedShapes = shared
    self.sharedSymbols = sharedSymbols
  }

  deinit {
    xmlRelaxNGFreeValidCtxt(context)
  }

  /// What the grammar objects to in `tree`.
  func validate(_ tree: Tree) -> [GrammarFault] {
    shape.read(tree)
    let memory = shape.greatestSymbol < sharedSymbols ? sharedShapes ?? ownShapes : ownShapes
    if memory.holds(shape, of: grammar) { return [] }
    let faults = judge(tree)
    if faults.isEmpty { memory.insert(shape, of: grammar) }
    return faults
  }

  private func judge(_ tree: Tree) -> [GrammarFault] {
    if context == nil {
      context = grammar.withSchema { xmlRelaxNGNewValidCtxt($0) }
      xmlRelaxNGSetValidStructuredErrors(
        context, Self.callback, Unmanaged.passUnretained(self).toOpaque())
    }
    objections.removeAll(keepingCapacity: true)
    let verdict = nodes.withDocument(of: tree, shape: shape) { xmlRelaxNGValidateDoc(context, $0) }
    guard verdict != 0 else { return [] }
    // A context that has failed holds remains of the failure; the next record gets a fresh one.
    xmlRelaxNGFreeValidCtxt(context)
    context = nil
    return Objection.culprits(among: objections, root: 0).compactMap { objection in
      guard objection.element < tree.count else { return nil }
      return GrammarFault(element: tree[objection.element], message: objection.message(in: tree))
    }
  }

  private static let callback: xmlStructuredErrorFunc = { data, error in
    guard let data, let error = error?.pointee else { return }
    let run = Unmanaged<GrammarRun>.fromOpaque(data).takeUnretainedValue()
    guard let node = error.node?.assumingMemoryBound(to: xmlNode.self) else { return }
    let element = Int(bitPattern: node.pointee._private) - 1
    guard element >= 0 else { return }
    run.objections.append(
      Objection(
        element: element, code: xmlRelaxNGValidErr(UInt32(error.code)),
        first: error.str1.map { String(cString: $0) },
        second: error.str2.map { String(cString: $0) }))
  }
}

/// One of the messages that libxml2 gives for a fault: it says the same thing several times over,
/// once for each element on the way up to the root.
private struct Objection {
  let element: Int
  let code: xmlRelaxNGValidErr
  let first: String?
  let second: String?

  /// How much the message tells: the more, the higher.
  private var weight: Int {
    switch code {
    case XML_RELAXNG_ERR_NOELEM, XML_RELAXNG_ERR_ELEMWRONG, XML_RELAXNG_ERR_TEXTWRONG,
      XML_RELAXNG_ERR_INVALIDATTR, XML_RELAXNG_ERR_ATTRWRONGNS, XML_RELAXNG_ERR_ELEMNOTEMPTY:
      3
    case XML_RELAXNG_ERR_EXTRACONTENT, XML_RELAXNG_ERR_VALUE, XML_RELAXNG_ERR_ATTRNAME: 2
    case XML_RELAXNG_ERR_ATTRVALID, XML_RELAXNG_ERR_CONTENTVALID: 1
    default: 0
    }
  }

  /// The one or two that name the fault itself: those that say most, then those furthest in.
  static func culprits(among objections: [Objection], root: Int) -> [Objection] {
    guard let best = objections.map(\.weight).max() else {
      return [Objection(element: root, code: XML_RELAXNG_OK, first: nil, second: nil)]
    }
    let telling = objections.filter { $0.weight == best }
    let deepest = telling.map(\.element).max()
    return Array(telling.filter { $0.element == deepest }.prefix(1))
  }

  func message(in tree: Tree) -> String {
    let name = "<\(tree[element].writtenName)>"
    switch code {
    case XML_RELAXNG_ERR_NOELEM:
      return "\(name) lacks the element <\(first ?? "?")>"
    case XML_RELAXNG_ERR_ELEMWRONG:
      return "\(name) may not stand here"
    case XML_RELAXNG_ERR_TEXTWRONG, XML_RELAXNG_ERR_ELEMNOTEMPTY:
      return "\(name) may not hold text"
    case XML_RELAXNG_ERR_INVALIDATTR, XML_RELAXNG_ERR_ATTRWRONGNS:
      return "\(name) may not have the attribute \(first ?? "?"), or not with this value"
    case XML_RELAXNG_ERR_ATTRVALID:
      return "an attribute of \(name) is missing or not allowed"
    case XML_RELAXNG_ERR_EXTRACONTENT:
      let parent = "<\(first ?? tree[element].writtenName)>"
      return second == "text" ? "\(parent) may not hold text" : "\(name) may not stand in \(parent)"
    default:
      return "\(name) is not made as its format wants it"
    }
  }
}
