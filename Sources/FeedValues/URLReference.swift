/// The five components of a URI reference (RFC 3986), as ranges of its bytes.
///
/// Any bytes have such components: whether they are legal is asked by `AbsoluteURL`. See
/// <https://www.rfc-editor.org/rfc/rfc3986#appendix-B>.
struct URLReference {
  let bytes: ArraySlice<UInt8>
  /// Without the colon; nil for a relative reference.
  let scheme: Range<Int>?
  /// Without the two slashes.
  let authority: Range<Int>?
  let path: Range<Int>
  /// Without the question mark.
  let query: Range<Int>?
  /// Without the hash.
  let fragment: Range<Int>?

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var rest = bytes.startIndex
    var end = bytes.endIndex
    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
      fragment = hash + 1..<end
      end = hash
    } else {
      fragment = nil
    }
    if let mark = bytes[..<end].firstIndex(of: UInt8(ascii: "?")) {
      query = mark + 1..<end
      end = mark
    } else {
      query = nil
    }
    if let schemeEnd = Self.schemeEnd(bytes[rest..<end]) {
      scheme = rest..<schemeEnd
      rest = schemeEnd + 1
    } else {
      scheme = nil
    }
    if end - rest >= 2, bytes[rest] == UInt8(ascii: "/"), bytes[rest + 1] == UInt8(ascii: "/") {
      let start = rest + 2
      let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
      authority = start..<stop
      rest = stop
    } else {
      authority = nil
    }
    path = rest..<end
  }

  /// The index of the colon that ends a scheme; nil where the bytes begin with none.
  private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, 0x41...0x5A ~= first & 0xDF else { return nil }
    for index in bytes.indices {
      switch bytes[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        continue
      case UInt8(ascii: ":"): return index
      default: return nil
      }
    }
    return nil
  }
}
