internal import Synchronization

/// Work on many values at once.
enum Parallel {
  /// What `transform` makes of each input, in the order of the inputs.
  ///
  /// As many as `workers` work at once; each takes the next chunk when it is done with one, so that none
  /// waits for another. What comes out does not depend on which one did what.
  ///
  /// - Parameters:
  ///   - inputs: The values.
  ///   - workers: How many work at once.
  ///   - chunkSize: How many inputs are taken at a time; nil for what suits many small ones.
  ///   - progress: Is told of each chunk.
  ///   - transform: What is done with each.
  /// - Returns: What came of each.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, chunkSize: Int? = nil,
    progress: RunProgress? = nil, _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    await map(
      inputs, workers: workers, chunkSize: chunkSize, progress: progress, each: {}
    ) { _, input in transform(input) }
  }

  /// The same with something that each worker has for itself and keeps from one input to the next.
  static func map<Input: Sendable, Output: Sendable, Own>(
    _ inputs: [Input], workers: Int, chunkSize: Int? = nil, progress: RunProgress? = nil,
    each own: @escaping @Sendable () -> Own,
    _ transform: @escaping @Sendable (Own, Input) -> Output
  ) async -> [Output] {
    let chunkSize = chunkSize ?? max(1, min(32, inputs.count / (workers * 16)))
    let workerCount = max(1, min(workers, inputs.count))
    if workerCount == 1 {
      let own = own()
      return inputs.map { input in
        let output = transform(own, input)
        progress?.advance(by: 1)
        return output
      }
    }
    let cursor = Cursor()
    return await withTaskGroup(of: [(start: Int, outputs: [Output])].self) { group in
      for _ in 0..<workerCount {
        group.addTask {
          let own = own()
          var done: [(start: Int, outputs: [Output])] = []
          while let start = cursor.next(chunkSize, of: inputs.count) {
            let end = min(start + chunkSize, inputs.count)
            done.append((start, inputs[start..<end].map { transform(own, $0) }))
            progress?.advance(by: end - start)
          }
          return done
        }
      }
      var chunks: [(start: Int, outputs: [Output])] = []
      for await done in group { chunks += done }
      return chunks.sorted { $0.start < $1.start }.flatMap(\.outputs)
    }
  }

  /// Where the inputs begin that nobody has taken.
  private final class Cursor: Sendable {
    private let place = Atomic(0)

    /// Takes so many; nil where none are left.
    func next(_ count: Int, of total: Int) -> Int? {
      let start = place.wrappingAdd(count, ordering: .relaxed).oldValue
      return start < total ? start : nil
    }
  }
}
