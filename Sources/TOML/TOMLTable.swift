internal import Diagnostics
internal import YAML

/// A table that is still being read.
final class TOMLTable {
  /// How a table came to be, on which depends who may add to it.
  enum Origin: Equatable {
    /// On the way to one that a header names; a header may still define it.
    case implied
    /// By a header of its own.
    case header
    /// By dotted keys below the header of that number, which alone may add to it.
    case dotted(section: Int)
  }

  enum Value {
    /// What is complete: a text, a number, an array or an inline table.
    case node(Node)
    case table(TOMLTable)
    /// The tables of headers in double brackets.
    case tables(TOMLTableArray)
  }

  /// A key: its text and where it stands.
  struct Key {
    let text: String
    let position: Position
  }

  var origin: Origin
  let position: Position
  private var entries: [(key: Key, value: Value)] = []
  /// By the bytes of the key: TOML takes two forms of one character for two.
  private var indices: [[UInt8]: Int] = [:]

  init(_ origin: Origin, at position: Position) {
    self.origin = origin
    self.position = position
  }

  subscript(key: String) -> (key: Key, value: Value)? {
    indices[Array(key.utf8)].map { entries[$0] }
  }

  /// Adds a value under a key that the table does not have.
  func add(_ key: Key, _ value: Value) {
    indices[Array(key.text.utf8)] = entries.count
    entries.append((key, value))
  }

  /// The tree, in the order in which keys were first written.
  var node: Node {
    Node(
      .mapping(
        entries.map { entry in
          Node.Pair(
            key: Node(
              .scalar(Node.Scalar(text: entry.key.text, isPlain: false)), at: entry.key.position),
            value: Self.node(of: entry.value))
        }), at: position)
  }

  private static func node(of value: Value) -> Node {
    switch value {
    case .node(let node): node
    case .table(let table): table.node
    case .tables(let array):
      Node(.sequence(array.tables.map(\.node)), at: array.tables.first?.position ?? .start)
    }
  }
}

/// An array of tables; the last one is that which headers below it add to.
final class TOMLTableArray {
  var tables: [TOMLTable] = []
}
