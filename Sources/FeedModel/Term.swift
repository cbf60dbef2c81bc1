/// What feeds of parts of a site are made by.
package enum TermKind: String, CaseIterable, Hashable, Sendable {
  case category, keyword, author

  /// The folder below the feeds' that holds a folder for each term.
  package var folder: String { rawValue }
}

/// A category, keyword or author that has a feed of its own.
package struct Term: Hashable, Sendable {
  package let kind: TermKind
  /// As people read it: the spelling that is used most often.
  package let label: String
  /// The name of its folder and the last part of its feeds' address.
  package let slug: String

  package init(kind: TermKind, label: String, slug: String) {
    self.kind = kind
    self.label = label
    self.slug = slug
  }

  /// What spellings of one term have in common: letter case, Unicode normalisation and white space
  /// make no difference.
  package static func key(of label: String) -> String {
    let folded = label.lowercased().normalized.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // What lower case a final sigma has depends on what follows it.
    guard folded.unicodeScalars.contains("ς") else { return folded }
    return String(String.UnicodeScalarView(folded.unicodeScalars.map { $0 == "ς" ? "σ" : $0 }))
  }
}
