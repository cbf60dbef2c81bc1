internal import Diagnostics
internal import FeedValues

/// Reads feeds of any generator from their bytes: RSS 0.9x, 1.0 and 2.0, Atom 1.0, JSON Feed 1 and 1.1.
///
/// What is wrong with a feed is only minded where nothing can be read: a missing guid, a broken date
/// or a prefix that nobody declared are for a validator to tell. The bounds are those of the parsers;
/// nothing but the bytes is read.
package struct FeedReader: Sendable {
  /// More items than this are refused.
  static let mostItems = 1_000_000

  /// A reader.
  package init() {}

  /// What the document in `segments` shows; they are never joined.
  ///
  /// - Throws: `FeedFault` where the document is no feed, or ends in the middle.
  package func read(_ segments: [[UInt8]]) throws(FeedFault) -> FeedSnapshot {
    switch Self.firstByte(of: segments) {
    case UInt8(ascii: "<"):
      return try XMLFeedReading().read(Self.withoutLeadingSpace(segments))
    case UInt8(ascii: "{"):
      return try JSONFeedReading().read(segments)
    case nil:
      throw FeedFault(position: .start, message: "the document is empty")
    default:
      throw FeedFault(position: .start, message: "the document begins like no feed")
    }
  }

  /// The first byte that is neither white space nor part of a byte-order mark or of a wide character.
  private static func firstByte(of segments: [[UInt8]]) -> UInt8? {
    for segment in segments {
      for byte in segment {
        switch byte {
        case 0x00, 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: continue
        default: return byte
        }
      }
    }
    return nil
  }

  /// The document without the empty lines that themes and plug-ins put before an XML declaration, and
  /// that XML forbids there.
  private static func withoutLeadingSpace(_ segments: [[UInt8]]) -> [[UInt8]] {
    guard var first = segments.first, let byte = first.first, byte.isSpace else { return segments }
    first.removeFirst(first.prefix { $0.isSpace }.count)
    return [first] + segments.dropFirst()
  }
}

/// An item as it was read, its link still as it is written.
struct RawItem {
  let item: FeedSnapshot.Item
  /// The `xml:base` that the item itself names.
  let base: String?

  /// The item with its link resolved against its base and that of the feed.
  func resolved(against feedBase: AbsoluteURL?) -> FeedSnapshot.Item {
    let itemBase = base.flatMap { Self.resolve($0, against: feedBase) }.flatMap(Self.absolute)
    return item.with(link: item.link.map { Self.resolve($0, against: itemBase ?? feedBase) ?? $0 })
  }

  /// What `reference` means seen from `base`; nil where it is relative and there is no base.
  static func resolve(_ reference: String, against base: AbsoluteURL?) -> String? {
    if ReferenceResolver.isAbsolute(Array(reference.utf8)[...]) { return reference }
    guard let base else { return nil }
    return (try? base.resolving(reference))?.string
  }

  static func absolute(_ text: String) -> AbsoluteURL? { try? AbsoluteURL(text) }
}

extension UInt8 {
  /// Whether it is a space, tab or line break.
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension String {
  /// The text without white space around it; nil where nothing is left.
  var trimmed: String? {
    var bytes = Array(utf8)[...]
    while bytes.first?.isSpace == true { bytes.removeFirst() }
    while bytes.last?.isSpace == true { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
