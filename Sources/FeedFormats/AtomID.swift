internal import FeedValues

/// Ids of entries as Atom takes them: RSS and JSON Feed allow any text, Atom IRIs alone.
///
/// See <https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6>.
enum AtomID {
  /// The id itself where it is an IRI; else a UUID that is made of it, the same for all time.
  ///
  /// Such ids come from feeds of other programs, which had no Atom feed with them: their subscribers
  /// know the text that stands in RSS, and nobody knows another one for Atom.
  static func iri(for id: String) -> String {
    if id.isEmpty || (try? AbsoluteURL(id)) != nil { return id }
    // Two FNV-1a hashes; version 8 of RFC 9562 section 5.8 leaves the making of the bits to us.
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in id.utf8 {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
    }
    first = first & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    second = second & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array(hexadecimal(first) + hexadecimal(second))
    let groups = [digits[..<8], digits[8..<12], digits[12..<16], digits[16..<20], digits[20...]]
    return "urn:uuid:" + groups.map { String($0) }.joined(separator: "-")
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
