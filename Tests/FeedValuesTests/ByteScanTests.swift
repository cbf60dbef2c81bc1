internal import Testing

@testable internal import FeedValues

/// What a search finds is what a loop over the bytes would.
struct ByteScanTests {
  /// A search, and what it looks for.
  struct Case: Sendable, CustomTestStringConvertible {
    let needles: String
    let range: ClosedRange<UInt8>
    var scan: ByteScan { ByteScan(needles, outside: range) }
    var testDescription: String { "\(needles.debugDescription) outside \(range)" }

    func isLookedFor(_ byte: UInt8) -> Bool {
      needles.utf8.contains(byte) || !range.contains(byte)
    }
  }

  static let cases = [
    Case(needles: "", range: 0...255), Case(needles: "<", range: 0...255),
    Case(needles: "<&", range: 0...255), Case(needles: "<>&\"", range: 0x20...255),
    Case(needles: "", range: 0x20...0x7E), Case(needles: "", range: 0...0x7F),
    Case(needles: "{:[<\n", range: 0...255), Case(needles: "\\`$!{[<\n", range: 9...0xEE),
    Case(needles: "a", range: 0x61...0x7A), Case(needles: "\0", range: 0...255),
  ]

  @Test(arguments: cases)
  func `every byte is found that is looked for, at every place, and no other`(example: Case) {
    let scan = example.scan
    for byte in UInt8.min...UInt8.max {
      #expect(scan.contains(byte) == example.isLookedFor(byte))
      for place in 0..<40 {
        // 0x61 to 0x6F are looked for by none of the searches but one.
        var bytes = [UInt8](repeating: UInt8(ascii: "b"), count: 40)
        bytes[place] = byte
        let expected = bytes.firstIndex(where: example.isLookedFor) ?? bytes.count
        let (found, isFound) = (scan.next(in: bytes.span), scan.isIn(bytes.span))
        #expect(found == expected)
        #expect(isFound == (expected < bytes.count))
      }
    }
  }

  @Test(arguments: cases)
  func `from any place of any text of any length the next one is found`(example: Case) {
    let scan = example.scan
    var state: UInt64 = 7
    for length in 0..<70 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Mostly letters, so that stretches without a find are long.
        return state >> 60 == 0 ? UInt8(truncatingIfNeeded: state >> 40) : 0x62
      }
      for start in 0...length {
        let expected = bytes[start...].firstIndex(where: example.isLookedFor) ?? length
        let found = scan.next(in: bytes.span, from: start)
        #expect(found == expected)
      }
    }
  }
}
