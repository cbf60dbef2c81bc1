package import Diagnostics
package import YAML

/// The front matter of a file as it stands there: for programs that look at many.
package enum FrontMatterFields {
  /// The fields of an article in the order of the file; none where it has no front matter that can be
  /// read.
  package static func read(_ source: SourceText) -> [(name: String, node: Node)] {
    guard encodingError(in: source) == nil,
      let frontMatter = FrontMatter.read(source, settings: .anyArticles).frontMatter
    else { return [] }
    return frontMatter.pairs.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
  }

  /// The name that a key goes by among the fields that are known; nil for others.
  package static func field(named name: String) -> String? {
    FrontMatterField.byName[name.lowercased()]?.field.rawValue
  }
}

extension ContentSettings {
  /// Settings that change nothing about front matter.
  fileprivate static let anyArticles = ContentSettings(
    path: ".", include: nil, exclude: [], roots: nil, permalink: .standard,
    conventions: .feedsetter,
    dialects: DialectSettings(kept: []),
    defaults: [:], names: [:], outerNames: FrontMatterField.outerNames, languages: [],
    undated: .error, untitled: .error, faulty: .error, authors: nil)
}
