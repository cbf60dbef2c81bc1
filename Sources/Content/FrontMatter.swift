internal import Diagnostics
internal import TOML
internal import YAML

/// The front matter of a file: the fields that feeds know, and where the text begins.
struct FrontMatter {
  /// A field as it was written.
  struct Value {
    /// The name that it goes by in the file.
    let name: String
    let node: Node
  }

  /// What is known, in the order in which it was first met.
  ///
  /// There are few: looking through them costs less than a table.
  private var known: [Known] = []
  /// All fields, in the order of the file.
  private(set) var pairs: [Node.Pair] = []
  /// What is held under the keys that patterns for addresses name, by key in lower case.
  private(set) var others: [String: String] = [:]
  /// The offset of the first byte of the text.
  let bodyStart: Int
  /// Whether the file begins with fields, whether or not there are any.
  let isPresent: Bool
  private(set) var diagnostics: [Diagnostic] = []

  /// Front matter of the file `source`, read as `settings` say; nil with a finding where it can't be
  /// read.
  static func read(
    _ source: SourceText, settings: ContentSettings
  ) -> (frontMatter: FrontMatter?, diagnostics: [Diagnostic]) {
    do throws(FrontMatterBlock.Finding) {
      let block = try FrontMatterBlock.find(in: source, settings: settings)
      return read(block, of: source, settings: settings)
    } catch {
      return (nil, [error.diagnostic])
    }
  }

  private static func read(
    _ block: FrontMatterBlock, of source: SourceText, settings: ContentSettings
  ) -> (frontMatter: FrontMatter?, diagnostics: [Diagnostic]) {
    let root: Node?
    var bodyStart = block.bodyStart
    do throws(SyntaxError) {
      let fields = source.bytes[block.fields]
      let firstLine = block.fields.lowerBound > 3 ? 2 : 1
      switch block.syntax {
      case .yaml: root = try YAMLParser.parse(fields, firstLine: firstLine)
      case .toml: root = try TOMLParser.parse(fields, firstLine: firstLine)
      case .json, .jsonMembers:
        let object = try JSONFields.parse(
          fields, firstLine: firstLine, isBare: block.syntax == .jsonMembers,
          endsByFence: block.bodyStart >= block.fields.upperBound)
        root = object.root
        if let end = object.end { bodyStart = end }
      case .lines: root = MetadataLines.parse(source.bytes, fields: block.fields)
      case .absent: root = nil
      }
    } catch {
      return (nil, [error.diagnostic(in: source, fields: block.fields)])
    }
    var frontMatter = FrontMatter(bodyStart: bodyStart, isPresent: block.syntax != .absent)
    guard let root, !root.isNull else { return (frontMatter, []) }
    guard case .mapping(let pairs) = root.content else {
      return (
        nil,
        [
          source.diagnostic(
            ContentRules.frontMatterSyntax, at: root.position,
            "the front matter is \(root.kindName), not a map of fields",
            help: block.syntax == .yaml
              ? YAMLMending.help(forText: source, fields: block.fields) : nil)
        ]
      )
    }
    frontMatter.pairs = pairs
    frontMatter.take(pairs, below: "", from: source, settings: settings)
    return (frontMatter, frontMatter.diagnostics)
  }

  private init(bodyStart: Int, isPresent: Bool) {
    self.bodyStart = bodyStart
    self.isPresent = isPresent
  }

  /// A field that was taken.
  private struct Known {
    let field: FrontMatterField
    /// How well its name is known among the field's names.
    let rank: Int
    /// Where its name stands.
    let position: Position
    let value: Value
  }

  /// Takes the fields of a map; `prefix` is the maps' names that it is in, each with a dot.
  private mutating func take(
    _ pairs: [Node.Pair], below prefix: String, from source: SourceText, settings: ContentSettings
  ) {
    for pair in pairs {
      guard let name = pair.key.text else { continue }
      let key = prefix.isEmpty ? name.lowercased() : prefix + name.lowercased()
      if case .mapping(let inner) = pair.value.content, settings.outerNames.contains(key) {
        let found = known.count
        take(inner, below: key + ".", from: source, settings: settings)
        // A map such as `cover` of which a part is the field is not the field itself.
        if known.count > found { continue }
      }
      let wanted = settings.permalink.fields
      if !wanted.isEmpty, wanted.contains(key), let text = pair.value.text, !pair.value.isNull {
        others[key] = text.trimmingSpaces
      }
      let mapped = settings.names.isEmpty ? nil : settings.names[key]
      guard var found = FrontMatterField.byName[key] ?? mapped.map({ ($0, 1000) }) else {
        continue
      }
      if let mapped { found.field = mapped }
      if key == "published" || key == "publish", pair.value.truthValue != nil {
        found = (.published, 0)
      }
      if found.field == .hidden, !pair.value.hidesArticle(as: key) { continue }
      let index = known.firstIndex { $0.field == found.field }
      if let index, known[index].rank == found.rank {
        diagnostics.append(
          source.diagnostic(
            ContentRules.fieldRepeated, at: pair.key.position, length: name.unicodeScalars.count,
            "`\(name)` is given twice; the later one counts",
            notes: [
              .init(
                at: SourceLocation(file: source.path, position: known[index].position),
                "the earlier one")
            ]))
      }
      // Of two names for one field the better known counts, unless it holds nothing.
      if pair.value.isNull { continue }
      if let index, known[index].rank < found.rank { continue }
      let taken = Known(
        field: found.field, rank: found.rank, position: pair.key.position,
        value: Value(name: prefix.isEmpty ? name : key, node: pair.value))
      if let index { known[index] = taken } else { known.append(taken) }
    }
  }

  subscript(field: FrontMatterField) -> Value? {
    // By index: an element that is named is copied whole.
    for index in known.indices where known[index].field == field { return known[index].value }
    return nil
  }
}

extension Node {
  /// Whether it says, as the value of a name such as `unlisted` or `redirect`, that an article is in no
  /// list.
  ///
  /// Such names mean other things to other sites, so that a value of another kind is passed over.
  func hidesArticle(as key: String) -> Bool {
    if let truth = truthValue { return truth }
    guard !isNull, let text = text?.lowercased() else { return false }
    if key.hasPrefix("redirect") { return text.hasPrefix("/") || text.hasPrefix("http") }
    return key.hasSuffix(".list") && (text == "never" || text == "local")
  }
}
