internal import CLibXML2

/// The text since the last tag, as the parser hands it over in small pieces: one for each entity.
///
/// It lies outside of any object and is reached by its address, which is what the parser passes to
/// the callbacks: reference counts and access checks for each piece cost more than the parsing.
struct TextRun {
  /// Alive as long as the parser runs.
  let session: Unmanaged<ParserSession>
  var parser: xmlParserCtxtPtr?
  /// Where the last callback's part of the document ended; the next one's begins there.
  var eventEnd = 0
  /// Where the first character stands that is not white space; -1 where there is none.
  var inkOffset = -1
  private(set) var count = 0
  private var capacity = 0
  private var bytes: UnsafeMutablePointer<UInt8>?

  /// More text in one element than this is refused.
  static let longest = 16 << 20
  /// More text than this is given to the tree without waiting for its end.
  private static let part = 1 << 16
  /// How much of the text has been given to the tree.
  private var given = 0

  /// Whether there is so much text that it should be taken.
  var isFull: Bool { count > Self.part }
  var isTooLong: Bool { given + count > Self.longest }

  init(session: Unmanaged<ParserSession>) {
    self.session = session
  }

  /// Takes up a piece of text, in front of which `opening` bytes of markup stand.
  mutating func append(_ piece: UnsafePointer<xmlChar>?, _ length: Int, openedBy opening: Int = 0) {
    guard let piece, length > 0 else { return }
    if inkOffset < 0 {
      var blanks = 0
      while blanks < length, piece[blanks].isXMLSpace { blanks += 1 }
      if blanks < length { inkOffset = eventEnd + opening + blanks }
    }
    if count + length > capacity { grow(to: count + length) }
    bytes.map { $0 + count }?.update(from: piece, count: length)
    count += length
    eventEnd = feedsetter_xml_offset(parser)
  }

  /// The text so far, for as long as `body` runs; then there is none.
  ///
  /// - Parameters:
  ///   - isWhole: Whether the element's text ends here.
  ///   - body: Gets the text.
  mutating func take(isWhole: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: bytes, count: count))
    given = isWhole ? 0 : given + count
    count = 0
    inkOffset = -1
  }

  mutating func free() {
    bytes?.deallocate()
    (bytes, count, capacity) = (nil, 0, 0)
  }

  private mutating func grow(to needed: Int) {
    let larger = max(4096, 2 * capacity, needed)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    if let bytes { fresh.update(from: bytes, count: count) }
    bytes?.deallocate()
    (bytes, capacity) = (fresh, larger)
  }
}
