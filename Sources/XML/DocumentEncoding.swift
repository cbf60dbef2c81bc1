internal import Diagnostics

/// How a document's bytes are to be read: by its first bytes, and by what it declares.
///
/// See <https://www.w3.org/TR/xml/#sec-guessing>.
struct DocumentEncoding {
  /// The encoding to turn into UTF-8; nil where that is what there is.
  var transcoder: Transcoder?
  /// What is wrong with the declaration.
  var fault: SyntaxFault?
  /// Whether the document can't be read at all.
  var isUnknown = false
  /// The encoding as the document has it, for messages.
  let name: String
  let isDeclared: Bool
  /// The encoding as the bytes have it, apart from what is declared: UTF-8, UTF-16 or UTF-32.
  let family: String
  /// Whether the document begins with a byte-order mark.
  let hasMark: Bool

  /// How many bytes at the start are looked at: a declaration is not longer.
  static let headLength = 2048

  /// The encoding of the document that begins with `head`, the first `headLength` bytes or all.
  init(head: [UInt8]) {
    let mark = Mark(head)
    let declaration = Declaration(in: mark.plain(head))
    let declared = declaration?.name.asciiUppercased
    isDeclared = declared != nil
    family = mark.family.title
    hasMark = mark.isWritten
    name = declaration?.name ?? mark.family.title
    let fits: Bool
    switch mark.family {
    case .utf16:
      transcoder = Transcoder(from: mark.transcodedName)
      fits = declared.map { mark.isCalled($0) } ?? true
    case .utf32:
      transcoder = Transcoder(from: mark.transcodedName)
      fits = declared.map { mark.isCalled($0) } ?? true
    case .bytes:
      let isUTF8 = declared == nil || declared == "UTF-8" || declared == "UTF8"
      fits = isUTF8 || (!mark.isWritten && !Mark.isWide(declared ?? ""))
      if fits, !isUTF8, let declaration { read(declaration, head: head) }
    }
    if !fits, let declaration {
      fault = SyntaxFault(
        kind: .encoding, position: declaration.position,
        message: "the document declares \(declaration.name), but its bytes are "
          + (mark.family == .bytes && !mark.isWritten ? "not" : mark.family.title))
    }
  }

  private mutating func read(_ declaration: Declaration, head: [UInt8]) {
    transcoder = Transcoder(from: declaration.name)
    if transcoder == nil {
      isUnknown = true
      fault = SyntaxFault(
        kind: .encoding, position: declaration.position,
        message: "the encoding \(declaration.name) is not known")
      return
    }
    // What can be read as a declaration in ASCII is none in EBCDIC, say.
    let start = Transcoder(from: declaration.name)?.decode(Array(head.prefix(64))) ?? []
    guard !start.starts(with: "<?xml".utf8) else { return }
    transcoder = nil
    fault = SyntaxFault(
      kind: .encoding, position: declaration.position,
      message: "the document declares \(declaration.name), but its bytes are not")
  }

  /// What the first bytes of a document tell of its encoding.
  private struct Mark {
    enum Family {
      case bytes, utf16, utf32

      var title: String {
        switch self {
        case .bytes: "UTF-8"
        case .utf16: "UTF-16"
        case .utf32: "UTF-32"
        }
      }
    }

    let family: Family
    /// Whether there is a byte-order mark.
    let isWritten: Bool
    private let isLittleEndian: Bool

    init(_ head: [UInt8]) {
      let four = head.prefix(4) + [UInt8](repeating: 1, count: max(0, 4 - head.count))
      let zeros = four.map { $0 == 0 }
      if four == [0xFF, 0xFE, 0, 0] || zeros == [false, true, true, true] {
        (family, isLittleEndian) = (.utf32, true)
      } else if four == [0, 0, 0xFE, 0xFF] || zeros == [true, true, true, false] {
        (family, isLittleEndian) = (.utf32, false)
      } else if four.starts(with: [0xFF, 0xFE]) || (!zeros[0] && zeros[1]) {
        (family, isLittleEndian) = (.utf16, true)
      } else if four.starts(with: [0xFE, 0xFF]) || (zeros[0] && !zeros[1]) {
        (family, isLittleEndian) = (.utf16, false)
      } else {
        (family, isLittleEndian) = (.bytes, false)
      }
      switch family {
      case .bytes: isWritten = four.starts(with: [0xEF, 0xBB, 0xBF])
      case .utf16: isWritten = !zeros[0] && !zeros[1]
      case .utf32: isWritten = four.contains(0xFE)
      }
    }

    /// The encoding with its order of bytes, as it is transcoded: a mark is then a character.
    var transcodedName: String { family.title + (isLittleEndian ? "LE" : "BE") }

    /// The head in ASCII, as far as it is that.
    func plain(_ head: [UInt8]) -> [UInt8] {
      switch family {
      case .bytes: isWritten ? Array(head.dropFirst(3)) : head
      case .utf16: head.dropFirst(isWritten ? 2 : 0).filter { $0 != 0 }
      case .utf32: head.dropFirst(isWritten ? 4 : 0).filter { $0 != 0 }
      }
    }

    /// Whether what is declared is another name of what is there.
    func isCalled(_ declared: String) -> Bool {
      switch family {
      case .bytes: false
      case .utf16:
        ["UTF-16", "UTF16", "UCS-2", "ISO-10646-UCS-2", transcodedName].contains(declared)
      case .utf32:
        ["UTF-32", "UTF32", "UCS-4", "ISO-10646-UCS-4", transcodedName].contains(declared)
      }
    }

    /// Whether an encoding called `name` has more than one byte for each character of ASCII.
    static func isWide(_ name: String) -> Bool {
      ["UTF-16", "UTF16", "UTF-32", "UTF32", "UCS-", "UCS2", "UCS4", "ISO-10646-UCS"].contains {
        name.hasPrefix($0)
      }
    }
  }

  /// The name in an XML declaration, and where it stands.
  private struct Declaration {
    let name: String
    let position: Position

    init?(in plain: [UInt8]) {
      guard plain.starts(with: "<?xml".utf8), let end = plain.firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      let text = Array(plain[..<end])
      let word = Array("encoding".utf8)
      guard
        var index = text.indices.dropLast(word.count).first(where: {
          text[$0].isXMLSpace && text[($0 + 1)...].starts(with: word)
        })
      else { return nil }
      index += 1 + word.count
      while index < text.count, text[index].isXMLSpace || text[index] == UInt8(ascii: "=") {
        index += 1
      }
      guard index < text.count,
        text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'"),
        let close = text[(index + 1)...].firstIndex(of: text[index])
      else { return nil }
      name = String(decoding: text[(index + 1)..<close], as: UTF8.self)
      let before = text[...index]
      let line = before.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      position = Position(line: line.count, column: (line.last?.count ?? 0) + 1)
    }
  }
}

extension String {
  fileprivate var asciiUppercased: String {
    String(
      decoding: utf8.map { 0x61...0x7A ~= $0 ? $0 - 0x20 : $0 }, as: UTF8.self)
  }
}
