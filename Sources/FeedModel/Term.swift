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
    if let key = keyOfASCII(label) { return key }
    let folded = label.lowercased().normalized.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // What lower case a final sigma has depends on what follows it.
    guard folded.unicodeScalars.contains("ς") else { return folded }
    return String(String.UnicodeScalarView(folded.unicodeScalars.map { $0 == "ς" ? "σ" : $0 }))
  }

  /// The same for a label in ASCII, which is normalised already; nil for others.
  static func keyOfASCII(_ label: String) -> String? {
    var key: [UInt8] = []
    var pendingSpace = false
    for byte in label.utf8 {
      switch byte {
      case 0x09...0x0D, 0x20:
        pendingSpace = !key.isEmpty
        continue
      case 0x80...: return nil
      default: break
      }
      if pendingSpace { key.append(UInt8(ascii: " ")) }
      pendingSpace = false
      key.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
