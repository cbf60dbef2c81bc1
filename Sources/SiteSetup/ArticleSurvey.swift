internal import Content
internal import Diagnostics
internal import YAML

/// What the front matters of a folder's files hold.
struct ArticleSurvey {
  /// A file and its fields.
  struct File {
    /// Below the folder that was looked at.
    let path: String
    /// The fields in the order of the file; nil where there is no front matter that can be read.
    let fields: [(name: String, node: Node)]

    /// The folders above the file.
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    /// The file's name.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What is held under a name in any letter case.
    subscript(name: String) -> Node? {
      fields.first { $0.name.lowercased() == name }?.node
    }

    /// Whether it tells a date: in a field that is called or looks like one, or in its path.
    var isDated: Bool {
      isDatedByPath
        || fields.contains { field in
          let name = field.name.lowercased()
          return
            (name.contains("date") || name.contains("publish") || name.contains("created")
            || name.contains("path") || name == "time")
            && FieldShape.looksLikeDate(field.node)
        }
    }

    var isDatedByPath: Bool { FieldShape.holdsDate(path: path) }
  }

  let folder: String
  let files: [File]

  /// Reads the front matter of the files at `paths` below `folder`.
  init(_ site: SiteFolder, folder: String, paths: [String]) {
    self.folder = folder
    files = paths.map { path in
      let source = site.source(folder == "." ? path : folder + "/" + path)
      let pairs = source.map { FrontMatterFields.read($0) } ?? []
      return File(path: path, fields: pairs)
    }
  }

  private init(folder: String, files: [File]) {
    self.folder = folder
    self.files = files
  }

  /// The files that fit.
  func filter(_ fits: (File) -> Bool) -> ArticleSurvey {
    ArticleSurvey(folder: folder, files: files.filter(fits))
  }

  /// The folders right below that hold articles: those whose files mostly have dates.
  var sections: [String] {
    var counts: [String: (dated: Int, all: Int)] = [:]
    for file in files where !file.name.hasPrefix("_") {
      guard let section = file.folders.first else { continue }
      let count = counts[section] ?? (0, 0)
      counts[section] = (count.dated + (file.isDated ? 1 : 0), count.all + 1)
    }
    return counts.filter { $0.value.dated * 2 >= $0.value.all }.keys.sorted()
  }

  /// The patterns of files in some languages, which names end with: only of those that are there.
  func endings(of languages: [String]) -> [String] {
    languages.map { ".\($0).md" }.filter { ending in files.contains { $0.name.hasSuffix(ending) } }
      .map { "*" + $0 }
  }

  var dated: [File] { files.filter(\.isDated) }
}

/// What values of fields look like.
enum FieldShape {
  /// Whether a text begins with a date.
  static func looksLikeDate(_ node: Node) -> Bool {
    guard let text = node.text else {
      // A map such as that of MkDocs: created, updated.
      guard case .mapping(let pairs) = node.content else { return false }
      return pairs.contains { looksLikeDate($0.value) }
    }
    return holdsDate(text) || looksLikeRFC822(text)
  }

  /// Whether a year, a month and a day in digits stand in a path, joined by `-`, `_` or `/`.
  static func holdsDate(path: String) -> Bool { holdsDate(path) }

  private static func holdsDate(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "-/_. T:".contains($0) }
    guard parts.count >= 3 else { return false }
    for index in 0...(parts.count - 3) {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]), 1970...2100 ~= year,
        let month = Int(parts[index + 1]), 1...12 ~= month, parts[index + 1].utf8.count <= 2,
        let day = Int(parts[index + 2].prefix(2)), 1...31 ~= day
      else { continue }
      return true
    }
    return false
  }

  private static func looksLikeRFC822(_ text: String) -> Bool {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let words = text.lowercased().split(separator: " ")
    return words.contains { word in months.contains { word.hasPrefix($0) } }
      && words.contains { $0.utf8.count == 4 && Int($0) != nil }
  }
}
