internal import FeedModel
internal import FeedValues
internal import YAML

extension FieldReader {
  /// One author or several: a name, a map of name, email, url and avatar, or a list of either.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - name: What the field is called.
  ///   - site: What an address without a host is below.
  ///   - isStrict: Whether keys that mean nothing are told.
  /// - Returns: The authors; none where a fault was found.
  mutating func authors(
    _ node: Node, _ name: String, site: AbsoluteURL? = nil, isStrict: Bool = false
  ) -> [Author] {
    switch node.content {
    case .scalar: return text(node, name).map { [Author(name: $0)] } ?? []
    case .sequence(let nodes):
      return nodes.flatMap { authors($0, name, site: site, isStrict: isStrict) }
    case .mapping(let pairs):
      var authorName: String?
      var email: EmailAddress?
      var url: AbsoluteURL?
      var avatar: AbsoluteURL?
      let found = diagnostics.count
      for pair in pairs {
        switch pair.key.text?.lowercased() {
        case "name": authorName = text(pair.value, name + ".name")
        case "email": email = value(pair.value, name + ".email", EmailAddress.init)
        case "url": url = self.url(pair.value, name + ".url", base: site)
        case "avatar": avatar = self.url(pair.value, name + ".avatar", base: site)
        case let key where isStrict:
          report(
            ContentRules.configurationKey, at: pair.key,
            "there is no key `\(name).\(key ?? pair.key.kindName)`",
            help: "known here: name, email, url, avatar")
        default: continue
        }
      }
      guard let authorName else {
        if diagnostics.count > found { return [] }
        report(at: node, "`\(name)` has no name", help: "write { name: Harbor Team }")
        return []
      }
      return [Author(name: authorName, email: email, url: url, avatar: avatar)]
    }
  }
}
