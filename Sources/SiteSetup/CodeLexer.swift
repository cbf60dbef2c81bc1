internal import Diagnostics

/// Cuts a program into names, texts and marks; it knows the comments and texts of JavaScript, Swift,
/// Python and Ruby and nothing else of them.
struct CodeLexer {
  /// What begins a comment.
  enum Comments {
    /// `//` and `/* */`.
    case slashes
    /// `#`.
    case hash
  }

  enum Token: Equatable {
    case name(String)
    case text(String)
    /// A text with expressions in it: only the program knows it.
    case template(String)
    case number(String)
    case mark(Unicode.Scalar)
    case lineBreak
  }

  private let scalars: [Unicode.Scalar]
  private let comments: Comments
  private var next = 0
  private var line = 1
  private var lineStart = 0
  /// Whether a value came last, so that a slash divides.
  private var isBehindValue = false

  init(_ text: String, comments: Comments) {
    scalars = Array(text.unicodeScalars)
    self.comments = comments
  }

  /// The tokens and where they begin.
  mutating func tokens() -> [(token: Token, position: Position)] {
    var tokens: [(token: Token, position: Position)] = []
    while let scalar = peek() {
      let position = Position(line: line, column: next - lineStart + 1)
      if scalar == "\n" {
        advance()
        tokens.append((.lineBreak, position))
      } else if scalar.properties.isWhitespace {
        advance()
      } else if startsComment() {
        skipComment()
      } else if scalar == "\"" || scalar == "'" || (scalar == "`" && comments == .slashes) {
        tokens.append((string(quote: scalar), position))
        isBehindValue = true
      } else if scalar.properties.isXIDStart || scalar == "_" || scalar == "$" || scalar == "@" {
        let name = word()
        // A letter before a text in Python says how it is meant; `f` puts expressions into it.
        if comments == .hash, let quote = peek(), quote == "'" || quote == "\"",
          ["u", "r", "b", "f"].contains(name.lowercased())
        {
          let text = string(quote: quote)
          if name.lowercased() == "f", case .text(let literal) = text, literal.contains("{") {
            tokens.append((.template(literal), position))
          } else {
            tokens.append((text, position))
          }
        } else {
          tokens.append((.name(name), position))
        }
        isBehindValue = true
      } else if 0x30...0x39 ~= scalar.value {
        tokens.append((.number(word()), position))
        isBehindValue = true
      } else if scalar == "/", comments == .slashes, !isBehindValue {
        skipRegularExpression()
        isBehindValue = true
      } else {
        advance()
        tokens.append((.mark(scalar), position))
        isBehindValue = scalar == ")" || scalar == "]" || scalar == "}"
      }
    }
    return tokens
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    next + ahead < scalars.count ? scalars[next + ahead] : nil
  }

  private mutating func advance() {
    if scalars[next] == "\n" {
      line += 1
      lineStart = next + 1
    }
    next += 1
  }

  private func startsComment() -> Bool {
    switch comments {
    case .hash: peek() == "#"
    case .slashes: peek() == "/" && (peek(1) == "/" || peek(1) == "*")
    }
  }

  private mutating func skipComment() {
    guard comments == .slashes, peek(1) == "*" else {
      while let scalar = peek(), scalar != "\n" { advance() }
      return
    }
    advance()
    advance()
    while let scalar = peek() {
      let ends = scalar == "*" && peek(1) == "/"
      advance()
      if ends {
        advance()
        return
      }
    }
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek(),
      scalar.properties.isXIDContinue || scalar == "$" || scalar == "@"
    {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  private mutating func string(quote: Unicode.Scalar) -> Token {
    let isTripled = quote != "`" && peek(1) == quote && peek(2) == quote
    for _ in 0..<(isTripled ? 3 : 1) { advance() }
    var text = String.UnicodeScalarView()
    var isTemplate = false
    while let scalar = peek() {
      if scalar == quote, !isTripled || (peek(1) == quote && peek(2) == quote) {
        for _ in 0..<(isTripled ? 3 : 1) { advance() }
        break
      }
      if scalar == "\n", !isTripled, quote != "`" { break }
      if scalar == "\\" {
        advance()
        guard let escaped = peek() else { break }
        // A backslash and an opening bracket is Swift's way to put an expression in.
        isTemplate = isTemplate || escaped == "("
        text.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
        advance()
        continue
      }
      if peek(1) == "{", scalar == "$" && quote == "`" || scalar == "#" && comments == .hash {
        isTemplate = true
      }
      text.append(scalar)
      advance()
    }
    return isTemplate ? .template(String(text)) : .text(String(text))
  }

  private mutating func skipRegularExpression() {
    advance()
    var isInSet = false
    while let scalar = peek(), scalar != "\n" {
      advance()
      if scalar == "\\", peek() != nil, peek() != "\n" {
        advance()
      } else if scalar == "[" {
        isInSet = true
      } else if scalar == "]" {
        isInSet = false
      } else if scalar == "/", !isInSet {
        return
      }
    }
  }
}
