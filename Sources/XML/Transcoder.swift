internal import CLibXML2

/// Turns text in some encoding into UTF-8, chunk by chunk, as libxml2 knows encodings.
package final class Transcoder {
  /// No byte of UTF-8: stands where the bytes are no text in the encoding.
  package static let noText: UInt8 = 0xFF

  private let handler: xmlCharEncodingHandlerPtr
  private let input: xmlBufferPtr
  private let output: xmlBufferPtr
  private var isBroken = false

  /// A transcoder from the encoding called `name`; nil where libxml2 knows none of that name.
  package init?(from name: String) {
    guard XMLLibrary.isReady, let handler = feedsetter_xml_encoding(name) else { return nil }
    guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else { return nil }
    self.handler = handler
    self.input = input
    self.output = output
  }

  deinit {
    xmlCharEncCloseFunc(handler)
    xmlBufferFree(input)
    xmlBufferFree(output)
  }

  /// The text of the next bytes, as far as they end whole characters.
  ///
  /// Ends with `noText` where the bytes are no text; nothing comes after that.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that follow those given before.
  ///   - isLast: Whether no others follow.
  /// - Returns: The text in UTF-8.
  package func decode(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    if isBroken { return [] }
    var text: [UInt8] = []
    // In pieces, so that the buffers stay small whatever the chunk.
    for start in stride(from: 0, to: max(bytes.count, 1), by: Self.piece) {
      let end = min(start + Self.piece, bytes.count)
      bytes[start..<end].withUnsafeBufferPointer {
        _ = xmlBufferAdd(input, $0.baseAddress, Int32($0.count))
      }
      decodePiece(into: &text, isLast: isLast && end == bytes.count)
      if isBroken { break }
    }
    return text
  }

  private static let piece = 1 << 15
  /// More bytes than any encoding needs for one character: if they yield nothing, they never will.
  private static let longestCharacter: UInt32 = 16

  private func decodePiece(into text: inout [UInt8], isLast: Bool) {
    var left = input.pointee.use
    while left > 0 {
      feedsetter_xml_decode(handler, output, input)
      let count = Int(output.pointee.use)
      text.append(contentsOf: UnsafeBufferPointer(start: output.pointee.content, count: count))
      xmlBufferEmpty(output)
      if input.pointee.use == left && count == 0 {
        isBroken = isLast || left >= Self.longestCharacter
        if isBroken { text.append(Self.noText) }
        return
      }
      left = input.pointee.use
    }
  }
}
