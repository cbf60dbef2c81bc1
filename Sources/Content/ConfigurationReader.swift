package import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import YAML

extension Configuration {
  /// The name of the file in a site's folder.
  package static let fileName = "feedsetter.yml"

  /// Reads the configuration of the site in `folder`.
  ///
  /// - Returns: The configuration, nil where it can't be used; and what is wrong with it.
  package static func read(
    siteFolder folder: String
  ) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    let path = folder == "." ? fileName : folder + "/" + fileName
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: 1 << 20)
    } catch {
      let isMissing = error.kind == .missing || error.kind == .notDirectory
      let rule =
        isMissing ? ContentRules.configurationMissing : ContentRules.configurationUnreadable
      return (
        nil,
        [
          Diagnostic(
            rule: rule, location: SourceLocation(file: path),
            message: "the configuration can't be read: \(error.reason)", help: rule.cure)
        ]
      )
    }
    return parse(SourceText(path: path, bytes: bytes), siteFolder: folder)
  }

  /// Reads a configuration from its text, and the file of authors that it names.
  package static func parse(
    _ source: SourceText, siteFolder: String = "."
  ) -> (configuration: Configuration?, diagnostics: [Diagnostic]) {
    if let finding = encodingError(in: source) { return (nil, [finding]) }
    let root: Node?
    do {
      root = try YAMLParser.parse(source.bytes[...])
    } catch {
      let mended = YAMLMending(error, in: source, fields: 0..<source.bytes.count)
      return (
        nil, [error.diagnostic(ContentRules.configurationSyntax, in: source, help: mended.help)]
      )
    }
    var reader = ConfigurationReader(source: source)
    var configuration = reader.configuration(root)
    if let read = configuration, let file = read.content.authors {
      configuration?.authors = reader.authors(
        in: file.path, at: file.position, siteFolder: siteFolder, site: read.site.url)
    }
    configuration?.otherFiles = reader.otherFiles
    let diagnostics = reader.diagnostics
    return (diagnostics.hasErrors ? nil : configuration, diagnostics)
  }
}

/// Reads the tree of a configuration.
struct ConfigurationReader {
  var fields: FieldReader
  /// What stands for the other files that were read.
  fileprivate var otherFiles: [Digest] = []
  var diagnostics: [Diagnostic] { fields.diagnostics }

  init(source: SourceText) {
    fields = FieldReader(source: source, rule: ContentRules.configurationValue)
  }

  mutating func configuration(_ root: Node?) -> Configuration? {
    guard let root, !root.isNull else {
      missing("site.title", at: nil)
      missing("site.url", at: nil)
      return nil
    }
    let sections = map(root, "", known: ["site", "content", "feeds"])
    let zone = sections["site"].flatMap { self.zone($0) }
    let site = self.site(sections["site"], at: root)
    let content = self.content(sections["content"], siteLanguage: site?.language)
    let feeds = self.feeds(sections["feeds"], siteURL: site?.url)
    guard let site, let content, let feeds else { return nil }
    return Configuration(
      source: fields.source, site: site, zone: zone ?? .utc, content: content, feeds: feeds)
  }

  /// The values of a map by key; a finding for each key that is not known.
  mutating func map(_ node: Node, _ path: String, known: [String]) -> [String: Node] {
    if node.isNull { return [:] }
    guard case .mapping(let pairs) = node.content else {
      let name = path.isEmpty ? "the configuration" : "`\(path)`"
      fields.report(
        path.isEmpty ? ContentRules.configurationSyntax : nil, at: node,
        "\(name) is \(node.kindName), not a map")
      return [:]
    }
    var values: [String: Node] = [:]
    for pair in pairs {
      guard let key = pair.key.text, known.contains(key) else {
        let written = pair.key.text ?? pair.key.kindName
        let full = path.isEmpty ? written : path + "." + written
        let nearest = nearestName(to: written, in: known)
        fields.report(
          ContentRules.configurationKey, at: pair.key, "there is no key `\(full)`",
          help: nearest.map { "did you mean \"\($0)\"?" }
            ?? "known here: \(known.joined(separator: ", "))")
        continue
      }
      if values[key] != nil {
        fields.report(at: pair.key, "`\(key)` is given twice", help: "take one of the two out")
      }
      values[key] = pair.value
    }
    return values
  }

