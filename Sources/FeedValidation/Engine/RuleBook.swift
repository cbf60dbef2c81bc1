internal import Diagnostics
internal import XML

/// A format's tables and rules, looked up by the symbol of an element's name.
struct RuleBook: Sendable {
  /// A model whose names are symbols.
  final class Entry: Sendable {
    struct Part: Sendable {
      let symbol: Int
      let isRepeatable: Bool
    }

    /// Whether its element is the format's own, and not an extension's.
    let isCore: Bool
    let content: Model.Content
    let children: [Part]
    let attributes: [Part]
    /// The bits of `children` and of `attributes` that must be set.
    let requiredChildren: UInt64
    let requiredAttributes: UInt64
    /// For each symbol, which of `children` it is; -1 for none.
    private let places: [Int8]

    init(
      isCore: Bool, content: Model.Content, children: [Part], attributes: [Part],
      requiredChildren: UInt64, requiredAttributes: UInt64
    ) {
      self.isCore = isCore
      self.content = content
      self.children = children
      self.attributes = attributes
      self.requiredChildren = requiredChildren
      self.requiredAttributes = requiredAttributes
      var places = [Int8](repeating: -1, count: (children.map(\.symbol).max() ?? -1) + 1)
      for (index, child) in children.enumerated() { places[child.symbol] = Int8(index) }
      self.places = places
    }

    /// Which of `children` the elements called `symbol` are; nil for none.
    func place(of symbol: Int) -> Int? {
      guard symbol < places.count else { return nil }
      let place = places[symbol]
      return place < 0 ? nil : Int(place)
    }
  }

  /// A check at an element's name: a class, since it is handed about for every element and has
  /// a dozen texts in it.
  final class BoundCheck: Sendable {
    let rule: Rule
    let body: @Sendable (Element, Reporter) -> Void

    init(_ check: Check) {
      rule = check.rule
      body = check.body
    }
  }

  /// A check at an element's name, and what must hold of the element for it to be applied: kept beside
  /// the check, so that most are passed over without touching them.
  struct GatedCheck: Sendable {
    let check: BoundCheck
    let isCore: Bool
    /// The symbols of the elements around; empty for any.
    let parents: [Int]
    /// The bit of the attribute that the element must have (`bit(ofAttribute:)`); 0 for none.
    let attribute: UInt64
  }

  /// The bit that stands for an attribute where it is asked whether an element has it: not its own
  /// alone, so that a set bit means "perhaps".
  static func bit(ofAttribute symbol: Int) -> UInt64 { 1 << UInt64(symbol & 63) }

  /// The namespace of the format's own elements.
  let core: Namespace
  private var entries: [Entry?] = []
  private var checks: [[GatedCheck]] = []
  private var attributeChecks: [Int: AttributeCheck] = [:]
  /// For each symbol, its bit among the extensions' elements that may stand once; -1 for none.
  private var onceBits: [Int8] = []
  private var known: [Bool] = []
  /// The names that each extension defines, by the number of its namespace.
  private var vocabularies: [Int: [String]] = [:]

  /// The book of a format; its names are added to `names`.
  init(
    core: KnownNamespace, models: [Model], checks: [Check],
    vocabularies: [Vocabulary] = FeedRules.vocabularies, names: inout NameTable
  ) {
    self.core = core.namespace
    for model in models + vocabularies.flatMap(\.models) {
      let entry = Self.entry(of: model, core: core, names: &names)
      for name in model.names {
        let namespace = model.namespace ?? core
        let symbol = names.symbol(for: Name(namespace.namespace, name))
        grow(to: symbol)
        entries[symbol] = entry
      }
    }
    addVocabularies(vocabularies, names: &names)
    for check in SharedRules.all {
      let symbol = names.symbol(for: Name(check.namespace.namespace, check.name))
      attributeChecks[symbol] = check
    }
    for check in checks {
      for target in check.targets {
        let namespace = target.namespace.namespace
        let around = (target.parentNamespace ?? target.namespace).namespace
        let parents = target.parents.map { names.symbol(for: Name(around, $0)) }
        let attribute = check.attribute.map { names.symbol(for: Name(.none, $0)) }
        let gated = GatedCheck(
          check: BoundCheck(check), isCore: target.namespace == core, parents: parents,
          attribute: attribute.map(Self.bit) ?? 0)
        for name in target.names {
          let symbol = names.symbol(for: Name(namespace, name))
          grow(to: symbol)
          self.checks[symbol].append(gated)
        }
      }
    }
  }

  func attributeCheck(_ symbol: Int) -> AttributeCheck? { attributeChecks[symbol] }

  func entry(_ symbol: Int) -> Entry? { symbol < entries.count ? entries[symbol] : nil }

  func checks(_ symbol: Int) -> [GatedCheck] { symbol < checks.count ? checks[symbol] : [] }

  /// Whether a table, a rule or a vocabulary has the name.
  func isKnown(_ symbol: Int) -> Bool { symbol < known.count && known[symbol] }

  /// The bit of an extension's element that may stand once in another; nil for all others.
  func onceBit(_ symbol: Int) -> Int? {
    guard symbol < onceBits.count else { return nil }
    let bit = onceBits[symbol]
    return bit < 0 ? nil : Int(bit)
  }

  /// The names that the extension with `namespace` defines; nil for others' namespaces.
  func vocabulary(_ namespace: Namespace) -> [String]? { vocabularies[namespace.number] }

  private mutating func addVocabularies(_ list: [Vocabulary], names: inout NameTable) {
    var bit: Int8 = 0
    for vocabulary in list where vocabulary.namespace.namespace != core {
      let namespace = vocabulary.namespace.namespace
      vocabularies[namespace.number] = vocabulary.elements.map(\.name)
      for element in vocabulary.elements {
        let symbol = names.symbol(for: Name(namespace, element.name))
        grow(to: symbol)
        guard !element.isRepeatable, bit < 127 else { continue }
        onceBits[symbol] = bit
        bit += 1
      }
    }
  }

  /// Makes the tables reach `symbol`, which is known from now on.
  private mutating func grow(to symbol: Int) {
    while entries.count <= symbol {
      entries.append(nil)
      checks.append([])
      onceBits.append(-1)
      known.append(false)
    }
    known[symbol] = true
  }

  private static func entry(
    of model: Model, core: KnownNamespace, names: inout NameTable
  ) -> Entry {
    let namespace = (model.namespace ?? core).namespace
    var required: (children: UInt64, attributes: UInt64) = (0, 0)
    var children: [Entry.Part] = []
    for part in model.children {
      if part.isRequired { required.children |= 1 << UInt64(children.count) }
      let symbol = names.symbol(for: Name(namespace, part.name))
      children.append(Entry.Part(symbol: symbol, isRepeatable: part.isRepeatable))
    }
    var attributes: [Entry.Part] = []
    for part in model.attributes {
      if part.isRequired { required.attributes |= 1 << UInt64(attributes.count) }
      let symbol = names.symbol(for: Name(.none, part.name))
      attributes.append(Entry.Part(symbol: symbol, isRepeatable: false))
    }
    return Entry(
      isCore: model.namespace == nil, content: model.content, children: children,
      attributes: attributes, requiredChildren: required.children,
      requiredAttributes: required.attributes)
  }
}
