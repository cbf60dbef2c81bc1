import Diagnostics
import FeedValidation
import Testing

/// A way to write a text as bytes.
enum TestEncoding: String, CaseIterable, Sendable {
  case utf8, utf8Marked, utf16Little, utf16Big, utf16LittleMarked, utf16BigMarked, utf32Little
  case utf32BigMarked

  func bytes(_ text: String) -> [UInt8] {
    let isMarked = rawValue.hasSuffix("Marked")
    let text = isMarked ? "\u{FEFF}\(text)" : text
    switch self {
    case .utf8, .utf8Marked: return Array(text.utf8)
    case .utf16Little, .utf16LittleMarked:
      return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big, .utf16BigMarked:
      return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf32Little:
      return text.unicodeScalars.flatMap { scalar in
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      }
    case .utf32BigMarked:
      return text.unicodeScalars.flatMap { scalar in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      }
    }
  }
}

@Suite struct EncodingTests {
  /// An RSS document whose title is `title`, with a fault behind it on the same line.
  private func feed(encoding: String?, title: String = "é—日🎉") -> (text: String, place: String) {
    let declaration = encoding.map { "<?xml version=\"1.0\"\n encoding='\($0)'?>\n" } ?? ""
    let marked = Marked(
      """
      \(declaration)<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <atom:link rel="self" href="https://harbor.example/f.xml"/>
      <title>\(title)</title> <ttl>‸never</ttl>
      <link>https://harbor.example/</link><description>D</description>
      </channel></rss>
      """)
    return (marked.text, marked.place)
  }

  private func messages(_ bytes: [UInt8], _ rule: String) -> [String] {
    guard let validator else { return ["no validator"] }
    return validator.validate([bytes]).filter { $0.rule.id == rule }.map(\.message)
  }

  @Test(arguments: TestEncoding.allCases)
  func `places count characters in every encoding of Unicode`(encoding: TestEncoding) {
    let (text, place) = feed(encoding: nil)
    let bytes = encoding.bytes(text)
    #expect(judge([bytes]).contains("rss-ttl \(place)"))
    #expect(judge(bytes.map { [$0] }) == judge([bytes]))
    #expect(messages(bytes, "xml-encoding") == [])
  }

