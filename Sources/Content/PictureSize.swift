internal import FeedModel

/// Reads the size of a picture off its first bytes: PNG, JPEG, GIF, WebP and AVIF.
enum PictureSize {
  /// The size; nil for other files, and where the bytes end before it.
  static func size(of bytes: [UInt8]) -> Image.Size? {
    let data = Data(bytes: bytes)
    if data.has("PNG\r\n", at: 1), data.has("IHDR", at: 12) {
      return size(data.bigEndian(at: 16, count: 4), data.bigEndian(at: 20, count: 4))
    }
    if data.has("GIF8", at: 0) {
      return size(data.littleEndian(at: 6, count: 2), data.littleEndian(at: 8, count: 2))
    }
    if data.has("RIFF", at: 0), data.has("WEBP", at: 8) { return webP(data) }
    if data.has("ftypavif", at: 4) || data.has("ftypavis", at: 4) { return avif(data) }
    if bytes.starts(with: [0xFF, 0xD8]) {
      if case .size(let size) = jpeg(data) { return size }
    }
    return nil
  }

  /// Whether the size may stand behind the bytes, which are the beginning of a file.
  static func needsMore(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
    if case .further = jpeg(Data(bytes: bytes)) { return true }
    return false
  }

  private static func size(_ width: Int?, _ height: Int?) -> Image.Size? {
    guard let width, let height else { return nil }
    return Image.Size(width: width, height: height)
  }

  private enum Search {
    case size(Image.Size?)
    /// Behind the bytes that are there.
    case further
  }

  /// Goes from segment to segment up to the one that begins a frame (ITU T.81 annex B).
  private static func jpeg(_ data: Data) -> Search {
    var position = 2
    var isTurned = false
    while true {
      while data.byte(at: position) == 0xFF, data.byte(at: position + 1) == 0xFF { position += 1 }
      guard let fill = data.byte(at: position), let marker = data.byte(at: position + 1) else {
        return .further
      }
      guard fill == 0xFF else { return .size(nil) }
      if 0xD0...0xD8 ~= marker || marker == 0x01 {
        position += 2
        continue
      }
      // Where the picture's data begin no frame can follow.
      if marker == 0xD9 || marker == 0xDA { return .size(nil) }
      guard let length = data.bigEndian(at: position + 2, count: 2) else { return .further }
      guard length >= 2 else { return .size(nil) }
      let content = position + 4
      if 0xC0...0xCF ~= marker, ![0xC4, 0xC8, 0xCC].contains(marker) {
        guard let height = data.bigEndian(at: content + 1, count: 2),
          let width = data.bigEndian(at: content + 3, count: 2)
        else { return .further }
        return .size(isTurned ? size(height, width) : size(width, height))
      }
      if marker == 0xE1, data.has("Exif\0\0", at: content) {
        isTurned = Self.isTurned(data, tiff: content + 6, end: position + 2 + length)
      }
      position += 2 + length
    }
  }

  /// Whether a camera was held upright, so that viewers turn the picture by a quarter (Exif 2.3, tag
  /// 274).
  private static func isTurned(_ data: Data, tiff: Int, end: Int) -> Bool {
    let isLittle = data.has("II", at: tiff)
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard tiff + offset + count <= end else { return nil }
      return isLittle
        ? data.littleEndian(at: tiff + offset, count: count)
        : data.bigEndian(at: tiff + offset, count: count)
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return false }
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = number(entry, 2) else { return false }
      if tag == 274 { return number(entry + 8, 2).map { 5...8 ~= $0 } ?? false }
    }
    return false
  }

  /// See <https://developers.google.com/speed/webp/docs/riff_container>.
  private static func webP(_ data: Data) -> Image.Size? {
    if data.has("VP8X", at: 12) {
      return size(
        data.littleEndian(at: 24, count: 3).map { $0 + 1 },
        data.littleEndian(at: 27, count: 3).map { $0 + 1 })
    }
    if data.has("VP8L", at: 12) {
      return data.littleEndian(at: 21, count: 4).flatMap {
        size($0 & 0x3FFF + 1, $0 >> 14 & 0x3FFF + 1)
      }
    }
    guard data.has("VP8 ", at: 12) else { return nil }
    return size(
      data.littleEndian(at: 26, count: 2).map { $0 & 0x3FFF },
      data.littleEndian(at: 28, count: 2).map { $0 & 0x3FFF })
  }

  /// The largest of the sizes among the properties of items (ISO 23008-12 section 6.5.3).
  ///
  /// That is the size of the whole where there are tiles. Nothing for a picture that is to be turned.
  private static func avif(_ data: Data) -> Image.Size? {
    guard let meta = data.box("meta", in: 0..<data.bytes.count),
      let properties = data.box("iprp", in: meta.dropFirst(4)),
      let container = data.box("ipco", in: properties),
      data.box("irot", in: container) == nil
    else { return nil }
    var sizes: [Image.Size] = []
    var rest = container
    while let box = data.box("ispe", in: rest) {
      if let size = size(
        data.bigEndian(at: box.lowerBound + 4, count: 4),
        data.bigEndian(at: box.lowerBound + 8, count: 4))
      {
        sizes.append(size)
      }
      rest = box.upperBound..<container.upperBound
    }
    return sizes.max { ($0.width, $0.height) < ($1.width, $1.height) }
  }

  /// Bytes that may end anywhere.
  private struct Data {
    let bytes: [UInt8]

    func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    func has(_ text: String, at offset: Int) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }

    func bigEndian(at offset: Int, count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func littleEndian(at offset: Int, count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// What is in the first box of a type that stands in `range` (ISO 14496-12 section 4.2).
    func box(_ type: String, in range: Range<Int>) -> Range<Int>? {
      var position = range.lowerBound
      while let length = bigEndian(at: position, count: 4), length >= 8 {
        let end = min(position + length, range.upperBound)
        guard position + 8 <= end else { return nil }
        if has(type, at: position + 4) { return position + 8..<end }
        position = end
      }
      return nil
    }
  }
}
