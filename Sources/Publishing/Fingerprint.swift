/// 64 bits that stand for a text in the ledger: the same on every machine and in every version.
///
/// Eight bytes at a time are taken as a number, the lowest first, mixed in by exclusive or and one
/// multiplication; the length comes last. It tells apart what people write, not what is made to
/// collide.
struct Fingerprint: Hashable, Sendable {
  let bits: UInt64

  /// The fingerprint of `bytes`.
  init(of bytes: ArraySlice<UInt8>) {
    let span = bytes.span
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= span.count {
      var word: UInt64 = 0
      for byte in 0..<8 { word |= UInt64(span[index + byte]) << UInt64(8 * byte) }
      hash = Self.mixed(hash, word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < span.count {
      rest = rest << 8 | UInt64(span[index])
      index += 1
    }
    bits = Self.mixed(Self.mixed(hash, rest), UInt64(span.count))
  }

  /// The fingerprint that is written as `text`; nil for what is none.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ Self.isDigit($0) }),
      let bits = UInt64(text, radix: 16)
    else { return nil }
    self.bits = bits
  }

  /// Sixteen hexadecimal digits in small letters.
  var text: String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x66 ~= byte }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low ^ (hash << 1 | hash >> 63)
  }
}
