internal import FeedValues
internal import Testing

@testable internal import Content

/// What is found by looking at bytes is what looking at characters finds.
struct ByteFastPathTests {
  /// Scalars that are white space, forbidden, or close to one of those in their bytes.
  static let scalars: [Unicode.Scalar] =
    (0..<0x80).compactMap(Unicode.Scalar.init)
    + [
      0x80, 0x84, 0x85, 0x86, 0x9F, 0xA0, 0xA1, 0xE9, 0x7FF, 0x800, 0x167F, 0x1680, 0x1681, 0x180E,
      0x1FFF, 0x2000, 0x2001, 0x2009, 0x200A, 0x200B, 0x200D, 0x2014, 0x201C, 0x2027, 0x2028,
      0x2029,
      0x202A, 0x202E, 0x202F, 0x2030, 0x205E, 0x205F, 0x2060, 0x209F, 0x2FFF, 0x3000, 0x3001,
      0x3040,
      0xD7FF, 0xE000, 0xFEFF, 0xFF3E, 0xFFBE, 0xFFBF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F600,
      0x10FFFF,
    ].compactMap(Unicode.Scalar.init)

  private static func folded(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { !$0.isForbiddenInXML }
    let words = kept.split { scalar in
      scalar.properties.isWhitespace && scalar.value != 0xA0 && scalar.value != 0x202F
    }
    return words.map { String(Substring($0)) }.joined(separator: " ")
  }

  private static func isAlike(_ one: String, _ other: String) -> Bool {
    one.unicodeScalars.elementsEqual(other.unicodeScalars)
  }

  @Test func `a text is folded where folding changes nothing`() {
    for scalar in Self.scalars {
      for text in [
        "\(scalar)", "a\(scalar)", "\(scalar)b", "a\(scalar)b", "a \(scalar) b", "é\(scalar)é",
      ] {
        let expected = Self.folded(text)
        #expect(Self.isAlike(plainLine(text), expected), "\(text.debugDescription)")
        // U+007F alone is asked about although it stays.
        let isFolded = Self.isAlike(text, expected) && scalar.value != 0x7F
        #expect(text.isFolded == isFolded, "\(text.debugDescription)")
      }
    }
    #expect(!"".isFolded)
    for text in ["a  b", " a", "a ", "a b c", "“a” — b"] {
      #expect(text.isFolded == Self.isAlike(text, Self.folded(text)))
    }
  }

  @Test func `bytes are UTF-8 where the standard library says so`() {
    func agrees(_ bytes: [UInt8]) -> Bool {
      isUTF8(bytes.span) == ((try? UTF8Span(validating: bytes.span)) != nil)
    }
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF,
    ]
    for first in UInt8.min...UInt8.max {
      #expect(agrees([first]))
      #expect(agrees(Array("twenty bytes of text".utf8) + [first]))
      for second in UInt8.min...UInt8.max {
        #expect(agrees([first, second]))
        guard first >= 0xC0 else { continue }
        for third in edges {
          #expect(agrees([first, second, third]))
          guard first >= 0xE0, edges.contains(second) else { continue }
          for fourth in edges { #expect(agrees([first, second, third, fourth])) }
        }
      }
    }
    for scalar in Self.scalars {
      #expect(agrees(Array("sixteen bytes at a time: \(scalar)\(scalar) and on".utf8)))
    }
  }

  @Test func `the first character that XML forbids is found wherever it is`() {
    for scalar in Self.scalars {
      for place in 0..<20 {
        let text =
          String(repeating: "x", count: place) + "\(scalar)" + String(repeating: "\n", count: 20)
        let bytes = Array(text.utf8)
        let found = firstForbiddenCharacter(in: bytes.span)
        #expect(
          found == (scalar.isForbiddenInXML ? place : nil),
          "\(scalar.debugDescription) at \(place)")
      }
    }
  }

  @Test func `a text that is passed over holds nothing that the dialect pass would change`() throws
  {
    let pieces = [
      "[t", "[T", "[the", "[TOC]", "[toc]", "[To]", "[", "]", "{", "}", "{width=50%}", "{.a}",
      "{: .b}",
      "{% x %}", "${toc}", "$", ":", "::", ":::", "<", "</", "<b>", "</b>", "<Tag>", "</Tag>", "!",
      "[!",
      "[!NOTE]", "> ", "\n", "\n\n", "import x from 'y'", "export x", "`", "```", "a", " ", ")",
      "(b)", "- ",
      "    ", "\\", "é",
    ]
    let page = try DialectSample.page(path: "b.md")
    let settings = DialectSettings(kept: [])
    var random = SplitMix(state: 5)
    var passedOver = 0
    for _ in 0..<30_000 {
      let count = 1 + Int(random.next() % 9)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let bytes = Array(text.utf8)
      // A brace at the very end is no sign of anything.
      guard bytes.last != UInt8(ascii: "{"), Self.mightHoldDialect(bytes),
        !DialectPass.mayHoldDialect(bytes.span, from: 0, isMDX: false)
      else { continue }
      passedOver += 1
      var run = DialectRun(bytes, from: 0, settings: settings, page: page)
      #expect(run.result() == nil, "\(text.debugDescription)")
    }
    #expect(passedOver > 200)
  }

  /// Whether one of the pairs of bytes stands in the text that all signs begin with.
  private static func mightHoldDialect(_ text: [UInt8]) -> Bool {
    let pairs = zip(text, text.dropFirst())
    return pairs.contains { first, next in
      switch (Unicode.Scalar(first), Unicode.Scalar(next)) {
      case ("{", "%"), ("{", "{"), ("{", ":"), ("{", "#"), ("{", "."), (")", "{"), (":", ":"),
        ("[", "["),
        ("[", "!"), ("[", "t"), ("[", "T"), ("<", "A"..."Z"):
        true
      default: false
      }
    }
  }

  @Test(arguments: ["README.md", "/README.md", "notes/{a,b}.md", "é.md"])
  func `a glob without marks fits what one with a mark in it fits`(pattern: String) {
    let marked = pattern.replacing("md", with: "[m]d")
    for path in [
      "README.md", "a/README.md", "README.md/a", "readme.md", "notes/a.md", "notes/b.md",
      "notes/c.md",
      "x/notes/a.md", "é.md", "e\u{301}.md", "a/é.md", "", "/", "README.md/",
    ] {
      #expect(Glob(pattern).matches(path) == Glob(marked).matches(path), "\(path)")
    }
  }
}
