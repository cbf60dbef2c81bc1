internal import YAML

extension ConfigurationReader {
  /// Which dialects are read: `drop` or `keep` for all of them, or a map with one of the two for each.
  mutating func dialects(_ node: Node?) -> DialectSettings {
    guard let node, !node.isNull else { return DialectSettings(kept: []) }
    guard case .mapping = node.content else {
      let keeps = keeps(node, "content.dialects")
      return DialectSettings(kept: keeps == true ? Set(Dialect.allCases) : [])
    }
    var kept: Set<Dialect> = []
    let values = map(node, "content.dialects", known: Dialect.allCases.map(\.rawValue))
    for dialect in Dialect.allCases {
      guard let value = values[dialect.rawValue] else { continue }
      if keeps(value, "content.dialects.\(dialect.rawValue)") == true { kept.insert(dialect) }
    }
    return DialectSettings(kept: kept)
  }

  private mutating func keeps(_ node: Node, _ name: String) -> Bool? {
    guard let text = fields.text(node, name) else { return nil }
    switch text {
    case "keep": return true
    case "drop": return false
    default:
      fields.report(at: node, "`\(name)` is \"\(text)\"", help: "write drop or keep")
      return nil
    }
  }
}
