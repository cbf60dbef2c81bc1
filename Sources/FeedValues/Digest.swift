/// 128 bits that stand for values of any length where only their sameness matters.
///
/// Two FNV-1a hashes with different bases: values that differ and have the same digest don't come up by
/// chance. Who makes some on purpose gains nothing by it.
package struct Digest: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The digest of two values side by side.
  package init(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    func take(_ byte: UInt8) {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
    }
    for byte in one { take(byte) }
    // No byte of UTF-8: what ends one value and begins the other can't be taken for part of them.
    take(0xFD)
    for byte in other { take(byte) }
    self.first = first
    self.second = second
  }

  /// The digest of a value that is in pieces: the same however it is cut.
  package init(pieces: [[UInt8]]) {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    for piece in pieces {
      let span = piece.span
      for index in span.indices {
        first = (first ^ UInt64(span[index])) &* 0x100_0000_01B3
        second = (second ^ UInt64(span[index])) &* 0xD6E8_FEB8_6659_FD93
      }
    }
    self.first = first
    self.second = second
  }

  /// The digest in 32 hexadecimal digits.
  package var hexadecimal: String {
    [first, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