  mutating func missing(_ name: String, at node: Node?) {
    let position = node?.position ?? .start
    let finding = fields.source.diagnostic(
      ContentRules.configurationRequired, at: position, "`\(name)` is missing",
      help: name == "site.url"
        ? "write the address of the site's home page, such as url: https://harbor.example/"
        : "write the site's name, such as title: Harbor Voices")
    fields.add(finding)
  }

  /// What is read of a value that must be there; a finding where it is not, or holds nothing.
  private mutating func required<Value>(
    _ node: Node?, _ name: String, at section: Node,
    _ read: (inout ConfigurationReader, Node, String) -> Value?
  ) -> Value? {
    let found = diagnostics.count
    let value = node.flatMap { read(&self, $0, name) }
    if value == nil, diagnostics.count == found { missing(name, at: node ?? section) }
    return value
  }

  private mutating func zone(_ node: Node) -> TimeZoneRules? {
    guard case .mapping(let pairs) = node.content,
      let node = pairs.first(where: { $0.key.text == "timezone" })?.value,
      let name = fields.text(node, "site.timezone")
    else { return nil }
    do {
      let file = try TimeZoneDatabase.file(ofZone: name)
      otherFiles.append(Digest(file[...]))
      return try TimeZoneDatabase.zone(in: file)
    } catch {
      let nearest = nearestName(to: name, in: TimeZoneDatabase.names())
      fields.report(
        ContentRules.timeZoneUnknown, at: node,
        "`site.timezone` is \"\(name)\", but \(error.reason)",
        help: nearest.map { "did you mean \($0)?" })
      return nil
    }
  }

  private mutating func site(_ node: Node?, at root: Node) -> Site? {
    guard let node else {
      missing("site.title", at: root)
      missing("site.url", at: root)
      return nil
    }
    let values = map(
      node, "site",
      known: [
        "title", "url", "description", "language", "timezone", "copyright", "author", "icon",
        "logo", "podcast",
      ])
    let title = required(values["title"], "site.title", at: node) { $0.fields.text($1, $2) }
    let url = required(values["url"], "site.url", at: node) { $0.folderURL($1, $2) }
    let description = values["description"].flatMap { fields.text($0, "site.description") }
    let language = values["language"].flatMap {
      fields.value($0, "site.language", LanguageTag.init)
    }
    let copyright = values["copyright"].flatMap { fields.text($0, "site.copyright") }
    let authors =
      values["author"].map { fields.authors($0, "site.author", site: url, isStrict: true) } ?? []
    if authors.count > 1, let node = values["author"] {
      fields.report(at: node, "`site.author` names \(authors.count) authors, but takes one")
    }
    let icon = values["icon"].flatMap { fields.url($0, "site.icon", base: url) }
    let logo = values["logo"].flatMap { fields.url($0, "site.logo", base: url) }
    let podcast = values["podcast"].flatMap {
      self.podcast($0, site: url, logo: logo, hasLanguage: values["language"] != nil)
    }
    guard let title, let url else { return nil }
    return Site(
      title: title, url: url, description: description, language: language, copyright: copyright,
      author: authors.first ?? Author(name: title), icon: icon, logo: logo,
      podcast: podcast)
  }

  /// A web address with a slash at its end and without query and fragment.
  mutating func folderURL(_ node: Node, _ name: String, base: AbsoluteURL? = nil) -> AbsoluteURL? {
    guard let url = fields.url(node, name, base: base) else { return nil }
    if url.string.contains(where: { $0 == "?" || $0 == "#" }) {
      fields.report(
        at: node, "`\(name)` is \"\(url.string)\", but a folder's address has no query or fragment")
      return nil
    }
    if url.string.hasSuffix("/") { return url }
    return try? AbsoluteURL(url.string + "/")
  }

