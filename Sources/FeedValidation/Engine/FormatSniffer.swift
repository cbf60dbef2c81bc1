/// Tells JSON from XML by a document's first bytes; XML formats are told apart by the root element.
enum FormatSniffer {
  /// Whether a document is JSON; nil where it begins like neither JSON nor XML.
  static func isJSON(_ segments: [[UInt8]]) -> Bool? {
    var zeros = 0
    for byte in segments.lazy.joined() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
      // The other half of a UTF-16 character.
      case 0x00 where zeros < 2: zeros += 1
      case UInt8(ascii: "<"): return false
      default: return "{[\"/".utf8.contains(byte) ? true : nil
      }
    }
    return nil
  }
}
