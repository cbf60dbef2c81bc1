/// A namespace, as a number: its URI stands in a `NameTable`.
package struct Namespace: Hashable, Sendable {
  /// 0 for no namespace; from 1 on as the table's maker listed them, then as documents bring them.
  package let number: Int

  /// The namespace with `number` in its table.
  package init(number: Int) {
    self.number = number
  }

  /// The names that are in no namespace.
  package static let none = Namespace(number: 0)
}

/// The name of an element or attribute: a namespace and a local name.
package struct Name: Hashable, Sendable {
  /// The namespace that the name is in.
  package let namespace: Namespace
  /// The part behind the prefix.
  package let local: String

  /// The name `local` in `namespace`.
  package init(_ namespace: Namespace, _ local: String) {
    self.namespace = namespace
    self.local = local
  }
}

/// Names by small numbers ("symbols"), so that elements are told apart without strings.
///
/// A reader starts from a table that holds the names its client asks about, and adds those that a
/// document brings; the client's symbols mean the same in every document.
package struct NameTable: Sendable {
  private var symbols: [Name: Int] = [:]
  private var locals: [String] = []
  private var namespaces: [Namespace] = []
  private var prefixes: [String?] = []
  private var numbers: [String: Int] = [:]
  private var uris: [String] = [""]

  /// A table that numbers `namespaces` from 1 on.
  package init(namespaces: [String]) {
    for uri in namespaces { _ = namespace(uri) }
  }

  /// How many names there are; symbols are below it.
  package var count: Int { locals.count }

  /// The symbol of `name`, given out now where it has none yet.
  package mutating func symbol(for name: Name, prefix: String? = nil) -> Int {
    if let symbol = symbols[name] {
      if prefixes[symbol] == nil { prefixes[symbol] = prefix }
      return symbol
    }
    let symbol = locals.count
    symbols[name] = symbol
    locals.append(name.local)
    namespaces.append(name.namespace)
    prefixes.append(prefix)
    return symbol
  }

  /// The namespace with `uri`, numbered now where it has no number yet.
  package mutating func namespace(_ uri: String) -> Namespace {
    if uri.isEmpty { return .none }
    if let number = numbers[uri] { return Namespace(number: number) }
    numbers[uri] = uris.count
    uris.append(uri)
    return Namespace(number: uris.count - 1)
  }

  /// The name that `symbol` stands for.
  package func name(_ symbol: Int) -> Name { Name(namespaces[symbol], locals[symbol]) }

  /// The namespace of the name that `symbol` stands for.
  package func namespace(ofSymbol symbol: Int) -> Namespace { namespaces[symbol] }

  /// Whether `symbol` stands for `local` in `namespace`: without a copy of the name, which costs
  /// more than all else where rules look for a child or an attribute.
  func isName(_ symbol: Int, _ local: String, in namespace: Namespace) -> Bool {
    namespaces[symbol] == namespace && locals[symbol] == local
  }

  /// The name as the document first wrote it, with its prefix.
  package func writtenName(_ symbol: Int) -> String {
    guard let prefix = prefixes[symbol] else { return locals[symbol] }
    return "\(prefix):\(locals[symbol])"
  }

  /// The URI of `namespace`; empty for none.
  package func uri(of namespace: Namespace) -> String { uris[namespace.number] }
}
