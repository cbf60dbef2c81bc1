package import Diagnostics
internal import YAML

extension LoadedArticle {
  /// Where `label` is written as a category, keyword or author; the first line where it is not found.
  ///
  /// Reads the front matter again: it is for findings, which are few.
  ///
  /// - Parameters:
  ///   - label: The term as it is written.
  ///   - settings: Those that the article was read with.
  /// - Returns: The place.
  package func position(ofTerm label: String, settings: ContentSettings) -> Position {
    let frontMatter = FrontMatter.read(source, settings: settings).frontMatter
    let nodes = [.category, .keywords, .author].compactMap { frontMatter?[$0]?.node }
    return nodes.lazy.compactMap { Self.position(of: label, in: $0) }.first ?? .start
  }

  private static func position(of label: String, in node: Node) -> Position? {
    switch node.content {
    case .scalar(let scalar):
      let holds = scalar.text.split(separator: ",").contains { $0.trimmingSpaces == label }
      return holds || scalar.text.trimmingSpaces == label ? node.position : nil
    case .sequence(let nodes): return nodes.lazy.compactMap { position(of: label, in: $0) }.first
    case .mapping(let pairs):
      return pairs.lazy.compactMap { position(of: label, in: $0.value) }.first
    }
  }
}
