internal import XML

/// The namespaces that rules speak of.
///
/// A new vocabulary begins with a line here.
enum KnownNamespace: Int, CaseIterable {
  case none, atom, xhtml, xml

  var uri: String {
    switch self {
    case .none: ""
    case .atom: "http://www.w3.org/2005/Atom"
    case .xhtml: "http://www.w3.org/1999/xhtml"
    case .xml: "http://www.w3.org/XML/1998/namespace"
    }
  }

  /// Its number in every document's table.
  var namespace: Namespace { Namespace(number: rawValue) }

  /// A table that knows these namespaces under their own numbers.
  static var table: NameTable {
    NameTable(namespaces: allCases.dropFirst().map(\.uri))
  }
}

extension Namespace {
  static let atom = KnownNamespace.atom.namespace
  static let xhtml = KnownNamespace.xhtml.namespace
}
