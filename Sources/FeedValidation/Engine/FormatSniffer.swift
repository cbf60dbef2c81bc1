/// Tells JSON from XML by a document's first bytes; XML formats are told apart by the root element.
enum FormatSniffer {
  /// Whether a document is JSON; nil where it begins like neither JSON nor XML.
  static func isJSON(_ source: ChunkSource) -> Bool? {
    var zeros = 0
    var number = 0
    while let chunk = source.peek(number) {
      for byte in chunk {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
        // The other parts of a character in UTF-16 or UTF-32.
        case 0x00 where zeros < 6: zeros += 1
        case UInt8(ascii: "<"): return false
        default: return "{[\"/".utf8.contains(byte) ? true : nil
        }
      }
      number += 1
    }
    return nil
  }
}

/// A document's chunks, the first of which can be looked at before they are taken.
final class ChunkSource {
  private let upstream: () -> [UInt8]?
  /// The chunks that were looked at; those before `taken` are gone.
  private var seen: [[UInt8]] = []
  private var taken = 0
  private var seenBytes = 0

  /// More than this is not looked at.
  private static let most = 1 << 20

  init(_ upstream: @escaping () -> [UInt8]?) {
    self.upstream = upstream
  }

  /// The chunk with `number`, counted from 0; nil behind the end and where that is too far off.
  func peek(_ number: Int) -> [UInt8]? {
    while seen.count <= number {
      guard seenBytes < Self.most, let chunk = upstream() else { return nil }
      seen.append(chunk)
      seenBytes += chunk.count
    }
    return seen[number]
  }

  /// The next chunk; nil at the end.
  func next() -> [UInt8]? {
    guard taken < seen.count else { return upstream() }
    defer {
      seen[taken] = []
      taken += 1
    }
    return seen[taken]
  }
}
