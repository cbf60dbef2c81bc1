/// What may stand in an element: a line of a format's table.
///
/// Children and attributes are words with a mark for how often: `title!` exactly once,
/// `image?` at most once, `item*` any number, `hour+` at least once. An attribute has `!` or `?`.
struct Model: Sendable {
  enum Content: Sendable {
    /// Text, and no element at all.
    case text
    /// The children that are listed, elements of other namespaces, and no text.
    case elements
    /// Nothing.
    case nothing
    /// Anything; a rule of its own looks at it.
    case anything
  }

  struct Part: Sendable {
    let name: String
    let isRequired: Bool
    let isRepeatable: Bool
  }

  let names: [String]
  /// The namespace of the elements and of their children; nil for the format's own.
  let namespace: KnownNamespace?
  let content: Content
  let children: [Part]
  let attributes: [Part]

  /// The elements `names`, which hold `children` or, where there are none, `content`.
  init(
    _ names: String..., in namespace: KnownNamespace? = nil, children: String = "",
    attributes: String = "", content: Content? = nil
  ) {
    self.names = names
    self.namespace = namespace
    self.children = Self.parts(children)
    self.attributes = Self.parts(attributes)
    self.content = content ?? (children.isEmpty ? .text : .elements)
  }

  static func parts(_ list: String) -> [Part] {
    list.split(separator: " ").map { word in
      Part(
        name: String(word.dropLast()), isRequired: word.last == "!" || word.last == "+",
        isRepeatable: word.last == "*" || word.last == "+")
    }
  }
}

/// The elements of an extension: those that it defines, and how often each may stand beside others.
///
/// `elements` are words with a mark, as in a `Model`: `image?` at most once in the element around
/// it, `category*` any number.
struct Vocabulary: Sendable {
  let namespace: KnownNamespace
  let elements: [Model.Part]
  /// What stands in those that have a structure of their own.
  let models: [Model]

  init(_ namespace: KnownNamespace, _ elements: String, models: [Model] = []) {
    self.namespace = namespace
    self.elements = Model.parts(elements)
    self.models = models
  }
}
