internal import FeedValues

extension ServedFolder {
  /// What is at a path.
  enum Resource {
    case file(path: String, ServedFile)
    /// A page of the preview's own.
    case page(HTTPStatus, String)
    /// What is meant is at another path.
    case elsewhere(String)
  }

  /// What is at `path`, which begins with a slash and holds no escapes.
  ///
  /// Paths are looked up among those that were published: there is no way out of the folder.
  func resource(at path: String) -> Resource {
    if files.isEmpty { return .page(.unavailable, PreviewPages.nothingYet(self)) }
    guard path.hasPrefix(mount) else {
      let isOnTheWay = mount.hasPrefix(path.hasSuffix("/") ? path : path + "/")
      return isOnTheWay ? .elsewhere(home) : .page(.notFound, missing(path))
    }
    let below = String(path.dropFirst(mount.count))
    if let file = files[below] { return .file(path: below, file) }
    if below.isEmpty || below.hasSuffix("/"), let names = entries[below] {
      if let index = files[below + "index.html"] {
        return .file(path: below + "index.html", index)
      }
      return .page(.ok, PreviewPages.listing(path, names, isRoot: below.isEmpty))
    }
    if entries[below + "/"] != nil { return .elsewhere(Self.escaped(path) + "/") }
    return .page(.notFound, missing(path))
  }

  private func missing(_ path: String) -> String {
    PreviewPages.missing(path, home: home)
  }

  /// A path in the characters of URLs.
  static func escaped(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .map { AbsoluteURL.escapedPathSegment(String($0)) }.joined(separator: "/")
  }
}
