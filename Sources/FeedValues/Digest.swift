/// 128 bits that stand for values of any length where only their sameness matters.
///
/// Two chains of multiplications whose halves are folded, with different bases: values that differ and
/// have the same digest don't come up by chance. Who makes some on purpose gains nothing by it.
package struct Digest: Hashable, Sendable {
  private var first: UInt64 = 0xCBF2_9CE4_8422_2325
  private var second: UInt64 = 0x6A09_E667_F3BC_C908

  /// The digest of a value.
  package init(_ value: ArraySlice<UInt8>) { take(value) }

  /// The digest of two values side by side.
  package init(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) {
    take(one)
    take(other)
  }

  /// The digest of a value that is in pieces: the same however it is cut.
  package init(pieces: [[UInt8]]) { self.init(Array(pieces.joined())[...]) }

  /// The digest of nothing, for values that come one by one.
  package init() {}

  /// Takes up one more value.
  package mutating func append(_ value: ArraySlice<UInt8>) { take(value) }

  /// Takes up one more text.
  package mutating func append(_ text: String) { take(Array(text.utf8)[...]) }

  /// Takes up what stands for one more value.
  package mutating func append(_ other: Digest) {
    take(other.first)
    take(other.second)
  }

  /// The same on every run on a machine of this kind: 32 hexadecimal digits.
  package var hexadecimal: String {
    [first, second].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    .joined()
  }

  /// Takes up a value and its length, so that what ends one value and begins the next can't be taken for
  /// part of the other.
  private mutating func take(_ value: ArraySlice<UInt8>) {
    let span = value.span
    var index = 0
    while index + 8 <= span.count {
      take(unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < span.count {
      rest = rest << 8 | UInt64(span[index])
      index += 1
    }
    take(rest)
    take(UInt64(span.count))
  }

  private mutating func take(_ word: UInt64) {
    first = Self.fold((first ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15))
    second = Self.fold((second ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93))
  }

  private static func fold(_ product: (high: UInt64, low: UInt64)) -> UInt64 {
    product.high ^ product.low
  }
}
