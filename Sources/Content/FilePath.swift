/// A path of the file system without `.` and without a `..` that could be carried out.
struct FilePath: Hashable, Sendable {
  let isAbsolute: Bool
  let parts: [String]

  init(_ text: String) {
    self.init(isAbsolute: text.hasPrefix("/"), parts: [], adding: text)
  }

  private init(isAbsolute: Bool, parts: [String], adding text: String) {
    self.isAbsolute = isAbsolute
    var parts = parts
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append("..")
      }
    }
    self.parts = parts
  }

  /// The path that `reference` means in this folder.
  func resolving(_ reference: String) -> FilePath {
    FilePath(isAbsolute: isAbsolute, parts: parts, adding: reference)
  }

  /// The parts behind `folder`; nil where the path leads elsewhere.
  func parts(below folder: FilePath) -> [String]? {
    guard isAbsolute == folder.isAbsolute, parts.count > folder.parts.count,
      parts.starts(with: folder.parts)
    else { return nil }
    let rest = Array(parts.dropFirst(folder.parts.count))
    return rest.first == ".." ? nil : rest
  }

  /// As the system takes it.
  var string: String {
    let joined = parts.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
