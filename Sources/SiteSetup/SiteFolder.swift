internal import Diagnostics
internal import FileSystem

/// The folder of a site as generators see it: paths are relative to it.
struct SiteFolder {
  /// The folder, without a slash at its end.
  let path: String

  /// Folders that hold no articles of the site, whatever its generator.
  static let foreign = [
    "node_modules/", "vendor/", "_site/", "public/", "dist/", "build/", "output/", "target/",
    "bower_components/", "themes/", "feeds/",
  ]

  func kind(_ name: String) -> FileSystem.Kind? {
    let kind: FileSystem.Kind?? = try? FileSystem.kind(of: FileSystem.path(name, in: path))
    return kind ?? nil
  }

  func isFile(_ name: String) -> Bool { kind(name) == .file }
  func isFolder(_ name: String) -> Bool { kind(name) == .folder }

  /// The first of some files that is there.
  func firstFile(_ names: [String]) -> String? { names.first { isFile($0) } }

  /// The first of some folders that is there.
  func firstFolder(_ names: [String]) -> String? { names.first { isFolder($0) } }

  /// The names in a folder, in order; none where it can't be read.
  func names(in folder: String = ".") -> [String] {
    (try? FileSystem.names(in: FileSystem.path(folder, in: path))) ?? []
  }

  /// A file of settings; nil where it is not there or too large for one.
  func source(_ name: String) -> SourceText? {
    guard let bytes = try? FileSystem.read(FileSystem.path(name, in: path), limit: 1 << 20) else {
      return nil
    }
    return SourceText(path: name, bytes: bytes)
  }

  func text(_ name: String) -> String? {
    source(name).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The files below a folder whose path there `takes` wants, without those in folders that hold no
  /// articles.
  func files(below folder: String, _ takes: (String) -> Bool) -> [String] {
    let foreign = folder == "." ? Self.foreign.map { String($0.dropLast()) } : ["node_modules"]
    let prefix = folder == "." ? "" : folder + "/"
    return FolderWalk(
      FileSystem.path(folder, in: path),
      skips: { path in
        foreign.contains(path.split(separator: "/").last.map(String.init) ?? path)
      },
      // A folder may have such a name too, as `[...slug]`.
      takes: { path in takes(path) && isFile(prefix + path) }
    ).files
  }

  /// The files of Markdown below a folder, by their path there.
  func markdownFiles(below folder: String) -> [String] {
    files(below: folder) { path in
      Self.markdownEndings.contains { path.hasSuffix($0) }
    }
  }

  static let markdownEndings = [".md", ".markdown", ".mdx", ".mkd", ".mdown"]
}
