/// A language tag that is well-formed by BCP 47, such as `en`, `pt-BR` or `zh-Hant-TW`.
///
/// Whether its subtags are registered is not asked: the registry grows. See
/// <https://www.rfc-editor.org/rfc/rfc5646#section-2.1>.
public struct LanguageTag: Hashable, Sendable {
  /// The tag as it was written.
  public let string: String

  /// A well-formed tag.
  ///
  /// - Throws: `InvalidValue` where a subtag is too long, empty, repeated or out of order.
  public init(_ text: String) throws(InvalidValue) {
    string = text
    if Self.irregular.contains(text.lowercased()) { return }
    var subtags = text.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard subtags.allSatisfy({ 1...8 ~= $0.utf8.count && $0.utf8.allSatisfy(\.isAlphanumeric) })
    else { throw InvalidValue("its parts must be 1 to 8 letters or digits, joined by \"-\"") }
    guard let language = subtags.popFirst() else { return }
    if language.lowercased() == "x" {
      guard !subtags.isEmpty else { throw InvalidValue("nothing follows \"x-\"") }
      return
    }
    guard language.utf8.count >= 2, language.utf8.allSatisfy(\.isLetter) else {
      throw InvalidValue("\"\(language)\" is not a language code of 2 to 8 letters")
    }
    if language.utf8.count <= 3 {
      for _ in 0..<3 {
        Self.drop(&subtags) { $0.utf8.count == 3 && $0.utf8.allSatisfy(\.isLetter) }
      }
    }
    Self.drop(&subtags) { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isLetter) }
    Self.drop(&subtags) { subtag in
      (subtag.utf8.count == 2 && subtag.utf8.allSatisfy(\.isLetter))
        || (subtag.utf8.count == 3 && subtag.utf8.allSatisfy(\.isDigit))
    }
    try Self.checkVariantsAndExtensions(&subtags)
    guard subtags.isEmpty else {
      throw InvalidValue("\"\(subtags[subtags.startIndex])\" is out of place")
    }
  }

  private static func checkVariantsAndExtensions(
    _ subtags: inout ArraySlice<Substring>
  ) throws(InvalidValue) {
    var seen: Set<String> = []
    while let subtag = subtags.first, isVariant(subtag) {
      guard seen.insert(subtag.lowercased()).inserted else {
        throw InvalidValue("\"\(subtag)\" is repeated")
      }
      subtags.removeFirst()
    }
    while let singleton = subtags.first, singleton.utf8.count == 1 {
      subtags.removeFirst()
      let isPrivate = singleton.lowercased() == "x"
      guard seen.insert(singleton.lowercased()).inserted else {
        throw InvalidValue("\"\(singleton)\" is repeated")
      }
      let shortest = isPrivate ? 1 : 2
      guard let first = subtags.first, first.utf8.count >= shortest else {
        throw InvalidValue("nothing follows \"\(singleton)-\"")
      }
      while let next = subtags.first, next.utf8.count >= shortest { _ = subtags.removeFirst() }
    }
  }

  private static func isVariant(_ subtag: Substring) -> Bool {
    5...8 ~= subtag.utf8.count || (subtag.utf8.count == 4 && subtag.utf8.first?.isDigit == true)
  }

  /// Drops the first subtag where it `belongs`.
  private static func drop(
    _ subtags: inout ArraySlice<Substring>, where belongs: (Substring) -> Bool
  ) {
    if let first = subtags.first, belongs(first) { subtags.removeFirst() }
  }

  /// The tags that were registered before BCP 47 had a grammar and don't follow it.
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de",
    "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka", "zh-min", "zh-min-nan",
    "zh-xiang",
  ]
}

extension UInt8 {
  var isLetter: Bool { 0x41...0x5A ~= self & 0xDF }
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isAlphanumeric: Bool { isLetter || isDigit }
}
