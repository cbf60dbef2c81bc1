package import Diagnostics
internal import FeedValidation
package import FeedValues
internal import FileSystem

/// Judges feeds that are there already, whoever wrote them.
package struct FeedFiles: Sendable {
  /// What is said of one file.
  package struct Judgement: Sendable {
    /// The file as it was named; `-` for standard input.
    package let file: String
    /// `rss`, `atom` or `json`; nil for what is no feed.
    package let format: String?
    /// The version of the format that the file declares.
    package let version: String?
    package let findings: [Diagnostic]
    /// Whether the file could be read at all.
    package let wasRead: Bool

    /// Whether the file is a feed, however faulty.
    var isOfFeed: Bool {
      let rules = Set(findings.map(\.rule.id))
      let isOtherJSON = rules.isSuperset(of: ["json-version-required", "json-items-required"])
      return !isOtherJSON && !rules.contains("not-a-feed")
    }
  }

  /// Rules whose findings are left out, by id.
  package var ignoredRules: Set<String> = []
  /// Whether warnings count as errors.
  package var isStrict = false
  /// The moment that dates are held against.
  package var now: Timestamp?
  /// The address that the feeds are published at.
  package var address: AbsoluteURL?
  /// Takes how many files are judged.
  package var progress: RunProgress?
  private let workers: Int

  /// A judge of `workers` files at once.
  package init(workers: Int) { self.workers = workers }

  /// Judges files, the feeds in folders, and standard input where a path is `-`.
  ///
  /// A file that was found in a folder and is no feed at all is passed over.
  ///
  /// - Returns: A judgement for each file, in the order of the paths; a folder's by name.
  /// - Throws: A finding where Feedsetter itself is at fault.
  package func judge(_ paths: [String]) async throws(Defect) -> [Judgement] {
    var validator: FeedValidator
    do {
      validator = try FeedValidator()
      validator.now = now
      validator.address = address
    } catch {
      throw Defect(diagnostic: PublishingRules.defect(error.message))
    }
    var files: [(path: String, isNamed: Bool)] = []
    var unreadable: [Judgement] = []
    for path in paths {
      let found = Self.files(at: path)
      files += found.files.map { ($0, $0 == path) }
      unreadable += found.faults.map { Self.unreadable($0.path, $0) }
    }
    progress?.begin(.validating, of: files.count)
    let judgements = await Parallel.map(files, workers: workers, progress: progress) {
      [validator] file -> Judgement? in
      let judgement = judge(file.path, by: validator)
      return file.isNamed || judgement.isOfFeed ? judgement : nil
    }
    return unreadable + judgements.compactMap(\.self)
  }

  /// A fault of Feedsetter's own.
  package struct Defect: Error {
    package let diagnostic: Diagnostic
  }

  private func judge(_ file: String, by validator: FeedValidator) -> Judgement {
    do throws(FileError) {
      let report = try Self.read(file) { next throws(FileError) in
        try validator.report(reading: next)
      }
      let findings = report.findings.filter { !ignoredRules.contains($0.rule.id) }
      // Standard input can't be read twice, and a feed without findings needn't be.
      let lines =
        findings.isEmpty || file == "-"
        ? [:]
        : try Self.read(file) { next throws(FileError) in
          try report.sourceLines(reading: next)
        }
      return Judgement(
        file: file, format: report.kind?.rawValue, version: report.version,
        findings: findings.map { finding in
          let found = finding.diagnostic(file: file, sourceLine: lines[finding.position.line])
          return isStrict && found.severity == .warning ? found.with(severity: .error) : found
        }, wasRead: true)
    } catch {
      return Self.unreadable(file, error)
    }
  }

  private static func unreadable(_ path: String, _ error: FileError) -> Judgement {
    let rule = PublishingRules.feedUnreadable
    let finding = Diagnostic(
      rule: rule, location: SourceLocation(file: path),
      message: "it can't be read: \(error.reason)",
      help: rule.cure)
    return Judgement(file: path, format: nil, version: nil, findings: [finding], wasRead: false)
  }

  /// What `work` makes of a file that it reads chunk by chunk.
  private static func read<Value>(
    _ file: String,
    _ work: (@escaping () throws(FileError) -> [UInt8]?) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let chunks = try FileChunks(file)
    return try work(chunks.next)
  }

  /// The file at a path, or those in and below a folder whose names end as feeds' do; and what of the
  /// folder could not be read.
  private static func files(at path: String) -> (files: [String], faults: [FileError]) {
    guard path != "-", (try? FileSystem.kind(of: path)) == .folder else { return ([path], []) }
    let root = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    let walk = FolderWalk(root, skips: { _ in false }, takes: { Self.isNamedAsFeed($0) })
    return (walk.files.map { root + "/" + $0 }, walk.faults)
  }

  private static func isNamedAsFeed(_ path: String) -> Bool {
    let ending = path.lastIndex(of: ".").map { path[$0...].lowercased() } ?? ""
    return [".xml", ".rss", ".atom", ".json"].contains(ending)
  }
}
