/// Names of elements and attributes, compared by their bytes in place and without regard to case.
enum HTMLNames {
  /// The name in lower case as one number; 0 for names of more than 16 bytes, which none that matters
  /// has.
  static func key(_ html: [UInt8], _ range: Range<Int>) -> UInt128 {
    if range.count > 16 { return 0 }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in range {
      let byte = html[index]
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return UInt128(high) << 64 | UInt128(low)
  }

  static func key(_ name: String) -> UInt128 {
    let bytes = Array(name.utf8)
    return key(bytes, bytes.indices)
  }

  /// Whether two stretches of the same length hold the same name.
  static func areEqual(_ html: [UInt8], _ lhs: Range<Int>, _ rhs: Range<Int>) -> Bool {
    guard lhs.count == rhs.count else { return false }
    for (left, right) in zip(lhs, rhs) {
      let (one, other) = (html[left], html[right])
      if one != other {
        guard one ^ other == 0x20, 0x41...0x5A ~= one & 0xDF else { return false }
      }
    }
    return true
  }

  /// ASCII white space as HTML has it: without U+000B.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B
  }

  /// Whether the byte ends the name of a tag or an attribute.
  static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Whether elements are called by names with this byte.
  ///
  /// Browsers take nearly any; a tag such as `<scr<script>` is text here, so that taking something
  /// out can't make a tag of what is left.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

/// What is known of some names, found without hashing whole strings.
struct HTMLNameTable<Value: Sendable>: Sendable {
  private var slots: [(key: UInt128, value: Value)?]

  init(_ entries: [(String, Value)]) {
    slots = Array(repeating: nil, count: 1024)
    for (name, value) in entries {
      let key = HTMLNames.key(name)
      var index = Self.slot(of: key)
      while slots[index] != nil { index = (index + 1) & 1023 }
      slots[index] = (key, value)
    }
  }

  subscript(key: UInt128) -> Value? {
    var index = Self.slot(of: key)
    while let entry = slots[index] {
      if entry.key == key { return entry.value }
      index = (index + 1) & 1023
    }
    return nil
  }

  private static func slot(of key: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
