import FeedModel
import FeedValues
import Testing

@testable import Content

/// What files begin with, as encoders write them.
struct FileHeaderTests {
  private typealias Sample = (name: String, type: String, width: Int, height: Int, hex: String)

  private static let pictures: [Sample] = [
    (
      "PNG", "image/png", 123, 77,
      """
      89504e470d0a1a0a0000000d494844520000007b0000004d
      """
    ),
    (
      "GIF", "image/gif", 123, 77,
      """
      4749463837617b004d00
      """
    ),
    (
      "WebP, lossy", "image/webp", 123, 77,
      """
      52494646620000005745425056503820560000005005009d012a7b004d00
      """
    ),
    (
      "WebP, lossless", "image/webp", 123, 77,
      """
      5249464622000000574542505650384c160000002f7a001300
      """
    ),
    (
      "WebP, extended", "image/webp", 123, 77,
      """
      524946467600000057454250565038580a000000100000007a00004c0000
      """
    ),
    (
      "AVIF", "image/avif", 123, 77,
      """
      00000020667479706176696600000000617669666d6966316d6961664d413142000000eb6d6574610000\
      00000000002168646c72000000000000000070696374000000000000000000000000000000000e706974\
      6d0000000000010000001e696c6f63000000004400000100010000000100000113000000380000002869\
      696e660000000000010000001a696e6665020000000001000061763031436f6c6f72000000006a697072\
      700000004b6970636f0000001469737065000000000000007b0000004d0000001070697869000000
      """
    ),
    (
      "JPEG", "image/jpeg", 123, 77,
      """
      ffd8ffe000104a46494600010100000100010000ffc0001108004d007b03012200021101031101
      """
    ),
    (
      "JPEG, progressive", "image/jpeg", 123, 77,
      """
      ffd8ffe000104a46494600010100000100010000ffc2001108004d007b03012200021101031101
      """
    ),
    (
      "JPEG of a camera held upright", "image/jpeg", 77, 123,
      """
      ffd8ffe000104a46494600010100000100010000ffe100224578696600004d4d002a0000000800010112\
      0003000000010006000000000000ffc0001108004d007b03012200021101031101
      """
    ),
  ]

  @Test(arguments: pictures.indices)
  func `a picture tells its type and size`(index: Int) throws {
    let sample = Self.pictures[index]
    let header = FileHeader(Self.bytes(sample.hex))
    #expect(header.type?.string == sample.type)
    #expect(header.size == Image.Size(width: sample.width, height: sample.height))
    #expect(header.size != nil, "\(sample.name)")
  }

  /// A file that is cut off, or worse, tells less; it never tells something else.
  @Test(arguments: pictures.indices)
  func `a picture that is cut anywhere has its size or none`(index: Int) throws {
    let sample = Self.pictures[index]
    let bytes = Self.bytes(sample.hex)
    let whole = PictureSize.size(of: bytes)
    #expect(PictureSize.size(of: Array(bytes.prefix(9))) == nil)
    for count in bytes.indices {
      let size = PictureSize.size(of: Array(bytes.prefix(count)))
      #expect(size == nil || size == whole)
    }
  }

  @Test(arguments: pictures.indices)
  func `no byte of a picture can be changed so that reading it fails`(index: Int) throws {
    let bytes = Self.bytes(Self.pictures[index].hex)
    for position in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        var changed = bytes
        changed[position] = value
        let size = PictureSize.size(of: changed)
        #expect(size.map { $0.width > 0 && $0.height > 0 } ?? true)
        _ = PictureSize.needsMore(changed)
      }
    }
  }

  @Test func `of the sizes in an AVIF file the largest is the picture's`() throws {
    let small = "0000001469737065000000000000000100000002"
    let large = "0000001469737065000000000000000300000004"
    for sizes in [small + large, large + small] {
      #expect(PictureSize.size(of: Self.avif(sizes)) == Image.Size(width: 3, height: 4))
    }
    // A turn by a quarter: what is told of the size is not what is seen.
    #expect(PictureSize.size(of: Self.avif(large + "0000000969726f7401")) == nil)
    #expect(PictureSize.size(of: Self.avif("")) == nil)
  }

  /// The beginning of an AVIF file with `properties`, each a box in hexadecimal digits.
  private static func avif(_ properties: String) -> [UInt8] {
    func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
      let length = content.count + 8
      return [0, 0, UInt8(length >> 8), UInt8(length & 255)] + Array(type.utf8) + content
    }
    let container = box("ipco", bytes(properties))
    return box("ftyp", Array("avif\0\0\0\0avif".utf8))
      + box("meta", [0, 0, 0, 0] + box("iprp", container))
  }

  @Test(arguments: [
    ("ID3\u{4}", "audio/mpeg"), ("OggS", "audio/ogg"), ("fLaC", "audio/flac"),
    ("RIFF....WAVEfmt ", "audio/wav"), ("....ftypM4A isom", "audio/mp4"),
    ("....ftypisomavc1", "video/mp4"), ("....ftypqt  ", "video/quicktime"),
    ("....ftypmif1heic", "image/heic"), ("%PDF-1.7", "application/pdf"),
    ("PK\u{3}\u{4}..........................mimetypeapplication/epub+zip", "application/epub+zip"),
    ("PK\u{3}\u{4}..........................readme.txt", "application/zip"),
    ("plain text", nil), ("", nil), ("<svg>", nil),
  ])
  func `a file is known by its first bytes`(text: String, type: String?) {
    #expect(FileHeader(Array(text.utf8)).type?.string == type)
  }

  @Test(arguments: [
    ("fffb9064", "audio/mpeg"), ("fff39044", "audio/mpeg"), ("fffbf064", nil), ("ffffffff", nil),
    ("fffe6100", nil), ("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", "video/webm"),
    ("1a45dfa3a34286810142f7810142f2810442f3810842828861747265736b6131", "video/matroska"),
  ])
  func `sound and film without a name in letters are known too`(hex: String, type: String?) {
    #expect(FileHeader(Self.bytes(hex)).type?.string == type)
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }
}