  @Test(
    arguments: [
      ("ISO-8859-1", [0xE9, 0x20, 0xFC]), ("windows-1252", [0x80, 0x93, 0xE9]),
      ("windows-1251", [0xEF, 0xF0, 0xE8]), ("ISO-8859-15", [0xA4]), ("us-ascii", [0x41]),
      ("koi8-r", [0xC1, 0xC2]), ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B]),
      ("GB18030", [0xC4, 0xE3, 0x81, 0x30, 0x81, 0x30]),
    ] as [(String, [UInt8])]
  ) func `places count characters in every encoding of bytes`(name: String, title: [UInt8]) {
    let characters = ["Shift_JIS": 2, "GB18030": 2][name] ?? title.count
    let (text, place) = feed(encoding: name, title: String(repeating: "x", count: characters))
    let halves = text.split(separator: "<title>\(String(repeating: "x", count: characters))")
    let bytes = Array("\(halves[0])<title>".utf8) + title + Array(halves[1].utf8)
    #expect(judge([bytes]).contains("rss-ttl \(place)"))
    #expect(messages(bytes, "xml-encoding") == [])
    #expect(judge(bytes.map { [$0] }) == judge([bytes]))
  }

  @Test func `UTF-16 may be declared as such`() {
    for name in ["UTF-16", "utf-16", "UTF-16LE", "ISO-10646-UCS-2"] {
      let bytes = TestEncoding.utf16LittleMarked.bytes(feed(encoding: name).text)
      #expect(messages(bytes, "xml-encoding") == [])
    }
  }

  @Test(
    arguments: [
      ("UTF-16", TestEncoding.utf8, "the document declares UTF-16, but its bytes are not"),
      ("UCS-4", .utf8, "the document declares UCS-4, but its bytes are not"),
      ("utf-8", .utf16Little, "the document declares utf-8, but its bytes are UTF-16"),
      ("UTF-16BE", .utf16Little, "the document declares UTF-16BE, but its bytes are UTF-16"),
      ("ISO-8859-1", .utf16BigMarked, "the document declares ISO-8859-1, but its bytes are UTF-16"),
      ("ISO-8859-1", .utf8Marked, "the document declares ISO-8859-1, but its bytes are UTF-8"),
      ("IBM037", .utf8, "the document declares IBM037, but its bytes are not"),
      ("klingon", .utf8, "the encoding klingon is not known"),
    ]
  ) func `a wrong declaration is told where it stands`(
    name: String, encoding: TestEncoding, message: String
  ) {
    let bytes = encoding.bytes(feed(encoding: name).text)
    #expect(judge([bytes]).filter { $0.hasPrefix("xml-encoding") } == ["xml-encoding 2:12"])
    #expect(messages(bytes, "xml-encoding") == [message])
  }

  @Test func `a document whose declaration is wrong is judged all the same`() {
    let (text, place) = feed(encoding: "UTF-16")
    #expect(judge(text).contains("rss-ttl \(place)"))
  }

  @Test(
    arguments: [
      ("UTF-8", [0xE9], "the bytes here are no text in UTF-8, which the document declares"),
      ("UTF-8", [0xC0, 0x80], "the bytes here are no text in UTF-8, which the document declares"),
      ("us-ascii", [0xE9], "the bytes here are no text in us-ascii, which the document declares"),
      (
        "windows-1252", [0x81],
        "the bytes here are no text in windows-1252, which the document declares"
      ),
      ("Shift_JIS", [0xFD], "the bytes here are no text in Shift_JIS, which the document declares"),
    ] as [(String, [UInt8], String)]
  ) func `bytes that are no text in the declared encoding are told where they stand`(
    name: String, wrong: [UInt8], message: String
  ) {
    let head = "<?xml version='1.0' encoding='\(name)'?>\n<rss version='2.0'><channel>\n<title>ab"
    let bytes = Array(head.utf8) + wrong + Array(" c</title></channel></rss>".utf8)
    #expect(messages(bytes, "xml-encoding") == [message])
    #expect(judge([bytes]).first == "xml-encoding 3:10")
    #expect(judge(bytes.map { [$0] }) == judge([bytes]))
  }

  @Test(
    arguments: [TestEncoding.utf16Little, .utf16Big, .utf16LittleMarked, .utf32Little])
  func `a document that breaks off anywhere in a character is a finding`(encoding: TestEncoding) {
    let bytes = encoding.bytes(feed(encoding: nil).text)
    for end in stride(from: 0, to: bytes.count - 3, by: 7) {
      #expect(!judge([Array(bytes[..<end])]).isEmpty, "broken off at \(end)")
    }
  }

  @Test(arguments: [[0x00, 0xD8, 0x41, 0x00], [0x00, 0xDC], [0x00, 0x00]] as [[UInt8]])
  func `half a character and NUL in UTF-16 are findings`(units: [UInt8]) {
    let bytes =
      TestEncoding.utf16Little.bytes("<rss version='2.0'><channel><title>") + units
      + TestEncoding.utf16Little.bytes("</title></channel></rss>")
    #expect(judge([bytes]).contains { $0.hasSuffix(" 1:36") })
  }

  @Test(arguments: TestEncoding.allCases)
  func `JSON in another encoding than UTF-8 is told and judged`(encoding: TestEncoding) {
    let marked = Marked(
      JSONFeedRuleTests.feed("\"description\": \"é—日🎉\", \"‸_x\": 1"))
    let bytes = encoding.bytes(marked.text)
    var expected = encoding == .utf8 ? [] : ["json-encoding 1:1"]
    expected += judge(marked.text)
    #expect(judge([bytes]) == expected)
    #expect(judge(bytes.map { [$0] }) == expected)
  }

  @Test func `JSON that is no text in its encoding is a fault`() {
    let bytes = TestEncoding.utf16Little.bytes("{\"a\": \"x") + [0x00, 0xD8, 0x41, 0x00]
    #expect(judge([bytes]).contains("json-syntax 1:9"))
  }
}
