import Testing
import XML

@Suite struct TranscoderTests {
  private func decode(_ chunks: [[UInt8]], from name: String) -> [UInt8]? {
    guard let transcoder = Transcoder(from: name) else { return nil }
    return chunks.flatMap { transcoder.decode($0) } + transcoder.decode([], isLast: true)
  }

  @Test(
    arguments: [
      ("UTF-16LE", [0xE9, 0x00, 0x3C, 0xD8, 0x89, 0xDF], "é🎉"),
      ("UTF-16BE", [0x00, 0xE9, 0xD8, 0x3C, 0xDF, 0x89], "é🎉"),
      ("UTF-32LE", [0x89, 0xF3, 0x01, 0x00], "🎉"),
      ("ISO-8859-1", [0xE9, 0x41], "éA"), ("windows-1252", [0x80, 0xE9], "€é"),
      ("Shift_JIS", [0x93, 0xFA, 0x41], "日A"),
    ] as [(String, [UInt8], String)]
  ) func `text is the same however its bytes are cut`(name: String, bytes: [UInt8], text: String) {
    #expect(decode([bytes], from: name) == Array(text.utf8))
    #expect(decode(bytes.map { [$0] }, from: name) == Array(text.utf8))
  }

  @Test(arguments: ["windows-1252", "UTF-16LE"])
  func `much text is all there`(name: String) {
    let bytes = (0..<200_000).flatMap { _ in name == "UTF-16LE" ? [0xAC, 0x20] : [0x80] as [UInt8] }
    let text = decode([bytes], from: name) ?? []
    #expect(text.count == 600_000)
    #expect(text.suffix(3).elementsEqual("€".utf8))
  }

  @Test(
    arguments: [
      ("UTF-16LE", [0x41, 0x00, 0x42]), ("UTF-16LE", [0x41, 0x00, 0x00, 0xD8]),
      ("UTF-16LE", [0x41, 0x00, 0x00, 0xD8, 0x41, 0x00, 0x41, 0x00]),
      ("ascii", [0x41, 0xE9, 0x41]),
      ("windows-1252", [0x41, 0x81, 0x41]), ("Shift_JIS", [0x41, 0x93]),
    ] as [(String, [UInt8])]
  ) func `bytes that are no text end it`(name: String, bytes: [UInt8]) {
    #expect(decode([bytes], from: name) == [0x41, Transcoder.noText])
    #expect(decode(bytes.map { [$0] }, from: name) == [0x41, Transcoder.noText])
  }

  @Test func `an encoding that nobody knows has no transcoder`() {
    #expect(Transcoder(from: "klingon") == nil)
    #expect(Transcoder(from: "") == nil)
  }
}
