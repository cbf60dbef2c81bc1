@_spi(_Unicode) internal import Swift

internal import FeedModel

/// What a name becomes as a part of an address.
///
/// Generators have each their own rule, and an address that differs in one character is another one.
enum AddressStyle: Hashable, Sendable {
  /// As it is; a category or a title as its term's feeds are called.
  case plain
  /// Letters, digits and `._~!$&'()+,;=@` stay in their case, all else becomes hyphens.
  case jekyll
  /// Lower case; letters, digits and `._#+~@-` stay, spaces become hyphens, all else is dropped.
  case hugo
  /// Lower case, ASCII; what is no letter or digit becomes hyphens.
  case ascii
  /// Lower case; letters, digits, `_` and `-` stay, each space becomes a hyphen, all else is dropped.
  case github
  /// As `github`, of several spaces and hyphens one.
  case words
  /// As `words`, in ASCII.
  case pelican
  /// Without a number and a dot at the front; lower case, ASCII; letters, digits and
  /// `$*_+~.()'"!-:@` stay, spaces become hyphens, all else is dropped.
  case nuxt
  /// As it is; a category or a title with hyphens for all marks.
  case hexo

  /// What a text stands for in its article, as far as styles tell the cases apart.
  enum Kind {
    /// A file's name without its ending, or a folder's.
    case name
    /// The article's slug, whether it is given or the file's name.
    case slug
    case category
    case title
  }

  /// Whether a slug that an article gives is cleaned too.
  var cleansSlugs: Bool { self == .hugo || self == .ascii }

  /// The text as one segment of an address, not escaped yet.
  func segment(_ text: String, _ kind: Kind) -> String {
    switch self {
    case .plain: kind == .category || kind == .title ? Term.slug(for: text) : text
    case .jekyll:
      switch kind {
      case .name: text
      case .slug: hyphenated(text) { $0.isWordPart || "._~!$&'()+,;=@".unicodeScalars.contains($0) }
      case .category: text.lowercased()
      case .title: hyphenated(text.lowercased()) { $0.isWordPart }
      }
    case .hugo: hugo(text)
    case .ascii: hyphenated(latinised(text).lowercased()) { $0.isWordPart && $0.isASCII }
    case .github: github(text.lowercased(), joinsSpaces: false)
    case .words: github(text.lowercased(), joinsSpaces: true)
    case .pelican: github(latinised(text).lowercased(), joinsSpaces: true)
    case .nuxt: nuxt(text)
    case .hexo:
      kind == .category || kind == .title
        ? hyphenated(latinised(text)) { $0.isWordPart || !$0.isASCII } : text
    }
  }

  /// The text with one hyphen for each run of what does not stay, none at its ends.
  private func hyphenated(_ text: String, stays: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    var isOpen = false
    for scalar in text.unicodeScalars {
      if stays(scalar) {
        if isOpen, !result.isEmpty { result.append("-") }
        isOpen = false
        result.append(scalar)
      } else {
        isOpen = true
      }
    }
    return String(result)
  }

  private func hugo(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isOpen = false
    var wasHyphen = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isWordPart || "._#+~-@".unicodeScalars.contains(scalar) {
        wasHyphen = scalar == "-"
        if isOpen, !wasHyphen { result.append("-") }
        isOpen = false
        result.append(scalar)
      } else if !result.isEmpty, !wasHyphen, scalar.properties.isWhitespace {
        isOpen = true
      }
    }
    return String(result)
  }

  private func nuxt(_ text: String) -> String {
    let number = text.prefix { $0.isASCII && $0.isNumber }
    let isNumbered = !number.isEmpty && text.dropFirst(number.count).first == "."
    let name = isNumbered ? String(text.dropFirst(number.count + 1)) : text
    var result = String.UnicodeScalarView()
    for scalar in latinised(name).lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        if !result.isEmpty, result.last != "-" { result.append("-") }
      } else if scalar.isWordPart && scalar.isASCII
        || "$*_+~.()'\"!-:@".unicodeScalars.contains(scalar)
      {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func github(_ text: String, joinsSpaces: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSpace = joinsSpaces ? scalar.properties.isWhitespace || scalar == "-" : scalar == " "
      if isSpace {
        if !joinsSpaces || (result.last != "-" && !result.isEmpty) { result.append("-") }
      } else if scalar.isWordPart || scalar == "_" || scalar == "-" {
        result.append(scalar)
      }
    }
    if joinsSpaces, result.last == "-" { result.removeLast() }
    return String(result)
  }

  /// The text with letters of Latin scripts without their marks.
  private func latinised(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text._nfd {
      if let letters = Self.letters[scalar] {
        result.append(contentsOf: letters.unicodeScalars)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Letters that are not a letter of ASCII and a mark.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "ħ": "h", "Ħ": "H",
  ]
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark of any script.
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
