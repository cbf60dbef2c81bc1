internal import Markdown

/// The first words of a Markdown text: those of its first paragraph, for notes that have no title.
struct OpeningWords {
  /// The words as plain text on one line; nil where the text has none.
  let text: String?

  /// Looks for them in `body`, a Markdown text without front matter.
  init(in body: ArraySlice<UInt8>) {
    var next = body.startIndex
    var words: [String] = []
    let bytes = Array(body)
    next = 0
    while next < bytes.count, words.count < Self.mostLines {
      let line = FrontMatterBlock.line(of: bytes, from: next)
      next = line.end
      let text = String(decoding: bytes[line.text].trimmed, as: UTF8.self)
      if text.isEmpty || Self.beginsNoProse(text) {
        if Self.plain(words) != nil { break }
        words = []
        continue
      }
      words.append(String(Self.withoutMarks(text)))
    }
    text = Self.plain(words)
  }

  /// No title is as long as so many lines.
  private static let mostLines = 20

  private static func plain(_ words: [String]) -> String? {
    let line = plainLine(Markdown.plainText(ofLine: words.joined(separator: " ")))
    return line.contains { $0.isLetter || $0.isNumber } ? line : nil
  }

  /// A line without the marks of quotations, lists and headings that it begins with.
  private static func withoutMarks(_ line: String) -> Substring {
    var rest = line[...]
    while let mark = rest.first {
      if mark == ">" || mark == " " {
        rest = rest.dropFirst()
      } else if "#-+*".contains(mark), rest.drop(while: { $0 == mark }).first == " ",
        mark == "#" || rest.dropFirst().first == " "
      {
        rest = rest.drop { $0 == mark }
      } else {
        break
      }
    }
    return rest
  }

  /// Whether a line opens code, a table, a comment, a tag of a template or a block of a dialect.
  private static func beginsNoProse(_ line: String) -> Bool {
    ["```", "~~~", "|", "<!--", "{%", "{{", ":::", "import ", "export "].contains {
      line.hasPrefix($0)
    }
  }
}
