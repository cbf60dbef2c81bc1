internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import TOML
internal import YAML

/// A file of authors, whom articles name by a key.
///
/// A map in YAML, TOML or JSON: of each key the author's name, or a map of name, email, url and avatar.
struct AuthorsFile {
  /// By key in lower case.
  private(set) var authors: [String: Author] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What stands for its bytes.
  let digest: Digest

  /// Reads the file at `path`; `shown` is what findings call it.
  ///
  /// - Throws: `FileError` where it can't be read.
  init(path: String, shown: String, site: AbsoluteURL?) throws(FileError) {
    let bytes = try FileSystem.read(path, limit: 4 << 20)
    digest = Digest(bytes[...])
    let source = SourceText(path: shown, bytes: bytes)
    if let finding = encodingError(in: source) {
      diagnostics = [finding]
      return
    }
    let root: Node?
    do throws(SyntaxError) {
      root = try Self.parse(source.bytes, path: path)
    } catch {
      diagnostics = [error.diagnostic(ContentRules.authorsFile, in: source)]
      return
    }
    var fields = FieldReader(source: source, rule: ContentRules.authorsFile)
    if let root, !root.isNull {
      guard case .mapping(let pairs) = root.content else {
        fields.report(at: root, "the file of authors is \(root.kindName), not a map of authors")
        diagnostics = fields.diagnostics
        return
      }
      for pair in pairs {
        guard let key = pair.key.text, !key.isEmpty else { continue }
        let author: Author?
        if case .mapping(let inner) = pair.value.content {
          author = fields.author(inner, at: pair.value, key, site: site, fallback: key)
        } else {
          author = fields.text(pair.value, key).map { Author(signature: $0) }
        }
        authors[key.lowercased()] = author
      }
    }
    diagnostics = fields.diagnostics
  }

  private static func parse(_ bytes: [UInt8], path: String) throws(SyntaxError) -> Node? {
    let name = path.lowercased()
    if name.hasSuffix(".toml") { return try TOMLParser.parse(bytes[...]) }
    if name.hasSuffix(".json") {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return try JSONFields.parse(
        bytes[start...], firstLine: 1, isBare: false, endsByFence: true
      ).root
    }
    return try YAMLParser.parse(bytes[...])
  }
}
