/// A part of a body that a client asks for: RFC 9110 section 14.
enum ByteRange: Hashable {
  /// The whole body: nothing else was asked for in a way that we know.
  case whole
  case part(Range<Int>)
  /// No byte of the body.
  case unsatisfiable

  /// The part that a Range field asks for of a body of `count` bytes.
  ///
  /// Several parts at once are not sent apart: the whole is, as the standard allows.
  init(_ field: String, of count: Int) {
    self = .whole
    guard field.lowercased().hasPrefix("bytes=") else { return }
    let specification = field.dropFirst("bytes=".count)
    guard !specification.contains(",") else { return }
    let ends = specification.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.trimmed }
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else {
      return
    }
    // Numbers that are too large for us are larger than any body.
    let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? Int.max
    let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? Int.max
    switch (first, last) {
    case (nil, nil): return
    case (nil, let length?):
      self = length == 0 || count == 0 ? .unsatisfiable : .part(max(0, count - length)..<count)
    case (let first?, let last):
      if let last, last < first { return }
      let end = min(last ?? Int.max, count - 1)
      self = first < count ? .part(first..<(end + 1)) : .unsatisfiable
    }
  }
}
