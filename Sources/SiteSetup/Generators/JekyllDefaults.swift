/// What Jekyll's `defaults` give to the articles of a scope.
struct JekyllDefaults {
  let path: String
  let type: String?
  let key: String
  let found: Settings.Found

  /// Each value of each scope.
  ///
  /// The elements of the list share their keys, so a scope ends where the next one's values begin.
  static func read(_ settings: Settings) -> [JekyllDefaults] {
    var result: [JekyllDefaults] = []
    var (path, type): (String, String?) = ("", nil)
    var isInValues = false
    for (key, rest, found) in settings.children(of: "defaults") {
      if key == "scope" {
        if isInValues { (path, type, isInValues) = ("", nil, false) }
        if rest == ["path"] { path = found.text }
        if rest == ["type"] { type = found.text }
      } else if key == "values", let name = rest.first {
        isInValues = true
        result.append(JekyllDefaults(path: path, type: type, key: name, found: found))
      }
    }
    return result
  }
}
