internal import Diagnostics

/// Finds what a program assigns to names and keys, as far as it stands there as a text.
///
/// Nothing is run. `title: 'x'`, `TITLE = "x"`, `url: URL(string: "x")` and lists of texts are found,
/// with the keys of the maps around them.
struct CodeLiterals {
  private typealias Token = CodeLexer.Token

  private let file: String
  private let tokens: [(token: CodeLexer.Token, position: Position)]
  private var next = 0
  private var result: [Settings.Entry] = []
  /// The keys of each bracket that is open; empty for one that has none.
  private var frames: [[String]] = []

  init(_ source: SourceText, comments: CodeLexer.Comments) {
    file = source.path
    var lexer = CodeLexer(String(decoding: source.bytes, as: UTF8.self), comments: comments)
    tokens = lexer.tokens()
  }

  mutating func entries() -> [Settings.Entry] {
    var key: [String] = []
    var name: [String] = []
    while let token = peek() {
      switch token {
      case .mark("{"), .mark("["), .mark("("):
        // A call lends its name to what stands in its brackets.
        frames.append(key.isEmpty && token == .mark("(") ? name : key)
        (key, name) = ([], [])
        next += 1
      case .mark("}"), .mark("]"), .mark(")"):
        _ = frames.popLast()
        (key, name) = ([], [])
        next += 1
      case .name(let first):
        name = dotted(first)
        if let assigned = assignment() {
          // `config: Config = {`: the type is not the key.
          if assigned == "=", !key.isEmpty, frames.isEmpty { name = key }
          key = name
          name = []
        } else if !key.isEmpty {
          // What a word such as `new` stands before is the value.
          if Self.wordsBeforeValues.contains(first) { continue }
          value(of: name, key: key)
          if peek() != .mark("(") { key = [] }
        }
      case .text(let text):
        let place = next
        next += 1
        if assignment() != nil {
          key = [text]
        } else {
          add(key, .text(text), at: place)
          key = []
        }
      case .template(let text):
        add(key, text.contains("${") ? .template(text) : .computed, at: next)
        key = []
        next += 1
      case .number(let text):
        let place = next
        next += 1
        add(key, .text(text), at: place)
        key = []
      case .mark(","), .mark(";"):
        (key, name) = ([], [])
        next += 1
      case .lineBreak:
        if !followsOn() { (key, name) = ([], []) }
        next += 1
      case .mark:
        next += 1
      }
    }
    return result
  }

  private static let wordsBeforeValues = ["new", "await", "async", "try", "function"]

  private func peek(_ ahead: Int = 0) -> CodeLexer.Token? {
    next + ahead < tokens.count ? tokens[next + ahead].token : nil
  }

  /// The names of `a.b.c`, which begins at the next token.
  private mutating func dotted(_ first: String) -> [String] {
    var names = [first]
    next += 1
    while peek() == .mark("."), case .name(let name)? = peek(1) {
      names.append(name)
      next += 2
    }
    return names
  }

  /// Steps over a colon or an equals sign that assigns, and tells which it was.
  private mutating func assignment() -> Unicode.Scalar? {
    guard case .mark(let mark)? = peek(), mark == ":" || mark == "=" else { return nil }
    let second = peek(1)
    if mark == "=", second == .mark("=") || second == .mark(">") {
      // `=>` assigns in Ruby's maps and begins a function in JavaScript, which has no text as its head.
      return nil
    }
    if mark == ":", second == .mark(":") { return nil }
    next += 1
    return mark
  }

  /// Notes a value that begins with a name: a truth value, another name, or an expression that may
  /// end with a text for what else is not there.
  private mutating func value(of name: [String], key: [String]) {
    let place = next - 1
    if name == ["true"] || name == ["True"] { return add(key, .text("true"), at: place) }
    if name == ["false"] || name == ["False"] { return add(key, .text("false"), at: place) }
    if peek() == .mark("(") { return }
    let marks = [peek(), peek(1)]
    if marks == [.mark("|"), .mark("|")] || marks == [.mark("?"), .mark("?")],
      case .text(let text)? = peek(2)
    {
      add(key, .text(text), at: next + 2)
      next += 3
      return
    }
    add(key, .reference(name), at: place)
  }

  private mutating func add(_ key: [String], _ value: Settings.Value, at index: Int) {
    let path = frames.flatMap { $0 } + key
    guard !path.isEmpty, index < tokens.count else { return }
    result.append(
      Settings.Entry(
        path: path.map { $0.lowercased() }, written: path, value: value,
        place: SourceLocation(file: file, position: tokens[index].position)))
  }

  /// Whether the line goes on behind a line break: the value of a key may stand on the next one.
  private func followsOn() -> Bool {
    guard next > 0 else { return false }
    return tokens[next - 1].token == .mark(":") || tokens[next - 1].token == .mark("=")
  }
}
