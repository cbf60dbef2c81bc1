/// A pattern for paths, as in `.gitignore`: `*` and `?` stay within a folder, `**` does not, `[a-z]`
/// is one of several characters, `{a,b}` one of several texts.
///
/// A pattern without a slash is compared with the last part of a path, at any depth. One with a slash
/// at its end stands for all that is in a folder.
package struct Glob: Hashable, Sendable {
  /// The pattern as it was written.
  package let pattern: String
  private let alternatives: [[Unicode.Scalar]]
  private let isForNames: Bool
  /// The texts that fit, where the pattern is nothing but those.
  private let texts: [String]?

  /// The pattern `pattern`.
  package init(_ pattern: String) {
    self.pattern = pattern
    var relative = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
    if pattern.hasSuffix("/") {
      // A folder's name alone is one at any depth, as a file's is.
      relative = pattern.dropLast().contains("/") ? relative + "**" : "**/" + relative + "**"
    }
    alternatives = Self.expand(Array(relative.unicodeScalars))
    isForNames = !pattern.contains("/")
    let hasMarks = alternatives.contains { $0.contains { "*?[".unicodeScalars.contains($0) } }
    texts =
      hasMarks ? nil : alternatives.map { String(String.UnicodeScalarView($0)) }
  }

  /// Whether a path, relative and with `/` between folders, fits the pattern.
  package func matches(_ path: String) -> Bool {
    let name = isForNames ? path.utf8.split(separator: UInt8(ascii: "/")).last : nil
    let subject = name ?? path.utf8[...]
    // Not as strings: those are equal as well where their bytes are not.
    if let texts { return texts.contains { $0.utf8.elementsEqual(subject) } }
    let scalars = Array(Substring(subject).unicodeScalars)
    return alternatives.contains { Self.matches($0[...], scalars[...]) }
  }

  /// Writes the first `{a,b}` out, then those in what comes of it.
  private static func expand(_ pattern: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let open = pattern.firstIndex(of: "{"),
      let close = pattern[open...].firstIndex(of: "}")
    else { return [pattern] }
    let head = Array(pattern[..<open])
    let tail = Array(pattern[(close + 1)...])
    return pattern[(open + 1)..<close]
      .split(separator: ",", omittingEmptySubsequences: false)
      .flatMap { (choice: ArraySlice<Unicode.Scalar>) in expand(head + Array(choice) + tail) }
  }

  private static func matches(
    _ pattern: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var pattern = pattern
    var text = text
    // Where to go on if what follows the last star does not fit: the star takes one more.
    var retry: (pattern: ArraySlice<Unicode.Scalar>, text: ArraySlice<Unicode.Scalar>)?
    while true {
      if pattern.starts(with: ["*", "*"]) {
        let rest = pattern.dropFirst(2)
        if rest.isEmpty { return true }
        // "**/" also stands for no folder at all.
        let tail = rest.first == "/" ? rest.dropFirst() : rest
        if matches(tail, text) { return true }
        for index in text.indices where rest.first != "/" || text[index] == "/" {
          if matches(tail, text[(index + 1)...]) { return true }
        }
        return false
      }
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (pattern, text)
        continue
      }
      if text.isEmpty, pattern.isEmpty { return true }
      if let character = text.first, let rest = match(pattern, character) {
        pattern = rest
        text = text.dropFirst()
        continue
      }
      guard let last = retry, let skipped = last.text.first, skipped != "/" else { return false }
      pattern = last.pattern
      text = last.text.dropFirst()
      retry = (pattern, text)
    }
  }

  /// The pattern behind its first part, if that part fits `character`.
  private static func match(
    _ pattern: ArraySlice<Unicode.Scalar>, _ character: Unicode.Scalar
  ) -> ArraySlice<Unicode.Scalar>? {
    guard let first = pattern.first else { return nil }
    if first == "?" { return character == "/" ? nil : pattern.dropFirst() }
    guard first == "[", character != "/", let close = pattern.dropFirst(2).firstIndex(of: "]")
    else {
      return first == character ? pattern.dropFirst() : nil
    }
    var set = pattern[(pattern.startIndex + 1)..<close]
    let isNegated = set.first == "!" || set.first == "^"
    if isNegated { set = set.dropFirst() }
    var isMember = false
    while let low = set.popFirst() {
      if set.first == "-", let high = set.dropFirst().first {
        isMember = isMember || (low.value...max(low.value, high.value)).contains(character.value)
        set = set.dropFirst(2)
      } else {
        isMember = isMember || low == character
      }
    }
    return isMember != isNegated ? pattern[(close + 1)...] : nil
  }
}
