internal import Diagnostics
internal import XML

/// A format's tables and rules, looked up by the symbol of an element's name.
struct RuleBook: Sendable {
  /// A model whose names are symbols.
  struct Entry: Sendable {
    struct Part: Sendable {
      let symbol: Int
      let isRepeatable: Bool
    }

    let content: Model.Content
    let children: [Part]
    let attributes: [Part]
    /// The bits of `children` and of `attributes` that must be set.
    let requiredChildren: UInt64
    let requiredAttributes: UInt64
  }

  /// A check at an element's name: a class, since it is handed about for every element and has
  /// a dozen texts in it.
  final class BoundCheck: Sendable {
    let rule: Rule
    let body: @Sendable (Element, Reporter) -> Void
    let isCore: Bool
    /// The symbols of the elements around; empty for any.
    let parents: [Int]

    init(_ check: Check, isCore: Bool, parents: [Int]) {
      rule = check.rule
      body = check.body
      self.isCore = isCore
      self.parents = parents
    }
  }

  /// The namespace of the format's own elements.
  let core: Namespace
  private var entries: [Entry?] = []
  private var checks: [[BoundCheck]] = []
  private var attributeChecks: [Int: AttributeCheck] = [:]

  /// The book of a format; its names are added to `names`.
  init(core: KnownNamespace, models: [Model], checks: [Check], names: inout NameTable) {
    self.core = core.namespace
    for model in models {
      let entry = Self.entry(of: model, core: core, names: &names)
      for name in model.names {
        let symbol = names.symbol(for: Name(core.namespace, name))
        grow(to: symbol)
        entries[symbol] = entry
      }
    }
    for check in SharedRules.all {
      let symbol = names.symbol(for: Name(check.namespace.namespace, check.name))
      attributeChecks[symbol] = check
    }
    for check in checks {
      for target in check.targets {
        let namespace = target.namespace.namespace
        let parents = target.parents.map { names.symbol(for: Name(namespace, $0)) }
        let bound = BoundCheck(check, isCore: target.namespace == core, parents: parents)
        for name in target.names {
          let symbol = names.symbol(for: Name(namespace, name))
          grow(to: symbol)
          self.checks[symbol].append(bound)
        }
      }
    }
  }

  func attributeCheck(_ symbol: Int) -> AttributeCheck? { attributeChecks[symbol] }

  func entry(_ symbol: Int) -> Entry? { symbol < entries.count ? entries[symbol] : nil }

  func checks(_ symbol: Int) -> [BoundCheck] { symbol < checks.count ? checks[symbol] : [] }

  private mutating func grow(to symbol: Int) {
    while entries.count <= symbol {
      entries.append(nil)
      checks.append([])
    }
  }

  private static func entry(
    of model: Model, core: KnownNamespace, names: inout NameTable
  ) -> Entry {
    var required: (children: UInt64, attributes: UInt64) = (0, 0)
    var children: [Entry.Part] = []
    for part in model.children {
      if part.isRequired { required.children |= 1 << UInt64(children.count) }
      let symbol = names.symbol(for: Name(core.namespace, part.name))
      children.append(Entry.Part(symbol: symbol, isRepeatable: part.isRepeatable))
    }
    var attributes: [Entry.Part] = []
    for part in model.attributes {
      if part.isRequired { required.attributes |= 1 << UInt64(attributes.count) }
      let symbol = names.symbol(for: Name(.none, part.name))
      attributes.append(Entry.Part(symbol: symbol, isRepeatable: false))
    }
    return Entry(
      content: model.content, children: children, attributes: attributes,
      requiredChildren: required.children, requiredAttributes: required.attributes)
  }
}
