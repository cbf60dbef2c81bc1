internal import Diagnostics
internal import XML

/// Takes a tree through a rule book: first what may stand where, then each element's own rules.
struct Inspector {
  let book: RuleBook
  let log: Log
  /// Whether each element is the format's own, standing where the format has it.
  ///
  /// Everything else is an extension, in which the format's names mean nothing.
  private var isCore: [Bool] = []
  /// What has been found out about each symbol that a document brought: see `isStrange`.
  private var strangeness: [Int: Bool] = [:]

  init(book: RuleBook, log: Log) {
    self.book = book
    self.log = log
  }

  /// Applies every rule to `root` and what is in it.
  ///
  /// What the grammar objects to is reported only where no rule found the reason.
  mutating func inspect(_ root: Element, grammarFaults: [GrammarFault]) {
    let before = log.structuralFindings
    let tree = root.tree
    isCore.removeAll(keepingCapacity: true)
    for index in 0..<tree.count {
      let symbol = tree.symbol(at: index)
      let parent = tree.parent(of: index)
      let entry = book.entry(symbol)
      var core = entry?.isCore == true
      if core, parent >= 0 {
        core = isCore[parent] && book.entry(tree.symbol(at: parent))?.place(of: symbol) != nil
      }
      isCore.append(core)
      if let entry {
        if core || !entry.isCore { checkStructure(of: tree[index], by: entry) }
      } else if isStrange(symbol, in: tree) {
        reportStrange(tree[index])
      }
      let checks = book.checks(symbol)
      if !checks.isEmpty {
        let parentSymbol = parent < 0 ? nil : tree.symbol(at: parent)
        apply(checks, to: tree[index], isCore: core, parent: parentSymbol)
      }
    }
    guard log.structuralFindings == before, let fault = grammarFaults.first else { return }
    log.add(StructureRules.grammar, fault.message, at: fault.element.position, isStructural: true)
  }

  /// Whether an element is in the namespace of an extension that doesn't define it.
  private mutating func isStrange(_ symbol: Int, in tree: Tree) -> Bool {
    if book.isKnown(symbol) { return false }
    if let known = strangeness[symbol] { return known }
    let strange = book.vocabulary(tree.namespace(ofSymbol: symbol)) != nil
    strangeness[symbol] = strange
    return strange
  }

  private func reportStrange(_ element: Element) {
    let known = book.vocabulary(element.namespace) ?? []
    let name = element.localName
    let near = nearestName(to: name, in: known)
    log.add(
      StructureRules.unknownExtension,
      "the namespace \(quoted(element.namespaceURI)) defines no <\(element.writtenName)>",
      at: element.position, length: element.writtenName.unicodeScalars.count + 1,
      help: near.map { "did you mean \($0)?" })
  }

  private func apply(
    _ checks: [RuleBook.GatedCheck], to element: Element, isCore: Bool, parent: Int?
  ) {
    var attributes: UInt64 = 0
    for attribute in element.attributes {
      attributes |= RuleBook.bit(ofAttribute: attribute.symbol)
    }
    // By index: what is passed over is not even retained.
    for index in checks.indices where checks[index].isCore == isCore {
      if checks[index].attribute & ~attributes != 0 { continue }
      if let parent, !checks[index].parents.isEmpty, !checks[index].parents.contains(parent) {
        continue
      }
      let check = checks[index].check
      check.body(element, Reporter(check: check, log: log))
    }
  }

  private func checkStructure(of element: Element, by entry: RuleBook.Entry) {
    checkAttributes(of: element, by: entry)
    if entry.content == .anything { return }
    if entry.content != .text, let position = element.ownTextPosition {
      log.add(
        entry.isCore ? StructureRules.unexpectedText : StructureRules.extensionText,
        "<\(element.writtenName)> may not hold text", at: position, isStructural: entry.isCore)
    }
    var seen: UInt64 = 0
    var seenOfExtensions: UInt128 = 0
    for child in element.children {
      let symbol = child.symbol
      guard let index = entry.place(of: symbol) else {
        if let bit = book.onceBit(symbol) {
          if seenOfExtensions & 1 << UInt128(bit) != 0 { reportRepeated(child, in: element) }
          seenOfExtensions |= 1 << UInt128(bit)
        }
        checkStranger(child, in: element, by: entry)
        continue
      }
      if seen & 1 << UInt64(index) != 0, !entry.children[index].isRepeatable {
        reportRepeated(child, in: element)
      }
      seen |= 1 << UInt64(index)
    }
    let missing = entry.requiredChildren & ~seen
    if missing != 0 { reportMissing(missing, in: element, by: entry) }
  }

