internal import YAML

extension ConfigurationReader {
  /// Reads `content.permalink`: a pattern, a list of patterns, or a map of either by globs.
  mutating func permalinkRules(_ node: Node) -> PermalinkRules? {
    let name = "content.permalink"
    if node.isNull { return nil }
    guard case .mapping(let pairs) = node.content else {
      let patterns = self.patterns(node, name)
      return patterns.isEmpty ? nil : PermalinkRules([.init(glob: nil, patterns: patterns)])
    }
    var rules: [PermalinkRules.Rule] = []
    for pair in pairs {
      guard let glob = fields.text(pair.key, "a key of \(name)") else { continue }
      let patterns = self.patterns(pair.value, "\(name).\(glob)")
      if !patterns.isEmpty { rules.append(.init(glob: Glob(glob), patterns: patterns)) }
    }
    return rules.isEmpty ? nil : PermalinkRules(rules)
  }

  private mutating func patterns(_ node: Node, _ name: String) -> [PermalinkPattern] {
    guard case .sequence(let nodes) = node.content else {
      return fields.value(node, name, PermalinkPattern.init).map { [$0] } ?? []
    }
    return nodes.compactMap { fields.value($0, "an element of \(name)", PermalinkPattern.init) }
  }
}
