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
  ///   - known: Authors by key in lower case, whom a text or the map's `key` may name.
  ///   - isStrict: Whether keys that mean nothing are told.
  /// - Returns: The authors; none where a fault was found.
  mutating func authors(
    _ node: Node, _ name: String, site: AbsoluteURL? = nil, known: [String: Author] = [:],
    isStrict: Bool = false
  ) -> [Author] {
    switch node.content {
    case .scalar:
      return text(node, name).map { [known[$0.lowercased()] ?? Author(signature: $0)] } ?? []
    case .sequence(let nodes):
      return nodes.flatMap { authors($0, name, site: site, known: known, isStrict: isStrict) }
    case .mapping(let pairs):
      return author(pairs, at: node, name, site: site, known: known, isStrict: isStrict)
        .map { [$0] } ?? []
    }
  }

  /// The author that a map describes, with the keys that Docusaurus, Jekyll's themes and Hugo use.
  ///
  /// - Parameters:
  ///   - pairs: The map.
  ///   - node: The node that it is.
  ///   - name: What the field is called.
  ///   - site: What an address without a host is below.
  ///   - known: Authors by key, whom the map's `key` may name.
  ///   - isStrict: Whether keys that mean nothing are told.
  ///   - fallback: The name where the map has none.
  /// - Returns: The author; nil where a fault was found.
  mutating func author(
    _ pairs: [Node.Pair], at node: Node, _ name: String, site: AbsoluteURL?,
    known: [String: Author] = [:], isStrict: Bool = false, fallback: String? = nil
  ) -> Author? {
    var authorName: String?
    var email: EmailAddress?
    var url: AbsoluteURL?
    var avatar: AbsoluteURL?
    var base: Author?
    let found = diagnostics.count
    for pair in pairs {
      switch pair.key.text?.lowercased() {
      case "name": authorName = text(pair.value, name + ".name")
      case "email": email = value(pair.value, name + ".email", EmailAddress.init)
      case "url": url = self.url(pair.value, name + ".url", base: site)
      case "avatar":
        // Nuxt has a map of the picture's address and its description.
        avatar = self.url(
          isStrict ? pair.value : pair.value.source, name + ".avatar", base: site)
      case let key where isStrict:
        report(
          ContentRules.configurationKey, at: pair.key,
          "there is no key `\(name).\(key ?? pair.key.kindName)`",
          help: "known here: name, email, url, avatar")
      case "key": base = text(pair.value, name + ".key").flatMap { known[$0.lowercased()] }
      // What other programs' files hold beside is taken where it is right, and else let alone.
      case "display_name", "displayname": authorName = authorName ?? pair.value.text
      case "mail": email = email ?? pair.value.text.flatMap { try? EmailAddress($0) }
      case "home", "homepage", "website", "site", "uri", "web", "to":
        url = url ?? address(pair.value, below: site)
      case "image_url", "imageurl", "image", "picture", "photo":
        avatar = avatar ?? address(pair.value, below: site)
      default: continue
      }
    }
    guard let authorName = authorName ?? base?.name ?? fallback else {
      if diagnostics.count > found { return nil }
      report(at: node, "`\(name)` has no name", help: "write { name: Harbor Team }")
      return nil
    }
    return Author(
      name: authorName, email: email ?? base?.email, url: url ?? base?.url,
      avatar: avatar ?? base?.avatar)
  }

  private func address(_ node: Node, below site: AbsoluteURL?) -> AbsoluteURL? {
    guard let text = node.text, !node.isNull else { return nil }
    let url = site.map { try? $0.resolving(text) } ?? (try? AbsoluteURL(text))
    return url.flatMap { $0.isWeb ? $0 : nil }
  }
}

extension Node {
  /// The address in a map of a picture, which it holds as `src` or `url`; another node itself.
  fileprivate var source: Node {
    guard case .mapping(let pairs) = content else { return self }
    return pairs.first { ["src", "url"].contains($0.key.text) }?.value ?? self
  }
}

extension Author {
  /// The author of a text such as `Jane Doe <jane@harbor.example>`; another text is a name.
  init(signature text: String) {
    guard text.utf8.last == UInt8(ascii: ">"), let open = text.lastIndex(of: "<"),
      let email = try? EmailAddress(String(text[text.index(after: open)...].dropLast()))
    else {
      self.init(name: text)
      return
    }
    let name = text[..<open].trimmingSpaces
    self.init(name: name.isEmpty ? email.string : name, email: email)
  }
}
