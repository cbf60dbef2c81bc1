package import Diagnostics
package import FeedModel
internal import YAML

extension LoadedArticle {
  /// Where `label` is written as a term of `kind`; the first line where it is not found.
  ///
  /// Reads the front matter again: it is for findings, which are few.
  ///
  /// - Parameters:
  ///   - label: The term as it is written.
  ///   - kind: What it is written as.
  ///   - settings: Those that the article was read with.
  /// - Returns: The place.
  package func position(
    of label: String, as kind: TermKind, settings: ContentSettings
  ) -> Position {
    let field: FrontMatterField =
      switch kind {
      case .category: .category
      case .keyword: .keywords
      case .author: .author
      }
    let node = FrontMatter.read(source, settings: settings).frontMatter?[field]?.node
    return node.flatMap { position(of: label, in: $0) } ?? .start
  }

  private func position(of label: String, in node: Node) -> Position? {
    switch node.content {
    case .scalar(let scalar):
      if scalar.text.trimmingSpaces == label { return node.position }
      guard scalar.text.split(separator: ",").contains(where: { $0.trimmingSpaces == label }),
        let line = source.line(node.position.line)
      else { return nil }
      return position(ofPart: label, in: line, from: node.position)
    case .sequence(let nodes): return nodes.lazy.compactMap { position(of: label, in: $0) }.first
    case .mapping(let pairs):
      return pairs.lazy.compactMap { position(of: label, in: $0.value) }.first
    }
  }

  /// Where a part of a text with commas begins; where the text begins, if the part is on another line.
  private func position(ofPart label: String, in line: String, from start: Position) -> Position {
    let scalars = Array(line.unicodeScalars)
    let wanted = Array(label.unicodeScalars)
    let ends: Set<Unicode.Scalar> = [",", " ", "\"", "'", "\t"]
    var index = start.column - 1
    while index + wanted.count <= scalars.count {
      let end = index + wanted.count
      if scalars[index..<end] == wanted[...], index == 0 || ends.contains(scalars[index - 1]),
        end == scalars.count || ends.contains(scalars[end])
      {
        return Position(line: start.line, column: index + 1)
      }
      index += 1
    }
    return start
  }
}
