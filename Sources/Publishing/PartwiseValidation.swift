internal import FeedFormats
internal import FeedModel
internal import FeedValidation

/// Finds the documents that must be judged as wholes: those in which some part is not clean.
///
/// An entry is in one feed of the site, of its category and of each of its keywords, the same bytes in
/// each; it is judged once a format, and each document's frame once.
struct PartwiseValidation {
  private let parts: [DocumentParts]

  /// How many entries are judged in one go: enough that the frame around them counts for little.
  private static let batchSize = 64

  init(_ documents: [PlannedDocument], by validator: FeedValidator) {
    parts = FeedFormat.allCases.map { format in
      DocumentParts(
        documents.filter { $0.document.format == format },
        judge: PartwiseJudge(validator, of: format.kind))
    }
  }

  /// The documents with a part that is not clean, format by format.
  func doubtful(workers: Int, progress: RunProgress?) async -> [PlannedDocument] {
    let batches = batches
    let judged = await Parallel.map(
      batches, workers: workers, chunkSize: 1, each: { JudgeMemory() }
    ) { [parts] memory, task in
      task.map { entries in
        let verdicts = parts[entries.part].verdicts(on: entries.batch, with: memory)
        progress?.advance(by: verdicts.count)
        return verdicts
      }
    }
    var known = parts.map { EntryVerdicts(contexts: $0.contexts.count) }
    for (batch, verdicts) in zip(batches.joined(), judged.joined()) {
      known[batch.part].add(verdicts, on: batch.batch)
    }

    let documents = parts.indices.flatMap { part in
      parts[part].documents.indices.map { (part: part, index: $0) }
    }
    let clean = await Parallel.map(
      documents, workers: workers, progress: progress, each: { JudgeMemory() }
    ) { [parts, known] memory, place in
      parts[place.part].isClean(place.index, knowing: known[place.part], with: memory)
    }
    return zip(documents, clean).filter { !$0.1 }.map { parts[$0.0.part].documents[$0.0.index] }
  }

  /// The entries to judge, those of the same articles in all formats together: what is found right in one
  /// format need not be looked at in the next.
  private var batches: [[(part: Int, batch: EntryBatch)]] {
    let ofParts = parts.map { $0.batches(of: Self.batchSize) }
    return (0..<(ofParts.map(\.count).max() ?? 0)).map { number in
      parts.indices.compactMap { part in
        number < ofParts[part].count ? (part, ofParts[part][number]) : nil
      }
    }
  }
}

/// Entries of one context that are judged in one go.
private struct EntryBatch: Sendable {
  let context: Int
  /// As indices in the plan.
  let articles: [Int]
}

/// What was found of the entries of a format.
private struct EntryVerdicts: Sendable {
  private var verdicts: [[Int: PartwiseJudge.Verdict]]

  init(contexts: Int) { verdicts = Array(repeating: [:], count: contexts) }

  mutating func add(_ found: [PartwiseJudge.Verdict], on batch: EntryBatch) {
    verdicts[batch.context].merge(zip(batch.articles, found)) { first, _ in first }
  }

  /// The verdicts on the entries of `articles`; nil where one is missing.
  func verdicts(on articles: [Int], in context: Int) -> [PartwiseJudge.Verdict]? {
    let found = articles.compactMap { verdicts[context][$0] }
    return found.count == articles.count ? found : nil
  }
}

/// The documents of one format, taken apart.
private struct DocumentParts: Sendable {
  let documents: [PlannedDocument]
  /// The entries, apart for each way in which frames make them be understood.
  let contexts: [EntriesInContext]
  private let judge: PartwiseJudge
  /// For each document its frame and the number of its context; nil where it can't be taken apart.
  private let frames: [(frame: PartwiseJudge.Frame, context: Int)?]

  init(_ documents: [PlannedDocument], judge: PartwiseJudge) {
    self.documents = documents
    self.judge = judge
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var contexts: [EntriesInContext] = []
    frames = documents.map { document in
      guard let frame = Self.frame(of: document) else { return nil }
      let number = numbers[judge.context(of: frame)] ?? contexts.count
      if number == contexts.count {
        numbers[judge.context(of: frame)] = number
        contexts.append(EntriesInContext(frame: frame))
      }
      return contexts[number].add(document) ? (frame, number) : nil
    }
    self.contexts = contexts
  }

  /// The entries, so many at a time.
  func batches(of size: Int) -> [EntryBatch] {
    contexts.indices.flatMap { context in
      contexts[context].batches(of: size).map { EntryBatch(context: context, articles: $0) }
    }
  }

  /// What is found of the entries of a batch, one by one.
  func verdicts(on batch: EntryBatch, with memory: JudgeMemory) -> [PartwiseJudge.Verdict] {
    let entries = contexts[batch.context]
    return judge.verdicts(
      on: batch.articles.map { entries.bytes[$0] ?? [] }, in: entries.frame, with: memory)
  }

  /// Whether nothing is found in the document at `index`, neither in its parts nor between them.
  func isClean(_ index: Int, knowing known: EntryVerdicts, with memory: JudgeMemory) -> Bool {
    guard let (frame, context) = frames[index],
      let verdicts = known.verdicts(on: documents[index].articles, in: context)
    else { return false }
    return judge.isClean(frame, holding: verdicts, with: memory)
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
