/// One stage, with all that it works on.
struct Stage {
  let name: String
  /// How many bytes a round works on.
  let size: Int
  /// Works on everything once; what it returns depends on all that was done, so that nothing is left out.
  let round: () -> Int

  /// A stage that `work` does on each of `inputs`; `size` tells how many bytes one of them counts for.
  init<Input>(
    _ name: String, of inputs: [Input], size: (Input) -> Int, work: @escaping (Input) -> Int?
  ) {
    self.name = name
    self.size = inputs.reduce(0) { $0 + size($1) }
    round = { inputs.reduce(0) { $0 &+ (work($1) ?? 0) } }
  }

  /// A stage that `work` does on each of `texts`, which count for their own bytes.
  init(_ name: String, of texts: [[UInt8]], work: @escaping ([UInt8]) -> Int?) {
    self.init(name, of: texts, size: \.count, work: work)
  }
}