  private func reportRepeated(_ child: Element, in element: Element) {
    let name = child.writtenName
    log.add(
      StructureRules.duplicateElement,
      "<\(element.writtenName)> has more than one <\(name)>", at: child.position,
      length: name.unicodeScalars.count + 1, help: "keep one <\(name)>",
      isStructural: child.namespace == book.core)
  }

  private func reportMissing(_ bits: UInt64, in element: Element, by entry: RuleBook.Entry) {
    let name = element.writtenName
    for (index, part) in entry.children.enumerated() where bits & 1 << UInt64(index) != 0 {
      let child = element.tree.writtenName(part.symbol)
      log.add(
        StructureRules.missingElement, "<\(name)> has no <\(child)>", at: element.gapPosition,
        length: name.unicodeScalars.count + 1, help: "add <\(child)> to <\(name)>",
        isStructural: true)
    }
  }

  private func checkStranger(_ child: Element, in element: Element, by entry: RuleBook.Entry) {
    let takesForeign = entry.content == .elements
    // An extension's own strangers are found by their names.
    if takesForeign, !entry.isCore || child.namespace != book.core { return }
    let name = child.writtenName
    let known = entry.children.map { element.tree.writtenName($0.symbol) }
    let near = takesForeign ? nearestName(to: name, in: known) : nil
    let message =
      takesForeign || child.namespace == book.core
      ? "<\(element.writtenName)> has no element <\(name)> in this format"
      : "<\(element.writtenName)> may not hold elements, but <\(name)> stands in it"
    log.add(
      entry.isCore ? StructureRules.undefinedElement : StructureRules.extensionText, message,
      at: child.position, length: name.unicodeScalars.count + 1,
      help: near.map { "did you mean <\($0)>?" }, isStructural: entry.isCore)
  }

  private func checkAttributes(of element: Element, by entry: RuleBook.Entry) {
    var seen: UInt64 = 0
    for attribute in element.attributes {
      let symbol = attribute.symbol
      if let index = entry.attributes.firstIndex(where: { $0.symbol == symbol }) {
        seen |= 1 << UInt64(index)
      } else if let check = book.attributeCheck(symbol) {
        check.apply(to: attribute, log: log)
      } else if element.tree.namespace(ofSymbol: symbol) == .none {
        let name = attribute.writtenName
        let known = entry.attributes.map { element.tree.writtenName($0.symbol) }
        log.add(
          entry.isCore ? StructureRules.unexpectedAttribute : StructureRules.extensionAttribute,
          "<\(element.writtenName)> has no attribute \(name) in this format",
          at: attribute.position, length: name.unicodeScalars.count,
          help: nearestName(to: name, in: known).map { "did you mean \($0)?" },
          isStructural: entry.isCore)
      }
    }
    let missing = entry.requiredAttributes & ~seen
    guard missing != 0 else { return }
    for (index, part) in entry.attributes.enumerated() where missing & 1 << UInt64(index) != 0 {
      let name = element.tree.writtenName(part.symbol)
      log.add(
        StructureRules.missingAttribute,
        "<\(element.writtenName)> lacks the attribute \(name)", at: element.position,
        length: element.writtenName.unicodeScalars.count + 1,
        help: "add \(name)=\"…\" to <\(element.writtenName)>", isStructural: entry.isCore)
    }
  }
}

extension Element {
  /// Where it is told that something is missing in it: at its end, when it could still have come.
  ///
  /// For a whole feed at its start, which says more than the last line of the document.
  var gapPosition: Position { isNamed("feed", in: .atom) ? position : endPosition }
}
