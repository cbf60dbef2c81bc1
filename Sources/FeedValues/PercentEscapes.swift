/// Bytes with everything percent-escaped that a URL can't hold as it is: spaces, control
/// characters, `"<>\^`{|}`, bytes beyond ASCII, and a `%` that begins no escape.
///
/// Escapes that are there already stay as they are: `%C3%A9` is not escaped again.
func percentEscaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  if !unwritten.isIn(bytes.span) { return Array(bytes) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  for index in bytes.indices {
    let byte = bytes[index]
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"):
      appendPercentEscape(of: byte, to: &result)
    case UInt8(ascii: "%") where !isPercentEscape(bytes[index...]):
      appendPercentEscape(of: byte, to: &result)
    default: result.append(byte)
    }
  }
  return result
}

/// Bytes that a URL can't hold or, as `%`, not everywhere; and `~`, which it can.
let unwritten = ByteScan("<>\"\\^`%", outside: 0x21...0x7A)

/// Whether the bytes begin with `%` and two hexadecimal digits.
func isPercentEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard bytes.count >= 3, bytes.first == UInt8(ascii: "%") else { return false }
  return bytes.dropFirst().prefix(2).allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}

func appendPercentEscape(of byte: UInt8, to bytes: inout [UInt8]) {
  let digits = Array("0123456789ABCDEF".utf8)
  bytes.append(UInt8(ascii: "%"))
  bytes.append(digits[Int(byte >> 4)])
  bytes.append(digits[Int(byte & 15)])
}
