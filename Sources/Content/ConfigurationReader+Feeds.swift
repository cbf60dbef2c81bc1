internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import YAML

extension ConfigurationReader {
  /// Reads the section `feeds`.
  ///
  /// - Parameters:
  ///   - node: The section; nil where there is none.
  ///   - siteURL: The home page; nil where the configuration names none that can be used.
  /// - Returns: The settings; nil where they depend on a home page that is not known.
  mutating func feeds(_ node: Node?, siteURL: AbsoluteURL?) -> FeedSettings? {
    // A key that holds nothing means its default.
    let values =
      node.map {
        map(
          $0, "feeds",
          known: [
            "path", "url", "formats", "by", "limit", "content", "minimum", "archives", "hub",
            "custom", "slugs", "aliases", "retract", "tombstones", "pages",
          ]
        ).filter { !$0.value.isNull }
      } ?? [:]
    let path = values["path"].flatMap { fields.text($0, "feeds.path") } ?? "feeds"
    let url = values["url"].flatMap { folderURL($0, "feeds.url", base: siteURL) }
    let found = diagnostics.count
    let formats =
      values["formats"].map { choices($0, "feeds.formats", of: FeedFormat.self) }
      ?? FeedFormat.allCases
    if formats.isEmpty, diagnostics.count == found, let node = values["formats"] {
      fields.report(at: node, "`feeds.formats` names no format", help: "write [rss, atom, json]")
    }
    let by = values["by"].map { choices($0, "feeds.by", of: TermKind.self) }
    let limit = values["limit"].flatMap { fields.number($0, "feeds.limit", least: 0) } ?? 20
    let mode = values["content"].flatMap {
      choices($0, "feeds.content", of: FeedSettings.ContentMode.self).first
    }
    let minimum = values["minimum"].flatMap { fields.number($0, "feeds.minimum", least: 1) }
    let archives = values["archives"].flatMap { self.archives($0) }
    let tombstones = values["tombstones"].flatMap {
      fields.number($0, "feeds.tombstones", least: 0)
    }
    let hub = values["hub"].flatMap { fields.url($0, "feeds.hub") }
    let custom = values["custom"].map { customFeeds($0) } ?? []
    let pages = values["pages"].flatMap { fields.bool($0, "feeds.pages") }
    let slugs = values["slugs"].map { slugTable($0) } ?? [:]
    let aliases = values["aliases"].map { aliasTable($0) } ?? [:]
    let served = siteURL.flatMap { try? $0.resolving(Self.servedPath(of: path)) }
    guard let location = url ?? served else { return nil }
    return FeedSettings(
      path: path, url: location, formats: FeedFormat.allCases.filter(formats.contains),
      by: by ?? [.category, .keyword], limit: limit == 0 ? nil : limit, content: mode ?? .full,
      minimum: minimum ?? 1, hub: hub, archives: archives,
      retracted: values["retract"].map { retracted($0) } ?? [],
      tombstoneDays: tombstones ?? 90, custom: custom, hasPages: pages ?? true,
      slugs: slugs, aliases: aliases, position: node?.position)
  }

  /// `true`, how many entries an archive holds, or a map of that and of the terms that have archives.
  private mutating func archives(_ node: Node) -> ArchiveSettings? {
    let standard = 50
    if let flag = node.bool { return flag ? ArchiveSettings(size: standard, by: []) : nil }
    guard case .mapping = node.content else {
      return fields.number(node, "feeds.archives", least: 1).map {
        ArchiveSettings(size: $0, by: [])
      }
    }
    let values = map(node, "feeds.archives", known: ["size", "by"])
    let size = values["size"].flatMap { fields.number($0, "feeds.archives.size", least: 1) }
    let by = values["by"].map { choices($0, "feeds.archives.by", of: TermKind.self) } ?? []
    return ArchiveSettings(size: size ?? standard, by: Set(by))
  }

  private mutating func retracted(_ node: Node) -> [RetractedArticle] {
    let nodes: [Node] = if case .sequence(let nodes) = node.content { nodes } else { [node] }
    return nodes.compactMap { node in
      fields.text(node, "feeds.retract").map {
        RetractedArticle(name: $0, position: node.position)
      }
    }
  }

  /// The reference to a published folder as seen from the home page.
  private static func servedPath(of folder: String) -> String {
    let segments = folder.split(separator: "/").filter { $0 != "." && $0 != ".." }
    // Of an absolute path only the last folder can be part of an address.
    let served = folder.hasPrefix("/") ? segments.suffix(1) : segments[...]
    return served.map { AbsoluteURL.escapedPathSegment(String($0)) }
      .reduce(into: "./") { $0 += $1 + "/" }
  }

