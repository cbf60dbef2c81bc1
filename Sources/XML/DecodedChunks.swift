/// A document's chunks in UTF-8, whatever encoding they came in.
package final class DecodedChunks {
  /// The encoding of the bytes, apart from what the document declares: UTF-8, UTF-16 or UTF-32.
  package var family: String { encoding.family }
  /// Whether the document begins with a byte-order mark, which `next` leaves out.
  package var hasMark: Bool { encoding.hasMark }

  /// How the chunks are read.
  let encoding: DocumentEncoding
  private let upstream: () -> [UInt8]?
  /// The chunks that the encoding was found by.
  private var head: [[UInt8]]
  private var isAtEnd = false
  /// How many bytes of a byte-order mark are still to come.
  private var markLeft: Int

  /// The chunks that `upstream` gives until nil; some of them are taken at once.
  package init(_ upstream: @escaping () -> [UInt8]?) {
    var head: [[UInt8]] = []
    var length = 0
    while length < DocumentEncoding.headLength, let chunk = upstream() {
      head.append(chunk)
      length += chunk.count
    }
    encoding = DocumentEncoding(
      head: Array(head.lazy.joined().prefix(DocumentEncoding.headLength)))
    head.reverse()
    self.head = head
    self.upstream = upstream
    markLeft = encoding.hasMark ? 3 : 0
  }

  /// The next bytes of the document in UTF-8; nil at the end.
  package func next() -> [UInt8]? {
    guard let text = nextText() else { return nil }
    guard markLeft > 0 else { return text }
    let dropped = min(markLeft, text.count)
    markLeft -= dropped
    return Array(text.dropFirst(dropped))
  }

  private func nextText() -> [UInt8]? {
    guard let transcoder = encoding.transcoder else { return head.popLast() ?? upstream() }
    guard !isAtEnd else { return nil }
    let chunk = head.popLast() ?? upstream()
    isAtEnd = chunk == nil
    let text = transcoder.decode(chunk ?? [], isLast: isAtEnd)
    guard text.last == Transcoder.noText else { return text }
    // The parser objects to that byte where it stands. The spaces keep it from taking it for a
    // character that was cut off.
    isAtEnd = true
    return text + [0x20, 0x20, 0x20, 0x20]
  }
}
