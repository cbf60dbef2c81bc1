/// 64 bits that stand for a text in the ledger: the same on every machine and in every version.
///
/// Eight bytes at a time are taken as a number, the lowest first, mixed in by exclusive or and one
/// multiplication; the length comes last. It tells apart what people write, not what is made to
/// collide.
struct Fingerprint: Hashable, Sendable {
  let bits: UInt64

  /// The fingerprint of `bytes`.
  init(of bytes: ArraySlice<UInt8>) { self.init(of: bytes.span) }

  /// The fingerprint of the UTF-8 of `text`.
  init(of text: String) { self.init(of: text.utf8.span) }

  private init(of span: Span<UInt8>) {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= span.count {
      // The load checks the bounds; any bytes are a number.
      let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = Self.mixed(hash, UInt64(littleEndian: word))
      index += 8
    }
    var rest: UInt64 = 0
    while index < span.count {
      rest = rest << 8 | UInt64(span[index])
      index += 1
    }
    bits = Self.mixed(Self.mixed(hash, rest), UInt64(span.count))
  }

  /// The fingerprint that is written as `digits`; nil for what is none.
  init?(digits: ArraySlice<UInt8>) {
    guard digits.count == 16 else { return nil }
    var bits: UInt64 = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: bits = bits << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: bits = bits << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    self.bits = bits
  }

  /// Sixteen hexadecimal digits in small letters.
  var text: String { String(decoding: digits, as: UTF8.self) }

  /// The same as bytes.
  var digits: [UInt8] {
    (0..<16).map { place in
      let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
      return digit < 10 ? 0x30 + digit : 0x57 + digit
    }
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low ^ (hash << 1 | hash >> 63)
  }
}
