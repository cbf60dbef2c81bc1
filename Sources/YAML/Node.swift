package import Diagnostics

/// A node of a document of fields and values, and where it stands.
///
/// YAML is what the words are taken from; TOML and JSON become the same tree.
package struct Node: Sendable {
  /// What a node holds.
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Pair])
  }

  /// A text, and whether it was written without quotes: only then can it mean null, a truth value or
  /// a number.
  package struct Scalar: Sendable {
    package let text: String
    package let isPlain: Bool

    package init(text: String, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// A key and its value, in the order of the file.
  package struct Pair: Sendable {
    package let key: Node
    package let value: Node

    package init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package let content: Content
  /// Where the node begins.
  package let position: Position
  /// How many nodes it is made of, itself and each use of an alias counted.
  let size: Int

  package init(_ content: Content, at position: Position) {
    self.content = content
    self.position = position
    size =
      switch content {
      case .scalar: 1
      case .sequence(let nodes): nodes.reduce(1) { $0 + $1.size }
      case .mapping(let pairs): pairs.reduce(1) { $0 + $1.key.size + $1.value.size }
      }
  }

  /// The text of a scalar; nil for a list and a map.
  package var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// Whether it is a plain `null`, `~` or nothing at all (YAML 1.2 section 10.3.2).
  package var isNull: Bool {
    // Nearly all texts are longer.
    guard case .scalar(let scalar) = content, scalar.isPlain, scalar.text.utf8.count <= 4 else {
      return false
    }
    return switch scalar.text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// The truth value that a plain scalar stands for, those of YAML 1.1 among them; nil for others.
  package var bool: Bool? {
    guard case .scalar(let scalar) = content, scalar.isPlain, scalar.text.utf8.count <= 5 else {
      return nil
    }
    return switch scalar.text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// What it is, in a person's words with an article: "a list".
  package var kindName: String {
    switch content {
    case .mapping: "a map"
    case .sequence: "a list"
    case .scalar where isNull: "empty"
    case .scalar: "a text"
    }
  }
}