  private mutating func content(
    _ node: Node?, siteLanguage: LanguageTag?
  ) -> ContentSettings? {
    let values =
      node.map {
        map(
          $0, "content",
          known: [
            "path", "include", "exclude", "static", "permalink", "conventions", "dialects",
            "defaults", "keys", "authors", "languages", "undated", "untitled", "faulty",
          ]
        ).filter { !$0.value.isNull }
      } ?? [:]
    let path = values["path"].flatMap { fields.text($0, "content.path") } ?? "content"
    let include = values["include"].map { fields.texts($0, "content.include") }
    let exclude = values["exclude"].map { fields.texts($0, "content.exclude") }
    let roots = values["static"].map { fields.texts($0, "content.static") }
    let permalink = values["permalink"].flatMap { permalinkRules($0) }
    let conventions = values["conventions"].flatMap {
      choices($0, "content.conventions", of: Conventions.self).first
    }
    var defaults: [FrontMatterField: Node] = [:]
    let fieldNames = FrontMatterField.allCases.map(\.rawValue)
    // What only one article can have is no default.
    let single: Set<FrontMatterField> = [
      .slug, .id, .permalink, .path, .hidden, .status, .enclosure, .length, .duration, .episode,
      .episodeTitle,
    ]
    let defaultNames = FrontMatterField.allCases.filter { !single.contains($0) }.map(\.rawValue)
    if let node = values["defaults"] {
      for (name, value) in map(node, "content.defaults", known: defaultNames) {
        if let field = FrontMatterField(rawValue: name) { defaults[field] = value }
      }
    }
    var names: [String: FrontMatterField] = [:]
    if let node = values["keys"] {
      let keys = map(node, "content.keys", known: fieldNames)
      // In the order of the fields, so that one name for two fields is the same field on every run.
      for field in FrontMatterField.allCases {
        guard let value = keys[field.rawValue] else { continue }
        for name in fields.texts(value, "content.keys.\(field.rawValue)") {
          names[name.lowercased()] = field
        }
      }
    }
    let outer = names.keys.flatMap { name in
      // Of `a.b.c` both `a` and `a.b` are maps to look into.
      name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) }
    }
    return ContentSettings(
      path: path, include: include.map { $0.map(Glob.init) },
      exclude: (exclude ?? ["README.md"]).map(Glob.init), roots: roots,
      permalink: permalink ?? .standard,
      conventions: conventions ?? .feedsetter, dialects: dialects(values["dialects"]),
      defaults: defaults, names: names,
      outerNames: FrontMatterField.outerNames.union(outer),
      languages: languages(values["languages"], siteLanguage: siteLanguage),
      undated: values["undated"].flatMap { choice($0, "content.undated") } ?? .error,
      untitled: values["untitled"].flatMap { choice($0, "content.untitled") } ?? .error,
      faulty: values["faulty"].flatMap { choice($0, "content.faulty") } ?? .error,
      authors: values["authors"].flatMap { node in
        fields.text(node, "content.authors").map { ($0, node.position) }
      })
  }

  /// The languages that names of files may end with: those configured, and the site's own.
  private mutating func languages(_ node: Node?, siteLanguage: LanguageTag?) -> [String] {
    var languages = node.map { fields.texts($0, "content.languages").map { $0.lowercased() } } ?? []
    if let own = siteLanguage?.string.lowercased() {
      languages += [own, String(own.prefix { $0 != "-" })]
    }
    return languages
  }

  /// One of a few words.
  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ name: String
  ) -> Choice? {
    fields.value(node, name) { text throws(InvalidValue) in
      guard let choice = Choice(rawValue: text.lowercased()) else {
        let words = Choice.allCases.map(\.rawValue)
        throw InvalidValue(
          "it must be \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")")
      }
      return choice
    }
  }

  /// The authors in the file that `content.authors` names.
  mutating func authors(
    in path: String, at position: Position, siteFolder: String, site: AbsoluteURL
  ) -> [String: Author] {
    do throws(FileError) {
      let full = FileSystem.path(path, in: siteFolder)
      let file = try AuthorsFile(path: full, shown: full, site: site)
      otherFiles.append(file.digest)
      for finding in file.diagnostics { fields.add(finding) }
      return file.authors
    } catch {
      fields.add(
        fields.source.diagnostic(
          ContentRules.configurationValue, at: position,
          "the file of authors \"\(path)\" can't be read: \(error.reason)",
          help: "name a file below the site's folder, such as authors.yml"))
      return [:]
    }
  }
}
