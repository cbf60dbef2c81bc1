internal import FeedModel
internal import FeedValues
internal import Synchronization

/// Finds an article's address by its file, or by one of its names, for links between articles.
package final class ArticleIndex: Sendable {
  private let articles: [LoadedArticle]
  /// Made when the first link asks: most sites have none.
  private let tables = Mutex<Tables?>(nil)

  private struct Tables {
    /// By path below the content folder, without its ending and without `/index`.
    var sources: [String: Int] = [:]
    /// By the file's name, else the title, else the slug, all in lower case.
    var names: [String: Int] = [:]
  }

  /// An index of `articles`, in the order of their paths.
  package init(_ articles: [LoadedArticle] = []) { self.articles = articles }

  /// The address of the article in the file that `reference` leads to.
  ///
  /// - Parameters:
  ///   - reference: A path from the file `path`, or from the root where it begins with `/` or `@/`; it
  ///     may end in a fragment, which stays.
  ///   - path: The file that the reference stands in, below the content folder.
  /// - Returns: The address; nil where the site publishes no such article.
  func link(toSource reference: String, from path: String) -> String? {
    let end = reference.firstIndex { $0 == "#" || $0 == "?" } ?? reference.endIndex
    var target = Self.unescaped(reference[..<end])
    let isRooted = target.hasPrefix("/") || target.hasPrefix("@/")
    if target.hasPrefix("@") { target.removeFirst() }
    var parts = isRooted ? [] : path.split(separator: "/").dropLast().map(String.init)
    let written = target.split(separator: "/").map(String.init)
    for part in written {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    let index = tables.withLock { tables -> Int? in
      let known = tables ?? makeTables()
      tables = known
      if let index = known.sources[Self.key(of: parts)] { return index }
      // From the root of the site, the content folder is part of the path.
      var rest = written.filter { $0 != "." && $0 != ".." }[...]
      while !rest.isEmpty {
        if let index = known.sources[Self.key(of: Array(rest))] { return index }
        rest = rest.dropFirst()
      }
      return nil
    }
    return index.map { articles[$0].article.link.string + reference[end...] }
  }

  /// The address of the article that is called `name`: its file, title or slug, in any letter case.
  func link(named name: String) -> String? {
    let end = name.firstIndex(of: "#") ?? name.endIndex
    let key = Self.nameKey(String(name[..<end].split(separator: "/").last ?? ""))
    let index = tables.withLock { tables -> Int? in
      let known = tables ?? makeTables()
      tables = known
      return known.names[key]
    }
    return index.map { articles[$0].article.link.string }
  }

  private func makeTables() -> Tables {
    var tables = Tables()
    func add(_ name: String, _ index: Int) {
      let key = Self.nameKey(name)
      if tables.names[key] == nil { tables.names[key] = index }
    }
    for (index, loaded) in articles.enumerated() {
      let parts = loaded.article.path.split(separator: "/").map(String.init)
      let key = Self.key(of: parts)
      if tables.sources[key] == nil { tables.sources[key] = index }
      add(String(key.split(separator: "/").last ?? ""), index)
    }
    for (index, loaded) in articles.enumerated() { add(loaded.article.title, index) }
    for (index, loaded) in articles.enumerated() { add(loaded.article.slug, index) }
    return tables
  }

  private static func nameKey(_ name: String) -> String {
    stem(of: name).trimmingSpaces.lowercased()
  }

  private static func key(of parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    let name = stem(of: last)
    let isIndex = (name == "index" || name == "_index") && parts.count > 1
    return (parts.dropLast() + (isIndex ? [] : [name])).joined(separator: "/")
  }

  /// The name without the ending of an article's file.
  private static func stem(of name: String) -> String {
    for ending in [".md", ".mdx", ".markdown"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// The text with its percent-escapes read.
  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var result: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
