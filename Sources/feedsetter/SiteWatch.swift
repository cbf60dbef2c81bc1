internal import Content
internal import FileSystem
internal import SystemEvents

/// Waits for changes of what a site is made from.
struct SiteWatch {
  private let siteFolder: String
  private let output: String?
  private let watcher = ChangeWatcher()
  private var collector = ChangeCollector()
  private var paths: WatchedPaths

  /// A watch of the site in a folder.
  ///
  /// - Parameters:
  ///   - siteFolder: The folder of `feedsetter.yml`.
  ///   - output: The published folder, where that is not `feeds.path`.
  init(siteFolder: String, output: String? = nil) {
    self.siteFolder = siteFolder
    self.output = output
    paths = WatchedPaths(folders: [], files: [Self.path(Configuration.fileName, in: siteFolder)])
  }

  private static func path(_ name: String, in folder: String) -> String {
    name == "." ? folder : FileSystem.path(name, in: folder)
  }

  /// Looks at what the configuration says now: what changes after this is told.
  mutating func begin() {
    // A configuration with faults leaves the watch as it was; its own change is what is waited for.
    if let configuration = Configuration.read(siteFolder: siteFolder).configuration {
      paths.folders = [Self.path(configuration.content.path, in: siteFolder)]
      paths.files = [Configuration.fileName, configuration.content.authorsPath]
        .compactMap { $0.map { Self.path($0, in: siteFolder) } }
      paths.ignored = [output ?? Self.path(configuration.feeds.path, in: siteFolder)]
    }
    watcher.watch(paths)
  }

  /// What is looked at, for people.
  var description: String {
    let names = paths.folders.map { $0 + "/" } + paths.files
    return "watching \(names.joined(separator: ", "))"
      + (watcher.reasonToScan.map { " once a second: \($0.reason)" } ?? "")
  }

  /// What a wait looks at.
  var interests: [Int32: Descriptors.Interest] { watcher.descriptor.map { [$0: .reading] } ?? [:] }

  /// How long a wait may last at most; nil for ever.
  func limit(at instant: ContinuousClock.Instant) -> Duration? {
    [watcher.interval, collector.due.map { max(.zero, $0 - instant) }].compactMap(\.self).min()
  }

  /// What changed, where no more changes come for now; nil where there is nothing to be done yet.
  mutating func changes(at instant: ContinuousClock.Instant) -> [String]? {
    // A build writes the ledger itself.
    let ledger = Self.path("feedsetter.lock", in: siteFolder)
    collector.add(watcher.changes().filter { $0 != ledger }, at: instant)
    return collector.take(at: instant)
  }

  /// Changes in few words: `content/hello.md and 3 more`.
  ///
  /// Files that are there are named first: others may have been a program's for a moment.
  static func words(_ changes: [String]) -> String {
    let present = changes.filter { FileSystem.length(ofFile: $0) != nil }
    let named = present.isEmpty ? changes : present
    let first = named.first ?? ""
    return named.count < 2 ? first : "\(first) and \(named.count - 1) more"
  }
}
