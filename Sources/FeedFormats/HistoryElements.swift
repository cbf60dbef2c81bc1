internal import FeedModel

/// The elements of RFC 5005, which RSS and Atom share.
///
/// See <https://www.rfc-editor.org/rfc/rfc5005#section-2>.
enum HistoryElements {
  /// The namespace, declared where it is used.
  static let declaration = ("xmlns:fh", "http://purl.org/syndication/history/1.0")
}

extension XMLWriter {
  /// Writes what a document says of itself and its feed's history.
  mutating func write(_ history: FeedHistory) {
    switch history {
    case .unknown, .subscription: break
    case .complete: empty("fh:complete", [])
    case .archive: empty("fh:archive", [])
    }
  }
}
