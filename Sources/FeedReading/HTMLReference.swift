/// Character references of HTML, as far as feeds hold them.
enum HTMLReference {
  /// The character that the reference at the start of `text` stands for, and the index behind it.
  ///
  /// - Returns: Nil where the text begins with no reference that is known.
  static func decode(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let body = text.dropFirst().prefix(32)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = body[..<end]
    guard name.first == UInt8(ascii: "#") else {
      return named[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let number = UInt32(text, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number), number > 0
    else { return nil }
    return (scalar, end + 1)
  }

  /// Those of XML, those that typographers of generators write, and Latin-1's.
  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "hellip": "\u{2026}",
      "mdash": "\u{2014}", "ndash": "\u{2013}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
      "ldquo": "\u{201C}", "rdquo": "\u{201D}", "sbquo": "\u{201A}", "bdquo": "\u{201E}",
      "laquo": "\u{AB}", "raquo": "\u{BB}", "lsaquo": "\u{2039}", "rsaquo": "\u{203A}",
      "bull": "\u{2022}", "trade": "\u{2122}", "euro": "\u{20AC}", "larr": "\u{2190}",
      "rarr": "\u{2192}", "times": "\u{D7}", "minus": "\u{2212}", "zwj": "\u{200D}",
      "zwnj": "\u{200C}", "shy": "\u{AD}", "thinsp": "\u{2009}", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "infin": "\u{221E}", "dagger": "\u{2020}",
    ]
    let latin = [
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr",
      "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34",
      "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave",
      "Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute",
      "Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave",
      "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml",
      "divide oslash ugrave uacute ucirc uuml yacute thorn yuml",
    ].joined(separator: " ")
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return table
  }()
}
