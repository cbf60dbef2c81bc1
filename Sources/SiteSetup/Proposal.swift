internal import Diagnostics

/// A configuration in the making: what was recognised, what it holds, and what is left to say.
struct Proposal {
  /// What a part of the configuration is and where it comes from.
  struct Value {
    var text: String
    /// The file and place; nil for what was concluded.
    var place: SourceLocation?
  }

  /// Which pattern an address is made by.
  struct Permalink {
    /// For which articles; nil for all.
    var glob: String?
    /// The first that an article fills counts.
    var patterns: [String]
    var place: SourceLocation?
  }

  /// Something that could not be taken over.
  struct Remark {
    var message: String
    var place: SourceLocation?
  }

  /// The generator's name, and what it was recognised by.
  let generator: String
  let sign: String
  var title, url, description, language, timezone, author, copyright: Value?
  /// Where `url` leads to the site's root: a path that generators keep apart, such as `/blog`.
  var basePath = ""
  var path = "content"
  var include: [String] = []
  var exclude: [String] = ["README.md"]
  var permalinks: [Permalink] = []
  /// Whether the generator has rules of its own for names and dates: `content.conventions`.
  var conventions: String?
  /// More names of fields.
  var keys: [(field: String, names: [String])] = []
  var defaults: [(field: String, text: String)] = []
  /// Whether files without a date are no articles.
  var leavesOutUndated = false
  /// What articles without a title are called; nil where all have one.
  var untitled: String?
  /// The file that authors' names and addresses are in.
  var authors: String?
  var remarks: [Remark] = []
  /// What is to be said where no other file tells the address.
  var computedURL: Remark?

  init(_ generator: String, sign: String) {
    self.generator = generator
    self.sign = sign
  }

  mutating func remark(_ message: String, at place: SourceLocation? = nil) {
    remarks.append(Remark(message: message, place: place))
  }

  mutating func permalink(
    _ patterns: String..., for glob: String? = nil, at place: SourceLocation? = nil
  ) {
    permalinks.append(Permalink(glob: glob, patterns: patterns, place: place))
  }

  mutating func key(_ field: String, _ name: String) {
    if let index = keys.firstIndex(where: { $0.field == field }) {
      if !keys[index].names.contains(name) { keys[index].names.append(name) }
    } else {
      keys.append((field, [name]))
    }
  }

  /// Takes what sites say of themselves from the first of some keys each that is there.
  mutating func takeSite(
    from settings: Settings, title: [String] = ["title"], url: [String] = ["url"],
    description: [String] = ["description"],
    language: [String] = ["language", "lang", "locale"],
    timezone: [String] = ["timezone"], author: [String] = ["author.name", "author"],
    copyright: [String] = ["copyright"]
  ) {
    func value(_ keys: [String]) -> Value? {
      for key in keys {
        if let found = settings.found(key), !found.text.isEmpty {
          return Value(text: found.text, place: found.place)
        }
      }
      return nil
    }
    self.title = self.title ?? value(title)
    self.url = self.url ?? value(url).flatMap { $0.text.contains("://") ? $0 : nil }
    self.description = self.description ?? value(description)
    self.language = self.language ?? value(language)
    self.timezone = self.timezone ?? value(timezone)
    self.author = self.author ?? value(author)
    self.copyright = self.copyright ?? value(copyright)
    for key in url where self.url == nil {
      if let place = settings.computed(key) {
        computedURL =
          computedURL
          ?? Remark(message: "`\(key)` is only known once the program runs", place: place)
      }
    }
  }
}

/// Joins parts of an address by one slash each; a slash at the front, none at the end.
func joined(path parts: String...) -> String {
  let segments = parts.flatMap { $0.split(separator: "/") }
  return segments.isEmpty ? "" : "/" + segments.joined(separator: "/")
}
