internal import FeedValues

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
  static func mayHoldDialect(_ text: borrowing Span<UInt8>, from start: Int, isMDX: Bool) -> Bool {
    if beginsModule(text, start) { return true }
    let last = text.count - 1
    var index = signs.next(in: text, from: start)
    // Of a link's text that begins with a "t" nothing comes, nor of a brace or an end tag alone. Both
    // in one text are looked at.
    var (hasLooseSign, hasWeakSign) = (false, false)
    while index < last {
      let next = text[index + 1]
      switch text[index] {
      case UInt8(ascii: "{"):
        if isMDX { return true }
        switch next {
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "#"),
          UInt8(ascii: "."):
          return true
        default:
          // `![](a.png){width=50%}`
          if index > start, text[index - 1] == UInt8(ascii: ")") { return true }
          hasLooseSign = true
        }
      case UInt8(ascii: ":"): if next == UInt8(ascii: ":") { return true }
      case UInt8(ascii: "["):
        // `[[page]]`, `[!NOTE]`, `[TOC]`
        if next == UInt8(ascii: "[") || next == UInt8(ascii: "!") { return true }
        if next | 0x20 == UInt8(ascii: "t") {
          if isMDX || holdsContents(text, index) { return true }
          hasWeakSign = true
        }
      case UInt8(ascii: "<"):
        if 0x41...0x5A ~= next || isMDX { return true }
        if next == UInt8(ascii: "/"), index + 1 < last, 0x41...0x5A ~= text[index + 2] {
          hasLooseSign = true
        }
      default: if beginsModule(text, index + 1) { return true }
      }
      if hasLooseSign, hasWeakSign { return true }
      index = signs.next(in: text, from: index + 1)
    }
    return false
  }

  private static let signs = ByteScan("{:[<\n")

  /// Whether `[TOC]` stands at `index`, in any letter case.
  private static func holdsContents(_ text: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 4 < text.count && text[index + 2] | 0x20 == UInt8(ascii: "o")
      && text[index + 3] | 0x20 == UInt8(ascii: "c") && text[index + 4] == UInt8(ascii: "]")
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
