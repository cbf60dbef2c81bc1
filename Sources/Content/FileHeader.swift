internal import FeedModel
internal import FeedValues
internal import FileSystem

/// What the first bytes of a file tell of it, whatever it is called.
struct FileHeader: Hashable, Sendable {
  /// How many bytes are read at most: a photograph may begin with much about its camera.
  private static let limit = 1 << 20

  /// The media type; nil for what is not known.
  let type: MediaType?
  /// The size of a picture; nil for others, and where it isn't told.
  let size: Image.Size?

  /// Reads the beginning of `file`.
  ///
  /// - Throws: `FileError` where it can't be read.
  init(of file: LocalFile) throws(FileError) {
    let chunks = try FileChunks(file.path)
    var bytes: [UInt8] = []
    repeat {
      guard let chunk = try chunks.next() else { break }
      bytes += chunk
    } while PictureSize.needsMore(bytes) && bytes.count < Self.limit
    self.init(bytes)
  }

  /// Looks at the bytes that a file begins with.
  init(_ bytes: [UInt8]) {
    type = Self.typeName(of: bytes).flatMap { try? MediaType($0) }
    size = PictureSize.size(of: bytes)
  }

  private static func typeName(of bytes: [UInt8]) -> String? {
    func has(_ text: String, at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if has("GIF87a") || has("GIF89a") { return "image/gif" }
    if has("RIFF"), has("WEBP", at: 8) { return "image/webp" }
    if has("RIFF"), has("WAVE", at: 8) { return "audio/wav" }
    if has("ftyp", at: 4) { return typeName(ofBrand: bytes.dropFirst(8).prefix(4)) }
    if has("ID3") { return "audio/mpeg" }
    if has("OggS") { return "audio/ogg" }
    if has("fLaC") { return "audio/flac" }
    if has("%PDF-") { return "application/pdf" }
    if has("PK\u{3}\u{4}") {
      return has("mimetypeapplication/epub+zip", at: 30)
        ? "application/epub+zip" : "application/zip"
    }
    if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
      return bytes.prefix(64).split(separator: 0x82).contains {
        $0.dropFirst().starts(with: "webm".utf8)
      }
        ? "video/webm" : "video/matroska"
    }
    return isMPEGAudio(bytes) ? "audio/mpeg" : nil
  }

  /// The type of a file of the ISO base media format by its brand.
  private static func typeName(ofBrand brand: ArraySlice<UInt8>) -> String {
    switch String(decoding: brand, as: UTF8.self) {
    case "avif", "avis": "image/avif"
    case "heic", "heix", "mif1": "image/heic"
    case "M4A ", "M4B ": "audio/mp4"
    case "qt  ": "video/quicktime"
    default: "video/mp4"
    }
  }

  /// Whether the file begins with a frame of MPEG audio, layer III or II.
  private static func isMPEGAudio(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4, bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0 else { return false }
    let (version, layer) = (bytes[1] >> 3 & 3, bytes[1] >> 1 & 3)
    let (bitRate, sampleRate) = (bytes[2] >> 4, bytes[2] >> 2 & 3)
    return version != 1 && (layer == 1 || layer == 2) && bitRate != 15 && sampleRate != 3
  }
}
