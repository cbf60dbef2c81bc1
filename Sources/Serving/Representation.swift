internal import FeedValues

/// The bytes of a file as they are served.
struct Representation {
  let mediaType: String
  let bytes: [UInt8]
  let modified: Timestamp
  /// Stands for the bytes.
  let digest: String

  /// Below how many bytes compressing gains nothing.
  private static let fewestToCompress = 256

  /// A file; pages learn of changes, and say what the last build found.
  init(_ path: String, _ file: ServedFile, in folder: ServedFolder) {
    let name = path.split(separator: "/").last ?? ""
    mediaType = ServedType.mediaType(of: name)
    let bytes = file.segments.count == 1 ? file.segments[0] : Array(file.segments.joined())
    if mediaType == ServedType.html {
      self.bytes = PreviewPages.live(bytes, in: folder)
      modified = folder.changed
      digest = Digest(pieces: [self.bytes]).hexadecimal
    } else {
      self.bytes = bytes
      modified = file.modified
      digest = file.digest
    }
  }

  /// A page that no file holds.
  init(page: String, in folder: ServedFolder) {
    mediaType = ServedType.html
    bytes = PreviewPages.live(Array(page.utf8), in: folder)
    modified = folder.changed
    digest = Digest(pieces: [bytes]).hexadecimal
  }

  func isCompressible(allowsIdentity: Bool) -> Bool {
    !allowsIdentity
      || ServedType.isCompressible(mediaType) && bytes.count >= Self.fewestToCompress
  }
}
