@_spi(_Unicode) internal import Swift

extension Term {
  /// The name that the feeds of `label` have in addresses and as a folder.
  ///
  /// Letters and digits of any script stay, in lower case and normalisation form C; white space
  /// becomes `-`; what distinguishes terms in practice is spelt out: `C++` is `c-plus-plus`, `C#`
  /// `c-sharp`, `.NET` `dot-net`, `R&D` `r-and-d`, `Node.js` `node.js`. The outcome is safe as a file
  /// name on systems without letter case and in a URL once percent-escaped. Different terms seldom
  /// share a slug, and it is for the caller to notice when they do.
  ///
  /// - Parameter label: Any text.
  /// - Returns: One path segment, not empty and at most 120 bytes long.
  package static func slug(for label: String) -> String {
    let key = key(of: label)
    return slugOfWords(key) ?? slug(ofKey: key)
  }

  /// The slug of a key that is nothing but words of letters and digits of ASCII, with spaces and hyphens
  /// between them; nil for others.
  static func slugOfWords(_ key: String) -> String? {
    var slug: [UInt8] = []
    for byte in key.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: slug.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"):
        if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      default: return nil
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    // The names of devices are at most four long.
    guard 5...120 ~= slug.count else { return nil }
    return String(decoding: slug, as: UTF8.self)
  }

  /// The slug of any key.
  static func slug(ofKey key: String) -> String {
    let scalars = Array(key.unicodeScalars)
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func endWord() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for (index, scalar) in scalars.enumerated() {
      let isInside = !word.isEmpty && index + 1 < scalars.count && scalars[index + 1].isWordPart
      if scalar.isSilent {
        continue
      } else if scalar.isWordPart || (scalar == "." || scalar == "_") && isInside {
        word.append(scalar)
      } else if let name = symbolNames[scalar] {
        endWord()
        words.append(name)
      } else if scalar.isSymbol {
        endWord()
        words.append("u" + String(scalar.value, radix: 16))
      } else {
        endWord()
      }
    }
    endWord()
    if words.isEmpty { words = scalars.map { "u" + String($0.value, radix: 16) } }
    let slug = words.joined(separator: "-")
    if slug.isEmpty { return "empty" }
    // Windows keeps a device's name with any ending too.
    let stem = slug.prefix { $0 != "." }
    return reservedNames.contains(String(stem)) ? "term-" + slug : shortened(slug)
  }

  private static let symbolNames: [Unicode.Scalar: String] = [
    "+": "plus", "#": "sharp", "&": "and", "@": "at", "%": "percent", "$": "dollar", "€": "euro",
    "£": "pound", "=": "equals", "*": "star", "<": "less", ">": "greater", "^": "caret",
    "~": "tilde", "|": "bar", ".": "dot",
  ]

  /// Names that Windows keeps for devices.
  private static let reservedNames: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "com¹",
    "com²", "com³", "lpt¹", "lpt²", "lpt³",
  ]

  /// A slug of more than 120 bytes cut at a scalar, with a digest of the whole behind it.
  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > 120 else { return slug }
    // FNV-1a: it only has to tell long terms of one site apart.
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in slug.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var kept = slug.unicodeScalars
    while String(kept).utf8.count > 100 { kept.removeLast() }
    while let last = kept.last, !last.isWordPart { kept.removeLast() }
    return String(kept) + "-" + String(digest, radix: 16)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark of any script.
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// Whether it is dropped without a word ending there: apostrophes, and what is not seen.
  fileprivate var isSilent: Bool {
    self == "'" || self == "\u{2019}" || properties.generalCategory == .format
      || properties.isVariationSelector
  }

  fileprivate var isSymbol: Bool {
    switch properties.generalCategory {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
    default: false
    }
  }
}

extension String {
  /// The text in Unicode normalisation form C.
  var normalized: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }
}
