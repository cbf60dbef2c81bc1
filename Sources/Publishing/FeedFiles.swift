package import Diagnostics
internal import FeedValidation
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
  }

  /// Rules whose findings are left out, by id.
  package var ignoredRules: Set<String> = []
  /// Whether warnings count as errors.
  package var isStrict = false
  private let workers: Int

  /// The largest file that is read, in bytes.
  private static let largestFile = 1 << 30

  /// A judge of `workers` files at once.
  package init(workers: Int) { self.workers = workers }

  /// Judges files, the feeds in folders, and standard input where a path is `-`.
  ///
  /// - Returns: A judgement for each file, in the order of the paths; a folder's by name.
  /// - Throws: A finding where Feedsetter itself is at fault.
  package func judge(_ paths: [String]) async throws(Defect) -> [Judgement] {
    let validator: FeedValidator
    do {
      validator = try FeedValidator()
    } catch {
      throw Defect(diagnostic: PublishingRules.defect(error.message))
    }
    let files = paths.flatMap { Self.files(at: $0) }
    return await Parallel.map(files, workers: workers) { judge($0, by: validator) }
  }

  /// A fault of Feedsetter's own.
  package struct Defect: Error {
    package let diagnostic: Diagnostic
  }

  private func judge(_ file: String, by validator: FeedValidator) -> Judgement {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes =
        file == "-"
        ? try FileSystem.readStandardInput(limit: Self.largestFile)
        : try FileSystem.read(file, limit: Self.largestFile)
    } catch {
      let rule = PublishingRules.feedUnreadable
      let finding = Diagnostic(
        rule: rule, location: SourceLocation(file: file),
        message: "the file can't be read: \(error.reason)", help: rule.cure)
      return Judgement(
        file: file, format: nil, version: nil, findings: [finding], wasRead: false)
    }
    let report = validator.report(on: [bytes])
    let text = SourceText(path: file, bytes: bytes)
    let findings = report.findings.filter { !ignoredRules.contains($0.rule.id) }
      .map { finding in
        let found = finding.diagnostic(
          file: file, sourceLine: text.line(finding.position.line))
        return isStrict && found.severity == .warning ? found.with(severity: .error) : found
      }
    return Judgement(
      file: file, format: report.kind?.rawValue, version: report.version, findings: findings,
      wasRead: true)
  }

  /// The file at a path, or those in and below a folder whose names end as feeds' do.
  private static func files(at path: String) -> [String] {
    guard path != "-", (try? FileSystem.kind(of: path)) == .folder else { return [path] }
    let names = (try? FileSystem.names(in: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let below = path.hasSuffix("/") ? path + name : path + "/" + name
      if (try? FileSystem.kind(of: below)) == .folder { return files(at: below) }
      let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
      return [".xml", ".rss", ".atom", ".json"].contains(ending) ? [below] : []
    }
  }
}
