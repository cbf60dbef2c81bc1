/// Work on many values at once.
enum Parallel {
  /// What `transform` makes of each input, in the order of the inputs.
  ///
  /// As many as `workers` work at once. Each takes every so many-th chunk, so that which one does what
  /// does not depend on time. `progress` is told of each chunk.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, progress: RunProgress? = nil,
    _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    let chunkSize = max(1, min(32, inputs.count / (workers * 4)))
    let workerCount = max(1, min(workers, inputs.count))
    if workerCount == 1 {
      return inputs.map { input in
        let output = transform(input)
        progress?.advance(by: 1)
        return output
      }
    }
    return await withTaskGroup(of: [(chunk: Int, outputs: [Output])].self) { group in
      for worker in 0..<workerCount {
        group.addTask {
          var done: [(chunk: Int, outputs: [Output])] = []
          var start = worker * chunkSize
          while start < inputs.count {
            let end = min(start + chunkSize, inputs.count)
            done.append((start / chunkSize, inputs[start..<end].map(transform)))
            progress?.advance(by: end - start)
            start += workerCount * chunkSize
          }
          return done
        }
      }
      var chunks: [(chunk: Int, outputs: [Output])] = []
      for await done in group { chunks += done }
      return chunks.sorted { $0.chunk < $1.chunk }.flatMap(\.outputs)
    }
  }
}
