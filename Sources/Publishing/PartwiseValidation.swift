internal import FeedFormats
internal import FeedModel
internal import FeedValidation

/// Finds the documents that must be judged as wholes: those in which some part is not clean.
///
/// An entry is in one feed of the site, of its category and of each of its keywords, the same bytes in
/// each; it is judged once a format, and each document's frame once.
struct PartwiseValidation {
  private let documents: [PlannedDocument]
  private let validator: FeedValidator

  /// How many entries are judged in one go: enough that the frame around them counts for little.
  private static let batchSize = 64

  init(_ documents: [PlannedDocument], by validator: FeedValidator) {
    self.documents = documents
    self.validator = validator
  }

  /// The documents with a part that is not clean, in their order.
  func doubtful(workers: Int, progress: RunProgress?) async -> [PlannedDocument] {
    var doubtful: [PlannedDocument] = []
    for format in FeedFormat.allCases {
      let ofFormat = documents.filter { $0.document.format == format }
      if ofFormat.isEmpty { continue }
      doubtful += await self.doubtful(
        ofFormat, by: PartwiseJudge(validator, of: format.kind), workers: workers,
        progress: progress)
    }
    return doubtful
  }

  private func doubtful(
    _ documents: [PlannedDocument], by judge: PartwiseJudge, workers: Int, progress: RunProgress?
  ) async -> [PlannedDocument] {
    // Of each document that can be taken apart: its frame, and where its entries' verdicts are.
    var contexts: [ArraySlice<UInt8>: EntriesInContext] = [:]
    let frames = documents.map { document -> PartwiseJudge.Frame? in
      guard let frame = Self.frame(of: document) else { return nil }
      let context = judge.context(of: frame)
      let isKnown = contexts[context, default: EntriesInContext(frame: frame)].add(document)
      return isKnown ? frame : nil
    }
    let batches = contexts.flatMap { context, entries in
      entries.batches(of: Self.batchSize).map { (context, entries, $0) }
    }
    let judged = await Parallel.map(batches, workers: workers) { _, entries, batch in
      let verdicts = judge.verdicts(
        on: batch.map { entries.bytes[$0] ?? [] }, in: entries.frame)
      progress?.advance(by: batch.count)
      return verdicts
    }
    var verdicts: [ArraySlice<UInt8>: [Int: PartwiseJudge.Verdict]] = [:]
    for (batch, found) in zip(batches, judged) {
      verdicts[batch.0, default: [:]].merge(zip(batch.2, found)) { first, _ in first }
    }
    let all = verdicts
    let clean = await Parallel.map(
      Array(zip(documents, frames)), workers: workers, progress: progress
    ) {
      document, frame in
      guard let frame, let known = all[judge.context(of: frame)] else { return false }
      let verdicts = document.articles.compactMap { known[$0] }
      return verdicts.count == document.articles.count
        && judge.isClean(frame, holding: verdicts)
    }
    return zip(documents, clean).filter { !$0.1 }.map(\.0)
  }

  /// What is around the entries of a document; nil where it is not made of them and commas alone, or has
  /// none.
  private static func frame(of planned: PlannedDocument) -> PartwiseJudge.Frame? {
    let document = planned.document
    let segments = document.segments
    let places = document.entrySegments
    let step = document.format == .json ? 2 : 1
    guard let first = places.first, let last = places.last, places.count == planned.articles.count,
      places == Array(stride(from: first, through: last, by: step)),
      step == 1 || zip(places, places.dropFirst()).allSatisfy({ segments[$0.0 + 1] == [0x2C] })
    else { return nil }
    return PartwiseJudge.Frame(
      head: Array(segments[..<first].joined()), tail: Array(segments[(last + 1)...].joined()))
  }
}

/// The entries of the documents whose frames make them be understood alike.
private struct EntriesInContext: Sendable {
  let frame: PartwiseJudge.Frame
  private(set) var bytes: [Int: [UInt8]] = [:]
  private var order: [Int] = []

  init(frame: PartwiseJudge.Frame) { self.frame = frame }

  /// Adds a document's entries.
  ///
  /// - Returns: Whether each is the same as in the documents before.
  mutating func add(_ planned: PlannedDocument) -> Bool {
    for (article, place) in zip(planned.articles, planned.document.entrySegments) {
      let segment = planned.document.segments[place]
      if let known = bytes[article] {
        // Mostly the same bytes in memory, which is seen at once.
        if known != segment { return false }
      } else {
        bytes[article] = segment
        order.append(article)
      }
    }
    return true
  }

  /// The articles, so many at a time.
  func batches(of size: Int) -> [[Int]] {
    stride(from: 0, to: order.count, by: size).map {
      Array(order[$0..<min($0 + size, order.count)])
    }
  }
}