  /// The values of an enumeration that a text or a list names, each once.
  mutating func choices<Choice>(
    _ node: Node, _ name: String, of type: Choice.Type
  ) -> [Choice] where Choice: RawRepresentable<String> & CaseIterable & Equatable {
    let known = type.allCases.map(\.rawValue)
    let nodes: [Node] = if case .sequence(let nodes) = node.content { nodes } else { [node] }
    var choices: [Choice] = []
    for node in nodes {
      guard let text = fields.text(node, name) else { continue }
      guard let choice = Choice(rawValue: text.lowercased()) else {
        fields.report(
          at: node, "`\(name)` is \"\(text)\", which is none of \(known.joined(separator: ", "))",
          help: nearestName(to: text, in: known).map { "did you mean \"\($0)\"?" })
        continue
      }
      if !choices.contains(choice) { choices.append(choice) }
    }
    return choices
  }

  private mutating func customFeeds(_ node: Node) -> [CustomFeed] {
    guard case .sequence(let nodes) = node.content else {
      fields.report(at: node, "`feeds.custom` is \(node.kindName), not a list of maps")
      return []
    }
    var feeds: [CustomFeed] = []
    for node in nodes {
      let found = diagnostics.count
      let values = map(node, "feeds.custom", known: ["name", "title", "where", "limit"])
      let limit = values["limit"].flatMap { fields.number($0, "feeds.custom.limit", least: 0) }
      let condition = values["where"].flatMap { self.condition($0) }
      guard let nameNode = values["name"],
        let name = fields.value(nameNode, "feeds.custom.name", checkedSegment)
      else {
        if diagnostics.count == found {
          fields.report(at: node, "a custom feed has no name", help: "write name: voice-work")
        }
        continue
      }
      guard let condition else {
        fields.report(
          at: node, "the custom feed \"\(name)\" does not say which articles it shows",
          help: "write where: { keywords: [voice AI] }")
        continue
      }
      if feeds.contains(where: { $0.name.lowercased() == name.lowercased() }) {
        fields.report(at: nameNode, "two custom feeds are called \"\(name)\"")
      }
      let title = values["title"].flatMap { fields.text($0, "feeds.custom.title") } ?? name
      feeds.append(CustomFeed(name: name, title: title, condition: condition, limit: limit))
    }
    return feeds
  }

  private mutating func condition(_ node: Node) -> FeedCondition {
    let names: [String: TermKind] = [
      "categories": .category, "keywords": .keyword, "authors": .author,
    ]
    var values = map(node, "feeds.custom.where", known: names.keys.sorted() + ["not"])
    let excluded = values.removeValue(forKey: "not").map {
      map($0, "feeds.custom.where.not", known: names.keys.sorted())
    }
    func keys(_ values: [String: Node]) -> [TermKind: Set<String>] {
      var result: [TermKind: Set<String>] = [:]
      for (name, kind) in names.sorted(by: { $0.key < $1.key }) {
        guard let node = values[name] else { continue }
        result[kind] = Set(fields.texts(node, "feeds.custom.where.\(name)").map(Term.key))
      }
      return result
    }
    return FeedCondition(required: keys(values), excluded: keys(excluded ?? [:]))
  }

  private mutating func slugTable(_ node: Node) -> [String: String] {
    var table: [String: String] = [:]
    for (label, node) in pairs(node, "feeds.slugs") {
      guard let slug = fields.value(node, "feeds.slugs.\(label)", checkedSegment) else { continue }
      table[Term.key(of: label)] = slug
    }
    return table
  }

  /// Aliases with those of aliases followed to the end.
  private mutating func aliasTable(_ node: Node) -> [String: String] {
    var table: [String: String] = [:]
    let aliases = pairs(node, "feeds.aliases")
    for (label, node) in aliases {
      guard let text = fields.text(node, "feeds.aliases.\(label)") else { continue }
      table[Term.key(of: label)] = text
    }
    for (label, node) in aliases {
      let key = Term.key(of: label)
      var seen: Set<String> = [key]
      while let target = table[key], let next = table[Term.key(of: target)] {
        guard seen.insert(Term.key(of: target)).inserted else {
          fields.report(at: node, "`feeds.aliases` leads from \"\(label)\" back to itself")
          break
        }
        table[key] = next
      }
    }
    return table
  }

  private mutating func pairs(_ node: Node, _ name: String) -> [(label: String, value: Node)] {
    if node.isNull { return [] }
    guard case .mapping(let pairs) = node.content else {
      fields.report(at: node, "`\(name)` is \(node.kindName), not a map")
      return []
    }
    return pairs.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
  }
}
