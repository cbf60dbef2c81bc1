internal import Diagnostics
internal import XML

/// The rules about namespaces as such: how they are spelt and which prefixes they get.
enum NamespaceRules {
  static let all: [Check] = [
    Check(
      Rule(
        "namespace-misspelt", .warning,
        "a namespace is written letter for letter as its specification has it: readers compare it so",
        cure: "write the URI exactly as the specification of the extension does",
        specification: "https://www.w3.org/TR/xml-names/#NSNameComparison"),
      on: .rss("rss"), .atom("feed", "entry")
    ) { root, report in
      for declaration in root.namespaceDeclarations {
        guard let meant = Spelling.meant(by: declaration.uri) else { continue }
        report.found(
          "\(quoted(declaration.uri)) is not the namespace \(quoted(meant.uri))",
          at: declaration.position, help: "write \"\(meant.uri)\"")
      }
    },

    Check(
      Rule(
        "namespace-prefix-taken", .warning,
        "a prefix that everybody knows stands for what everybody takes it for: some readers look no further",
        cure: "give the namespace a prefix of its own",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements"),
      on: .rss("rss"), .atom("feed", "entry")
    ) { root, report in
      for declaration in root.namespaceDeclarations {
        guard let owner = KnownNamespace.owner(ofPrefix: declaration.prefix),
          declaration.uri != owner.uri, Spelling.meant(by: declaration.uri) != owner,
          !Spelling.isLaterEdition(declaration.uri, of: owner)
        else { continue }
        report.found(
          "the prefix \(declaration.prefix) stands for \(quoted(declaration.uri)) here",
          at: declaration.position, length: declaration.prefix.unicodeScalars.count + 6)
      }
    },

    Check(
      Rule(
        "namespace-prefix-unusual", .info, "a namespace has the prefix that everybody gives it",
        cure: "write the usual prefix",
        specification: "https://www.rssboard.org/rss-profile#namespace-elements"),
      on: .rss("rss"), .atom("feed", "entry")
    ) { root, report in
      for declaration in root.namespaceDeclarations where !declaration.prefix.isEmpty {
        guard let known = KnownNamespace.allCases.first(where: { $0.uri == declaration.uri }),
          let usual = known.usualPrefix, usual != declaration.prefix,
          !(known == .atom && declaration.prefix == "atom10")
        else { continue }
        report.found(
          "\(quoted(declaration.uri)) has the prefix \(declaration.prefix) instead of \(usual)",
          at: declaration.position, length: declaration.prefix.unicodeScalars.count + 6)
      }
    },

    Check(
      Rule(
        "atom-prefix", .warning, "Atom is the default namespace: some readers can't do prefixes",
        cure: "declare xmlns=\"http://www.w3.org/2005/Atom\" and drop the prefix"),
      on: .atom("feed")
    ) { root, report in
      guard root.writtenName != root.localName else { return }
      report.found(
        "<\(root.writtenName)> has a prefix", at: root.position,
        length: root.writtenName.unicodeScalars.count + 1)
    },
  ]
}

extension KnownNamespace {
  /// The namespace that everybody takes `prefix` for.
  static func owner(ofPrefix prefix: String) -> KnownNamespace? { byPrefix[prefix] }

  private static let byPrefix = Dictionary(
    allCases.compactMap { known in known.usualPrefix.map { ($0, known) } },
    uniquingKeysWith: { first, _ in first })
}

/// Namespaces that are meant but not written.
private enum Spelling {
  /// The namespace that `uri` is but for letter case, http or https, www and a slash at the end.
  static func meant(by uri: String) -> KnownNamespace? {
    if uris.contains(uri) { return nil }
    let key = simple(uri)
    return key.isEmpty ? nil : bySimpleURI[key]
  }

  private static let uris = Set(KnownNamespace.allCases.map(\.uri))
  private static let bySimpleURI = Dictionary(
    KnownNamespace.allCases.map { (simple($0.uri), $0) }, uniquingKeysWith: { first, _ in first })

  /// Namespaces that have more than one edition under one prefix.
  static func isLaterEdition(_ uri: String, of owner: KnownNamespace) -> Bool {
    switch owner {
    case .cc: uri.hasPrefix("http://creativecommons.org/")
    case .creativeCommons: uri.contains("creativecommons.org") || uri.contains("cyber.law.harvard")
    case .app: uri == "http://purl.org/atom/app#"
    case .podcast: uri.lowercased().contains("podcast-namespace")
    case .georss, .geo: uri.contains("georss") || uri.contains("geo/wgs84_pos")
    case .dc: uri.hasPrefix("http://purl.org/dc/")
    default: false
    }
  }

  private static func simple(_ uri: String) -> String {
    var text = uri.lowercased()[...]
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
    }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    while let last = text.last, last == "/" || last == "#" { text = text.dropLast() }
    return String(text)
  }
}
