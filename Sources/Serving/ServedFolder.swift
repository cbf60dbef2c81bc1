package import FeedValues

/// What is served: files by their path, and what came of making them.
package struct ServedFolder: Sendable {
  /// What pages say of the last build; nil where there is nothing to say.
  package struct Notice: Hashable, Sendable {
    /// Whether the files are those of an earlier build, as the last one failed.
    package let isFailure: Bool
    /// One line.
    package let summary: String
    /// The findings as a terminal shows them, without colours.
    package let findings: String

    /// A notice.
    package init(isFailure: Bool, summary: String, findings: String) {
      self.isFailure = isFailure
      self.summary = summary
      self.findings = findings
    }
  }

  /// The path that the files are served below, with a slash at both ends.
  package let mount: String
  /// Whether pages of other sites may read what is served.
  package let isOpenToOthers: Bool
  /// By path below the mount.
  package let files: [String: ServedFile]
  package let notice: Notice?
  /// Since when all is as it is.
  package let changed: Timestamp
  /// When the preview began.
  let started: Timestamp
  /// Stands for all that is served: another one where anything of it is.
  package let state: String
  /// The names in each folder, by its path: empty, or with a slash at its end.
  let entries: [String: [String]]

  /// Nothing, while the first build is under way or has failed.
  ///
  /// - Parameters:
  ///   - mount: Where files are to be served.
  ///   - isOpenToOthers: Whether pages of other sites may read them.
  ///   - now: The moment.
  package init(mount: String, isOpenToOthers: Bool, at now: Timestamp) {
    self.init(
      mount: mount, isOpenToOthers: isOpenToOthers, files: [:], notice: nil, changed: now,
      started: now)
  }

  private init(
    mount: String, isOpenToOthers: Bool, files: [String: ServedFile], notice: Notice?,
    changed: Timestamp, started: Timestamp
  ) {
    self.mount = mount
    self.isOpenToOthers = isOpenToOthers
    self.files = files
    self.notice = notice
    self.changed = changed
    self.started = started
    state = Self.state(of: files, notice)
    var entries: [String: Set<String>] = [:]
    for path in files.keys {
      var start = path.startIndex
      while let slash = path[start...].firstIndex(of: "/") {
        let end = path.index(after: slash)
        entries[String(path[..<start]), default: []].insert(String(path[start..<end]))
        start = end
      }
      entries[String(path[..<start]), default: []].insert(String(path[start...]))
    }
    self.entries = entries.mapValues { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }

  /// The folder after a build.
  ///
  /// - Parameters:
  ///   - mount: Where the files are served.
  ///   - files: The files of the build; nil where it failed, so that those of the last one stay.
  ///   - notice: What pages say of it.
  ///   - now: The moment: files whose bytes are others than before are new since then.
  /// - Returns: The folder.
  package func next(
    mount: String? = nil, files: [String: [[UInt8]]]?, notice: Notice?, at now: Timestamp
  ) -> ServedFolder {
    let served = files.map { files in
      Dictionary(
        uniqueKeysWithValues: files.map { path, segments in
          if let old = self.files[path], old.segments == segments { return (path, old) }
          return (path, ServedFile(segments, modified: now))
        })
    }
    let folder = ServedFolder(
      mount: mount ?? self.mount, isOpenToOthers: isOpenToOthers, files: served ?? self.files,
      notice: notice, changed: now, started: started)
    return folder.state == state && folder.mount == self.mount ? self : folder
  }

  /// Where what is published at `url` is to be served.
  package static func mount(of url: AbsoluteURL) -> String {
    let path = RequestTarget(url.path)?.path ?? "/"
    return path.hasSuffix("/") ? path : path + "/"
  }

  /// The path of the first page, in the characters of URLs.
  package var home: String { Self.escaped(mount) }

  /// How many files came, went or hold other bytes.
  package func changedFiles(since earlier: ServedFolder) -> Int {
    Set(files.keys).union(earlier.files.keys)
      .count { files[$0]?.digest != earlier.files[$0]?.digest }
  }

  private static func state(of files: [String: ServedFile], _ notice: Notice?) -> String {
    let listing = files.map { "\($0.key)\0\($0.value.digest)\0" }.sorted().joined()
    let words = notice.map { "\($0.isFailure)\($0.summary)\0\($0.findings)" } ?? ""
    return Digest(Array(listing.utf8)[...], Array(words.utf8)[...]).hexadecimal
  }
}
