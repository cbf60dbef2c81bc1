/// Rewrites what only dialects of Markdown know, before Markdown is rendered.
///
/// Code is left alone, what has a meaning in GitHub's Markdown becomes that, and of the rest the text
/// stays. What is lost is noted.
struct DialectPass {
  /// What the pass made, and what it lost.
  struct Result {
    let text: [UInt8]
    let losses: [DialectLoss]
  }

  let settings: DialectSettings

  /// The text from `start` on, without dialects; nil where there is nothing of them in it.
  func run(_ text: [UInt8], from start: Int, page: () -> DialectPage, isMDX: Bool) -> Result? {
    guard Self.mayHoldDialect(text.span, from: start, isMDX: isMDX) else { return nil }
    var run = DialectRun(text, from: start, settings: settings, page: page())
    return run.result().map { Result(text: $0, losses: run.losses) }
  }

  /// Whether one of the few signs that dialects begin with stands in the text.
  ///
  /// Nearly all bytes are passed over by one comparison or two.
  static func mayHoldDialect(_ text: borrowing Span<UInt8>, from start: Int, isMDX: Bool) -> Bool {
    var index = start
    let last = text.count - 1
    while index < last {
      let byte = text[index]
      if byte >= UInt8(ascii: "a"), byte != UInt8(ascii: "{") {
        index += 1
        continue
      }
      let next = text[index + 1]
      switch byte {
      case UInt8(ascii: "{"):
        if isMDX { return true }
        switch next {
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "#"),
          UInt8(ascii: "."):
          return true
        default:
          // `![](a.png){width=50%}`
          if index > start, text[index - 1] == UInt8(ascii: ")") { return true }
        }
      case UInt8(ascii: ":") where next == byte: return true
      case UInt8(ascii: "["):
        // `[[page]]`, `[!NOTE]`, `[TOC]`
        if next == byte || next == UInt8(ascii: "!") || next | 0x20 == UInt8(ascii: "t") {
          return true
        }
      case UInt8(ascii: "<"):
        if 0x41...0x5A ~= next || isMDX { return true }
      case UInt8(ascii: "\n"): if beginsModule(text, index + 1) { return true }
      default: break
      }
      index += 1
    }
    return beginsModule(text, start)
  }

  private static func beginsModule(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
    guard start + 7 < text.count else { return false }
    let first = text[start]
    guard first == UInt8(ascii: "i") || first == UInt8(ascii: "e") else { return false }
    var index = start
    for byte in (first == UInt8(ascii: "i") ? "import " : "export ").utf8 {
      if text[index] != byte { return false }
      index += 1
    }
    return true
  }
}
