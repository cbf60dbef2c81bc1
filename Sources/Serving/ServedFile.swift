package import FeedValues

/// A file as clients get it.
package struct ServedFile: Sendable {
  /// The bytes, one after another.
  package let segments: [[UInt8]]
  /// Since when the bytes have been these.
  package let modified: Timestamp
  /// Stands for the bytes.
  let digest: String

  /// A file of `segments` that are as they are since `modified`.
  package init(_ segments: [[UInt8]], modified: Timestamp) {
    self.segments = segments
    self.modified = modified
    digest = Digest(pieces: segments).hexadecimal
  }
}
