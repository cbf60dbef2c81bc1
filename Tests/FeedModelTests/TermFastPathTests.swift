internal import Testing

@testable internal import FeedModel

/// What is done byte by byte gives what Unicode's rules give.
struct TermFastPathTests {
  /// Texts of ASCII: each byte alone, before and behind letters, and twice; and random ones.
  static let labels: [String] = {
    var labels = (UInt8(0)..<0x80).flatMap { byte -> [String] in
      let text = String(Unicode.Scalar(byte))
      return [
        text, "a" + text, text + "b", "A" + text + "b", text + text, "ab \(text) cd", "\r\n" + text,
      ]
    }
    var state: UInt64 = 11
    for _ in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var bits = state
      labels.append(
        String(
          String.UnicodeScalarView(
            (0..<(state >> 60)).map { _ in
              bits = bits &* 6_364_136_223_846_793_005 &+ 99
              let letters = Array("abcZ09 -\t\n._+#&'".unicodeScalars)
              return letters[Int(bits >> 33) % letters.count]
            })))
    }
    return labels + ["con", "nul", "com1", "x", "", String(repeating: "word ", count: 40)]
  }()

  @Test func `a label of ASCII has the key that it has by the rules for all scripts`() {
    for label in Self.labels {
      let expected = label.lowercased().normalized.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      #expect(Term.keyOfASCII(label) == expected, "\(label.debugDescription)")
    }
    #expect(Term.keyOfASCII("caf\u{E9}") == nil)
    #expect(Term.keyOfASCII("e\u{301}") == nil)
    #expect(Term.keyOfASCII("K\u{212A}") == nil)
  }

  @Test func `words have the slug that any key has`() {
    var found = 0
    for label in Self.labels {
      let key = Term.key(of: label)
      guard let slug = Term.slugOfWords(key) else { continue }
      found += 1
      #expect(slug == Term.slug(ofKey: key), "\(key.debugDescription)")
    }
    #expect(found > 80)
  }
}
