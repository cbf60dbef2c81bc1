/// A search through bytes, sixteen at a time.
///
/// What is looked for are a few bytes, and all those outside of a range: the marks of a language and
/// control characters, say, or whatever is not plain ASCII. It finds what a loop over the bytes would.
/// Make it once, in a `static let`: it is a table of 200 bytes.
package struct ByteScan: Sendable {
  /// How many bytes can be looked for one by one.
  package static let mostNeedles = 8

  private typealias Block = SIMD16<UInt8>
  private static let width = 16

  private let least: Block
  private let greatest: Block
  /// What is looked for, repeated where it is fewer.
  private let needles: InlineArray<8, Block>
  /// Whether they are at most four.
  private let isShort: Bool
  private let isEmpty: Bool
  /// A bit for each byte that is looked for.
  private let members: InlineArray<4, UInt64>

  /// A search for each byte of `needles`, at most eight, and for all bytes that `range` does not hold.
  package init(_ needles: String = "", outside range: ClosedRange<UInt8> = 0...255) {
    self.init(Array(needles.utf8), outside: range)
  }

  /// A search for each of `needles`, at most eight, and for all bytes that `range` does not hold.
  package init(_ needles: [UInt8], outside range: ClosedRange<UInt8> = 0...255) {
    precondition(needles.count <= Self.mostNeedles, "more bytes than can be looked for")
    least = Block(repeating: range.lowerBound)
    greatest = Block(repeating: range.upperBound)
    var members = InlineArray<4, UInt64>(repeating: 0)
    for byte in UInt8.min...UInt8.max where !range.contains(byte) || needles.contains(byte) {
      members[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }
    self.members = members
    // Without needles the slots hold a byte that the range leaves out. Where it leaves none out
    // nothing is looked for, and no block is looked at.
    let spare = needles.first ?? (range.lowerBound > 0 ? 0 : 255)
    self.needles = InlineArray { Block(repeating: $0 < needles.count ? needles[$0] : spare) }
    isShort = needles.count <= 4
    isEmpty = needles.isEmpty && range == 0...255
  }

  /// Whether `byte` is looked for.
  package func contains(_ byte: UInt8) -> Bool {
    members[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0
  }

  /// The first place from `start` on that holds one of the bytes; the number of `bytes` where none does.
  package func next(in bytes: borrowing Span<UInt8>, from start: Int = 0) -> Int {
    if isEmpty { return bytes.count }
    var index = start
    // Whether there are many is asked once, not for each block.
    if isShort {
      while bytes.count &- index >= Self.width {
        let place = Self.first(in: lanes(Self.block(in: bytes, at: index)))
        if place < Self.width { return index &+ place }
        index &+= Self.width
      }
    } else {
      while bytes.count &- index >= Self.width {
        let block = Self.block(in: bytes, at: index)
        let place = Self.first(in: lanes(block) .| furtherLanes(block))
        if place < Self.width { return index &+ place }
        index &+= Self.width
      }
    }
    while index < bytes.count, !contains(bytes[index]) { index &+= 1 }
    return index
  }

  /// Whether one of the bytes stands in `bytes`.
  package func isIn(_ bytes: borrowing Span<UInt8>) -> Bool { next(in: bytes) < bytes.count }

  @inline(__always)
  private static func block(in bytes: borrowing Span<UInt8>, at index: Int) -> Block {
    // The load checks the bounds; any bytes are a block.
    unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: Block.self)
  }

  /// Which bytes of a block are outside of the range, or one of the first four.
  @inline(__always)
  private func lanes(_ block: Block) -> SIMDMask<SIMD16<Int8>> {
    (block .< least) .| (block .> greatest) .| (block .== needles[0]) .| (block .== needles[1])
      .| (block .== needles[2]) .| (block .== needles[3])
  }

  /// Which are one of the other four.
  @inline(__always)
  private func furtherLanes(_ block: Block) -> SIMDMask<SIMD16<Int8>> {
    (block .== needles[4]) .| (block .== needles[5]) .| (block .== needles[6])
      .| (block .== needles[7])
  }

  /// The first lane that is set; 16 where none is.
  private static func first(in lanes: SIMDMask<SIMD16<Int8>>) -> Int {
    // A mask has all bits of a lane set, or none.
    let halves = unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    if halves[0] | halves[1] == 0 { return width }
    let low = UInt64(littleEndian: halves[0])
    if low != 0 { return low.trailingZeroBitCount / 8 }
    return 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8
  }
}
