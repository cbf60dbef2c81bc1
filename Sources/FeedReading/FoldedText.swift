/// Text as a reader shows it, in UTF-8: white space folded, references decoded, comments gone.
///
/// Tags of HTML are kept between two bytes that UTF-8 doesn't have, so that a text that speaks of a
/// tag is not the same as the tag; or they are dropped.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  private var isSpacePending = false

  private static let tagStart: UInt8 = 0xFF
  private static let tagEnd: UInt8 = 0xFE

  /// Plain text: what looks like a tag or a reference is none.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded = FoldedText()
    folded.bytes.reserveCapacity(text.count)
    for byte in text { folded.append(byte) }
    return folded.bytes
  }

  /// HTML, with its tags marked.
  static func html(_ text: ArraySlice<UInt8>) -> [UInt8] { folded(text, keepsTags: true) }

  /// The plain text of HTML: tags gone, references decoded.
  static func plainText(ofHTML text: String) -> String {
    String(decoding: folded(Array(text.utf8)[...], keepsTags: false), as: UTF8.self)
  }

  private static func folded(_ text: ArraySlice<UInt8>, keepsTags: Bool) -> [UInt8] {
    var folded = FoldedText()
    folded.bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "<"):
        guard let end = tagEnd(in: text[index...]) else {
          folded.append(text[index])
          index += 1
          continue
        }
        let tag = text[index..<end]
        index = end
        if tag.dropFirst().first == UInt8(ascii: "!") { continue }
        if keepsTags { folded.append(tag: tag) } else if isBreak(tag) { folded.append(0x20) }
      case UInt8(ascii: "&"):
        if let (scalar, end) = HTMLReference.decode(text[index...]) {
          for byte in String(scalar).utf8 { folded.append(byte) }
          index = end
        } else {
          folded.append(text[index])
          index += 1
        }
      default:
        folded.append(text[index])
        index += 1
      }
    }
    return folded.bytes
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: isSpacePending = true
    default:
      if isSpacePending, !bytes.isEmpty { bytes.append(0x20) }
      isSpacePending = false
      bytes.append(byte)
    }
  }

  private mutating func append(tag: ArraySlice<UInt8>) {
    append(Self.tagStart)
    for byte in tag.dropFirst().dropLast() { append(byte) }
    isSpacePending = false
    append(Self.tagEnd)
  }

  /// The index behind the tag or comment that `text` begins with; nil where its `<` begins none.
  private static func tagEnd(in text: ArraySlice<UInt8>) -> Int? {
    let second = text.startIndex + 1
    guard second < text.endIndex else { return nil }
    switch text[second] {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"): break
    case UInt8(ascii: "!"): return commentEnd(in: text)
    default: return nil
    }
    var quote: UInt8?
    for index in second..<text.endIndex {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"))
        && text[index - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
    }
    // What follows is no tag up to its end either: one look at it is enough.
    return text.endIndex
  }

  private static func commentEnd(in text: ArraySlice<UInt8>) -> Int {
    let isComment = text.dropFirst(2).starts(with: "--".utf8)
    var index = text.startIndex + (isComment ? 4 : 2)
    while index < text.endIndex {
      if text[index] == UInt8(ascii: ">"), !isComment || text[..<index].suffix(2) == [0x2D, 0x2D] {
        return index + 1
      }
      index += 1
    }
    return text.endIndex
  }

  private static func isBreak(_ tag: ArraySlice<UInt8>) -> Bool {
    String(decoding: tag.prefix(3), as: UTF8.self).lowercased() == "<br"
  }
}

/// Titles of feeds whose generator escaped them once too often, or left tags in them.
package enum PlainTitle {
  /// The title with tags of HTML gone and references decoded.
  package static func decoded(_ title: String) -> String { FoldedText.plainText(ofHTML: title) }
}
