internal import Diagnostics
internal import YAML

/// What a generator's configuration says, whatever its syntax: texts under paths of keys.
struct Settings {
  /// A text and where it stands.
  struct Entry {
    /// The keys that lead to it, in lower case.
    let path: [String]
    /// The keys as they are written.
    let written: [String]
    let value: Value
    let place: SourceLocation
  }

  /// What stands under a key.
  enum Value {
    case text(String)
    /// The name of what holds the text.
    case reference([String])
    /// A text with expressions `${…}` in it.
    case template(String)
    /// What is only known once the program runs.
    case computed
  }

  /// A text and the place that it was found at.
  struct Found {
    let text: String
    let place: SourceLocation
  }

  private(set) var entries: [Entry] = []
  /// Whether a key may stand anywhere in the tree, as in a program.
  private var isProgram = false

  init() {}

  /// The settings of a tree of YAML, TOML or JSON.
  init(_ node: Node?, file: String) {
    if let node { add(node, [], file: file) }
  }

  /// The texts that a program assigns, without running it.
  init(program: SourceText, comments: CodeLexer.Comments) {
    isProgram = true
    var reader = CodeLiterals(program, comments: comments)
    entries = reader.entries()
  }

  /// Puts settings in front of these: theirs count.
  mutating func prepend(_ other: Settings, below path: [String] = []) {
    let moved = other.entries.map {
      Entry(
        path: path + $0.path, written: path + $0.written, value: $0.value, place: $0.place)
    }
    entries = moved + entries
    isProgram = isProgram || other.isProgram
  }

  private mutating func add(_ node: Node, _ path: [String], file: String) {
    switch node.content {
    case .scalar(let scalar):
      if node.isNull { return }
      entries.append(
        Entry(
          path: path.map { $0.lowercased() }, written: path, value: .text(scalar.text),
          place: SourceLocation(file: file, position: node.position)))
    case .sequence(let nodes):
      for element in nodes { add(element, path, file: file) }
    case .mapping(let pairs):
      for pair in pairs {
        if let key = pair.key.text { add(pair.value, path + [key], file: file) }
      }
    }
  }

  /// The text under one of some keys, such as `title` or `params.author`; the first key that is there
  /// counts.
  func found(_ keys: String...) -> Found? {
    for key in keys {
      for entry in matches(key) {
        if let found = resolve(entry, depth: 0) { return found }
      }
    }
    return nil
  }

  func text(_ keys: String...) -> String? {
    for key in keys {
      if let found = found(key) { return found.text }
    }
    return nil
  }

  /// All texts under a key: the elements of a list.
  func texts(_ key: String) -> [String] {
    matches(key).compactMap { resolve($0, depth: 0)?.text }
  }

  func bool(_ key: String) -> Bool? {
    switch text(key)?.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }

  /// Whether anything stands under a key.
  func has(_ key: String) -> Bool {
    let path = Self.path(key)
    return entries.contains { isProgram ? $0.path.contains(path) : $0.path.starts(with: path) }
  }

  /// The texts below a key by the key that follows it, as written, in the order of the file.
  func children(of key: String) -> [(key: String, rest: [String], found: Found)] {
    let path = Self.path(key)
    return entries.compactMap { entry in
      guard entry.path.count > path.count, entry.path.starts(with: path),
        let found = resolve(entry, depth: 0)
      else { return nil }
      return (
        entry.written[path.count], Array(entry.path.dropFirst(path.count + 1)), found
      )
    }
  }

  /// Where a key stands whose value is only known once the program runs.
  func computed(_ key: String) -> SourceLocation? {
    matches(key).first { if case .text = $0.value { false } else { true } }?.place
  }

  private static func path(_ key: String) -> [String] {
    key.isEmpty ? [] : key.lowercased().split(separator: ".").map(String.init)
  }

  private func matches(_ key: String) -> [Entry] {
    let path = Self.path(key)
    if !isProgram { return entries.filter { $0.path == path } }
    // In a program the shallowest counts: siteMetadata.title before that of one of its pages.
    let candidates = entries.filter { $0.path.suffix(path.count) == path[...] }
    guard let depth = candidates.map(\.path.count).min() else { return [] }
    return candidates.filter { $0.path.count == depth }
  }

  private func resolve(_ entry: Entry, depth: Int) -> Found? {
    switch entry.value {
    case .text(let text): return Found(text: text, place: entry.place)
    case .computed: return nil
    case .template(let text):
      return filled(text, of: entry, depth: depth).map { Found(text: $0, place: entry.place) }
    case .reference(let names): return text(of: names, in: entry, depth: depth)
    }
  }

  /// What a name that `entry` uses holds.
  private func text(of names: [String], in entry: Entry, depth: Int) -> Found? {
    guard depth < 4 else { return nil }
    let path = names.map { $0.lowercased() }
    for other in entries
    where other.path.suffix(path.count) == path[...] && other.place != entry.place {
      if let found = resolve(other, depth: depth + 1) { return found }
    }
    return nil
  }

  /// A template with the texts of the names in it; nil where one holds none that is known.
  private func filled(_ template: String, of entry: Entry, depth: Int) -> String? {
    var result = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "${") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstIndex(of: "}") else { return nil }
      let expression = rest[open.upperBound..<close]
      rest = rest[rest.index(after: close)...]
      if expression == "__dirname" {
        result += "."
        continue
      }
      let names = expression.split(separator: ".", omittingEmptySubsequences: false)
      guard names.allSatisfy({ $0.first?.isLetter == true || $0.first == "_" }),
        expression.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }),
        let found = text(of: names.map(String.init), in: entry, depth: depth)
      else { return nil }
      result += found.text
    }
    return result + rest
  }
}
