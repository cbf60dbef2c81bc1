/// Writes another generator's pattern of addresses in our own names.
struct PatternTranslation {
  /// What each name of the other generator's is here.
  let names: [String: String]
  /// What ends a name: a brace, or nothing where it goes on as long as there are letters.
  var braces = false

  /// The pattern, and the first name in it that has no counterpart.
  ///
  /// The longest name that is known counts, so that `:year_:title` has two.
  func translate(_ pattern: String) -> (pattern: String, unknown: String?) {
    var result = ""
    var unknown: String?
    var rest = pattern[...]
    let opening: Character = braces ? "{" : ":"
    while let start = rest.firstIndex(of: opening) {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      if braces {
        guard let end = rest.firstIndex(of: "}") else { break }
        let name = String(rest[..<end])
        if let token = names[name] { result += token } else { unknown = unknown ?? "{\(name)}" }
        rest = rest[rest.index(after: end)...]
        continue
      }
      var name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if rest.dropFirst(name.count).first == "[", let end = rest.firstIndex(of: "]") {
        name = rest[...end]
      }
      let whole = name
      while !name.isEmpty, names[String(name)] == nil { name = name.dropLast() }
      if let token = names[String(name)] {
        result += token
        rest = rest.dropFirst(name.count)
      } else {
        unknown = unknown ?? ":\(whole)"
        rest = rest.dropFirst(whole.count)
      }
    }
    return (result + rest, unknown)
  }
}
