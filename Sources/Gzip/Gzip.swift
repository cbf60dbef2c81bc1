internal import CZLib

/// Bytes as a gzip file: RFC 1952, <https://www.rfc-editor.org/rfc/rfc1952>.
package enum Gzip {
  /// The bytes compressed: the same for the same input, as neither name nor time are in it.
  ///
  /// - Parameter bytes: At most 4 GB.
  /// - Returns: A gzip file; nil where memory doesn't suffice or the bytes are too many.
  package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: Int(feedsetter_gzip_bound(UInt(bytes.count))))
    let count = feedsetter_gzip(bytes, UInt(bytes.count), &room, UInt(room.count))
    guard count >= 0 else { return nil }
    room.removeLast(room.count - count)
    return room
  }
}
