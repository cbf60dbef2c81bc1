internal import Diagnostics
public import FeedValues
internal import XML

/// A defect of this library that keeps it from judging anything.
public struct ValidatorDefect: Error, Sendable {
  /// What is wrong, as libxml2 says it.
  public let message: String

  /// A defect that libxml2 or a judge of ours tells of.
  package init(message: String) { self.message = message }
}

/// Judges feed documents from their bytes: RSS 2.0, Atom 1.0, JSON Feed 1 and 1.1.
///
/// Make one and use it for every document, from any number of threads: its schemas are compiled
/// once. Nothing but the bytes is read; a document's own references are never followed.
public struct FeedValidator: Sendable {
  /// The moment that dates are held against; nil where none is said to lie in the future.
  public var now: Timestamp?
  /// The address that the documents are published at; nil where no link to themselves is held against it.
  public var address: AbsoluteURL?

  private let xml: XMLFormats

  /// A validator with its schemas compiled.
  ///
  /// - Throws: `ValidatorDefect` where libxml2 refuses a schema of ours.
  public init() throws(ValidatorDefect) {
    do throws(GrammarDefect) {
      xml = try XMLFormats()
    } catch {
      throw ValidatorDefect(message: error.message)
    }
  }

  /// Judges one document.
  ///
  /// - Parameters:
  ///   - segments: The document's bytes, in slices that are never joined.
  ///   - expected: What the document is published as; nil to take it for what it is.
  /// - Returns: What the document is, and what is wrong with it.
  public func report(on segments: [[UInt8]], as expected: FeedKind? = nil) -> FeedReport {
    var iterator = segments.makeIterator()
    return report(as: expected) { iterator.next() }
  }

  /// Judges one document while it is read, so that no more of it than an item is in memory.
  ///
  /// ```swift
  /// let report = try validator.report { try file.read(upToCount: 65536) }
  /// ```
  ///
  /// - Parameters:
  ///   - expected: What the document is published as; nil to take it for what it is.
  ///   - next: Gives the document's bytes chunk by chunk, of some 64 KB, and nil at its end.
  /// - Returns: What the document is, and what is wrong with it.
  /// - Throws: What `next` throws.
  public func report<Failure: Error>(
    as expected: FeedKind? = nil, reading next: @escaping () throws(Failure) -> [UInt8]?
  ) throws(Failure) -> FeedReport {
    var failure: Failure?
    let source = ChunkSource {
      guard failure == nil else { return nil }
      do throws(Failure) {
        return try next()
      } catch {
        failure = error
        return nil
      }
    }
    let report = judge(source, as: expected)
    if let failure { throw failure }
    return report
  }

  /// What is wrong with one document, in reading order.
  ///
  /// - Parameters:
  ///   - segments: The document's bytes, in slices that are never joined.
  ///   - expected: What the document is published as; nil to take it for what it is.
  /// - Returns: The findings; the document may be published where none of them is an error.
  public func validate(_ segments: [[UInt8]], as expected: FeedKind? = nil) -> [Finding] {
    report(on: segments, as: expected).findings
  }

  /// A log for the findings of one document.
  func newLog() -> Log { Log(circumstances: Circumstances(now: now, address: address)) }

  private func judge(_ source: ChunkSource, as expected: FeedKind?) -> FeedReport {
    let log = newLog()
    let (kind, version) = judge(source, as: expected, log: log, observer: RecordObserver())
    let findings = log.findings.sorted {
      ($0.position, $0.rule.id, $0.message) < ($1.position, $1.rule.id, $1.message)
    }
    return FeedReport(kind: kind, version: version, findings: findings)
  }

  /// Judges a document into `log`, its items or entries as `observer` says.
  ///
  /// - Returns: What the document is, and its version.
  func judge(
    _ source: ChunkSource, as expected: FeedKind?, log: Log, observer: RecordObserver
  ) -> (kind: FeedKind?, version: String?) {
    let kind: FeedKind?
    let version: String?
    if FormatSniffer.isJSON(source) ?? (expected == .json) {
      let run = JSONFeedRun(log: log, observer: observer)
      run.run(source)
      (kind, version) = (.json, run.version.flatMap(JSONFeedRun.shortVersion))
    } else {
      let run = XMLFeedRun(formats: xml, log: log, observer: observer)
      run.run(source)
      (kind, version) = (run.kind, run.version)
    }
    if let expected, let kind, kind != expected {
      log.add(
        DocumentRules.otherKind,
        "the document is \(kind.title), but is published as \(expected.title)", at: .start)
    }
    return (kind, version)
  }
}

extension FeedKind {
  /// The format as people write it.
  var title: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }
}
