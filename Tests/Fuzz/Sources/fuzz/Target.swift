import FeedValidation

/// What libFuzzer calls for every input: the input is judged whole and piece by piece.
///
/// A crash, a trap, ten seconds without an end or a gigabyte of memory is a defect; so is a verdict
/// that depends on how the document was cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func judge(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let validator = Harness.validator else { fatalError("libxml2 refuses a grammar") }
  let document = Array(UnsafeBufferPointer(start: start, count: count))
  let whole = validator.report(on: [document])

  // The input itself says how it is cut, so that a run can be repeated.
  let size = 1 + document.reduce(0) { ($0 &* 31 &+ Int($1)) & 0x3F }
  var rest = document[...]
  let pieces = validator.report {
    defer { rest = rest.dropFirst(size) }
    return rest.isEmpty ? nil : Array(rest.prefix(size))
  }
  guard whole.findings == pieces.findings, whole.kind == pieces.kind else {
    fatalError("cut into pieces of \(size), the document is judged differently")
  }

  rest = document[...]
  let lines = whole.sourceLines { rest.popFirst().map { [$0] } }
  guard lines.count <= Set(whole.findings.map(\.position)).count else {
    fatalError("there are more lines than findings")
  }
  return 0
}

enum Harness {
  static let validator = try? FeedValidator()
}
