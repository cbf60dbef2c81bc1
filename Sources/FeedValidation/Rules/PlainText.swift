internal import Diagnostics
internal import XML

/// Signs that a plain text holds markup, which readers show as it stands or not at all.
enum PlainText {
  /// Reports the first tag or entity in the text of `element`.
  static func report(_ element: Element, _ report: Reporter) {
    guard let found = markup(in: element.trimmedTextBytes) else { return }
    report.found(
      "the text of <\(element.writtenName)> holds \(quoted(found))", at: element.textPosition)
  }

  /// The first tag or entity in `bytes`; nil where there is none.
  static func markup(in bytes: ArraySlice<UInt8>) -> String? {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if let tag = tag(in: bytes[index...]) { return tag }
      case UInt8(ascii: "&"):
        if let entity = entity(in: bytes[index...]) { return entity }
      default: break
      }
    }
    return nil
  }

  /// The tag of an element of HTML that `bytes` begin with.
  private static func tag(in bytes: ArraySlice<UInt8>) -> String? {
    guard let end = bytes.prefix(400).firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var name = bytes[bytes.index(after: bytes.startIndex)..<end]
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    let letters = name.prefix { $0.isASCIILetter || 0x30...0x39 ~= $0 }
    let behind = name.dropFirst(letters.count).first
    guard behind == nil || behind?.isHTMLSpace == true || behind == UInt8(ascii: "/"),
      elements.contains(String(decoding: letters, as: UTF8.self).lowercased())
    else { return nil }
    return String(decoding: bytes[...end], as: UTF8.self)
  }

  /// The entity or character reference that `bytes` begin with.
  private static func entity(in bytes: ArraySlice<UInt8>) -> String? {
    // HTML takes references by number without the semicolon too.
    if bytes.starts(with: "&#".utf8), let digit = bytes.dropFirst(2).first,
      digit | 0x20 == UInt8(ascii: "x") || 0x30...0x39 ~= digit
    {
      return String(decoding: bytes.prefix(3), as: UTF8.self)
    }
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[bytes.index(after: bytes.startIndex)..<end]
    let isName = name.first?.isASCIILetter == true || name.first == UInt8(ascii: "#")
    // Names have two letters at least; "Q&A;" is none.
    guard isName, name.count > 1,
      name.dropFirst().allSatisfy({ $0.isASCIILetter || 0x30...0x39 ~= $0 })
    else { return nil }
    return String(decoding: bytes[...end], as: UTF8.self)
  }

  private static let elements = Set(
    """
    a abbr acronym address article aside audio b big blockquote body br button center cite code \
    dd del details div dl dt em embed figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 \
    head header hr html i iframe img input ins kbd label li link main mark marquee meta nav \
    object ol p param picture pre q s samp script section select small source span strike strong \
    style sub summary sup svg table tbody td textarea tfoot th thead title tr tt u ul var video wbr
    """.split(separator: " ").map(String.init))
}
